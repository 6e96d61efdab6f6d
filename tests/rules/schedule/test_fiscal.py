"""Fiscal years and quarters."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.schedule.fiscal import FiscalYear, Quarter, canonical_year, next_day

DAYS = st.dates(date(1971, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("২০২২-২৩", "2022-23"),
        ("২০১৮-২০১৯", "2018-19"),
        ("২০১৮- ২০১৯ অর্থবছরের লক্ষ্যমাত্রা", "2018-19"),
        ("2022–23", "2022-23"),
        ("১৯৯৯-২০০০", "1999-00"),
        ("২০২২/২৩", "2022-23"),
        ("২০২২-২৪", None),
        ("২০২৩-২২", None),
        ("২০২২-২০২৪", None),
        ("২০২২", None),
        ("১২০২২-২৩", None),
        ("", None),
    ],
)
def test_a_fiscal_year_is_read_as_papers_write_it(text: str, year: str | None) -> None:
    assert canonical_year(text) == year


def test_a_year_runs_from_july_to_june() -> None:
    year = FiscalYear.parse("২০২২-২৩")
    assert (year.start, year.end, str(year), year.written()) == (
        date(2022, 7, 1),
        date(2023, 6, 30),
        "2022-23",
        "২০২২-২৩",
    )
    assert [quarter.start for quarter in year.quarters] == [
        date(2022, 7, 1),
        date(2022, 10, 1),
        date(2023, 1, 1),
        date(2023, 4, 1),
    ]


def test_what_names_no_year_or_quarter_is_refused() -> None:
    with pytest.raises(ValueError, match="not a fiscal year"):
        FiscalYear.parse("সাল")
    with pytest.raises(ValueError, match="quarters 1 to 4"):
        FiscalYear(2022).quarter(5)


@given(DAYS)
def test_every_day_lies_in_its_year_and_quarter_alone(day: date) -> None:
    year, quarter = FiscalYear.of(day), Quarter.of(day)
    assert day in year
    assert day in quarter
    assert quarter in year.quarters
    assert [day in other for other in year.quarters].count(True) == 1
    assert FiscalYear.parse(str(year)) == FiscalYear.parse(year.written()) == year


@given(DAYS)
def test_quarters_follow_each_other_without_a_gap(day: date) -> None:
    quarter = Quarter.of(day)
    assert quarter.next.previous == quarter
    assert quarter.end + timedelta(days=1) == quarter.next.start
    assert quarter < quarter.next


def test_a_report_is_due_on_the_first_such_day_after_the_quarter() -> None:
    year = FiscalYear(2022)
    due = [quarter.due(day) for quarter, day in zip(year.quarters, ("10-15", "01-15", "04-15", "07-15"), strict=True)]
    assert due == [date(2022, 10, 15), date(2023, 1, 15), date(2023, 4, 15), date(2023, 7, 15)]


def test_the_next_such_day_is_never_the_day_itself() -> None:
    assert next_day("10-15", date(2022, 10, 15)) == date(2023, 10, 15)
    with pytest.raises(ValueError, match="month"):
        next_day("13-01", date(2022, 1, 1))


@pytest.mark.parametrize("day", [date.min, date(1, 7, 1), date(22, 7, 1), date(9999, 6, 30), date.max])
def test_a_fiscal_year_of_any_day_has_a_beginning_an_end_and_a_name_that_is_read_again(day: date) -> None:
    year = FiscalYear.of(day)
    assert year.start < year.end
    assert FiscalYear.parse(str(year)) == year


def test_a_year_that_the_calendar_does_not_have_whole_is_none() -> None:
    assert canonical_year("0000-01") is canonical_year("9999-00") is None
