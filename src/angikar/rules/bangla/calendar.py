"""The Bangla calendar (বঙ্গাব্দ) of Bangladesh under both its rules, the older one and the one in force since 1426."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum
from typing import Literal, NamedTuple, Self

MONTHS = (
    *("বৈশাখ", "জ্যৈষ্ঠ", "আষাঢ়", "শ্রাবণ", "ভাদ্র", "আশ্বিন"),
    *("কার্তিক", "অগ্রহায়ণ", "পৌষ", "মাঘ", "ফাল্গুন", "চৈত্র"),
)
"""The twelve months in their official spelling; Boishakh is month 1."""

WEEKDAYS = ("সোমবার", "মঙ্গলবার", "বুধবার", "বৃহস্পতিবার", "শুক্রবার", "শনিবার", "রবিবার")
"""The days of the week, Monday first, as `date.weekday()` counts."""

FIRST_DAY = date(1987, 4, 14)
"""1 Boishakh 1394. Before it other rules applied, which this module does not know."""

_LAST_YEAR = 9405  # the last Bangla year that ends within the years `date` can hold


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


class CalendarRule(Enum):
    """How long the months are; the value is the first day on which the rule holds.

    Old: five months of 31 days, then 30, Falgun 31 in a leap year. New, of the Bangla Academy: six months of 31 days,
    then 30, Falgun 29 or, in a leap year, 30, so that 21 February is 8 Falgun again. A leap year is that of the
    Gregorian February that falls in Falgun. Both begin the year on 14 April; the first day they name differently is
    16 October 2019, and each year from then they differ from 16 October to 14 March.
    """

    OLD = date(1987, 4, 14)
    NEW = date(2019, 4, 14)

    @property
    def since(self) -> date:
        """The first day on which the rule holds."""
        return self.value

    def lengths(self, year: int) -> tuple[int, ...]:
        """The days of the twelve months of a Bangla year under this rule."""
        extra = _leap(year + 594)
        if self is CalendarRule.NEW:
            return (31,) * 6 + (30,) * 4 + (29 + extra, 30)
        return (31,) * 5 + (30,) * 5 + (30 + extra, 30)


def rule_of(year: int) -> CalendarRule:
    """The rule in force in a Bangla year: the new one from 1426.

    >>> rule_of(1425).name, rule_of(1426).name
    ('OLD', 'NEW')
    """
    return CalendarRule.NEW if year >= 1426 else CalendarRule.OLD


class _YearMonthDay(NamedTuple):
    year: int
    month: int
    day: int


class BanglaDate(_YearMonthDay):
    """A day of the Bangla calendar. ValueError unless a rule that could be meant in that year has such a day.

    From 1426 a day of the older rule can be held too, since papers still print it; `to_gregorian` says when the rule
    in force does not have it.

    >>> BanglaDate(1429, 6, 28) < BanglaDate(1429, 7, 1), str(BanglaDate(1429, 6, 28))
    (True, '1429-06-28')
    """

    __slots__ = ()

    def __new__(cls, year: int, month: int, day: int) -> Self:
        if not 1394 <= year <= _LAST_YEAR:
            raise ValueError(f"Bangla years are known from 1394 (14 April 1987), not {year}")
        if not 1 <= month <= 12:
            raise ValueError(f"a Bangla month is 1 to 12, not {month}")
        rules = (CalendarRule.OLD,) if year < 1426 else (CalendarRule.OLD, CalendarRule.NEW)
        longest = max(rule.lengths(year)[month - 1] for rule in rules)
        if not 1 <= day <= longest:
            raise ValueError(f"month {month} of {year} has days 1 to {longest}, not {day}")
        return super().__new__(cls, year, month, day)

    def __str__(self) -> str:
        return self.isoformat()

    def isoformat(self) -> str:
        """The date as it is stored: year, month 1-12 and day, `1429-06-28`."""
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    @classmethod
    def from_iso(cls, text: str) -> BanglaDate:
        """Read the stored form back; ValueError when it is not one.

        >>> BanglaDate.from_iso("1425-05-26")
        BanglaDate(year=1425, month=5, day=26)
        """
        year, month, day = text.split("-")
        return cls(int(year), int(month), int(day))


def _count(d: date, rule: CalendarRule | None) -> BanglaDate:
    if d < FIRST_DAY:
        raise ValueError(f"Bangla dates are known from 14 April 1987, not {d.isoformat()}")
    new_year = date(d.year - (d < date(d.year, 4, 14)), 4, 14)
    year, left = new_year.year - 593, (d - new_year).days
    for month, length in enumerate((rule or rule_of(year)).lengths(year), start=1):
        if left < length:
            return BanglaDate(year, month, left + 1)
        left -= length
    raise AssertionError("a Bangla year has as many days as its Gregorian one")


def to_bangla_date(d: date) -> BanglaDate:
    """The Bangla date of a Gregorian day by the rule in force on it; ValueError before 14 April 1987.

    >>> [str(to_bangla_date(d)) for d in (date(2022, 10, 13), date(2016, 2, 21), date(2022, 2, 21))]
    ['1429-06-28', '1422-11-09', '1428-11-08']
    """
    return _count(d, None)


def by_old_rule(d: date) -> BanglaDate:
    """The Bangla date the older rule gives, which some papers still print; ValueError before 14 April 1987.

    >>> str(by_old_rule(date(2022, 12, 2))), str(to_bangla_date(date(2022, 12, 2)))
    ('1429-08-18', '1429-08-17')
    """
    return _count(d, CalendarRule.OLD)


def to_gregorian(bd: BanglaDate, rule: CalendarRule | None = None) -> date:
    """The Gregorian day of a Bangla date, by the rule in force in its year unless another is named.

    ValueError when the rule has no such day.

    >>> to_gregorian(BanglaDate(1425, 5, 26)), to_gregorian(BanglaDate(1429, 11, 30), CalendarRule.OLD)
    (datetime.date(2018, 9, 10), datetime.date(2023, 3, 14))
    """
    lengths = (rule or rule_of(bd.year)).lengths(bd.year)
    longest = lengths[bd.month - 1]
    if bd.day > longest:
        raise ValueError(f"{MONTHS[bd.month - 1]} {bd.year} has {longest} days by this rule, not {bd.day}")
    return date(bd.year + 593, 4, 14) + timedelta(days=sum(lengths[: bd.month - 1]) + bd.day - 1)


def compare_pair(bd: BanglaDate, d: date) -> Literal["agree", "old-rule", "disagree"]:
    """Judge the two dates of one letter: they agree, agree only by the older rule, or name different days.

    >>> compare_pair(BanglaDate(1429, 6, 28), date(2022, 10, 13))
    'agree'
    >>> compare_pair(BanglaDate(1432, 7, 11), date(2025, 10, 26))
    'old-rule'
    """
    if d < FIRST_DAY:
        return "disagree"
    if to_bangla_date(d) == bd:
        return "agree"
    return "old-rule" if by_old_rule(d) == bd else "disagree"
