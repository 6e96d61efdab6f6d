"""What a check has found in rows and texts is kept: the check of a changed plan finds what a check of the whole finds."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from angikar.rules.cached import forget
from angikar.rules.kinds.agreement import AGREEMENT
from angikar.rules.kinds.agreement.content import Agreement
from angikar.rules.plan import Indicator
from tests.rules.strategies import MARKS, TITLES, agreements

_DAYS = st.sampled_from(("2022-12-31", "2023-01-15", "2023-06-29", "2024-03-31"))
_FIGURES = st.none() | MARKS | _DAYS
_YEARS = st.dictionaries(st.sampled_from(("2020-21", "2021-22", "2023-24")), st.none() | MARKS, max_size=3)
_EDITS: tuple[st.SearchStrategy[dict[str, Any]], ...] = (
    st.fixed_dictionaries({"title": TITLES | st.just("গুরুতপূর্ণ ৩ (তিনি) সভা ৩১/০৬/২০১৪ মঙ্গলবার")}),
    st.fixed_dictionaries({"criteria": st.lists(_FIGURES, max_size=5).map(tuple)}),
    st.fixed_dictionaries({"target": st.lists(MARKS | _DAYS, max_size=2).map(tuple), "weight": st.none() | MARKS}),
    st.fixed_dictionaries({"baselines": _YEARS, "projections": _YEARS}),
    st.fixed_dictionaries({"quarter_targets": st.tuples(*(st.none() | MARKS,) * 4)}),
    st.fixed_dictionaries({"unit": st.sampled_from((None, "number", "percent", "date")), "counting": st.just("sum")}),
    st.fixed_dictionaries({"evidence": st.just(()), "lines": st.tuples(st.integers(1, 99))}),
)


def _with_row(agreement: Agreement, which: int, changed: dict[str, Any]) -> Agreement:
    """The agreement with one of its rows changed."""
    rows = [path.split(".")[1::2] for path, _, _, _ in agreement.indicators()]
    at = [int(number) for number in rows[which % len(rows)]]
    content = agreement.model_dump()
    row = content["areas"][at[0]]["activities"][at[1]]["indicators"][at[2]]
    row.update(changed)
    return Agreement.model_validate(content)


@given(agreements(), st.lists(st.tuples(st.integers(0, 99), st.one_of(*_EDITS)), min_size=1, max_size=6))
@settings(max_examples=12)
def test_after_any_edits_the_check_says_what_it_says_of_the_whole(
    agreement: Agreement, edits: list[tuple[int, dict[str, Any]]]
) -> None:
    plans = [agreement]
    for which, changed in edits:
        plans.append(_with_row(plans[-1], which, changed))
    forget()
    one_after_another = [AGREEMENT.check(plan, None) for plan in plans]
    for plan, found in zip(plans, one_after_another, strict=True):
        forget()
        assert AGREEMENT.check(plan, None) == found


def test_rows_that_differ_in_any_value_are_two_rows() -> None:
    row = Indicator(code="1.1.1", title="সভা", baselines={"2021-22": "4"})
    same = Indicator(code="1.1.1", title="সভা", baselines={"2021-22": "4"})
    other = Indicator(code="1.1.1", title="সভা", baselines={"2021-22": "5"})
    assert (hash(row), row) == (hash(same), same)
    assert row != other
