"""Minutes of the department's committee, meeting after meeting, as the tests of meetings want them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

import pytest

from angikar.history.replay.comparing import differences
from angikar.meetings.models import Decision, Share
from angikar.offices.bodies.actions import NewMember, form
from angikar.offices.models import Body, Role
from angikar.papers.models import Paper
from tests.minutes import minutes_of
from tests.world import World

Held = Callable[..., Paper]


@pytest.fixture
def committee(world: World) -> Body:
    """The committee of the department: its head leads, the focal point keeps its papers, the districts sit in it."""
    seats = (
        NewMember(post=world.posts["director"], role=Role.CHAIR),
        NewMember(post=world.posts["focal"], role=Role.SECRETARY),
        NewMember(post=world.posts["north_head"]),
        NewMember(post=world.posts["south_head"]),
    )
    return form(world.offices["department"], "নক্ষত্র কমিটি", seats, day=date(2022, 7, 1), by=world.officers["director"])


@pytest.fixture
def held(world: World) -> Held:
    """Issue the minutes of a meeting held on a day with these decisions, some days later."""

    return partial(minutes_of, world)


@pytest.fixture(autouse=True)
def as_history_says(db: None) -> Iterator[None]:
    """After every test the register stands as history says."""
    yield
    register = {Decision._meta.label, Share._meta.label}
    assert [each for each in differences() if each.table in register] == []
