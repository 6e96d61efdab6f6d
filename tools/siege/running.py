"""A server that ends while officers save: by kill -9, by a power cut, or with its database; acknowledged against stored."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPException
from pathlib import Path
from random import Random

from tests.e2e.clerk import CELLS, CLERKS, NUMBERS, Clerk
from tests.e2e.server import House
from tools.siege import power_cut

KEPT = "SELECT duty_id, value FROM duties_report WHERE state = 'draft'"
_ENTRIES = "SELECT object_id, count(*) FROM history_entry WHERE verb = 'duty.save_cell' GROUP BY 1"
_NOW = "SELECT id, version FROM duties_duty"
_VERSIONS = "SELECT id, version - 1 FROM duties_duty WHERE version > 1"


def typed(house: House, end: Callable[[], None], seconds: float) -> list[Clerk]:
    """Let clerks save as fast as they are taken, and end the server after some seconds."""
    cells = [int(str(pk)) for (pk,) in house.rows(NUMBERS, CELLS)]
    clerks = [Clerk(house.url, cells[number::CLERKS]) for number in range(CLERKS)]
    for clerk in clerks:
        clerk.sign_in("focal")
    with ThreadPoolExecutor(CLERKS) as office:
        versions = {int(str(pk)): int(str(version)) for pk, version in house.rows(_NOW)}
        typing = [office.submit(_type, clerk, versions) for clerk in clerks]
        latest = time.monotonic() + 60
        while sum(len(clerk.moments) for clerk in clerks) < CELLS and time.monotonic() < latest:
            time.sleep(0.05)
        time.sleep(seconds)
        end()
        for each in typing:
            each.result(timeout=90)
    return clerks


def _type(clerk: Clerk, versions: dict[int, int]) -> None:
    """Save the version of each cell as its figure, again and again: it grows with every saving."""
    try:
        for turn in range(100_000):
            for cell in clerk.cells:
                if clerk.save(cell, versions[cell] + turn) != 200:
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


def power_cuts(work: Path, rounds: int, luck: Random) -> tuple[int, int, int]:
    """One run of a server whose disk is watched, and a power cut at each of many moments of it: how many cuts, how many
    acknowledged savings they lost, and how many files they left broken.
    """
    house = House(work / "var")
    house.build("agreement", "জনপদ উন্নয়ন অধিদপ্তর")
    before = work / "before"
    copied(house.var, before)
    house.more = power_cut.watched(work / "disk.so", house.var, work / "log")
    house.open()
    clerks = typed(house, house.kill, 3.0)
    cuts = Cuts(before, house.var.resolve(), work / "log")
    gone = broken = 0
    for turn in range(rounds):
        missing, is_broken = cuts.one(clerks, work / f"cut{turn}", luck)
        gone += missing
        broken += is_broken
    return rounds, gone, broken


def copied(var: Path, to: Path) -> None:
    """The files of a house that is closed."""
    for path in var.rglob("*"):
        if path.is_file():
            place = to / path.relative_to(var)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(path.read_bytes())
