"""Counting a row of a plan from a body's own meetings: meetings held, decisions carried out, reports on time, with their proof."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef

from angikar.duties.models import Duty, DutyState, Report, ReportState
from angikar.meetings.models import Decision, Measure, Meeting, MeetingState, Share, ShareState
from angikar.offices.models import Body
from angikar.papers.models import Paper, State

_HELD = (MeetingState.CLOSED, MeetingState.MINUTED, MeetingState.CONFIRMED)
_NOT_COUNTED = (DutyState.EXCUSED, DutyState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class CountedCase:
    """One thing that was looked at: its day, its words, the paper it stands in, and whether it counts."""

    day: date
    text: str
    paper: int | None
    counts: bool


@dataclass(frozen=True, slots=True)
class Count:
    """A measure of a body in a time: so many (of so many, where it is a rate), with everything that was looked at."""

    measure: Measure
    body: Body
    proofs: list[CountedCase] = field(default_factory=list)

    @property
    def numerator(self) -> int:
        """How many count."""
        return sum(each.counts for each in self.proofs)

    @property
    def denominator(self) -> int | None:
        """Of how many; `None` where the measure is a number and no rate."""
        return None if self.measure == Measure.HELD else len(self.proofs)


def count(measure: Measure, body: Body, first: date, last: date) -> Count:
    """Count a measure of a body from a day to a day, both within it: two or three queries."""
    counted = {Measure.HELD: _held, Measure.CARRIED_OUT: _carried_out, Measure.ON_TIME: _on_time}
    return Count(measure, body, sorted(counted[measure](body, first, last), key=lambda each: (each.day, each.text)))


def _held(body: Body, first: date, last: date) -> Iterable[CountedCase]:
    """The meetings that were held, and those of which minutes alone are known."""
    meetings = Meeting.objects.filter(body=body, state__in=_HELD, date__gte=first, date__lte=last)
    known = [CountedCase(each.date, each.title, each.minutes_id, True) for each in meetings if each.date]
    decided = Decision.objects.filter(body=body, held__gte=first, held__lte=last).exclude(paper__state=State.SUPERSEDED)
    minutes = decided.order_by().values_list("paper", "paper__title", "held").distinct()
    of_meetings, days = {each.paper for each in known}, {each.day for each in known}
    return known + [
        CountedCase(day, title, pk, True)
        for pk, title, day in minutes
        if day and pk not in of_meetings and day not in days
    ]


def _carried_out(body: Body, first: date, last: date) -> Iterable[CountedCase]:
    """The decisions whose last day lies in the time, each carried out where every office has; what the chair agreed cannot be
    done by anybody is left out.
    """
    shares: dict[int, list[Share]] = defaultdict(list)
    due = Share.objects.filter(decision__body=body, due__gte=first, due__lte=last).exclude(state=ShareState.WITHDRAWN)
    for share in due.exclude(state=ShareState.CANNOT, settled_on__isnull=False).select_related("decision"):
        shares[share.decision_id].append(share)
    for each in shares.values():
        decision = each[0].decision
        done = all(share.state == ShareState.DONE for share in each)
        yield CountedCase(max(share.due or first for share in each), decision.text, decision.paper_id, done)


def _on_time(body: Body, first: date, last: date) -> Iterable[CountedCase]:
    """The reports on the body's decisions whose last day lies in the time; what was set aside is left out."""
    in_time = Report.objects.filter(duty=OuterRef("pk"), late=False).exclude(
        state__in=(ReportState.DRAFT, ReportState.SENT_BACK)
    )
    papers = Paper.objects.filter(decisions__body=body).values("pk")
    duties = Duty.objects.filter(paper__in=papers, kind="decision", due__gte=first, due__lte=last).exclude(
        state__in=_NOT_COUNTED
    )
    for duty in duties.annotate(on_time=Exists(in_time)).select_related("post__office").defer("asked"):
        if duty.due is not None:
            yield CountedCase(
                duty.due, f"{duty.post.office.name}: {duty.text}", duty.paper_id, bool(getattr(duty, "on_time", False))
            )
