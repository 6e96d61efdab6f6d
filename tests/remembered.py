"""Remembered: rows that most tests begin with are made by the actions once in each process, and put back as rows afterwards."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection

T = TypeVar("T")
Rows = dict[str, tuple[tuple[str, ...], list[tuple[Any, ...]]]]
"""Of each table its columns and its rows; a table whose migrations ran back and forth has its columns in another order."""

_AT_ONCE = 30_000
"""Values in one statement; SQLite takes 32,766."""
_SELECTS = 400
"""Parts of one question; SQLite takes 500."""
_FOLLOW = ("search_indexed_terms", "meetings_decision_words")
"""Tables of an index, which follow the rows of another by its triggers."""
_KEPT: dict[str, tuple[bytes, Rows]] = {}


def remembered(build: Callable[[], T]) -> T:
    """What `build` makes in a database without such rows, itself the first time, later from memory.

    Only what lies in plain tables of models that were empty before; everything else is built each time. New rows go on behind the
    numbers of those that are put back.
    """
    name = f"{build.__module__}.{build.__qualname__}"
    if name in _KEPT:
        value, rows = _KEPT[name]
        if not any(_filled(rows)):
            _put_back(rows)
            found: T = pickle.loads(value)
            return found
    return _built(name, build)


def _built(name: str, build: Callable[[], T]) -> T:
    before = _counts()
    value = build()
    changed = [table for table, rows in _counts().items() if rows != before[table]]
    plain = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    if all(table in plain and not before[table] for table in changed):
        _KEPT[name] = pickle.dumps(value), {table: _rows(table) for table in changed}
    return value


def _put_back(rows: Rows) -> None:
    with connection.cursor() as cursor:
        for table, (columns, found) in rows.items():
            names = ", ".join(map(connection.ops.quote_name, columns))
            marks = f"({', '.join(['%s'] * len(columns))})"
            many = max(1, _AT_ONCE // len(columns))
            for at in range(0, len(found), many):
                some = found[at : at + many]
                values = [value for row in some for value in row]
                cursor.execute(
                    f"INSERT INTO {connection.ops.quote_name(table)} ({names}) VALUES {', '.join([marks] * len(some))}",
                    values,
                )
        models = [model for model in apps.get_models(include_auto_created=True) if model._meta.db_table in rows]
        for sql in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(sql)


def _filled(tables: Iterable[str]) -> list[str]:
    """Those of the tables in which there is a row."""
    each = [
        f"SELECT {at} WHERE EXISTS (SELECT 1 FROM {connection.ops.quote_name(table)})"
        for at, table in enumerate(tables)
    ]
    with connection.cursor() as cursor:
        found: set[int] = set()
        for at in range(0, len(each), _SELECTS):
            cursor.execute(" UNION ALL ".join(each[at : at + _SELECTS]))
            found |= {number for (number,) in cursor.fetchall()}
    return [table for at, table in enumerate(tables) if at in found]


def _counts() -> dict[str, int]:
    """The rows of each table."""
    with connection.cursor() as cursor:
        counted: dict[str, int] = {}
        for table in connection.introspection.table_names(cursor):
            if table.startswith(_FOLLOW):
                continue
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
            counted[table] = int(cursor.fetchone()[0])
    return counted


def _rows(table: str) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        return tuple(column[0] for column in cursor.description), list(cursor.fetchall())
