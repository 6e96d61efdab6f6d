"""Meetings and decisions: when bodies meet, what they decided, and what became of it office by office."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from angikar.api.clock import today
from angikar.api.door import READ, officer
from angikar.api.operations.offices import OfficeName, office_name
from angikar.api.paging import NEXT, Number, Place, Size, Words, following, rows_of
from angikar.meetings import access
from angikar.meetings.models import Decision, Item, Meeting, Share
from angikar.meetings.register import access as register
from angikar.meetings.register.queries import DecisionFilter, page_of
from angikar.offices.keyset import Keyset

router = Router(tags=["Meetings and decisions"])
_NEWEST: Final = Keyset("api meetings", "-pk")
ShareStateName = Literal["new", "running", "done", "partly", "cannot", "carried", "withdrawn"]


class MeetingRow(Schema):
    """A meeting of a body."""

    id: int
    body: str
    office: OfficeName
    title: str
    date: date | None
    time: str | None = Field(description="In Dhaka", examples=["11:00"])
    place: str
    chair: str
    state: str = Field(examples=["planned"])
    notice: int | None = Field(description="The number of the paper that called it")
    minutes: int | None = Field(description="The number of the paper of its minutes")


class MeetingPage(Schema):
    """Some meetings, those entered last first."""

    items: list[MeetingRow]
    next: str | None = NEXT


class ItemRow(Schema):
    """An item of the agenda and what was said about it."""

    id: int
    kind: str
    title: str
    discussion: str


class MeetingWhole(MeetingRow):
    """A meeting with its agenda."""

    items: list[ItemRow]


class ShareRow(Schema):
    """What one office owes of a decision."""

    id: int
    decision: int
    text: str
    body: str | None
    paper: int
    office: OfficeName
    state: str = Field(examples=["running"])
    since: date | None
    due: date | None
    settled_on: date | None
    reason: str


class SharePage(Schema):
    """Some of the register of decisions."""

    items: list[ShareRow]
    next: str | None = NEXT


class DecisionWhole(Schema):
    """A decision with what each office owes of it."""

    id: int
    paper: int
    title: str
    text: str
    held: date | None
    issued: date
    due: date | None
    continues: int | None
    repeated: int
    shares: list[ShareRow]


def _meeting(found: Meeting) -> MeetingRow:
    return MeetingRow(
        id=found.pk,
        body=found.body.name,
        office=office_name(found.body.office),
        title=found.title,
        date=found.date,
        time=found.time.isoformat("minutes") if found.time else None,
        place=found.place,
        chair=found.chair,
        state=found.state,
        notice=found.notice_id,
        minutes=found.minutes_id,
    )


def _share(share: Share, decision: Decision) -> ShareRow:
    return ShareRow(
        id=share.pk,
        decision=decision.pk,
        text=decision.text,
        body=decision.body.name if decision.body else None,
        paper=decision.paper_id,
        office=office_name(share.office),
        state=share.state,
        since=share.since,
        due=share.due,
        settled_on=share.settled_on,
        reason=share.reason,
    )


@router.get("/meetings", auth=READ, response=MeetingPage, summary="Meetings one may see")
def meetings(request: HttpRequest, page: Place = "", limit: Size = 50) -> MeetingPage:
    """The meetings of the bodies one sits in, of one's offices and of those below."""
    found = _NEWEST.page(access.meetings_for(officer(request)), page, limit)
    return MeetingPage(items=[_meeting(each) for each in rows_of(found)], next=following(request, found))


@router.get("/meetings/{int:pk}", auth=READ, response=MeetingWhole, summary="One meeting with its agenda")
def meeting(request: HttpRequest, pk: Number) -> MeetingWhole:
    """The frame of a meeting and the items of its agenda."""
    found = access.meeting(officer(request), pk)
    items = [
        ItemRow(id=each.pk, kind=each.kind, title=each.title, discussion=each.discussion)
        for each in Item.objects.filter(meeting=found, dropped=False)
    ]
    return MeetingWhole(**_meeting(found).model_dump(), items=items)


@router.get("/decisions", auth=READ, response=SharePage, summary="The register of decisions")
def decisions(
    request: HttpRequest,
    state: Literal["open", "late", "any"] | ShareStateName = "open",
    q: Words = "",
    page: Place = "",
    limit: Size = 50,
) -> SharePage:
    """What each office owes of decisions: what is open by its last day, the rest by the decision entered last."""
    day, wanted = today(), DecisionFilter(words=q, state="" if state == "any" else state)
    found = page_of(register.shares_for(officer(request), day), wanted, day, asked=page, size=limit)
    return SharePage(items=[_share(each, each.decision) for each in rows_of(found)], next=following(request, found))


@router.get("/decisions/{int:pk}", auth=READ, response=DecisionWhole, summary="One decision with its shares")
def decision(request: HttpRequest, pk: Number) -> DecisionWhole:
    """A decision, and what became of it in each office whose share one may see."""
    day, person = today(), officer(request)
    found = register.decision(person, pk, day)
    shares = register.shares_for(person, day).filter(decision=found).select_related("office")
    return DecisionWhole(
        id=found.pk,
        paper=found.paper_id,
        title=found.title,
        text=found.text,
        held=found.held,
        issued=found.issued,
        due=found.due,
        continues=found.continues_id,
        repeated=found.repeated,
        shares=[_share(each, found) for each in shares],
    )
