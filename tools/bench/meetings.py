"""A meeting on the bench: its page with twenty items and sixty decisions, its time and queries here, and how often the real server
gives it out.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

from tools.bench.house import TODAY, beside
from tools.bench.measure import Row

if TYPE_CHECKING:
    from angikar.meetings.models import Meeting
    from angikar.offices.models import Officer

ITEMS, DECISIONS = 20, 3
CALLERS, SECONDS = 4, 8.0
INDICO = 15.8
"""Requests per second of a meeting page of Indico, taken once on such a machine of two cores."""


def pages(head: Officer) -> Iterator[Row]:
    """The page and what asks it again, in this process and through the real server."""
    from django.test import Client

    meeting = _meeting(head)
    page, rows = f"/sittings/{meeting.pk}/", f"/sittings/{meeting.pk}/rows/"
    client = Client()
    client.force_login(head, backend="django.contrib.auth.backends.ModelBackend")
    what = f"a meeting of {ITEMS} items, {ITEMS * DECISIONS} decisions"
    yield beside(client, what, page, 8.0)
    yield beside(client, f"{what}, nothing new", rows, 2.0, {"If-None-Match": client.get(rows)["ETag"]})
    cookie = f"sessionid={client.cookies['sessionid'].value}"
    tag = client.get(rows)["ETag"]
    with server() as port:
        for what, address, headers in (
            ("the same through the server", page, {}),
            ("asked again, nothing new", rows, {"If-None-Match": tag}),
        ):
            persecond = _often(port, address, {"Cookie": cookie, **headers})
            said = (
                f"{persecond:.1f} requests a second; Indico's page: {INDICO}"
                if address == page
                else f"{persecond:.1f} requests a second"
            )
            yield Row(what, 1000 / persecond, note=said)


def _meeting(head: Officer) -> Meeting:
    from angikar.meetings.convening.actions import Frame, plan
    from angikar.meetings.sittings.actions import Typed, begin, discuss, raise_item, resolve
    from angikar.offices.bodies.actions import NewMember, form
    from angikar.offices.models import Office, Post, Role

    post = Post.objects.get(is_head=True, tenures__officer=head)
    body = form(
        Office.objects.get(pk=post.office_id), "জনপদ টিম", [NewMember(post=post, role=Role.CHAIR)], day=TODAY, by=head
    )
    meeting = begin(plan(body, "সভা", Frame(TODAY), by=head), by=head, today=TODAY)
    for number in range(ITEMS):
        item = raise_item(meeting, f"আলোচ্য বিষয় {number}", by=head)
        discuss(item, "সভায় বিষয়টি নিয়ে বিস্তারিত আলোচনা হয়। " * 6, version=1, by=head)
        for _ in range(DECISIONS):
            resolve(item, Typed("প্রতি মাসের প্রতিবেদন পাঠাতে হবে। " * 2, ["মহাপরিচালক"], "এ মাসের মধ্যে"), by=head)
    return meeting


@contextmanager
def server() -> Iterator[int]:
    """`angikar serve` over the bench's own database, on a free port of this machine."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = int(listener.getsockname()[1])
    command = [sys.executable, "-m", "angikar.cli.main", "serve", "--port", str(port), "--no-tend"]
    environment = {**os.environ, "ANGIKAR_HOSTS": "127.0.0.1", "PYTHONPATH": str(Path("src").resolve())}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _await(port)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=30)


def _await(port: int) -> None:
    until = monotonic() + 60
    while True:
        try:
            _once(HTTPConnection("127.0.0.1", port, timeout=5), "/account/login/", {})
        except OSError:
            if monotonic() > until:
                raise
            sleep(0.1)
        else:
            return


def _often(port: int, address: str, headers: dict[str, str]) -> float:
    """How many answers a second several callers get who keep their connections open, over some seconds."""

    def call(_: int) -> int:
        connection, count = HTTPConnection("127.0.0.1", port, timeout=30), 0
        while monotonic() < until:
            status = _once(connection, address, headers)
            if status not in (200, 304):
                raise RuntimeError(f"{address} answers {status}")
            count += 1
        return count

    _once(HTTPConnection("127.0.0.1", port, timeout=30), address, headers)
    until = monotonic() + SECONDS
    with ThreadPoolExecutor(CALLERS) as callers:
        return sum(callers.map(call, range(CALLERS))) / SECONDS


def _once(connection: HTTPConnection, address: str, headers: dict[str, str]) -> int:
    connection.request("GET", address, headers=headers)
    answer = connection.getresponse()
    answer.read()
    return answer.status
