"""Remembered: rows that most tests begin with are made by the actions once in each process, and put back as rows afterwards."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any, TypeVar

from django.apps import apps
from django.db import connection

T = TypeVar("T")
Rows = dict[str, tuple[tuple[str, ...], list[tuple[Any, ...]]]]
"""Of each table its columns and its rows; a table whose migrations ran back and forth has its columns in another order."""

_KEPT: dict[str, tuple[bytes, Rows]] = {}


def remembered(build: Callable[[], T]) -> T:
    """What `build` makes in a database without such rows, itself the first time, later from memory.

    Only on SQLite, where one process keeps one database, and only what lies in plain tables of models that were empty before;
    everything else is built each time.
    """
    if connection.vendor != "sqlite":
        return build()
    name = f"{build.__module__}.{build.__qualname__}"
    if name in _KEPT:
        value, rows = _KEPT[name]
        if not any(_count(table) for table in rows):
            _put_back(rows)
            found: T = pickle.loads(value)
            return found
    return _built(name, build)


def _built(name: str, build: Callable[[], T]) -> T:
    before = {table: _count(table) for table in _tables()}
    value = build()
    changed = [table for table in _tables() if _count(table) != before[table]]
    plain = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    if all(table in plain and not before[table] for table in changed):
        _KEPT[name] = pickle.dumps(value), {table: _rows(table) for table in changed}
    return value


def _put_back(rows: Rows) -> None:
    with connection.cursor() as cursor:
        for table, (columns, found) in rows.items():
            names = ", ".join(map(connection.ops.quote_name, columns))
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {connection.ops.quote_name(table)} ({names}) VALUES ({marks})", found)


def _tables() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'sqlite_sequence'")
        return [name for (name,) in cursor.fetchall()]


def _count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
        return int(cursor.fetchone()[0])


def _rows(table: str) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        return tuple(column[0] for column in cursor.description), list(cursor.fetchall())
