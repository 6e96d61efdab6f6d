"""The tree of offices is ordered text: all below an office is one range, in every database."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.offices import tree
from angikar.offices.models import Office
from tests.world import World

STEPS = st.integers(0, 36**tree.STEP - 2).map(tree.step)
PATHS = st.lists(STEPS, min_size=1, max_size=5).map("".join)


@given(PATHS, PATHS)
def test_the_range_contains_exactly_what_is_below(path: str, other: str) -> None:
    inside = path <= other < tree.following(path)
    assert inside == tree.is_under(other, path)


def test_a_step_that_does_not_fit_is_refused() -> None:
    assert (tree.step(0), tree.step(35), tree.step(36)) == ("000", "00z", "010")
    with pytest.raises(ValueError, match="does not fit"):
        tree.step(36**tree.STEP)


def test_the_database_finds_what_is_below_and_above(world: World) -> None:
    north = world.offices["north"]
    below = set(Office.objects.under(north.path))
    assert below == {north, *(world.offices[f"upazila{number}"] for number in (1, 2, 3))}
    above = list(Office.objects.above(world.offices["upazila2"].path))
    assert above == [world.offices["ministry"], world.offices["department"], north]
