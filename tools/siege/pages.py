"""A page of the database that something overwrites: the doctor finds it every time, and says where: the page, its tree, its table or its index."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

from tools.siege.commands import build
from tools.siege.places import Clustered, Place
from tools.siege.tally import Tally

_PAGE = 8192
"""The bytes of a page of PostgreSQL."""


def overwritten_pages(place: Place, tally: Tally, rounds: int, luck: Random) -> None:
    """One page at random is overwritten by anything, or by another page."""
    build(place, "year")
    for _ in range(rounds):
        place.fresh("year")
        names = _cluster_page(place, luck) if isinstance(place, Clustered) else _sqlite_page(place, luck)
        ended, said = place.forker.do("doctor")
        is_found = (ended == 1 and ("BAD pages" in said or "BAD tables" in said)) or (
            ended == 2 and "Traceback" not in said
        )
        is_named = ended == 2 or any(name in said for name in names)  # what cannot be opened has no names of tables
        tally.add(0, [] if is_found and is_named else [f"{names[0]} {ended} {said[:300]}"])


def _sqlite_page(place: Place, luck: Random) -> tuple[str, ...]:
    """Overwrite a page that holds something. Returns by what names it may be called."""
    file = place.var / "db.sqlite3"
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA journal_mode = DELETE")
        database.execute("VACUUM")  # a page that is not used holds nothing
        size = int(database.execute("PRAGMA page_size").fetchone()[0])
        database.execute("PRAGMA journal_mode = WAL")
        named = [
            str(name) for (name,) in database.execute("SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
        ]
    number = _overwrite(file, size, luck) + 1
    return f"page {number}:", f"Page {number}:", f"page {number} ", "Tree ", "BAD tables", *named


def _cluster_page(place: Clustered, luck: Random) -> tuple[str, ...]:
    files = place.files()
    file = luck.choices(files, [each.stat().st_size for each in files])[0]
    number = _overwrite(file, _PAGE, luck)
    return (f"block {number} of relation base/{file.parent.name}/{file.name}",)


def _overwrite(file: Path, size: int, luck: Random) -> int:
    """Overwrite a page of a file. Returns its number from 0. One empty page is as good as another."""
    with file.open("r+b") as held:
        count = file.stat().st_size // size
        number = luck.randrange(count)
        held.seek(number * size)
        before = held.read(size)
        held.seek(luck.randrange(count) * size)
        another = held.read(size)
        is_same = another == before or (_is_empty(before) and _is_empty(another))
        is_another = not is_same and luck.random() < 0.5
        held.seek(number * size)
        held.write(another if is_another else luck.randbytes(size))
    return number


def _is_empty(page: bytes) -> bool:
    """Whether it is a leaf of SQLite without any cell."""
    return page[0] in (0x0A, 0x0D) and page[3:5] == bytes(2)
