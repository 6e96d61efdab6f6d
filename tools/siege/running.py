"""A server that ends while officers save, whole or in part, with its database or by a power cut; acknowledged against stored."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from http.client import HTTPException
from pathlib import Path
from random import Random
from threading import Event

from tests.e2e.clerk import CELLS, CLERKS, NUMBERS, Clerk
from tools.siege import power_cut
from tools.siege.commands import build, looked
from tools.siege.places import Clustered, Place
from tools.siege.tally import Tally

KEPT = "SELECT duty_id, value FROM duties_report WHERE state = 'draft'"
_ENTRIES = "SELECT object_id, count(*) FROM history_entry WHERE verb = 'duty.save_cell' GROUP BY 1"
_NOW = "SELECT id, version FROM duties_duty"
_VERSIONS = "SELECT id, version - 1 FROM duties_duty WHERE version > 1"
_JOBS = b"\0jobs\0"
"""What stands in the command line of those that do jobs, who begin beside the web workers."""


def clerks_of(place: Place) -> list[Clerk]:
    """Those who save; they sign in once, and stay signed in when the server is another."""
    house = place.house
    if place.clerks:
        place.clerks = [clerk.again(house.url) for clerk in place.clerks]
        return place.clerks
    cells = [int(str(pk)) for (pk,) in house.rows(NUMBERS, CELLS)]
    place.clerks = [Clerk(house.url, cells[number::CLERKS]) for number in range(CLERKS)]
    for clerk in place.clerks:
        clerk.sign_in("focal")
    return place.clerks


def typed(place: Place, end: Callable[[], None], seconds: float) -> list[Clerk]:
    """Let clerks save as fast as they are taken, and end the server after some seconds; whoever is still served then stops."""
    house, clerks = place.house, clerks_of(place)
    with ThreadPoolExecutor(CLERKS) as office:
        versions = {int(str(pk)): int(str(version)) for pk, version in house.rows(_NOW)}
        stop = Event()
        typing = [office.submit(_type, clerk, versions, stop) for clerk in clerks]
        latest = time.monotonic() + 60
        while sum(len(clerk.moments) for clerk in clerks) < CELLS and time.monotonic() < latest:
            time.sleep(0.05)
        time.sleep(seconds)
        end()
        stop.set()
        for each in typing:
            each.result(timeout=90)
    return clerks


def _type(clerk: Clerk, versions: dict[int, int], stop: Event) -> None:
    """Save the version of each cell as its figure, again and again: it grows with every saving."""
    try:
        for turn in range(100_000):
            for cell in clerk.cells:
                if stop.is_set() or clerk.save(cell, versions[cell] + turn) != 200:
                    return
    except (OSError, HTTPException):
        return


def lost(clerks: list[Clerk], kept: dict[int, str], moment: int | None = None) -> int:
    """How many cells hold less than was acknowledged in them by a moment."""
    taken: dict[int, int] = {}
    for clerk in clerks:
        for at, cell, number in clerk.moments:
            if moment is None or at <= moment:
                taken[cell] = max(taken.get(cell, 0), number)
    return sum(int(kept.get(cell) or 0) < number for cell, number in taken.items())


class Cuts:
    """The power cuts of one run: the files before it, the folder it ran in, and what was written down of it."""

    def __init__(self, before: Path, root: Path, log: Path) -> None:
        self._before, self._root, self._log = before, root, power_cut.notes(log)

    def one(self, clerks: list[Clerk], out: Path, luck: Random) -> tuple[int, bool]:
        """Cut the power at some moment: how many cells lost what was acknowledged, and whether anything is there by halves."""
        moments = [at for clerk in clerks for at, _, _ in clerk.moments]
        moment = luck.randint(min(moments), max(moments))
        power_cut.cut(self._before, self._root, self._log, moment=moment, out=out, luck=luck)
        with closing(sqlite3.connect(out / "db.sqlite3")) as found:
            whole = found.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            kept, entries, versions = (dict(found.execute(each).fetchall()) for each in (KEPT, _ENTRIES, _VERSIONS))
        return lost(clerks, kept, moment), not whole or entries != versions


def power_cuts(place: Place, tally: Tally, rounds: int, luck: Random) -> None:
    """SQLite: one run of a server whose disk is watched, and a power cut at each of many moments of it. PostgreSQL: all processes of
    the cluster and of the server end at once.
    """
    if isinstance(place, Clustered):
        rounds_of(place, tally, rounds, lambda: (_cut(place, luck), []))
        return
    build(place, "year")
    place.fresh("year")
    house, before = place.house, place.work / "before"
    copied(house.var, before)
    house.more = power_cut.watched(place.work / "disk.so", house.var, place.work / "log")
    house.open()
    clerks = typed(place, house.kill, 3.0)
    house.more = {}
    cuts = Cuts(before, house.var.resolve(), place.work / "log")
    acts = sum(len(clerk.moments) for clerk in clerks)
    for turn in range(rounds):
        missing, is_broken = cuts.one(clerks, place.work / "cut", luck)
        shutil.rmtree(place.work / "cut")
        tally.add(missing, ["pages or entries"] if is_broken else [], 0 if turn else acts)
    for left in (before, *place.work.glob("log.*")):
        shutil.rmtree(left) if left.is_dir() else left.unlink()


def killed_servers(place: Place, tally: Tally, rounds: int, luck: Random) -> None:
    """All processes of the server end at once; the database of PostgreSQL goes on."""
    rounds_of(place, tally, rounds, lambda: (_killed(place, luck), []))


def killed_workers(place: Place, tally: Tally, rounds: int, luck: Random) -> None:
    """One web worker ends; the server begins another, and everybody saves on."""
    rounds_of(place, tally, rounds, lambda: (_worker(place, luck), []))


def rounds_of(place: Place, tally: Tally, rounds: int, one: Callable[[], tuple[list[Clerk], list[str]]]) -> None:
    """So many rounds over one house, each with its clerks and what was wrong in it; what was acknowledged is looked for after each, and
    everything is looked at after the last.
    """
    build(place, "year")
    place.fresh("year")
    for _ in range(rounds):
        clerks, wrong = one()
        kept = {int(str(cell)): str(value) for cell, value in place.house.rows(KEPT)}
        wrong += [] if _agree(place) else ["entries do not agree with versions"]
        tally.add(lost(clerks, kept), wrong, sum(len(clerk.moments) for clerk in clerks))
    place.house.kill()
    place.house.more = {}
    place.quiet()
    found = looked(place)
    tally.spoil([*found["unwell"], *found["halves"], *found["left"]])


def _agree(place: Place) -> bool:
    return sorted(map(str, place.house.rows(_ENTRIES))) == sorted(map(str, place.house.rows(_VERSIONS)))


def _killed(place: Place, luck: Random) -> list[Clerk]:
    place.house.open()
    clerks = typed(place, place.house.kill, luck.uniform(0.0, 1.0))
    place.quiet()
    return clerks


def _cut(place: Clustered, luck: Random) -> list[Clerk]:
    def end() -> None:
        place.cluster.kill()
        place.house.kill()

    place.house.open()
    clerks = typed(place, end, luck.uniform(0.0, 1.0))
    place.cluster.start()
    return clerks


def _worker(place: Place, luck: Random) -> list[Clerk]:
    house = place.house
    if not house.is_open:
        house.open()

    def end() -> None:
        workers = [process for process in house.processes() if _JOBS not in _command(process)]
        with suppress(ProcessLookupError):
            os.kill(
                min(workers), signal.SIGKILL
            )  # the older one: the server ends where the same is killed twice within seconds
        time.sleep(0.2)  # the others go on

    clerks = typed(place, end, luck.uniform(0.0, 1.0))
    house.wait()
    return clerks


def _command(process: int) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except FileNotFoundError:
        return b""


def copied(var: Path, to: Path) -> None:
    """The files of a house that is closed."""
    for path in var.rglob("*"):
        if path.is_file():
            place = to / path.relative_to(var)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(path.read_bytes())
