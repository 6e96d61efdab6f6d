"""The lists of the desk over a nation: each as the officers of five levels see it, its first page, one far on and the way back, and its searches.

The time is that of the processor, of this process and of the database's own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from datetime import date
from html import unescape
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any

from tools.bench import decisions, house
from tools.bench.measure import Row

if TYPE_CHECKING:
    from angikar.offices.models import Officer

YEAR, DAY = "2022-23", date(2022, 10, 22)
READERS = ("admin", "cabinet", "ministry", "department", "district", "upazila")
_GOAL, _TIMES = 100, 9


def rows(name: str, readers: Sequence[str] = READERS) -> Iterator[Row]:
    """The times of every list in the database that is open, as each officer sees it."""
    from django.conf import settings
    from django.test import Client
    from django.urls import reverse

    settings.TODAY = DAY
    for who in readers:
        client = Client(raise_request_exception=False)
        client.force_login(_officer(who), backend="django.contrib.auth.backends.ModelBackend")
        for what, view in _LISTS.items():
            yield _row(client, f"{name}, {who}: {what}", reverse(f"desk:{view}"))
        papers, decisions_ = reverse("desk:papers"), reverse("desk:decisions")
        for what, address in {
            "offices found by words": f"{reverse('desk:offices')}?q=নদী ৭৭",
            "papers of a kind": f"{papers}?kind=minutes",
            "papers of a state that none has": f"{papers}?state=draft",
            **{f"papers by {what}": f"{papers}?q={words}" for what, words in _LOOKS},
            **{f"decisions by {what}": f"{decisions_}?q={words}" for what, words in decisions.LOOKS},
            "decisions that are late": f"{decisions_}?state=late",
        }.items():
            yield _row(client, f"{name}, {who}: {what}", address)
        for what, address in {
            "papers": papers,
            "papers by a word of all": f"{papers}?q=চুক্তি",
            "open decisions": decisions_,
            "decisions of any state": f"{decisions_}?state=any",
            "decisions by one word of every fourth": f"{decisions_}?q={decisions.LOOKS[0][1]}",
            "standings of all": f"{reverse('desk:standings')}?year={YEAR}&kind=agreement&under=0&reach=below",
        }.items():
            yield from _pages(client, f"{name}, {who}: {what}", address)


_LISTS = {
    "today": "today",
    "offices": "offices",
    "officers": "officers",
    "standings": "standings",
    "notices": "notices",
    "meetings": "meetings",
    "ideas": "ideas",
    "bodies": "bodies",
    "lists of the register": "lists",
    "requests for a second person": "approvals",
    "papers taken in": "intake",
    "jobs": "jobs",
    "dispatch register": "dispatch",
    "bodies that did not meet": "monthly",
}
"""Every list of the desk that is not one paper's or one meeting's, by the name of its address."""
_LOOKS = (("two words", "চুক্তি ১২৩"), ("a word that none has", "নীহারিকা"), ("a word of all", "চুক্তি"))
_MIDDLE = 200
"""So many pages on lies the page that is measured as one of the middle."""


def _row(client: Any, what: str, address: str) -> Row:
    _, note = house.get(client, address)
    before = process_time() + _of_database()
    for _ in range(_TIMES):
        client.get(address)
    return Row(what, 1000 * (process_time() + _of_database() - before) / _TIMES, note=note, most=_GOAL)


def _of_database() -> float:
    """The seconds of processor time that the process of PostgreSQL behind our connection has used; SQLite works in this one."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return 0.0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        words = Path(f"/proc/{cursor.fetchone()[0]}/stat").read_text().rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


def _pages(client: Any, what: str, address: str) -> Iterator[Row]:
    """The first page of a list, one far on, which is reached by its links, and the one before that."""
    yield _row(client, f"{what}, page 1", address)
    base, here, number = address.partition("?")[0], address, 1
    while number < _MIDDLE and (following := _link(client, here, "next")):
        here, number = f"{base}{following}", number + 1
    if number > 1:
        yield _row(client, f"{what}, page {number}", here)
        yield _row(client, f"{what}, back to page {number - 1}", f"{base}{_link(client, here, 'prev')}")


def _link(client: Any, address: str, rel: str) -> str:
    found = re.search(rf'rel="{rel}" href="([^"]+)"', client.get(address).content.decode())
    return unescape(found[1]) if found else ""


def _officer(who: str) -> Officer:
    from angikar.offices.models import Officer

    return Officer.objects.get(username=who)
