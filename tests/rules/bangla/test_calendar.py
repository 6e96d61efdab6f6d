"""The Bangla calendar: published pairs of dates, both rules, and each day from 1987 to 2100."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.bangla.calendar import (
    FIRST_DAY,
    MONTHS,
    WEEKDAYS,
    BanglaDate,
    CalendarRule,
    by_old_rule,
    compare_pair,
    rule_of,
    to_bangla_date,
    to_gregorian,
)

# Pairs printed in official letters and in the press; the last four tell the rules apart.
TRUE_PAIRS = [
    ((1425, 5, 26), date(2018, 9, 10)),
    ((1429, 6, 28), date(2022, 10, 13)),
    ((1423, 5, 2), date(2016, 8, 17)),
    ((1425, 7, 1), date(2018, 10, 16)),
    ((1423, 9, 2), date(2016, 12, 16)),
    ((1422, 11, 9), date(2016, 2, 21)),
    ((1430, 12, 12), date(2024, 3, 26)),
    ((1426, 6, 31), date(2019, 10, 16)),
    ((1429, 6, 31), date(2022, 10, 16)),
    ((1428, 9, 1), date(2021, 12, 16)),
    ((1428, 11, 8), date(2022, 2, 21)),
]
# Printed after the rule had changed, and still by the older one.
OLD_RULE_PAIRS = [((1429, 8, 18), date(2022, 12, 2)), ((1432, 7, 11), date(2025, 10, 26))]

days = st.dates(min_value=FIRST_DAY, max_value=date(2100, 12, 31))


@pytest.mark.parametrize(("bangla", "gregorian"), TRUE_PAIRS)
def test_a_published_pair_agrees(bangla: tuple[int, int, int], gregorian: date) -> None:
    day = BanglaDate(*bangla)
    assert to_bangla_date(gregorian) == day
    assert to_gregorian(day) == gregorian
    assert compare_pair(day, gregorian) == "agree"


@pytest.mark.parametrize(("bangla", "gregorian"), OLD_RULE_PAIRS)
def test_a_pair_by_the_older_rule_is_flagged_and_not_accepted(bangla: tuple[int, int, int], gregorian: date) -> None:
    day = BanglaDate(*bangla)
    assert compare_pair(day, gregorian) == "old-rule"
    assert by_old_rule(gregorian) == day
    assert to_gregorian(day, CalendarRule.OLD) == gregorian != to_gregorian(day)


@pytest.mark.parametrize(
    ("bangla", "gregorian"),
    [((1429, 6, 28), date(2022, 10, 14)), ((1425, 8, 18), date(2018, 12, 1)), ((1429, 6, 28), date(1971, 12, 16))],
)
def test_a_pair_that_no_rule_explains_disagrees(bangla: tuple[int, int, int], gregorian: date) -> None:
    assert compare_pair(BanglaDate(*bangla), gregorian) == "disagree"


@given(days)
def test_a_day_comes_back_by_either_rule(day: date) -> None:
    assert to_gregorian(to_bangla_date(day)) == day
    assert to_gregorian(by_old_rule(day), CalendarRule.OLD) == day


def test_every_day_from_1987_to_2100_follows_the_day_before() -> None:
    day, before = FIRST_DAY, None
    while day <= date(2100, 12, 31):
        bangla = to_bangla_date(day)
        if before is not None:
            assert before < bangla
            assert bangla.day in (before.day + 1, 1)
        day, before = day + timedelta(days=1), bangla


@given(days)
def test_the_rules_differ_only_from_16_october_2019_and_only_till_14_march(day: date) -> None:
    differ = to_bangla_date(day) != by_old_rule(day)
    winter = (day.month, day.day) >= (10, 16) or (day.month, day.day) <= (3, 14)
    assert differ == (winter and day >= date(2019, 10, 16))


@given(st.integers(min_value=1987, max_value=2100))
def test_the_year_begins_on_14_april_by_both_rules(year: int) -> None:
    first = BanglaDate(year - 593, 1, 1)
    assert to_bangla_date(date(year, 4, 14)) == by_old_rule(date(year, 4, 14)) == first
    assert (sum(CalendarRule.OLD.lengths(first.year)), sum(CalendarRule.NEW.lengths(first.year))) == (
        (date(year + 1, 4, 14) - date(year, 4, 14)).days,
    ) * 2


@given(st.integers(min_value=2020, max_value=2100))
def test_the_national_days_fall_where_the_new_rule_was_made_to_put_them(year: int) -> None:
    found = [to_bangla_date(day) for day in (date(year, 2, 21), date(year, 3, 26), date(year, 12, 16))]
    assert [(day.month, day.day) for day in found] == [(11, 8), (12, 12), (9, 1)]


def test_dates_before_14_april_1987_are_refused() -> None:
    for convert in (to_bangla_date, by_old_rule):
        with pytest.raises(ValueError, match="14 April 1987"):
            convert(date(1987, 4, 13))
    with pytest.raises(ValueError, match="1394"):
        BanglaDate(1379, 7, 18)


@pytest.mark.parametrize(
    "fields", [(1429, 0, 1), (1429, 13, 1), (1429, 1, 0), (1429, 1, 32), (1425, 6, 31), (1429, 11, 31), (1429, 12, 31)]
)
def test_a_day_that_no_rule_has_is_refused(fields: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match=r"month|days"):
        BanglaDate(*fields)


def test_a_day_of_the_older_rule_is_held_but_not_converted_by_the_new_one() -> None:
    day = BanglaDate(1429, 11, 30)
    with pytest.raises(ValueError, match="29 days"):
        to_gregorian(day)
    assert to_gregorian(day, CalendarRule.OLD) == date(2023, 3, 14)


def test_each_rule_names_the_day_it_holds_from() -> None:
    assert [rule.since for rule in CalendarRule] == [date(1987, 4, 14), date(2019, 4, 14)]
    assert [rule_of(year) for year in (1394, 1425, 1426)] == [CalendarRule.OLD, CalendarRule.OLD, CalendarRule.NEW]


@given(days)
def test_the_stored_form_reads_back(day: date) -> None:
    bangla = to_bangla_date(day)
    assert BanglaDate.from_iso(bangla.isoformat()) == bangla


def test_the_names_are_complete_and_monday_comes_first() -> None:
    assert (len(MONTHS), len(WEEKDAYS), WEEKDAYS[date(2022, 10, 13).weekday()]) == (12, 7, "বৃহস্পতিবার")
