"""The few decisions that recur have an index of their own: the month's board reads no others."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("meetings", "0005_who_decided_a_share")]

    operations = [
        migrations.AddIndex(
            "decision",
            models.Index(fields=["id"], condition=models.Q(recurs=True), name="decisions_that_recur"),
        ),
    ]
