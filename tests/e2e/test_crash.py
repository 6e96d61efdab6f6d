"""The server is killed while cells are being saved: whatever was acknowledged is there afterwards, and nothing by halves."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPException
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from tests.e2e.acts import PASS_PHRASE
from tests.e2e.server import House

CELLS = 12
CLERKS = 4
NUMBERS = """
    SELECT duties_duty.id FROM duties_duty JOIN duties_line ON duties_line.id = line_id WHERE unit = 'number' LIMIT ?
"""


@dataclass
class Clerk:
    """Somebody who types figures into his cells, without a browser, as fast as they are taken."""

    url: str
    cells: list[int]
    shown: dict[int, list[str]] = field(default_factory=dict)
    taken: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._jar = CookieJar()
        self._door = build_opener(HTTPCookieProcessor(self._jar))

    def sign_in(self, who: str) -> None:
        """Come in through the door."""
        self._door.open(f"{self.url}/account/login/", timeout=20).read()
        assert self._post("/account/login/", {"login": who, "password": PASS_PHRASE}) == 200
        assert "sessionid" in {cookie.name for cookie in self._jar}

    def try_to_sign_in(self, who: str) -> tuple[int, str]:
        """Try to come in where it may not be possible; the status and the page."""
        self._door.open(f"{self.url}/account/login/", timeout=20).read()
        token = next(cookie.value or "" for cookie in self._jar if cookie.name == "csrftoken")
        sent = {"login": who, "password": PASS_PHRASE, "csrfmiddlewaretoken": token}
        return self._answer(f"{self.url}/account/login/", urlencode(sent).encode())

    def read(self, path: str) -> tuple[int, str]:
        """Open a page; its status and its text."""
        return self._answer(f"{self.url}{path}", None)

    def save(self, cell: int, number: int, version: int | None = None) -> int:
        """Save one figure into a cell; the status of the answer."""
        known = str(number if version is None else version)
        return self._post(f"/duties/{cell}/cell/", {f"value-{cell}": str(number), f"version-{cell}": known})

    def _answer(self, url: str, body: bytes | None) -> tuple[int, str]:
        try:
            with self._door.open(url, body, timeout=20) as answer:
                return int(answer.status), answer.read().decode()
        except HTTPError as refused:
            return refused.code, refused.read().decode()

    def type_until_the_power_fails(self) -> None:
        """Save one figure after another into each cell in turn; remember what was sent and what was acknowledged."""
        try:
            for number in range(1, 100_000):
                for cell in self.cells:
                    self.shown.setdefault(cell, []).append(str(number))
                    sent = {f"value-{cell}": str(number), f"version-{cell}": str(number)}
                    assert self._post(f"/duties/{cell}/cell/", sent) == 200
                    self.taken[cell] = number
        except (OSError, HTTPException):
            return

    def _post(self, path: str, sent: dict[str, str]) -> int:
        token = next(cookie.value or "" for cookie in self._jar if cookie.name == "csrftoken")
        body = urlencode({**sent, "csrfmiddlewaretoken": token}).encode()
        try:
            with self._door.open(f"{self.url}{path}", body, timeout=20) as answer:
                answer.read()
                return int(answer.status)
        except HTTPError as refused:
            return refused.code


@pytest.fixture
def shaken(tmp_path: Path) -> Iterator[House]:
    """A house of its own, for it will not be treated well."""
    house = House(tmp_path)
    house.build("agreement", "জনপদ উন্নয়ন অধিদপ্তর")
    house.open()
    yield house
    house.close()


def test_every_acknowledged_save_survives_a_killed_server(shaken: House) -> None:
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


def _all_or_none(house: House) -> None:
    """Each save has its report, its version and its one entry; the chain and the file are whole."""
    entries = dict(house.rows("SELECT object_id, count(*) FROM history_entry WHERE verb = 'duty.save_cell' GROUP BY 1"))
    versions = dict(house.rows("SELECT id, version - 1 FROM duties_duty WHERE version > 1"))
    figures = dict(house.rows("SELECT duty_id, CAST(value AS INTEGER) FROM duties_report WHERE state = 'draft'"))
    assert entries == versions == figures
    assert house.rows("PRAGMA integrity_check") == [("ok",)]
    assert house.say("from angikar.history.whole import verify; print(verify())") == "None"
