"""Dated proof: whether the day that a proof bears lies in the quarter whose figure it is to prove."""

from __future__ import annotations

from datetime import date

from angikar.rules.bangla.dates import write_date as written
from angikar.rules.reading import Doubt, plain_doubt
from angikar.rules.schedule.fiscal import Quarter


def outside(day: date, quarter: Quarter | None, today: date) -> Doubt | None:
    """What is doubtful about the day of a proof: it has not come yet, or it lies outside the quarter; `None` where
    nothing is. Without a quarter only a day still to come is doubtful.

    >>> from angikar.rules.schedule.fiscal import FiscalYear
    >>> outside(date(2022, 11, 3), FiscalYear(2022).quarter(1), date(2022, 12, 1)).code
    'proof-outside-quarter'
    """
    if day > today:
        return plain_doubt(
            "proof-ahead", "warning", f"প্রমাণকের তারিখ {written(day)} এখনো আসেনি।",
            f"The date of the evidence, {day.isoformat()}, has not come yet.", "proof_date",
        )  # fmt: skip
    if quarter is not None and day not in quarter:
        return plain_doubt(
            "proof-outside-quarter", "warning",
            f"প্রমাণকের তারিখ {written(day)} এই ত্রৈমাসিকের ({written(quarter.start)} – {written(quarter.end)}) বাইরে।",
            f"The date of the evidence, {day.isoformat()}, lies outside the quarter ({quarter.start.isoformat()} to {quarter.end.isoformat()}).",
            "proof_date",
        )  # fmt: skip
    return None
