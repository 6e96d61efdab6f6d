"""When an officer is reminded of a duty: before the day, on it, after it, and when the office above is notified."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal

from pydantic import Field

from angikar.rules.content import Content

Step = Literal["soon", "today", "late", "escalated"]

BEFORE = timedelta(days=3)
LATE = timedelta(days=1)
ESCALATED = timedelta(days=7)


def step(due: date, today: date) -> Step | None:
    """The latest step that has been reached; `None` while the day is far.

    A run that was left out for some days tells only the latest step, so nobody is flooded.

    >>> step(date(2022, 10, 14), date(2022, 10, 10)), step(date(2022, 10, 14), date(2022, 10, 11))
    (None, 'soon')
    >>> step(date(2022, 10, 14), date(2022, 10, 14)), step(date(2022, 10, 14), date(2022, 10, 20))
    ('today', 'late')
    >>> step(date(2022, 10, 14), date(2022, 10, 21))
    'escalated'
    """
    if today >= due + ESCALATED:
        return "escalated"
    if today >= due + LATE:
        return "late"
    if today == due:
        return "today"
    return "soon" if today >= due - BEFORE else None


class Escalation(Content):
    """Who is to be notified of a report so many hours `after` it was due: `superior`, the head of the office above;
    `issuer`, the head of the office that issued it; or a post as papers word it.
    """

    after: int = Field(ge=1, le=24 * 60)
    to: str = "superior"


def hours_late(due: date, at: time | None, now: datetime) -> int:
    """The whole hours since a report was due: since its time of day, or since the end of its day where it names none; below
    nothing while there is time. `now` is the clock in the same place.

    >>> hours_late(date(2022, 10, 14), time(11), datetime(2022, 10, 14, 13, 59)), hours_late(date(2022, 10, 14), None, datetime(2022, 10, 15, 6))
    (2, 6)
    """
    end = datetime.combine(due, at, now.tzinfo) if at else datetime.combine(due + timedelta(days=1), time(), now.tzinfo)
    return int((now - end) // timedelta(hours=1))


def reached(steps: Sequence[Escalation], late: int) -> tuple[Escalation, ...]:
    """The steps whose hour has come.

    >>> [step.to for step in reached((Escalation(after=2), Escalation(after=24, to="issuer")), 5)]
    ['superior']
    """
    return tuple(each for each in steps if late >= each.after)


ReceiptStep = Literal["first", "second", "escalated"]

SECOND = timedelta(days=3)


def receipt_step(issued: date, today: date) -> ReceiptStep | None:
    """The latest step towards a receipt that nobody set a day for: asked again after a day and after three, the office
    above notified after a week; `None` before.

    >>> receipt_step(date(2022, 10, 13), date(2022, 10, 13)), receipt_step(date(2022, 10, 13), date(2022, 10, 14))
    (None, 'first')
    >>> receipt_step(date(2022, 10, 13), date(2022, 10, 16)), receipt_step(date(2022, 10, 13), date(2022, 10, 20))
    ('second', 'escalated')
    """
    if today >= issued + ESCALATED:
        return "escalated"
    if today >= issued + SECOND:
        return "second"
    return "first" if today >= issued + LATE else None


def is_overdue(due: date | None, issued: date | None, today: date) -> bool:
    """Whether a receipt that has not come is late: after its day, or from the third day on where none was set."""
    if due is not None:
        return today > due
    return issued is not None and today >= issued + SECOND
