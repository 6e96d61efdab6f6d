"""A page that SQLite's own check leaves out is found all the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import cycle
from pathlib import Path
from typing import Any, cast

import pytest
from django.db import connection

from angikar.cli.checking.sqlite import left_out
from tests.world import World

_BEHIND_SEARCH = ("meetings_decision_words_docsize", "meetings_decision_words_idx")


@pytest.mark.django_db(transaction=True)  # a database is copied between two transactions
@pytest.mark.skipif(connection.vendor != "sqlite", reason="the pages of SQLite")
def test_an_overwritten_page_that_the_database_passes_over_is_found(world: World, tmp_path: Path) -> None:
    whole, spoilt = tmp_path / "whole.sqlite3", tmp_path / "spoilt.sqlite3"
    connection.ensure_connection()
    with closing(sqlite3.connect(whole)) as to:
        cast(Any, connection.connection).backup(to)
        assert list(_wrong(to)) == []
        size = to.execute("PRAGMA page_size").fetchone()[0]
        roots = dict(to.execute("SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0").fetchall())
        left = {name: roots[name] for name in (*_of_some_rows(to), "sqlite_sequence", *_BEHIND_SEARCH)}
    pages = [whole.read_bytes()[start : start + size] for start in range(0, whole.stat().st_size, size)]
    written = [pages[roots[name] - 1] for name in ("django_content_type", "offices_office_parent_id_6bfb32b5")]
    passed = set()
    for (name, root), other in zip(left.items(), cycle(written), strict=False):
        spoilt.write_bytes(b"".join((*pages[: root - 1], other, *pages[root:])))
        with closing(sqlite3.connect(spoilt)) as database:
            if _its_own_check(database) == ["ok"]:
                passed.add(name)
            assert list(_wrong(database)), f"{name} is overwritten, and nothing is said"
    assert len(passed) > 20, "the database checks them itself by now"


def _wrong(database: sqlite3.Connection) -> Iterator[str]:
    yield from (line for line in _its_own_check(database) if line != "ok")
    try:
        yield from left_out(cast(Any, database.cursor()))
    except sqlite3.DatabaseError as damaged:
        yield str(damaged)


def _its_own_check(database: sqlite3.Connection) -> list[str]:
    try:
        return [str(line) for (line,) in database.execute("PRAGMA integrity_check")]
    except sqlite3.DatabaseError as damaged:
        return [str(damaged)]


def _of_some_rows(database: sqlite3.Connection) -> list[str]:
    """The indexes with a condition, but for the one of the tasks, whose condition is on its own first column: an entry there that
    belongs to no row is read by no query.
    """
    made = database.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'")
    return [str(name) for (name,) in made if name != "tasks_db_new_ordering_idx"]
