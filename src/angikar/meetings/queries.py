"""Reading meetings for a person: those he is called to, and those of a body before and behind its today."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce

from angikar.meetings.models import Meeting, MeetingState
from angikar.offices.access import mandate
from angikar.offices.models import Member, Officer

KEPT = timedelta(days=60)
"""So long a meeting that is over stays in a calendar."""
PAST = (MeetingState.CLOSED, MeetingState.MINUTED, MeetingState.CONFIRMED, MeetingState.CANCELLED)
"""In these states a meeting lies behind."""


def meetings_of(officer: Officer, day: date) -> QuerySet[Meeting]:
    """The meetings with a day, from `KEPT` before, of the bodies in which an officer sits; those called off once their notice
    was out are among them, so that a calendar strikes them.
    """
    seats = Member.objects.on(day).filter(post__in=mandate(officer, day).post_ids)
    rows = Meeting.objects.filter(body__in=seats.values("body"), date__gte=day - KEPT)
    return rows.exclude(state=MeetingState.CANCELLED, notice=None).select_related("body").order_by("date", "pk")


def coming(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Of these, the ones that are not over, the next first."""
    return meetings.exclude(state__in=PAST).order_by(F("date").asc(nulls_last=True), "due", "pk")


def past(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Of these, the ones that are over, the last first: by the day `on` which they were held, or else were due."""
    over = meetings.filter(state__in=PAST).annotate(on=Coalesce("date", "due"))
    return over.order_by(F("on").desc(nulls_last=True), "-pk")
