"""Ranks: dense, shared by equals, in the same order however the plans come in."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.scoring import ranks
from angikar.rules.scoring.ranks import Ranked, position, ranked

PLANS = st.lists(st.tuples(st.integers(0, 10_000), st.text("০১২ab", max_size=3)), unique_by=lambda plan: plan[1])


def _places(plans: list[tuple[int, str]]) -> list[Ranked[tuple[int, str]]]:
    return ranked(plans, lambda plan: plan[0], lambda plan: plan[1])


def test_the_examples_of_the_page_hold() -> None:
    assert doctest.testmod(ranks).failed == 0


def test_equals_share_a_place_and_are_listed_by_their_office() -> None:
    found = _places([(9499, "c"), (9996, "b"), (9996, "a"), (9985, "d")])
    assert [(each.what[1], each.rank, each.tied) for each in found] == [
        ("a", 1, True),
        ("b", 1, True),
        ("d", 2, False),
        ("c", 3, False),
    ]


def test_an_empty_list_has_no_places() -> None:
    assert _places([]) == []


@given(PLANS, st.randoms())
def test_the_order_in_which_plans_come_changes_no_place(plans: list[tuple[int, str]], chance: object) -> None:
    mixed = list(plans)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert _places(mixed) == _places(plans)


@given(PLANS)
def test_a_place_is_one_more_than_the_better_scores(plans: list[tuple[int, str]]) -> None:
    for each in _places(plans):
        better = {score for score, _ in plans if score > each.what[0]}
        assert each.rank == len(better) + 1
        assert each.tied == (sum(score == each.what[0] for score, _ in plans) > 1)


@pytest.mark.parametrize(
    ("rank", "bangla", "english"),
    [
        (2, "২য়", "2nd"),
        (3, "৩য়", "3rd"),
        (4, "৪র্থ", "4th"),
        (10, "১০ম", "10th"),
        (12, "১২তম", "12th"),
        (21, "২১তম", "21st"),
        (112, "১১২তম", "112th"),
    ],
)
def test_a_place_is_said_in_both_languages(rank: int, bangla: str, english: str) -> None:
    assert position(rank, False) == (bangla, english)
    assert position(rank, True) == (f"যৌথভাবে {bangla}", f"jointly {english}")
