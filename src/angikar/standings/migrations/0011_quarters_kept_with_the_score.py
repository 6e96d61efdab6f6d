"""How far the quarters of every plan are reported, beside its score, made of the turnouts that are there."""

from collections import defaultdict
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db import migrations, models

_AT_ONCE = 500
_EMPTY = ",,,"


def fill(apps: Any, schema_editor: object) -> None:
    """Plans of which the same is kept are written together."""
    turnouts, scores = apps.get_model("standings", "Turnout"), apps.get_model("standings", "PlanScore")
    names = ("paper", "quarter", "due", "asked", "reported", "late", "excused")
    alike = defaultdict(list)
    rows = turnouts.objects.order_by("paper").values_list(*names)
    for paper, quarters in groupby(rows.iterator(), key=itemgetter(0)):
        words = {quarter: _word(*numbers) for _, quarter, *numbers in quarters}
        alike[",".join(words.get(quarter, "") for quarter in (1, 2, 3, 4))].append(paper)
    alike.pop(_EMPTY, None)
    for text, papers in alike.items():
        for at in range(0, len(papers), _AT_ONCE):
            scores.objects.filter(pk__in=papers[at : at + _AT_ONCE]).update(quarters=text)


def _word(due: date | None, asked: int, reported: int, late: int, excused: int) -> str:
    if not asked:
        return ""
    if excused == asked:
        return "n"
    if reported + excused >= asked:
        return "l" if late else "r"
    return due.isoformat() if due else "-"


class Migration(migrations.Migration):
    dependencies = [
        ("standings", "0010_marks_by_their_basis"),
    ]

    operations = [
        migrations.AddField(
            model_name="planscore",
            name="quarters",
            field=models.CharField(default=_EMPTY, max_length=43),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
