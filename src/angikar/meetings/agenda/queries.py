"""What the next agenda of a body should hold, and the history that stands beside an open decision."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from angikar.duties.models import ReportState
from angikar.meetings.models import (
    Decision,
    Idea,
    IdeaState,
    Item,
    Meeting,
    MeetingState,
    Proposal,
    ProposalState,
    Share,
    ShareState,
)
from angikar.offices.models import Body
from angikar.papers.models import State
from angikar.rules import agenda

ENGLISH = {
    ShareState.NEW: "new",
    ShareState.RUNNING: "running",
    ShareState.DONE: "carried out",
    ShareState.PARTLY: "partly carried out",
    ShareState.CANNOT: "cannot be carried out",
    ShareState.CARRIED: "carried over",
}
"""How the state of a share is called in English."""
LIVING_IDEAS = (IdeaState.SUBMITTED, IdeaState.REVIEW, IdeaState.PILOT)
"""Ideas in these states still want a word of their body."""


def wanted(meeting: Meeting) -> tuple[agenda.AgendaEntry, ...]:
    """The agenda that the day of a meeting asks for; five queries."""
    day = meeting.date or meeting.due or date.max
    last = unconfirmed(meeting)
    proposals = Proposal.objects.filter(
        Q(meeting=None) | Q(meeting=meeting) | Q(meeting__state=MeetingState.CANCELLED),
        body=meeting.body,
        state=ProposalState.TAKEN,
    )
    ideas = (
        Idea.objects.filter(body=meeting.body, state__in=LIVING_IDEAS).select_related("office").order_by("since", "pk")
    )
    return agenda.compose(
        last.date if last else None,
        [opened(each) for each in open_decisions(meeting.body, day)],
        meeting.series.standing if meeting.series else (),
        [(each.pk, each.title) for each in proposals.order_by("on", "pk")],
        [(each.pk, f"{each.title} ({each.office.name}): {IdeaState(each.state).label}") for each in ideas],
    )


def unconfirmed(meeting: Meeting) -> Meeting | None:
    """The last meeting of the body before this one; its minutes are confirmed first. `None` where they were confirmed."""
    before = Meeting.objects.filter(body=meeting.body, date__lt=meeting.date or meeting.due or date.max)
    held = before.filter(state__in=(MeetingState.CLOSED, MeetingState.MINUTED, MeetingState.CONFIRMED)).exclude(
        pk=meeting.pk
    )
    last = held.order_by("-date", "-pk").first()
    return last if last is not None and last.state != MeetingState.CONFIRMED else None


def open_decisions(body: Body | int, day: date) -> QuerySet[Decision]:
    """The decisions of a body's meetings before a day that still want something and that no later one took up."""
    rows = Decision.objects.filter(
        Q(held=None) | Q(held__lt=day), body=body, continued_by=None, shares__settled_on=None, shares__isnull=False
    )
    return rows.exclude(paper__state=State.SUPERSEDED).distinct().prefetch_related(_shares()).order_by("held", "pk")


def histories(items: Iterable[Item]) -> dict[int, agenda.Open]:
    """What stands beside the items that take up an open decision, by the item's number; two queries."""
    by_decision = {item.decision_id: item.pk for item in items if item.decision_id}
    rows = Decision.objects.filter(pk__in=by_decision).prefetch_related(_shares())
    return {by_decision[row.pk]: opened(row) for row in rows}


def opened(row: Decision) -> agenda.Open:
    """A decision of the register as the rules of an agenda take it."""
    owed = tuple(
        agenda.Owed(
            share.office.name, ShareState(share.state).label, ENGLISH[ShareState(share.state)], *_reported(share)
        )
        for share in row.shares.all()
    )
    return agenda.Open(row.pk, row.text, row.held, row.repeated, row.due, owed)


def _reported(share: Share) -> tuple[str, date | None]:
    """What the office reported last, and when."""
    submitted = [each for each in share.duty.reports.all() if each.state != ReportState.DRAFT] if share.duty else []
    last = max(submitted, key=lambda each: each.pk, default=None)
    return (last.words, last.on) if last is not None else (share.reason, share.settled_on)


def _shares() -> Prefetch[str, QuerySet[Share], str]:
    return Prefetch("shares", Share.objects.select_related("office", "duty").prefetch_related("duty__reports"))
