"""Clerk: somebody who saves figures over HTTP without a browser, as fast as they are taken."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from http.client import HTTPException
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

from tests.e2e.acts import PASS_PHRASE

_SENT_AWAY = 302
"""What is said of an answer that leads to the door."""
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
    moments: list[tuple[int, int, int]] = field(default_factory=list)
    """When which figure of which cell was acknowledged."""
    refused: list[int] = field(default_factory=list)
    """How savings were answered that were not taken."""

    def __post_init__(self) -> None:
        self._jar = CookieJar()
        self._door = build_opener(HTTPCookieProcessor(self._jar))

    def again(self, url: str) -> Clerk:
        """The same person with the same cells, signed in as before, at another address of the house."""
        clerk = Clerk(url, self.cells)
        for cookie in self._jar:
            clerk._jar.set_cookie(cookie)
        return clerk

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
        status = self._post(f"/duties/{cell}/cell/", {f"value-{cell}": str(number), f"version-{cell}": known})
        if status == 200:
            self.moments.append((time.monotonic_ns(), cell, number))
        else:
            self.refused.append(status)
        return status

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
                    assert self.save(cell, number) == 200
                    self.taken[cell] = number
        except (OSError, HTTPException):
            return

    def _post(self, path: str, sent: dict[str, str]) -> int:
        token = next(cookie.value or "" for cookie in self._jar if cookie.name == "csrftoken")
        body = urlencode({**sent, "csrfmiddlewaretoken": token}).encode()
        try:
            with self._door.open(f"{self.url}{path}", body, timeout=20) as answer:
                answer.read()
                is_sent_away = "/account/login/" in answer.url and path != "/account/login/"
                return _SENT_AWAY if is_sent_away else int(answer.status)
        except HTTPError as refused:
            return refused.code
