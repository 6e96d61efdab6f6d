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
from angikar.standings.models import PlanScore, Turnout
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
_DONE = F("reported") + F("excused")


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
    """How many plans of a scope have each state, by quarter: one query, however many there are."""
    plans = scope.narrow(rows)
    names: list[QuarterStateName] = ["reported", "late", "missing", "not_due", "not_applicable", "not_asked"]
    counted: list[dict[QuarterStateName, int]] = [dict.fromkeys(names, 0) for _ in QUARTERS]
    of_scope = Turnout.objects.filter(paper__in=plans.order_by().values("pk"), asked__gt=0)
    for quarter, state, count in of_scope.order_by().values_list("quarter", _state(today)).annotate(count=Count("pk")):
        counted[quarter - 1][names[state]] = count
    total = plans.order_by().count()
    for counts in counted:
        counts["not_asked"] = total - sum(counts.values())
    return counted


def _score(basis: Basis) -> Case:
    """The score a plan is ranked by (`score_of`), as an expression of the database."""
    return Case(When(_HAS_SCORE[basis], then=F(basis)), default=Value(None), output_field=IntegerField())


def _state(today: date) -> Case:
    """The state of a quarter that asks for anything (`answered`), by its place among the names, as an expression of the database."""
    return Case(
        When(excused=F("asked"), then=Value(4)),
        When(Q(asked__lte=_DONE, late__gt=0), then=Value(1)),
        When(asked__lte=_DONE, then=Value(0)),
        When(due__lt=today, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
