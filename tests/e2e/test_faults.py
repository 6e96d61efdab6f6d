"""The disk of a running server fills up, then becomes read-only: everybody reads on and is shown why nothing is taken in, its keeper hears
of it once by mail; afterwards all goes on by itself.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.e2e.clerk import NUMBERS, Clerk
from tests.e2e.letters import letters
from tests.e2e.server import House
from tools.siege.machine import Machine

ROOM = "160m"
PAGES = ("/", "/papers/", "/notices/", "/meetings/", "/standings/", "/account/")
BANNER = "সার্ভারে জায়গা ফুরিয়ে গেছে"
READ_ONLY = "লেখা যাচ্ছে না"
OVER = "আবার সব জমা নেওয়া হচ্ছে"


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk with little room."""
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(place)], check=False)
    if made.returncode:
        pytest.skip("only who may mount can make a small disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def _fill(place: Path) -> Path:
    """Leave no room at all."""
    filler = place / "filler"
    with filler.open("wb", buffering=0) as file:
        size = 1024 * 1024
        while size:
            try:
                file.write(bytes(size))
            except OSError:
                size //= 2
    return filler


def _health(house: House) -> tuple[int, dict[str, dict[str, object]]]:
    try:
        with urlopen(f"{house.url}/healthz", timeout=20) as answer:
            return answer.status, json.load(answer)["checks"]
    except HTTPError as error:
        return error.code, json.load(error)["checks"]


def _everybody_reads(clerk: Clerk, plan: int, banner: str) -> None:
    """Every page opens, and says why nothing is taken in."""
    read = {page: clerk.read(page) for page in (*PAGES, f"/papers/{plan}/")}
    assert {page: status for page, (status, _) in read.items()} == dict.fromkeys(read, 200)
    assert all(banner in text for _, text in read.values())


def test_a_full_or_read_only_disk_takes_nothing_in_and_lets_everybody_read(small: Path, tmp_path: Path) -> None:
    house, machine = House(small), Machine(tmp_path, small)
    plan = house.build("agreement", "জনপদ উন্নয়ন অধিদপ্তর")
    with letters() as mails:
        house.more = {**machine.environment, **mails.environment}
        house.open()
        try:
            cells = [int(str(pk)) for (pk,) in house.rows(NUMBERS, 2)]
            clerk, newcomer = Clerk(house.url, cells), Clerk(house.url, cells)
            clerk.sign_in("focal")
            assert clerk.save(cells[0], 7, version=1) == 200
            filler = _fill(small)

            refused: list[int] = []
            while refused[-1:] != [503] and len(refused) < 100:
                refused.append(clerk.save(cells[1], len(refused), version=1 + refused.count(200)))
            assert set(refused) <= {200, 503}
            assert refused[-1] == 503
            _everybody_reads(clerk, plan, BANNER)
            status, said = newcomer.try_to_sign_in("director")
            assert status == 503
            assert BANNER in said
            status, found = _health(house)
            assert (status, found["writing"]) == (503, {"state": "error", "fault": "full"})
            assert "nothing can be written: full" in house.log()

            filler.unlink()
            assert clerk.save(cells[1], 9, version=1 + refused.count(200)) == 200
            newcomer.sign_in("director")
            assert BANNER not in clerk.read("/")[1]
            assert _health(house)[1]["writing"] == {"state": "ok", "fault": None}
            full, over = mails.wait_for(2)
            assert (BANNER in full, OVER in over) == (True, True), "one mail of it, however many requests met it"

            machine.set_read_only(True)
            assert [clerk.save(cells[0], 8, version=2) for _ in range(6)] == [503] * 6
            _everybody_reads(clerk, plan, READ_ONLY)
            assert Clerk(house.url, cells).try_to_sign_in("director")[0] == 503
            assert _health(house)[1]["writing"] == {"state": "error", "fault": "unwritable"}
            machine.set_read_only(False)
            assert clerk.save(cells[0], 8, version=2) == 200
            read_only, over = mails.wait_for(4)[2:]
            assert (READ_ONLY in read_only, OVER in over) == (True, True)
        finally:
            house.close()
    kept = dict(house.rows("SELECT duty_id, value FROM duties_report WHERE state = 'draft'"))
    assert kept == {cells[0]: "8", cells[1]: "9"}
    assert house.rows("PRAGMA integrity_check") == [("ok",)]
    assert house.say("from angikar.history.chain.verifying import verify; print(verify())") == "None"
    assert not [name for name in os.listdir(small / "files") if name.startswith("tmp")]
