"""The standing of one office: its plans through the years, and its places on the days for which they were stored."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from angikar.desk.base import officer, page, signed_in
from angikar.desk.standings.standings import WORDS, plan_name
from angikar.standings import access, queries
from angikar.standings.models import PlanScore, Rank

_WIDTH, _HEIGHT, _EDGE = 600, 120, 12


@dataclass(frozen=True, slots=True)
class Course:
    """The plans of one kind through the years, with the points of the line that shows them."""

    name: str
    plans: list[PlanScore]

    @property
    def points(self) -> list[tuple[int, int, PlanScore]]:
        """The place of each year with a score in the picture: the share of the full marks that was accepted upwards."""
        having = [
            (at, plan)
            for at, plan in enumerate(self.plans)
            if queries.score_of(plan, "accepted") is not None and plan.full
        ]
        step = (_WIDTH - 2 * _EDGE) // max(1, len(self.plans) - 1)
        return [(_EDGE + at * step, _up(plan), plan) for at, plan in having]


@signed_in
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Year by year, kind by kind; a line where there is more than one year."""
    office = access.office_for(officer(request), pk)
    plans = access.scores_for(officer(request)).filter(office=office)
    listed = sorted(plans, key=lambda plan: (plan.kind, plan.subject, plan.fiscal_year))
    courses = [
        Course(plan_name(*kind, years[-1].fiscal_year), years)
        for kind, group in groupby(listed, key=lambda plan: (plan.kind, plan.subject))
        if (years := list(group))
    ]
    ranks = Rank.objects.filter(paper__in=[plan.pk for plan in listed]).select_related("paper").defer("paper__content")
    context = {
        "office": office,
        "courses": courses,
        "ranks_kept": list(ranks.order_by("-day", "scope")),
        "finals": queries.finals(plan.pk for plan in listed),
        "fulls": {plan.pk: plan.full for plan in listed},
        **WORDS,
    }
    return page(request, "standings/standing", {**context, "size": (_WIDTH, _HEIGHT)})


def _up(plan: PlanScore) -> int:
    share = (queries.score_of(plan, "accepted") or 0) * (_HEIGHT - 2 * _EDGE) // plan.full
    return _HEIGHT - _EDGE - min(share, _HEIGHT - 2 * _EDGE)
