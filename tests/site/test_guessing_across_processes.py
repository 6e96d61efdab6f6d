"""A server with two workers counts guesses once, and still knows them after a restart."""

from __future__ import annotations

import http.client
import re
from pathlib import Path
from urllib.parse import urlencode

from tests.cli.processes import Server, served


def _guess(server: Server) -> int:
    """Try a wrong password on a line and with cookies of its own. Returns the status of the answer."""
    line = http.client.HTTPConnection(server.host, server.port, timeout=60)
    line.request("GET", "/account/login/")
    page = line.getresponse()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.read().decode())
    assert token is not None
    sent = urlencode({"csrfmiddlewaretoken": token[1], "login": "moyna", "password": "wrong"})
    cookie = (page.getheader("Set-Cookie") or "").partition(";")[0]
    kind = "application/x-www-form-urlencoded"
    line.request("POST", "/account/login/", sent, {"Content-Type": kind, "Cookie": cookie})
    status = line.getresponse().status
    line.close()
    return status


def test_workers_count_together_and_a_restart_forgets_nothing(tmp_path: Path) -> None:
    with served(tmp_path, "--no-tend", "--workers", "2") as server:
        statuses = [_guess(server) for _ in range(6)]
    assert (statuses[:5], set(statuses) <= {200, 429}) == ([200] * 5, True)
    with served(tmp_path, "--no-tend", "--workers", "2") as server:
        tried = [_guess(server) for _ in range(6)]
    assert tried.count(429) >= 3, "without the counts of before five would be free"
