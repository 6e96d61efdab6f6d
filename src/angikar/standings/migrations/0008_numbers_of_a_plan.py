"""One row of numbers for each plan instead of two rows for each of its lines, made of the rows that are there."""

import struct
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

_LADDER = 0
_AT_ONCE = 500
_LAW = (
    *("law", "method", "step", "weight", "v1", "v2", "v3", "v4", "v5", "l1", "l2", "l3", "l4", "l5", "l6"),
    *("dates", "places"),
)
_OF_LAW = len(_LAW) + 3
"""Before them the number of the line, behind them whether it is done once and whether it is linked."""
_FIGURES = ("q1", "q2", "q3", "q4", "a1", "a2", "a3", "a4", "excused", "unlike")
_SCORED = ("raw", "marks", "accepted_raw", "accepted_marks", "place")
_EMPTY = (None, None, None, None, -1)


def fill(apps: Any, schema_editor: object) -> None:
    """Pack the rows of all lines, plan by plan."""
    tallies, numbers = apps.get_model("standings", "Tally"), apps.get_model("standings", "PlanTally")
    links = apps.get_model("standings", "LinkedLine")
    linked = tallies.objects.exclude(linked_plan=None).order_by("pk")
    links.objects.bulk_create(
        (
            links(line_id=line, paper_id=paper, inner_id=inner, full=full)
            for line, paper, inner, full in linked.values_list("line", "paper", "linked_plan", "linked_full").iterator()
        ),
        batch_size=_AT_ONCE,
    )
    names = ("paper", "line", "line__part", "linked_plan", *_LAW, *_FIGURES)
    lines = tallies.objects.order_by("paper", "line").values_list(*names, *(f"line__score__{name}" for name in _SCORED))
    waiting = []
    for paper, rows in groupby(lines.iterator(), key=itemgetter(0)):
        waiting.append(numbers(paper_id=paper, **_blocks(list(rows))))
        if len(waiting) == _AT_ONCE:
            numbers.objects.bulk_create(waiting)
            waiting = []
    numbers.objects.bulk_create(waiting)
    scores = apps.get_model("standings", "PlanScore").objects.filter(paper__tally=None)
    empty = {"law": packed([], _OF_LAW), "figures": packed([], len(_FIGURES)), "scores": packed([], len(_SCORED))}
    numbers.objects.bulk_create(
        [numbers(paper_id=paper, **empty) for paper in scores.values_list("paper", flat=True)], batch_size=_AT_ONCE
    )


def _blocks(rows: list[tuple[Any, ...]]) -> dict[str, object]:
    first, laws, figures, scores = rows[0][1], [], [], []
    for _, line, part, linked_plan, *numbers in rows:
        law, rest = numbers[: len(_LAW)], numbers[len(_LAW) :]
        given = dict(zip(_LAW, law, strict=True))
        once = given["law"] == _LADDER and given["dates"] and part == "own"
        law = [None if each is None else int(each) for each in law]
        laws.append((line - first, *law, int(once), int(linked_plan is not None)))
        figures.append(tuple(rest[: len(_FIGURES)]))
        score = tuple(rest[len(_FIGURES) :])
        scores.append(_EMPTY if score[-1] is None else score)
    return {
        "first_line_id": first,
        "law": packed(laws, _OF_LAW),
        "figures": packed(figures, len(_FIGURES)),
        "scores": packed(scores, len(_SCORED)),
    }


def packed(rows: Sequence[tuple[int | None, ...]], columns: int) -> bytes:
    """Rows of so many numbers as a block of the first form: 32 bits each, or 64 where one of them needs it."""
    numbers = [number for row in rows for number in row]
    given = [number for number in numbers if number is not None]
    narrow = not given or (min(given) > -(1 << 31) and max(given) < 1 << 31)
    width, letter = (4, "i") if narrow else (8, "q")
    body = [-(1 << (8 * width - 1)) if number is None else number for number in numbers]
    return struct.pack(f"<2sBBI{len(body)}{letter}", b"N1", width, columns, len(body) // columns, *body)


class Migration(migrations.Migration):
    dependencies = [
        ("standings", "0007_counts_of_circulars"),
    ]

    operations = [
        migrations.CreateModel(
            name="LinkedLine",
            fields=[
                (
                    "line",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="duties.line",
                    ),
                ),
                ("full", models.IntegerField(null=True)),
                (
                    "inner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="outer_lines", to="papers.paper"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="linked_lines", to="papers.paper"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PlanTally",
            fields=[
                (
                    "paper",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="tally",
                        serialize=False,
                        to="papers.paper",
                    ),
                ),
                ("law", models.BinaryField()),
                ("figures", models.BinaryField()),
                ("scores", models.BinaryField()),
                (
                    "first_line",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="duties.line",
                    ),
                ),
            ],
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
