"""What SQLite's own check of its pages leaves out: entries that an index of some rows has too many, its counters, the tables of a search index."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from django.db import DatabaseError
from django.db.backends.utils import CursorWrapper

_OF_SOME_ROWS = """
SELECT t.name, i.name, m.sql FROM sqlite_master AS t, pragma_index_list(t.name) AS i, sqlite_master AS m
WHERE t.type = 'table' AND i.partial AND m.name = i.name ORDER BY i.name
"""
_CONDITION = re.compile(r"\sWHERE\s(.+)", re.DOTALL)
_COUNTED = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'"
_SEARCHED = re.compile(r"fts5\(.*\bcontent='(\w+)'")


def left_out(cursor: CursorWrapper) -> Iterator[str]:
    """What is wrong where `PRAGMA integrity_check` does not look, found by overwriting pages with others."""
    looks: list[tuple[str, Callable[[], Iterator[str]]]] = [
        (f"index {index}", partial(_index, cursor, table, index, made))
        for table, index, made in cursor.execute(_OF_SOME_ROWS).fetchall()
    ]
    looks += [("sqlite_sequence", partial(_counters, cursor)), ("the index of a search", partial(_searches, cursor))]
    for name, look in looks:
        try:
            yield from look()
        except DatabaseError as damaged:
            yield f"{name}: {damaged}"


def _index(cursor: CursorWrapper, table: str, index: str, made: str) -> Iterator[str]:
    """An index with a condition: its missing entries are found by the check itself, not those that belong to no row."""
    condition = _CONDITION.search(made)
    if condition is None:
        return
    count = f'SELECT count(*) FROM "{table}" %s WHERE {condition[1]}'  # noqa: S608  (names and words of our own schema)
    rows, entries = (_one(cursor, count % way) for way in ("NOT INDEXED", f'INDEXED BY "{index}"'))
    if rows != entries:
        yield f"wrong # of entries in index {index}: {entries} for {rows} rows"


def _counters(cursor: CursorWrapper) -> Iterator[str]:
    """The last number that each table gave out: never below one that a row has."""
    tables = {str(name) for (name,) in cursor.execute(_COUNTED).fetchall()}
    last: dict[str, int] = {}
    for name, number in cursor.execute("SELECT name, seq FROM sqlite_sequence").fetchall():
        if name not in tables or name in last or not isinstance(number, int):
            yield "sqlite_sequence: a row of no table"
            return
        last[name] = number
    for name in sorted(tables):
        highest = _one(cursor, f'SELECT coalesce(max(rowid), 0) FROM "{name}"')  # noqa: S608
        if highest > last.get(name, 0):
            yield f"sqlite_sequence: {name} has given out {highest}, and it says {last.get(name, 0)}"


def _searches(cursor: CursorWrapper) -> Iterator[str]:
    """The tables behind a full-text index: a size for each document, and no part of the index that has no words."""
    made = "SELECT name, sql FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'"
    for name, sql in cursor.execute(made).fetchall():
        content = _SEARCHED.search(sql)
        if content is None:
            continue
        sizes, documents = (_one(cursor, f'SELECT count(*) FROM "{of}"') for of in (f"{name}_docsize", content[1]))  # noqa: S608
        if sizes != documents:
            yield f"{name}_docsize: {sizes} sizes for {documents} rows"
        lost = _one(
            cursor,
            f"SELECT count(*) FROM \"{name}_idx\" WHERE typeof(segid) <> 'integer' OR NOT EXISTS "  # noqa: S608
            f'(SELECT 1 FROM "{name}_data" WHERE id BETWEEN segid << 37 AND ((segid + 1) << 37) - 1)',
        )
        if lost:
            yield f"{name}_idx: {lost} entries lead nowhere"


def _one(cursor: CursorWrapper, select: str) -> int:
    return int(cursor.execute(select).fetchone()[0])
