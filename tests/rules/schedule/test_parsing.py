"""A schedule is typed as a sentence: what the house writes it reads back, and what it cannot read it says."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.bangla.digits import to_latin
from angikar.rules.schedule.parsing import parse_hour, parse_rule
from angikar.rules.schedule.rule import Rule, ScheduleError
from angikar.rules.schedule.wording import describe

MOMENTS = st.one_of(
    st.sampled_from(("anchor", "formation", "issue")),
    st.builds(
        "{}{}{}".format, st.sampled_from(("anchor", "formation", "issue")), st.sampled_from("+-"), st.integers(1, 400)
    ),
    st.dates(date(1971, 1, 1), date(2060, 12, 31)).map(date.isoformat),
)
CLOCKS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
BOUNDS = {"from_": st.none() | MOMENTS, "until": st.none() | MOMENTS, "at": st.none() | CLOCKS}
RULES = st.one_of(
    st.builds(Rule, rule=st.just("every"), days=st.integers(1, 366), **{**BOUNDS, "from_": MOMENTS}),
    st.builds(Rule, rule=st.just("daily"), **{**BOUNDS, "from_": MOMENTS}),
    st.builds(Rule, rule=st.just("once"), on=MOMENTS, at=st.none() | CLOCKS),
    st.builds(Rule, rule=st.just("immediate")),
    st.builds(Rule, rule=st.just("weekly"), weekday=st.integers(1, 7), **BOUNDS),
    st.builds(Rule, rule=st.just("monthly"), day=st.integers(1, 31), **BOUNDS),
    st.builds(Rule, rule=st.just("quarterly"), days=st.none() | st.integers(1, 90), **BOUNDS),
    st.builds(
        Rule, rule=st.just("hourly"), on=MOMENTS, minutes=st.integers(15, 720), at=st.just("08:00"), to=st.just("16:30")
    ),
)


@given(RULES)
def test_what_is_written_is_read_back(rule: Rule) -> None:
    assert parse_rule(describe(rule)) == rule


@given(RULES)
def test_digits_may_be_of_either_script(rule: Rule) -> None:
    assert parse_rule(to_latin(describe(rule))) == rule


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("গঠনের পর থেকে প্রতি ৭ (সাত) দিন অন্তর", {"rule": "every", "days": 7, "from": "formation"}),
        (
            "নির্বাচনের ৬ দিন পূর্ব থেকে ভোটগ্রহণের দিন পর্যন্ত ২ দিন পরপর",
            {"rule": "every", "days": 2, "from": "anchor-6", "until": "anchor"},
        ),
        ("ভোটগ্রহণের ৪ দিন আগে", {"rule": "once", "on": "anchor-4"}),
        ("৩১.১০.২০২২ তারিখের মধ্যে", {"rule": "once", "on": "2022-10-31"}),
        ("জারির দিনের ৫ দিন পরে বিকাল ৫টার মধ্যে।", {"rule": "once", "on": "issue+5", "at": "17:00"}),
        ("সঙ্গে সঙ্গে", {"rule": "immediate"}),
        ("প্রতি রবিবার", {"rule": "weekly", "weekday": 7}),
        (
            "ভোটগ্রহণের দিন ৮টা থেকে ১৬টা পর্যন্ত প্রতি ৯০ মিনিট পরপর",
            {"rule": "hourly", "on": "anchor", "minutes": 90, "at": "08:00", "to": "16:00"},
        ),
    ],
)
def test_people_type_it_in_their_own_way(sentence: str, rule: dict[str, object]) -> None:
    assert parse_rule(sentence).model_dump() == rule


@pytest.mark.parametrize(
    "sentence", ["", "সময়মতো", "প্রতি মাসের ৪০ তারিখের মধ্যে", "৭ দিন অন্তর অন্তর", "৩১.০২.২০২২ তারিখে", "প্রতিদিন"]
)
def test_what_sets_no_schedule_is_said(sentence: str) -> None:
    with pytest.raises(ScheduleError, match="not understood") as refused:
        parse_rule(sentence)
    assert "বোঝা গেল না" in refused.value.message


@given(st.text(max_size=60))
def test_any_text_is_read_or_said(text: str) -> None:
    with suppress(ScheduleError):
        assert isinstance(parse_rule(text), Rule)


def test_a_text_longer_than_any_schedule_is_refused_unread_and_quoted_in_short() -> None:
    blanks = " " * 500
    assert parse_rule(f"{blanks}প্রতি মাসের ১০ তারিখের মধ্যে{blanks}"[:900]).rule == "monthly"
    with pytest.raises(ScheduleError) as refused:
        parse_rule("প্রতি মাসের ১০ তারিখের মধ্যে" + " " * 10**6 + "।")
    assert len(refused.value.message) < 1200
    assert parse_hour("সকাল ১০.৩০ ঘটিকা" + " " * 10**6) is None
