"""Spending against limits: warned from 80 per cent on, reached at the limit, over beyond it, exactly and whoever tells it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.forms.spending import Limit, Spent, watch

MEMBER = Limit(subject="সদস্য", item="নির্বাচনি ব্যয়", most="100000")


def _spent(amount: str, who: str = "ক", **more: object) -> Spent:
    return Spent(who, MEMBER.name, Decimal(amount), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("amount", "percent", "reach"),
    [
        ("0", 0, "within"),
        ("79999.99", 79, "within"),
        ("80000", 80, "near"),
        ("99999.99", 99, "near"),
        ("100000", 100, "reached"),
        ("100000.01", 100, "over"),
        ("250000", 250, "over"),
    ],
)
def test_how_near_a_sum_has_come(amount: str, percent: int, reach: str) -> None:
    found = watch([MEMBER], [_spent(amount)])[0]
    assert (found.percent, found.reach) == (percent, reach)


@given(st.lists(st.tuples(st.integers(0, 10**7), st.booleans()), min_size=1, max_size=8))
def test_sums_are_exact_and_accepted_is_part_of_claimed(amounts: list[tuple[int, bool]]) -> None:
    spent = [
        _spent(str(Decimal(amount) / 100), report=number, accepted=yes) for number, (amount, yes) in enumerate(amounts)
    ]
    found = watch([MEMBER], spent)[0]
    assert found.claimed * 100 == sum(amount for amount, _ in amounts)
    assert found.accepted * 100 == sum(amount for amount, yes in amounts if yes)
    assert len(found.behind) == len(amounts)


def test_of_running_sums_only_the_latest_of_each_teller_counts() -> None:
    shown = [
        _spent("30000", teller=1, report=1, on=date(2022, 10, 10)),
        _spent("50000", teller=1, report=3, on=date(2022, 10, 12)),
        _spent("20000", teller=2, report=2, on=date(2022, 10, 11)),
    ]
    assert watch([MEMBER], shown, "cumulative")[0].claimed == 70_000
    assert watch([MEMBER], shown)[0].claimed == 100_000


def test_namesakes_of_two_districts_are_two() -> None:
    found = watch([MEMBER], [_spent("60000", place="উত্তরপুর"), _spent("60000", place="দক্ষিণপুর")])
    assert [(each.place, each.claimed) for each in found] == [("উত্তরপুর", 60_000), ("দক্ষিণপুর", 60_000)]


def test_what_no_limit_of_the_circular_binds_is_left_out() -> None:
    assert watch([MEMBER], [Spent("ক", "মেয়র", Decimal(1))]) == []
