"""One page of the standings of a nation: the places counted by the database, only the rows of the page read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When

from angikar.offices.keyset import Keyset, KeysetPage
from angikar.rules.scoring.ranks import Ranked
from angikar.rules.scoring.whole.marks import Basis
from angikar.standings.models import PlanScore
from angikar.standings.quarters.kept import states
from angikar.standings.queries import (
    QUARTERS,
    PlanStanding,
    QuarterStateName,
    Scope,
    score_of,
    with_marks,
)

_ORDER = Keyset("standings", "-score", "office_path", "pk", nullable=True)
_HAS_SCORE = {
    "claimed": Q(claimed__isnull=False, reported__gt=0),
    "accepted": Q(claimed__isnull=False, reported__gt=0, settled__gt=0),
}


@dataclass(frozen=True, slots=True)
class StandingsPage:
    """A page of the standings: its rows, where it lies among the others, and how many plans there are."""

    rows: Sequence[PlanStanding]
    page: KeysetPage[PlanScore]
    count: int


def page_of(rows: QuerySet[PlanScore], scope: Scope, today: date, *, asked: str, size: int) -> StandingsPage:
    """The page of the plans of a scope that an address asks for, the ranked ones first. They are chosen before anything is joined."""
    scored: QuerySet[Any, Any] = scope.narrow(rows).annotate(score=_score(scope.basis))
    counts = dict(scored.order_by().values_list("score").annotate(count=Count("pk")))
    light = scored.select_related(None).only("office_path")
    page: KeysetPage[PlanScore] = _ORDER.page(light, asked, size)
    whole = rows.in_bulk([row.pk for row in page.rows])
    page = replace(page, rows=[whole[row.pk] for row in page.rows])
    places = {
        score: place
        for place, score in enumerate(sorted((each for each in counts if each is not None), reverse=True), 1)
    }
    scores = {plan.pk: (plan, score_of(plan, scope.basis)) for plan in page.rows}
    placed = {
        pk: Ranked(plan, places[score], counts[score] > 1) for pk, (plan, score) in scores.items() if score is not None
    }
    return StandingsPage(with_marks(page.rows, placed, scope, today), page, sum(counts.values()))


def tally(rows: QuerySet[PlanScore], scope: Scope, today: date) -> list[dict[QuarterStateName, int]]:
    """How many plans of a scope have each state, by quarter: one query of the scores alone, in which plans that keep the same are one row."""
    names: list[QuarterStateName] = ["reported", "late", "missing", "not_due", "not_applicable", "not_asked"]
    counted: list[dict[QuarterStateName, int]] = [dict.fromkeys(names, 0) for _ in QUARTERS]
    alike = scope.narrow(rows).order_by().values_list("quarters").annotate(count=Count("pk"))
    for kept, count in alike:
        for counts, state in zip(counted, states(kept, today), strict=True):
            counts[state] += count
    return counted


def _score(basis: Basis) -> Case:
    """The score a plan is ranked by (`score_of`), as an expression of the database."""
    return Case(When(_HAS_SCORE[basis], then=F(basis)), default=Value(None), output_field=IntegerField())
