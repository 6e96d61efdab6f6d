"""Fiscal years (1 July to 30 June), their quarters, and the days on which reports of them are due."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from angikar.rules.bangla.digits import to_bangla, to_latin

FIRST_MONTH = 7
_FIRST, _LAST = date.min.year, date.max.year - 1
"""The first and the last year in which a whole fiscal year begins."""
_WRITTEN = re.compile(r"(?<!\d)(\d{4})\s*[-–—/]\s*(\d{4}|\d{2})(?!\d)")


@dataclass(frozen=True, slots=True, order=True)
class FiscalYear:
    """A fiscal year by the year in which it begins: `FiscalYear(2022)` runs from 1 July 2022 to 30 June 2023."""

    begins: int

    @classmethod
    def of(cls, day: date) -> FiscalYear:
        """The fiscal year a day lies in; the first and the last year of all days are cut off by the calendar and count to their neighbours."""
        begins = day.year if day.month >= FIRST_MONTH else day.year - 1
        return cls(min(max(begins, _FIRST), _LAST))

    @classmethod
    def parse(cls, text: str) -> FiscalYear:
        """The year a text names (`"২০২২-২৩"`, `"2018-2019"`); `ValueError` where it names none."""
        name = canonical_year(text)
        if name is None:
            raise ValueError(f"{text!r} is not a fiscal year such as 2022-23")
        return cls(int(name[:4]))

    def __str__(self) -> str:
        return f"{self.begins:04}-{(self.begins + 1) % 100:02}"

    def written(self) -> str:
        """As papers print it: `২০২২-২৩`."""
        return to_bangla(str(self))

    def shifted(self, years: int) -> FiscalYear:
        """The fiscal year so many years later (or earlier)."""
        return FiscalYear(self.begins + years)

    @property
    def start(self) -> date:
        """1 July."""
        return date(self.begins, FIRST_MONTH, 1)

    @property
    def end(self) -> date:
        """30 June of the next calendar year."""
        return self.shifted(1).start - timedelta(days=1)

    def quarter(self, number: int) -> Quarter:
        """Quarter 1 (July to September) to 4 (April to June)."""
        return Quarter(self, number)

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """The four quarters in order."""
        return tuple(Quarter(self, number) for number in (1, 2, 3, 4))

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """One quarter of a fiscal year, numbered 1 to 4."""

    year: FiscalYear
    number: int

    def __post_init__(self) -> None:
        if self.number not in (1, 2, 3, 4):
            raise ValueError(f"a fiscal year has quarters 1 to 4, not {self.number}")

    @classmethod
    def of(cls, day: date) -> Quarter:
        """The quarter a day lies in."""
        return cls(FiscalYear.of(day), (day.month - FIRST_MONTH) % 12 // 3 + 1)

    @property
    def start(self) -> date:
        """The first day."""
        month = FIRST_MONTH + 3 * (self.number - 1)
        return date(self.year.begins + (month > 12), (month - 1) % 12 + 1, 1)

    @property
    def end(self) -> date:
        """The last day."""
        return self.next.start - timedelta(days=1)

    @property
    def next(self) -> Quarter:
        """The quarter after this, in the next year where this is the fourth."""
        return Quarter(self.year, self.number + 1) if self.number < 4 else Quarter(self.year.shifted(1), 1)

    @property
    def previous(self) -> Quarter:
        """The quarter before this."""
        return Quarter(self.year, self.number - 1) if self.number > 1 else Quarter(self.year.shifted(-1), 4)

    def due(self, month_day: str) -> date:
        """The first day `MM-DD` after the quarter has ended: when its report is due."""
        return next_day(month_day, self.end)

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


@lru_cache(maxsize=256)
def report_due(fiscal_year: str, quarter: int, month_day: str) -> date:
    """When the report of a quarter (1-4) of a fiscal year is due: the first day `MM-DD` after it."""
    return FiscalYear.parse(fiscal_year).quarter(quarter).due(month_day)


def next_day(month_day: str, after: date) -> date:
    """The first day written `MM-DD` that is later than `after`; `ValueError` where no year has such a day."""
    month, day = (int(part) for part in month_day.split("-"))
    this_year = date(after.year, month, day)
    return this_year if this_year > after else date(after.year + 1, month, day)


def canonical_year(text: str) -> str | None:
    """The fiscal year a text names, as `2022-23`; `None` where there is none or the two years do not follow each other.

    >>> canonical_year("২০২২-২৩"), canonical_year("২০১৮-২০১৯ অর্থবছর"), canonical_year("২০২২-২৪")
    ('2022-23', '2018-19', None)
    """
    return _remembered(text) if len(text) <= _SHORT else _canonical(text)


_SHORT = 20
"""A text that is no longer is remembered with its year: every row of a plan asks for the same one."""


@lru_cache(maxsize=256)
def _remembered(text: str) -> str | None:
    return _canonical(text)


def _canonical(text: str) -> str | None:
    found = _WRITTEN.search(to_latin(text))
    if found is None:
        return None
    year = FiscalYear(int(found[1]))
    if not _FIRST <= year.begins <= _LAST:
        return None
    return str(year) if found[2] in (str(year)[5:], str(year.begins + 1)) else None
