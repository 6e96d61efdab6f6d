"""Gives every office a code of its own, and stores lists that are imported."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

import angikar.offices.models.offices


def give_codes(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """A code for each office that is there."""
    offices = apps.get_model("offices", "Office").objects.using(schema_editor.connection.alias)
    for office in offices.filter(code=""):
        office.code = angikar.offices.models.offices.new_code()
        office.save(update_fields=["code"])


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0004_the_register"),
    ]

    operations = [
        migrations.AddField(model_name="office", name="code", field=models.CharField(default="", max_length=20)),
        migrations.RunPython(give_codes, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="office",
            name="code",
            field=models.CharField(default=angikar.offices.models.offices.new_code, max_length=20, unique=True),
        ),
        migrations.CreateModel(
            name="RegisterImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("day", models.DateField()),
                ("file_name", models.CharField(max_length=255)),
                ("digest", models.CharField(max_length=64)),
                ("sheets", models.BinaryField()),
                ("compared", models.CharField(max_length=64)),
                ("seen", models.JSONField()),
                ("carried_out_at", models.DateTimeField(null=True)),
                ("counter", models.BinaryField(null=True)),
                (
                    "officer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "under",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
            },
        ),
    ]
