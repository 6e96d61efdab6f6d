"""Days that running text names: a date, a day of a month, a month, a week of one, a weekday; what is due is due by them, or before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from angikar.rules.bangla.dates import parse_date, parse_month_name
from angikar.rules.schedule.clause import Clause, TimedRule
from angikar.rules.schedule.parsing import clock
from angikar.rules.schedule.wording import WEEKDAYS

_WEEKS = {"প্রথম": 7, "1ম": 7, "দ্বিতীয়": 14, "2য়": 14, "তৃতীয়": 21, "3য়": 21}
"""The last day of each week of a month but the last."""


def by_date(clause: Clause) -> TimedRule | None:
    """A whole date."""
    day = parse_date(clause["date"] or "")
    return _by(clause, day) if day else None


def on_date(clause: Clause) -> TimedRule | None:
    """A day on which something is to be done, not before the paper is issued; where another clause says by when, it is no deadline."""
    day = parse_date(clause["date"] or "")
    return replace(_by(clause, day), is_weak=True) if day and clause.issued and day >= clause.issued else None


def by_short_date(clause: Clause) -> TimedRule | None:
    """A day without a year is the next such day after the issue."""
    month, day = parse_month_name(clause["nmonth"] or ""), int(clause["nday"] or 0)
    if month is None or clause.issued is None:
        return None
    year = clause.issued.year + ((month, day) < (clause.issued.month, clause.issued.day))
    try:
        return _by(clause, date(year, month, day))
    except ValueError:
        return None


def by_end_of_month(clause: Clause) -> TimedRule | None:
    """By a month is by its last day; without a year it is the next such month from the issue on."""
    first = _month(clause)
    if first is None:
        return None
    return _by(clause, first if clause["before"] else first + relativedelta(months=1, days=-1))


def by_week_of_month(clause: Clause) -> TimedRule | None:
    """A week of a month is due by its last day, the last week by the end of the month."""
    first = _month(clause)
    if first is None:
        return None
    days = _WEEKS.get(clause["week"] or "")
    return _by(clause, first.replace(day=days) if days else first + relativedelta(months=1, days=-1))


def by_weekday(clause: Clause) -> TimedRule | None:
    """The next such weekday after the issue."""
    if clause.issued is None:
        return None
    ahead = (WEEKDAYS.index(clause["weekday"] or "") - clause.issued.weekday() - 1) % 7 + 1
    return _by(clause, clause.issued + timedelta(days=ahead))


def day_of_month(clause: Clause) -> TimedRule | None:
    """A day of this month or the next, counted from the issue."""
    if clause.issued is None:
        return None
    month = clause.issued + relativedelta(months=clause["next"] is not None)
    try:
        return _by(clause, month.replace(day=int(clause["day"] or 0)))
    except ValueError:
        return None


def _month(clause: Clause) -> date | None:
    month = parse_month_name(clause["mmonth"] or "")
    if month is None or (clause["myear"] is None and clause.issued is None):
        return None
    issued = clause.issued or date.min
    return date(int(clause["myear"] or issued.year + (month < issued.month)), month, 1)


def _by(clause: Clause, day: date) -> TimedRule:
    last = day - relativedelta(days=1) if clause["before"] else day
    hour = clock(clause["hour"]) if clause["hour"] else None
    return TimedRule(clause.start, {"rule": "once", "on": last.isoformat(), **({"at": hour} if hour else {})})
