"""A house from before learns out of how many marks its plans are, and by which marks its stored places were won."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from itertools import product

from django.apps import apps
from django.db import connection

from angikar.papers.models import Paper
from angikar.standings.models import PlanScore, Rank

DAYS = {date(2022, 10, 1): (True, True), date(2022, 10, 2): (False, False), date(2022, 10, 3): (True, False)}


def test_the_upgrade_counts_full_marks_and_names_the_basis_of_stored_places(paper: Paper) -> None:
    step = import_module("angikar.standings.migrations.0010_marks_by_their_basis")
    PlanScore.objects.filter(paper=paper).update(full=880, unscored=0)
    other = Paper.objects.create(kind="pledge", title="অন্য", office=paper.office, content={})
    for (day, sorts), (number, each) in product(DAYS.items(), enumerate((paper, other))):
        Rank.objects.create(
            day=day, scope="s", basis="mixed", paper=each, rank=1, tied=False, score=1, evaluated=sorts[number]
        )
    step.count_full_marks(apps, connection.schema_editor())
    step.name_the_basis(apps, connection.schema_editor())
    score = PlanScore.objects.get(paper=paper)
    assert (score.full, score.unscored) == (1000, 120)
    found = {day: set(Rank.objects.filter(day=day).values_list("basis", flat=True)) for day in DAYS}
    assert list(found.values()) == [{"accepted"}, {"claimed"}, {"mixed"}]
