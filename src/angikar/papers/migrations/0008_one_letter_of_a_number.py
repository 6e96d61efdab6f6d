"""Each letter that went out holds its memo number; of letters that share one, the first in force holds it, and none is changed."""

from typing import Any

from django.conf import settings
from django.db import migrations, models

from angikar.papers.letters.sending import compared


def hold_numbers(apps: Any, _editor: Any) -> None:
    """Let those in force hold their numbers before those that were replaced, the older first."""
    rows = apps.get_model("papers", "Paper").objects.filter(state__in=("issued", "superseded"))
    held = set()
    for pk, office, kind, number in rows.order_by("state", "pk").values_list("pk", "office", "kind", "memo_number"):
        under = compared(kind, number)
        if under is not None and (office, under) not in held:
            held.add((office, under))
            rows.filter(pk=pk).update(sent_under=under)


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0006_officer_home"),
        ("papers", "0007_entered_on"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="paper",
            name="sent_under",
            field=models.CharField(editable=False, max_length=110, null=True),
        ),
        migrations.RunPython(hold_numbers, migrations.RunPython.noop, elidable=True),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.UniqueConstraint(fields=("office", "sent_under"), name="one_letter_of_a_number"),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.UniqueConstraint(fields=("supersedes",), name="replaced_once"),
        ),
    ]
