import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("standings", "0004_full_marks_of_a_linked_plan"),
    ]

    operations = [
        migrations.AlterField(
            model_name="tally",
            name="stands_for",
            field=models.ForeignKey(
                db_column="stands_for_id",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="linked_tallies",
                to="papers.paper",
            ),
        ),
        migrations.RenameField(model_name="tally", old_name="stands_for", new_name="linked_plan"),
        migrations.AlterField(
            model_name="tally",
            name="stands_full",
            field=models.IntegerField(db_column="stands_full", null=True),
        ),
        migrations.RenameField(model_name="tally", old_name="stands_full", new_name="linked_full"),
        migrations.AlterField(
            model_name="turnout",
            name="told",
            field=models.PositiveIntegerField(db_column="told", default=0),
        ),
        migrations.RenameField(model_name="turnout", old_name="told", new_name="reported"),
    ]
