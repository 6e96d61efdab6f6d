"""Moves the samples of the demo, text and days, from the days they were written for to days around today."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from angikar.rules.bangla import calendar
from angikar.rules.bangla.dates import MONTHS, write_bangla_date, write_date
from angikar.rules.bangla.digits import to_bangla, to_latin
from angikar.rules.schedule.fiscal import FiscalYear

Move = Callable[[date], date]

_MONTH, _BANGLA_MONTH = "|".join(MONTHS), "|".join(calendar.MONTHS)
_TIMES = re.compile(
    rf"(?P<day>[০-৯]{{1,2}}) (?P<month>{_MONTH}) (?P<year>[০-৯]{{4}})"
    rf"|(?P<bangla_day>[০-৯]{{1,2}}) (?P<bangla_month>{_BANGLA_MONTH}) (?P<bangla_year>[০-৯]{{4}})"
    rf"|(?<![০-৯.])(?P<dotted>[০-৩][০-৯](?P<sign>[./-])[০১][০-৯](?P=sign))(?P<short>২০[০-৯]{{2}}|[০-৯]{{2}})(?![০-৯.])"
    rf"|(?P<only_month>{_MONTH})(?P<comma>,?) (?P<month_year>২০[০-৯]{{2}})"
    r"|(?<=\.০০[০-৯]\.)(?P<memo>[০-৯]{2})(?=-[০-৯])"
    r"|(?<![০-৯.])(?P<fiscal>২০[০-৯]{2})(?:-(?P<next>[০-৯]{2})(?![০-৯]))?(?![০-৯])"
)


def later_by_years(years: int) -> Move:
    """Moves a day by whole years."""
    return lambda day: day.replace(year=day.year + years)


def later_by_days(days: int) -> Move:
    """Moves a day by days."""
    return lambda day: day + timedelta(days=days)


def to_running_year(today: date, written_for: FiscalYear) -> Move:
    """Moves a day of a fiscal year to the same day of the running one."""
    return later_by_years(FiscalYear.of(today).begins - written_for.begins)


def so_that(day: date, becomes: date) -> Move:
    """Moves days as far as one of them is moved."""
    return later_by_days((becomes - day).days)


def moved(text: str, move: Move) -> str:
    """A sample whose days, months and fiscal years are moved: in both calendars, in words and in figures; a memo number has
    the year of the letter's own day.
    """
    own = next((move(day) for found in _TIMES.finditer(text) if (day := _day(found.groupdict()))), None)
    return _TIMES.sub(lambda found: _moved(found.groupdict(), found[0], move, own), text)


def _day(part: dict[str, str | None]) -> date | None:
    """The day that was written with the name of its month."""
    if not part["day"]:
        return None
    year, day = (int(to_latin(part[name] or "")) for name in ("year", "day"))
    return date(year, MONTHS.index(part["month"] or "") + 1, day)


def _moved(part: dict[str, str | None], whole: str, move: Move, own: date | None) -> str:
    def number(name: str) -> int:
        return int(to_latin(part[name] or "0"))

    if day := _day(part):
        return write_date(move(day))
    if part["bangla_day"]:
        month = calendar.MONTHS.index(part["bangla_month"] or "") + 1
        said = calendar.BanglaDate(number("bangla_year"), month, number("bangla_day"))
        return write_bangla_date(calendar.to_bangla_date(move(calendar.to_gregorian(said))))
    if part["dotted"]:
        of_month, month = (int(to_latin(each)) for each in whole.split(part["sign"])[:2])
        made = move(date(number("short") % 100 + 2000, month, of_month))
        year = f"{made.year}" if len(part["short"] or "") == 4 else f"{made:%y}"
        return to_bangla(f"{made:%d}{part['sign']}{made:%m}{part['sign']}{year}")
    if part["only_month"]:
        made = move(date(number("month_year"), MONTHS.index(part["only_month"]) + 1, 15))
        return f"{MONTHS[made.month - 1]}{part['comma']} {to_bangla(str(made.year))}"
    if part["memo"]:
        return to_bangla(f"{own:%y}") if own else whole
    first = move(date(number("fiscal"), 7, 1)).year
    return to_bangla(f"{first}-{(first + 1) % 100:02}" if part["next"] else str(first))
