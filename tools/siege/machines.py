"""A machine that fails under a running server and is well again: its disk can only be read, its clock is set back, its database is away.
The server is not restarted, and whoever saved before saves on.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from random import Random

from tests.e2e.clerk import Clerk
from tools.siege.machine import Machine
from tools.siege.places import Clustered, Place
from tools.siege.running import rounds_of, typed
from tools.siege.tally import Tally

HOUR, DAY = 60 * 60, 24 * 60 * 60
_PATIENCE = 60.0
"""Seconds after which somebody must be able to save again."""
_NOW = "SELECT version FROM duties_duty WHERE id = ?"


def clocks_set_back(place: Place, tally: Tally, rounds: int, luck: Random) -> None:
    """The clock is set back by an hour or a day while everybody saves, and forward again."""
    machine = _machine(place)

    def set_back() -> None:
        machine.set_clock(-luck.choice((HOUR, DAY)))
        time.sleep(0.3)  # everybody saves on

    def one() -> tuple[list[Clerk], list[str]]:
        clerks = _typed(place, set_back, luck)
        refused = [f"a saving was answered with {status}" for clerk in clerks for status in clerk.refused]
        machine.set_clock(0)
        place.clerks = []  # an hour passes at once, and whoever did nothing for so long is signed out
        return clerks, [*refused, *_saves_on(place)]

    rounds_of(place, tally, rounds, one)


def read_only_disks(place: Place, tally: Tally, rounds: int, luck: Random) -> None:
    """The disk of the data can only be read for a while; on PostgreSQL this is not the disk of the database."""
    machine = _machine(place)
    is_sqlite = not isinstance(place, Clustered)

    def one() -> tuple[list[Clerk], list[str]]:
        clerks = _typed(place, lambda: _for_a_moment(lambda: machine.set_read_only(True)), luck)
        wrong = [
            f"a saving was answered with {status}" for clerk in clerks for status in clerk.refused if status != 503
        ]
        wrong += ["nobody was refused"] if is_sqlite and not any(clerk.refused for clerk in clerks) else []
        machine.set_read_only(False)
        return clerks, [*wrong, *_saves_on(place)]

    rounds_of(place, tally, rounds, one)


def full_disks(place: Place, tally: Tally, rounds: int, luck: Random) -> None:
    """The disk of the database is full for a while: nobody saves what makes a file longer, until there is room again."""
    if isinstance(place, Clustered):
        machine = Machine(place.cluster.folder, place.cluster.data)
        place.restart(machine.environment)
    else:
        machine = _machine(place)

    def fill() -> None:
        machine.set_full(True)
        latest = time.monotonic() + _PATIENCE
        while not any(clerk.refused for clerk in place.clerks) and time.monotonic() < latest:
            time.sleep(0.02)

    def one() -> tuple[list[Clerk], list[str]]:
        clerks = _typed(place, fill, luck)
        refused = [status for clerk in clerks for status in clerk.refused]
        wrong = [f"a saving was answered with {status}" for status in refused if status != 503]
        wrong += [] if refused else ["nobody was refused"]
        machine.set_full(False)
        return clerks, [*wrong, *_saves_on(place)]

    try:
        rounds_of(place, tally, rounds, one)
    finally:
        machine.set_full(False)
        if isinstance(place, Clustered):
            place.restart({})


def lost_databases(place: Place, tally: Tally, rounds: int, luck: Random) -> None:
    """PostgreSQL ends without writing anything out, and comes back; SQLite is never away."""
    if not isinstance(place, Clustered):
        raise TypeError(place)

    def one() -> tuple[list[Clerk], list[str]]:
        clerks = _typed(place, lambda: _for_a_moment(place.cluster.kill), luck)
        wrong = [
            f"a saving was answered with {status}" for clerk in clerks for status in clerk.refused if status != 503
        ]
        status, page = clerks[0].read("/")
        wrong += [] if status == 503 and "সংযোগ নেই" in page else [f"a page was answered with {status}"]
        place.cluster.start()
        return clerks, [*wrong, *_saves_on(place)]

    rounds_of(place, tally, rounds, one)


def _machine(place: Place) -> Machine:
    machine = Machine(place.work, place.var)
    place.house.more = machine.environment
    return machine


def _typed(place: Place, end: Callable[[], None], luck: Random) -> list[Clerk]:
    if not place.house.is_open:
        place.house.open()
    return typed(place, end, luck.uniform(0.0, 0.5))


def _for_a_moment(blow: Callable[[], None]) -> None:
    blow()
    time.sleep(0.3)  # everybody meets it


def _saves_on(place: Place) -> list[str]:
    """Whether somebody comes in and saves, on the server that was there before."""
    cell = int(str(place.house.rows("SELECT duty_id FROM duties_report WHERE state = 'draft' LIMIT 1")[0][0]))
    clerk, latest = Clerk(place.house.url, [cell]), time.monotonic() + _PATIENCE
    statuses = []
    while time.monotonic() < latest:
        status, _ = clerk.try_to_sign_in("focal")
        if status == 200:
            version = int(str(place.house.rows(_NOW, cell)[0][0]))
            status = clerk.save(cell, version, version)
        statuses.append(status)
        if status == 200:
            return []
        time.sleep(0.1)
    return [f"nobody could save again: {statuses[-1]}"]
