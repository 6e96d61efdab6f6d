"""Working days: the weekend of public offices and the government holidays, so that "within three working days" is a day.

Days that stand in every year's list of the Ministry of Public Administration, and those that follow the moon by year:
the days of 2022 to 2026 as they were kept, those of other years as computed. Counted from the package `holidays` 0.109 (MIT), module `countries/bangladesh.py`,
which names the notifications; the holidays of single faiths but Islam and Christmas are not in it and not here.
"""

from __future__ import annotations

from datetime import date, timedelta

WEEKEND = (4, 5)
"""Friday and Saturday, as `date.weekday()` counts."""

_FIXED = ("02-21", "03-26", "04-14", "05-01", "12-16", "12-25")
_UNTIL_2024 = ("03-17", "08-15")
_SINCE_2025 = ("08-05",)
_BY_MOON: dict[int, str] = {
    2014: "01-14 06-14 07-25 07-29 07-30 07-31 10-05 10-06 10-07 11-04",
    2015: "01-04 06-03 07-10 07-15 07-18 07-19 07-20 09-24 09-25 09-26 10-24 12-24",
    2016: "05-23 07-01 07-03 07-07 07-08 07-09 09-12 09-13 09-14 10-12 12-12",
    2017: "05-12 06-23 06-26 06-27 06-28 09-02 09-03 09-04 10-01 12-01",
    2018: "05-02 06-08 06-12 06-16 06-17 06-18 08-22 08-23 08-24 09-21 11-21",
    2019: "04-21 05-31 06-02 06-05 06-06 06-07 08-12 08-13 08-14 09-10 11-10",
    2020: "04-09 05-21 05-22 05-25 05-26 05-27 08-01 08-02 08-03 08-30 10-30",
    2021: "03-29 05-07 05-10 05-14 05-15 05-16 07-21 07-22 07-23 08-19 10-19",
    2022: "03-19 04-29 05-03 05-04 05-05 07-10 07-11 07-12 08-09 10-09",
    2023: "03-08 04-19 04-21 04-22 04-23 04-24 06-29 06-30 07-01 07-29 09-28",
    2024: "01-07 02-26 04-05 04-07 04-10 04-11 04-12 06-17 06-18 06-19 07-17 08-05 08-06 08-07 09-16",
    2025: "02-15 03-28 03-31 04-01 04-02 06-07 06-08 06-09 07-06 09-06",
    2026: "02-04 03-20 03-21 03-22 03-23 05-28 05-29 05-30 06-26 08-26",
    2027: "01-24 03-05 03-07 03-10 03-11 03-12 05-17 05-18 05-19 06-16",
}


def is_holiday(day: date) -> bool:
    """Whether offices are closed on a day by a holiday of the calendar.

    >>> is_holiday(date(2023, 12, 16)), is_holiday(date(2023, 6, 29)), is_holiday(date(2025, 8, 15))
    (True, True, False)
    """
    name = f"{day:%m-%d}"
    changing = _UNTIL_2024 if day.year <= 2024 else _SINCE_2025
    return name in _FIXED or name in changing or name in _BY_MOON.get(day.year, "").split()


def is_working(day: date) -> bool:
    """Whether offices are open on a day."""
    return day.weekday() not in WEEKEND and not is_holiday(day)


def is_known(year: int) -> bool:
    """Whether the holidays of a year that follow the moon are known."""
    return year in _BY_MOON


def working_day(after: date, count: int) -> date:
    """The last of so many working days that follow a day.

    >>> working_day(date(2024, 5, 5), 3), working_day(date(2023, 12, 13), 3)
    (datetime.date(2024, 5, 8), datetime.date(2023, 12, 18))
    """
    day = after
    for _ in range(count):
        day += timedelta(days=1)
        while not is_working(day):
            day += timedelta(days=1)
    return day
