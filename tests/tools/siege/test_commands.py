"""Commands and servers that a fault meets at any moment lose nothing that was acknowledged, and come to the same end when they are called
again.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from random import Random

import pytest

from tests import postgres
from tests.conftest import absent
from tools.siege import commands, places
from tools.siege.__main__ import SERVERS
from tools.siege.tally import Tally

BY_NAME = {command.name: command for command in commands.COMMANDS}


@pytest.fixture(scope="module")
def besieged() -> Iterator[places.Place]:
    """A house over SQLite whose commands are killed."""
    with places.place("sqlite") as place:
        yield place


@pytest.mark.parametrize("name", BY_NAME)
def test_a_killed_command_leaves_nothing_by_halves_and_runs_again(besieged: places.Place, name: str) -> None:
    tally = Tally(name, besieged.name)
    commands.Siege(besieged, BY_NAME[name]).rounds(tally, 1, Random(time.time_ns()))
    assert tally.is_well, str(tally)


@pytest.mark.parametrize(("name", "rounds"), [("server", 1), ("full", 1), ("page", 2)])
def test_a_server_that_a_fault_meets_loses_nothing(besieged: places.Place, name: str, rounds: int) -> None:
    tally = Tally(name, besieged.name)
    SERVERS[name](besieged, tally, rounds, Random(time.time_ns()))
    assert (tally.rounds, tally.is_well) == (rounds, True), str(tally)


def test_a_command_says_that_the_database_cannot_be_read(besieged: places.Place) -> None:
    commands.build(besieged, "year")
    besieged.fresh("year")
    with (besieged.var / "db.sqlite3").open("r+b") as file:
        file.write(bytes(4096))
    ended, said = besieged.forker.do("doctor")
    assert (ended, "The database is damaged" in said, "Traceback" in said) == (2, True, False), said


@pytest.fixture(scope="module")
def clustered() -> Iterator[places.Place]:
    """A house over a PostgreSQL of its own that waits for the disk."""
    if postgres.programs() is None:
        absent("no PostgreSQL server on this machine (`make system` installs it)")
    with places.place("postgresql") as place:
        yield place


@pytest.mark.parametrize("name", ["issue", "restore"])
def test_a_killed_command_leaves_nothing_by_halves_on_postgresql(clustered: places.Place, name: str) -> None:
    tally = Tally(name, clustered.name)
    commands.Siege(clustered, BY_NAME[name]).rounds(tally, 1, Random(time.time_ns()))
    assert tally.is_well, str(tally)


def test_the_doctor_names_an_overwritten_page_on_postgresql(clustered: places.Place) -> None:
    tally = Tally("page", clustered.name)
    SERVERS["page"](clustered, tally, 2, Random(time.time_ns()))
    assert tally.is_well, str(tally)
