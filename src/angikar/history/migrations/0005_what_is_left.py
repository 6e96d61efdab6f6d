"""Entries remember by digests what their row holds afterwards."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("history", "0004_checkpoints"),
    ]

    operations = [
        migrations.AddField(
            model_name="entry",
            name="left",
            field=models.JSONField(null=True),
        ),
    ]
