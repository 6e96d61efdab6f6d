"""Standings: the plans of a scope ranked by one basis, with their marks and their quarters."""

from __future__ import annotations

from typing import Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from angikar.api.clock import today
from angikar.api.door import READ, officer
from angikar.api.operations.offices import OfficeName, office_name
from angikar.api.paging import NEXT, Place, Size, following, rows_of
from angikar.history.refusal import NotYours
from angikar.offices.models import Office
from angikar.rules.kinds import FIRST_PLAN
from angikar.standings import access
from angikar.standings.paging import page_of
from angikar.standings.queries import PlanStanding, Scope

router = Router(tags=["Standings"])
QuarterStateName = Literal["reported", "late", "missing", "not_due", "not_applicable", "not_asked"]


class QuarterCount(Schema):
    """A quarter of a plan: how many figures were asked, reported, late, excused."""

    state: QuarterStateName
    asked: int
    reported: int
    late: int
    excused: int


class StandingRow(Schema):
    """A plan in its scope. Marks are exact texts of two places, `null` where there are none."""

    paper: int
    title: str
    office: OfficeName
    superior: OfficeName | None
    rank: int | None
    tied: bool
    claimed: str | None = Field(examples=["31.40"])
    accepted: str | None = Field(examples=["28.90"])
    accepted_is: str = Field(examples=["final"])
    full: str | None = Field(examples=["100.00"])
    unscored: str | None
    quarters: list[QuarterCount]


class StandingPage(Schema):
    """Some plans, the ranked ones first."""

    year: str
    kind: str
    count: int
    items: list[StandingRow]
    next: str | None = NEXT


class StandingFilter(Schema):
    """Which plans are ranked together, and by what."""

    year: str = Field(..., max_length=7, examples=["2022-23"])
    kind: str = Field(FIRST_PLAN, max_length=40)
    subject: str = Field("", max_length=40, description="Of a reform plan, which reform")
    under: int = Field(0, ge=0, le=2**53 - 1, description="The number of an office; 0 for all one may see")
    reach: Literal["below", "direct"] = "below"
    level: str = Field("", max_length=20, description="The kind of office")
    basis: Literal["claimed", "accepted"] = "accepted"


@router.get("/standings", auth=READ, response=StandingPage, summary="Plans by rank")
def standings(request: HttpRequest, wanted: Query[StandingFilter], page: Place = "", limit: Size = 50) -> StandingPage:
    """The plans of one year and kind that the officer may see, the ranked ones first."""
    mine = access.scores_for(officer(request))
    under = Office.objects.filter(pk__in=_over(request)).filter(pk=wanted.under).first() if wanted.under else None
    if wanted.under and under is None:
        raise NotYours
    scope = Scope(wanted.year, wanted.kind, wanted.subject, under, wanted.reach, wanted.level, wanted.basis)
    found = page_of(mine, scope, today(), asked=page, size=limit)
    rows_of(found.page)
    return StandingPage(
        year=wanted.year,
        kind=wanted.kind,
        count=found.count,
        items=[_row(each) for each in found.rows],
        next=following(request, found.page),
    )


def _over(request: HttpRequest) -> list[int]:
    above = access.scores_for(officer(request)).order_by().filter(superior__isnull=False)
    return list(above.values_list("superior", flat=True).distinct())


def _row(each: PlanStanding) -> StandingRow:
    plan, place, names = each.plan, each.place, ("state", "asked", "reported", "late", "excused")
    own = {
        "paper": plan.paper_id,
        "title": plan.paper.title,
        "office": office_name(plan.office),
        "superior": office_name(plan.superior) if plan.superior else None,
        "rank": place.rank if place else None,
        "tied": place.tied if place else False,
        "quarters": [{name: getattr(one, name) for name in names} for one in each.quarters],
    }
    return StandingRow.model_validate({**each.marks.as_json(), **own})
