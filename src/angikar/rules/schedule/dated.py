"""Dated proof: whether the day that a proof bears lies in the quarter whose figure it is to prove."""

from __future__ import annotations

from datetime import date

from angikar.rules.reading import Doubt
from angikar.rules.schedule import sentences
from angikar.rules.schedule.fiscal import Quarter


def outside(day: date, quarter: Quarter | None, today: date) -> Doubt | None:
    """What is doubtful about the day of a proof: it has not come yet, or it lies outside the quarter; `None` where
    nothing is. Without a quarter only a day still to come is doubtful.

    >>> from angikar.rules.schedule.fiscal import FiscalYear
    >>> outside(date(2022, 11, 3), FiscalYear(2022).quarter(1), date(2022, 12, 1)).code
    'proof-outside-quarter'
    """
    if day > today:
        return Doubt(sentences.PROOF_AHEAD, "warning", {"day": day.isoformat()}, "proof_date")
    if quarter is not None and day not in quarter:
        days = {"day": day, "first": quarter.start, "last": quarter.end}
        facts = {name: each.isoformat() for name, each in days.items()}
        return Doubt(sentences.PROOF_OUTSIDE_QUARTER, "warning", facts, "proof_date")
    return None
