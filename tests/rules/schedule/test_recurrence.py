"""What recurs, by the words of circulars and minutes."""

from __future__ import annotations

from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from angikar.rules.schedule.recurrence import occurrences
from angikar.rules.schedule.rule import Rule, ScheduleError
from angikar.rules.schedule.wording import describe, describe_en

POLL, ISSUED = date(2022, 10, 17), date(2022, 10, 13)
EVERY_WEEK = Rule(rule="every", days=7, from_="formation", until="anchor-4")
DAILY = Rule(rule="daily", from_="anchor-3", until="anchor")
PLAN = Rule(rule="once", on="anchor-4")
MONTHLY = Rule(rule="monthly", day=10)


def dues(*rules: Rule, poll: date = POLL, issued: date | None = ISSUED, end: date | None = None) -> list[str]:
    """The days on which the rules fall, `!` after what was due on issue."""
    found = occurrences(rules, anchor=poll, formation=issued, issued=issued, end=end)
    return [each.due.isoformat() + "!" * each.due_on_issue for each in found]


def test_reports_of_the_last_days_before_the_poll_are_daily_and_no_week_has_passed() -> None:
    assert dues(EVERY_WEEK, DAILY) == ["2022-10-14", "2022-10-15", "2022-10-16", "2022-10-17"]


def test_a_plan_due_on_the_day_of_issue_is_due_on_issue() -> None:
    assert dues(PLAN) == ["2022-10-13!"]


def test_a_plan_due_before_the_day_of_issue_is_due_on_issue_and_keeps_its_named_day() -> None:
    (plan,) = occurrences([PLAN], anchor=date(2022, 10, 15), formation=None, issued=ISSUED)
    assert (plan.due, plan.due_on_issue, plan.named) == (ISSUED, True, date(2022, 10, 11))


def test_several_days_before_issue_are_said_once() -> None:
    assert dues(DAILY, poll=date(2022, 10, 14)) == ["2022-10-13!", "2022-10-14"]


def test_weeks_are_counted_from_the_day_of_formation() -> None:
    assert dues(EVERY_WEEK, poll=date(2022, 11, 10)) == ["2022-10-20", "2022-10-27", "2022-11-03"]


def test_two_rules_on_one_day_ask_for_one_report() -> None:
    both = dues(Rule(rule="every", days=7, from_="formation", until="anchor"), DAILY, poll=date(2022, 10, 20))
    assert both == ["2022-10-17", "2022-10-18", "2022-10-19", "2022-10-20"]


def test_what_is_immediate_has_no_day() -> None:
    assert dues(Rule(rule="immediate")) == []


def test_the_tenth_of_every_month_until_the_end_given() -> None:
    assert dues(MONTHLY, end=date(2023, 1, 9)) == ["2022-11-10", "2022-12-10"]


def test_the_last_day_is_for_a_day_the_month_does_not_have() -> None:
    until = Rule(rule="monthly", day=30, until="2023-03-31")
    assert dues(until)[3:] == ["2023-01-30", "2023-02-28", "2023-03-30"]


def test_quarterly_reports_come_days_after_each_fiscal_quarter() -> None:
    assert dues(Rule(rule="quarterly", days=15), end=date(2023, 7, 31)) == [
        "2022-10-15",
        "2023-01-15",
        "2023-04-15",
        "2023-07-15",
    ]


@pytest.mark.parametrize(
    "rule",
    [MONTHLY, Rule(rule="every", days=7, from_="formation"), Rule(rule="daily", from_="issue"), Rule(rule="quarterly")],
)
def test_without_an_end_no_schedule_is_accepted(rule: Rule) -> None:
    with pytest.raises(ScheduleError) as refused:
        dues(rule)
    assert "শেষ দিন ছাড়া" in refused.value.message
    assert "without an end" in refused.value.message_en


@pytest.mark.parametrize(("rule", "missing"), [(PLAN, "anchor day"), (EVERY_WEEK, "day of formation")])
def test_a_schedule_that_counts_from_an_unknown_day_is_refused(rule: Rule, missing: str) -> None:
    with pytest.raises(ScheduleError, match=missing) as refused:
        occurrences([rule], anchor=None, formation=None, issued=ISSUED)
    assert "জানা নেই" in refused.value.message


@pytest.mark.parametrize(
    "entry",
    [
        {"rule": "every", "days": 7, "from": "formation", "until": "anchor-4"},
        {"rule": "daily", "from": "anchor-3", "until": "anchor"},
        {"rule": "once", "on": "anchor-4"},
        {"rule": "immediate"},
        {"rule": "monthly", "day": 10},
    ],
)
def test_a_rule_is_written_as_it_was_read(entry: dict[str, object]) -> None:
    assert Rule.model_validate(entry).model_dump(mode="json") == entry


@pytest.mark.parametrize(
    "entry",
    [
        {"rule": "every", "from": "formation"},
        {"rule": "every", "days": 0, "from": "issue"},
        {"rule": "daily"},
        {"rule": "once"},
        {"rule": "once", "on": "polling-4"},
        {"rule": "monthly", "day": 32},
        {"rule": "weekly"},
        {"rule": "hourly", "on": "anchor", "minutes": 120},
        {"rule": "daily", "from": "issue", "at": "25:00"},
        {"rule": "immediate", "hours": 2},
    ],
)
def test_a_rule_that_does_not_say_all_it_needs_is_refused(entry: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Rule.model_validate(entry)


@pytest.mark.parametrize(
    ("rule", "bangla", "english"),
    [
        (
            EVERY_WEEK,
            "গঠনের দিন হতে নির্ধারিত দিনের ৪ দিন পূর্ব পর্যন্ত ৭ দিন অন্তর অন্তর",
            "every 7 days from the day of formation",
        ),
        (DAILY, "নির্ধারিত দিনের ৩ দিন পূর্ব হতে নির্ধারিত দিন পর্যন্ত প্রতিদিন", "daily from 3 days before the anchor day"),
        (PLAN, "নির্ধারিত দিনের ৪ দিন পূর্বে", "4 days before the anchor day"),
        (Rule(rule="once", on="anchor+1"), "নির্ধারিত দিনের ১ দিন পরে", "1 day after the anchor day"),
        (Rule(rule="once", on="2016-08-31"), "৩১ আগস্ট ২০১৬ তারিখে", "on 31 August 2016"),
        (Rule(rule="immediate"), "তাৎক্ষণিকভাবে", "at once"),
        (MONTHLY, "প্রতি মাসের ১০ তারিখের মধ্যে", "by day 10 of each month"),
        (
            Rule(rule="quarterly", days=15),
            "প্রতি ত্রৈমাসিক শেষ হওয়ার ১৫ দিনের মধ্যে",
            "within 15 days of each quarter's end",
        ),
        (Rule(rule="quarterly"), "প্রতি ত্রৈমাসিকের শেষ দিনে", "on each quarter's last day"),
    ],
)
def test_a_rule_is_shown_in_words(rule: Rule, bangla: str, english: str) -> None:
    assert describe(rule) == bangla
    assert describe_en(rule).startswith(english)


@given(st.integers(1, 30), st.dates(date(2010, 1, 1), date(2040, 1, 1)), st.integers(0, 400))
def test_recurring_days_are_evenly_spaced_and_stay_within_their_end(days: int, start: date, length: int) -> None:
    rule, end = Rule(rule="every", days=days, from_="formation"), start + timedelta(days=length)
    found = [each.due for each in occurrences([rule], anchor=None, formation=start, issued=None, end=end)]
    assert len(found) == length // days
    assert all(start < due <= end for due in found)
    assert all((later - earlier).days == days for earlier, later in pairwise(found))


def test_every_two_hours_of_the_day_itself() -> None:
    rule = Rule(rule="hourly", on="anchor", minutes=120, at="08:00", to="16:00")
    found = occurrences([rule], anchor=POLL, formation=None, issued=ISSUED)
    assert [(each.due, each.at) for each in found] == [(POLL, time(hour)) for hour in (8, 10, 12, 14, 16)]


def test_a_daily_report_may_have_its_hour() -> None:
    rule = Rule(rule="daily", from_="anchor-1", until="anchor", at="11:00")
    found = occurrences([rule], anchor=POLL, formation=None, issued=ISSUED)
    assert [(each.due.day, each.at) for each in found] == [(16, time(11)), (17, time(11))]


def test_what_has_an_hour_comes_before_what_has_the_whole_day() -> None:
    morning, whole = Rule(rule="once", on="anchor", at="09:00"), Rule(rule="once", on="anchor")
    found = occurrences([whole, morning], anchor=POLL, formation=None, issued=ISSUED)
    assert [each.at for each in found] == [time(9), None]


def test_every_sunday() -> None:
    assert dues(Rule(rule="weekly", weekday=7), end=date(2022, 10, 31)) == ["2022-10-16", "2022-10-23", "2022-10-30"]


def test_hours_of_a_day_already_past_are_said_once_on_issue() -> None:
    rule = Rule(rule="hourly", on="anchor", minutes=60, at="08:00", to="16:00")
    (one,) = occurrences([rule], anchor=ISSUED, formation=None, issued=ISSUED)
    assert (one.due, one.at, one.due_on_issue) == (ISSUED, None, True)


def test_a_rule_that_names_too_many_days_is_refused() -> None:
    with pytest.raises(ScheduleError, match="more than 400 days"):
        dues(Rule(rule="daily", from_="issue", until="anchor"), poll=date(2024, 10, 17))
