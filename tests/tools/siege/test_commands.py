"""Commands that are killed at any moment lose nothing that was acknowledged, and come to the same end when they are called again."""

from __future__ import annotations

import time
from collections.abc import Iterator
from random import Random

import pytest

from tests import postgres
from tests.conftest import absent
from tools.siege import commands, places

BY_NAME = {command.name: command for command in commands.COMMANDS}


@pytest.fixture(scope="module")
def besieged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[places.Place]:
    """A house over SQLite whose commands are killed."""
    with places.place("sqlite", tmp_path_factory.mktemp("siege") / "place") as place:
        yield place


@pytest.mark.parametrize("name", BY_NAME)
def test_a_killed_command_leaves_nothing_by_halves_and_runs_again(besieged: places.Place, name: str) -> None:
    tally = commands.killed(BY_NAME[name], besieged, 1, Random(time.time_ns()))
    assert tally.is_well, str(tally)


@pytest.fixture(scope="module")
def clustered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[places.Place]:
    """A house over a PostgreSQL of its own that waits for the disk."""
    if postgres.programs() is None:
        absent("no PostgreSQL server on this machine (`make system` installs it)")
    with places.place("postgresql", tmp_path_factory.mktemp("siege") / "place") as place:
        yield place


@pytest.mark.parametrize("name", ["issue", "restore"])
def test_a_killed_command_leaves_nothing_by_halves_on_postgresql(clustered: places.Place, name: str) -> None:
    tally = commands.killed(BY_NAME[name], clustered, 1, Random(time.time_ns()))
    assert tally.is_well, str(tally)
