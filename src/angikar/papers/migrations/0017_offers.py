"""A template that is given again is offered to the offices that have their draft."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """What is offered to a draft, and the version of the template that it is."""

    dependencies = [("papers", "0016_templates")]

    operations = [
        migrations.AddField("assignment", "offered", models.JSONField(default=list)),
        migrations.AddField("assignment", "offered_version", models.PositiveIntegerField(default=0)),
    ]
