"""Templates of plans: a paper may be one, and a draft remembers the template it was made from and its fixed rows."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("papers", "0015_discarded_drafts")]

    operations = [
        migrations.AddField("paper", "is_template", models.BooleanField(default=False)),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField()),
                ("rows", models.JSONField()),
                (
                    "paper",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="assignment", to="papers.paper"
                    ),
                ),
                (
                    "template",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="assigned", to="papers.paper"
                    ),
                ),
            ],
            options={"ordering": ("pk",)},
        ),
    ]
