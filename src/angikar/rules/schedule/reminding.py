"""When somebody is told of what he owes: before the day, on it, after it, and when the office above is told."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

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
