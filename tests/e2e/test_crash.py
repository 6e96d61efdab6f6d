"""The server is killed while cells are being saved: whatever was acknowledged is there afterwards, and nothing by halves."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.e2e.clerk import CELLS, CLERKS, NUMBERS, Clerk
from tests.e2e.server import House
from tools.siege import power_cut
from tools.siege.running import Cuts, copied


@pytest.fixture
def shaken(tmp_path: Path) -> Iterator[House]:
    """A house of its own, for it will not be treated well."""
    (tmp_path / "var").mkdir()
    house = House(tmp_path / "var")
    house.build("agreement", "জনপদ উন্নয়ন অধিদপ্তর")
    if power_cut.compiler() is not None:
        copied(house.var, tmp_path / "before")
        house.more = power_cut.watched(tmp_path / "disk.so", house.var, tmp_path / "log")
    house.open()
    yield house
    house.close()


def test_every_acknowledged_save_survives_a_killed_server_and_a_power_cut(shaken: House, tmp_path: Path) -> None:
    cells = [int(str(pk)) for (pk,) in shaken.rows(NUMBERS, CELLS)]
    clerks = [Clerk(shaken.url, cells[number::CLERKS]) for number in range(CLERKS)]
    for clerk in clerks:
        clerk.sign_in("focal")
    with ThreadPoolExecutor(CLERKS) as office:
        typing = [office.submit(clerk.type_until_the_power_fails) for clerk in clerks]
        latest = time.monotonic() + 60
        while sum(len(clerk.taken) for clerk in clerks) < CELLS and time.monotonic() < latest:
            time.sleep(0.02)
        time.sleep(random.uniform(0.2, 0.8))  # somewhere in the midst of the next saves
        shaken.kill()
        for each in typing:
            each.result(timeout=60)
    shown = {cell: sent for clerk in clerks for cell, sent in clerk.shown.items()}
    taken = {cell: number for clerk in clerks for cell, number in clerk.taken.items()}
    assert len(taken) == CELLS, "the power failed before anything was saved"

    shaken.open()
    kept = dict(shaken.rows("SELECT duty_id, value FROM duties_report WHERE state = 'draft'"))
    for cell, sent in shown.items():
        allowed = sent[taken[cell] - 1 :] if cell in taken else [None, *sent]
        assert kept.get(cell) in allowed, f"cell {cell}: {taken.get(cell)} was acknowledged"
    _all_or_none(shaken)
    if shaken.more:
        cuts, luck = Cuts(tmp_path / "before", shaken.var.resolve(), tmp_path / "log"), random.Random()
        assert [cuts.one(clerks, tmp_path / f"cut{turn}", luck) for turn in range(10)] == [(0, False)] * 10


def _all_or_none(house: House) -> None:
    """Each save has its report, its version and its one entry; the chain and the file are whole."""
    entries = dict(house.rows("SELECT object_id, count(*) FROM history_entry WHERE verb = 'duty.save_cell' GROUP BY 1"))
    versions = dict(house.rows("SELECT id, version - 1 FROM duties_duty WHERE version > 1"))
    figures = dict(house.rows("SELECT duty_id, CAST(value AS INTEGER) FROM duties_report WHERE state = 'draft'"))
    assert entries == versions == figures
    assert house.rows("PRAGMA integrity_check") == [("ok",)]
    assert house.say("from angikar.history.chain.verifying import verify; print(verify())") == "None"
