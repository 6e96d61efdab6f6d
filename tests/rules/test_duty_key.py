"""The key of a duty is written and read in one place, and reading gives back what was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.duty_key import DutyKey, beginning, ending

numbers = st.integers(1, 999).map(str)
days = st.dates().map(str)
hours = st.datetimes().map(lambda moment: f"{moment:%Y-%m-%dT%H:%M}")
codes = st.from_regex(r"[1-9][0-9]{0,2}(\.[0-9]{1,2})?(\([ক-হ]\))?", fullmatch=True)
bodies = st.none() | st.integers(1, 10**9)
rules = days | hours | st.sampled_from(["once", "once-1", "once-2"])
lines = st.tuples(st.sampled_from(["own", "governance"]), codes).map(":".join)

keys = st.one_of(
    st.builds(DutyKey, codes, numbers, st.just("") | rules, bodies),
    st.builds(DutyKey, st.sampled_from(["acknowledge", "cycle", "incident"]), numbers | st.just("copy")),
    st.builds(DutyKey, numbers, numbers, days, form=st.just("passage")),
    st.builds(
        DutyKey,
        st.tuples(numbers, numbers).map(".".join),
        numbers,
        st.just("") | days,
        form=st.just("decision"),
    ),
    st.builds(DutyKey, lines, moment=st.sampled_from(["q1", "q2", "q3", "q4"]), form=st.just("figure")),
)


@given(keys)
def test_reading_gives_back_what_was_written(key: DutyKey) -> None:
    assert DutyKey.parse(str(key)) == key


@given(keys)
def test_a_key_begins_with_its_place_and_ends_with_its_body(key: DutyKey) -> None:
    assert str(key).startswith(beginning(key.place, key.form))
    assert key.body is None or str(key).endswith(ending(key.body))


@pytest.mark.parametrize(
    "text", ["2(খ):1", "2(খ):1:once@4", "acknowledge:copy", "own:1.1.1:q2", "1.2.3", "2:2023-01-01:1"]
)
def test_a_stored_key_stays_as_it_is(text: str) -> None:
    assert str(DutyKey.parse(text)) == text


def test_all_days_of_one_ask_share_a_key_without_moment() -> None:
    first, second = DutyKey.parse("2:1:2018-12-30T08:00@4"), DutyKey.parse("2:1:once-2@4")
    assert first.without_moment == second.without_moment
    assert (first.is_once, second.is_once) == (False, True)
    assert str(first.without_moment.of_body(9)) == "2:1@9"
