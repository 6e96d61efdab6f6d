"""Papers of the past: which day is a paper's own, and which of its duties were over long before it was entered."""

from __future__ import annotations

from datetime import date, timedelta

from angikar.papers.models import Paper
from angikar.rules.bangla.dates import parse_date
from angikar.rules.duty import Ask

LONG = timedelta(days=30)
"""What was over for more than this when a paper was entered is history: nobody is reminded of it."""


def own_day(paper: Paper) -> date | None:
    """The day a paper bears: that of its letter, or of the meeting it records."""
    letter = paper.content.get("letter") or {}
    return parse_date(str(letter.get("date") or paper.content.get("date") or ""))


def is_of_the_past(paper: Paper, today: date) -> bool:
    """Whether a paper bears a day so long ago that it is entered rather than issued."""
    day = own_day(paper)
    return day is not None and day + LONG < today


def is_long_over(ask: Ask, issued: date, entered: date | None) -> bool:
    """Whether what a paper asked was over long before it was entered; what names no day counts from the day of the paper. A
    figure of a plan never is: its quarter says whether it may still be reported.
    """
    if entered is None or ask.kind == "figure":
        return False
    last = date.fromisoformat(ask.due) if ask.due and not ask.due_on_issue else issued
    return last + LONG < entered
