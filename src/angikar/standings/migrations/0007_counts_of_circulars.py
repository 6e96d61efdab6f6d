"""Counts what the posts of every issued circular owe and have answered, as it is kept from now on."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

import django.db.models.deletion
from django.apps.registry import Apps as StateApps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_OWED = ("open", "sent_back")


def keep(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Fill in the table."""
    duty, report, kept = (
        apps.get_model(*name) for name in (("duties", "Duty"), ("duties", "Report"), ("standings", "CircularCount"))
    )
    papers = apps.get_model("papers", "Paper").objects.filter(kind="circular", state__in=("issued", "superseded"))
    for paper in papers.values_list("pk", flat=True):
        counted = _count(duty.objects.filter(paper=paper), report.objects.all())
        rows = [
            kept(paper_id=paper, post_id=post, counts=counts, days=days) for post, (counts, days) in counted.items()
        ]
        kept.objects.bulk_create(rows, batch_size=500)


def _count(duties: models.QuerySet[Any], reports: models.QuerySet[Any]) -> dict[int, tuple[str, str]]:
    """The counts and days of each post, as they were written when this table began."""
    stages: dict[int, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
    owed: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    days: dict[int, set[str]] = defaultdict(set)
    sent = reports.filter(duty=models.OuterRef("pk"), late=False).exclude(state="draft")
    rows = duties.exclude(state="withdrawn").order_by().annotate(in_time=models.Exists(sent))
    for post, kind, key, state, in_time, due, at in rows.values_list(
        "post_id", "kind", "key", "state", "in_time", "due", "due_at"
    ):
        column = "receipt" if kind == "acknowledge" else key.partition(":")[0]
        if due is not None:
            days[post].add(due.isoformat())
        if state in _OWED:
            owed[post][column].append(f"{due.isoformat()}T{at.isoformat() if at else '24'}" if due else "9999")
        else:
            stages[post][column][_stage(kind, state, in_time=in_time)] += 1
    return {post: (_written(stages[post], owed[post]), ",".join(sorted(days[post]))) for post in {*stages, *owed}}


def _stage(kind: str, state: str, *, in_time: bool) -> str:
    if state == "excused":
        return "excused"
    if kind == "acknowledge":
        return "acknowledged"
    return "reported" if in_time else "reported_late"


def _written(stages: dict[str, dict[str, int]], owed: dict[str, list[str]]) -> str:
    counts: dict[str, Any] = {column: dict(sorted(stages[column].items())) for column in sorted({*stages, *owed})}
    for column, moments in owed.items():
        counts[column]["owed"] = sorted(moments)
    return json.dumps(counts, ensure_ascii=False, separators=(",", ":"))


class Migration(migrations.Migration):
    dependencies = [
        ("duties", "0009_owed_in_order"),
        ("offices", "0011_hashed_recovery_codes"),
        ("papers", "0010_one_plan_of_a_year"),
        ("standings", "0006_linked_tallies_alone"),
    ]

    operations = [
        migrations.CreateModel(
            name="CircularCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("counts", models.TextField()),
                ("days", models.TextField(blank=True)),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="counts",
                        to="papers.paper",
                        db_index=False,
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="offices.post",
                    ),
                ),
            ],
            options={"constraints": [models.UniqueConstraint(fields=("paper", "post"), name="counted_once")]},
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
