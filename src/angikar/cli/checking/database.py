"""The database: its pages as the database itself checks them, its references, its guards, its migrations."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from django.apps import apps
from django.db import DatabaseError, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from django.db.models import Model

from angikar.cli.checking import sentences
from angikar.cli.checking.finding import NAMED, Finding, bad, some, well
from angikar.cli.checking.sqlite import left_out
from angikar.cli.setup import behind
from angikar.history.faults import fault_of
from angikar.history.triggers import missing

_MOST = 1000
_READABLE = """
SELECT CASE WHEN relkind IN ('t', 'S') THEN 'count(*)' ELSE 'coalesce(sum(length(it::text)), 0)' END, oid::regclass::text FROM pg_class WHERE relkind IN ('r', 'm', 't', 'S') AND relpersistence = 'p'
AND has_schema_privilege(relnamespace, 'USAGE') AND has_table_privilege(oid, 'SELECT')
"""


def version() -> Iterator[Finding]:
    """Which database it is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version")
        yield well("database", f"{connection.vendor} {cursor.fetchone()[0]}")


def tables() -> Iterator[Finding]:
    """Whether the tables are those of this version."""
    left = behind()
    yield bad("tables", sentences.MIGRATIONS_BEHIND, count=len(left)) if left else well("tables", "up to date")


def pages() -> Iterator[Finding]:
    """Every page and index read and checked by the database itself."""
    check = _sqlite if connection.vendor == "sqlite" else _postgresql
    wrong: list[str] = []
    try:
        for each in islice(check(connection), NAMED):
            wrong.append(each)
    except DatabaseError as damaged:
        if fault_of(damaged) == "away":
            raise
        wrong.append(str(damaged).strip())
    yield bad("pages", sentences.DATABASE_DAMAGED, reason="; ".join(wrong)) if wrong else well("pages", _checked())


def _checked() -> str:
    if connection.vendor == "sqlite":
        return "whole"
    with connection.cursor() as cursor:
        cursor.execute("SHOW data_checksums")
        sums = cursor.fetchone()[0] == "on"
        cursor.execute("SELECT count(*) FROM pg_extension WHERE extname = 'amcheck'")
        indexes = cursor.fetchone()[0]
    said = "every row could be read; checksums of pages are " + ("on" if sums else "off (initdb --data-checksums)")
    return said + ("; indexes agree" if indexes else "; indexes not compared (CREATE EXTENSION amcheck)")


def _sqlite(on: BaseDatabaseWrapper) -> Iterator[str]:
    with on.cursor() as cursor:
        try:
            yield from _checked_by_itself(cursor, str(NAMED))
        except DatabaseError:  # it ended at a page that it could not read, and did not say where
            yield from _damaged_tables(on, cursor)
            raise
        yield from left_out(cursor)


def _checked_by_itself(cursor: CursorWrapper, what: str) -> list[str]:
    cursor.execute(f"PRAGMA integrity_check({what})")
    return [str(line) for (line,) in cursor.fetchall() if line != "ok"]


def _damaged_tables(on: BaseDatabaseWrapper, cursor: CursorWrapper) -> Iterator[str]:
    """What is wrong with each table that cannot be checked to its end, and with its indexes."""
    for table in on.introspection.table_names(cursor):
        try:
            yield from (f"{table}: {line}" for line in _checked_by_itself(cursor, on.ops.quote_name(table)))
        except DatabaseError as damaged:
            yield f"{table}: {damaged}"


def _postgresql(on: BaseDatabaseWrapper) -> Iterator[str]:
    """Read every row with what is stored beside it, also of the tables in which the server keeps what it knows of ours and of sequences, and
    compare tables with indexes where the extension `amcheck` is installed.
    """
    with on.cursor() as cursor:
        cursor.execute(_READABLE)
        for read, table in cursor.fetchall():
            cursor.execute(f"SELECT {read} FROM {table} AS it")  # noqa: S608
            cursor.fetchone()
        cursor.execute("SELECT count(*) FROM pg_extension WHERE extname = 'amcheck'")
        if cursor.fetchone()[0]:
            cursor.execute(
                "SELECT bt_index_check(c.oid, true) FROM pg_class c JOIN pg_am a ON a.oid = c.relam JOIN pg_index i ON "
                "i.indexrelid = c.oid WHERE a.amname = 'btree' AND c.relpersistence = 'p' AND i.indisvalid"
            )
    yield from ()


def references() -> Iterator[Finding]:
    """Whether what every row names is there."""
    wrong = [name for model in apps.get_models() for name in islice(_nowhere(model), _MOST)]
    if wrong:
        yield bad("references", sentences.ROWS_LEAD_NOWHERE, count=len(wrong), names=some(wrong))
    else:
        yield well("references", "every row leads somewhere")


def _nowhere(model: type[Model]) -> Iterator[str]:
    for field in model._meta.local_fields:
        target = field.related_model if getattr(field, "db_constraint", False) else None
        if isinstance(target, type):
            own = model._base_manager.filter(**{f"{field.name}__isnull": False})
            lost = own.exclude(**{f"{field.attname}__in": target._base_manager.values("pk")})
            yield from (
                f"{model._meta.db_table} {pk} ({field.attname})" for pk in lost.values_list("pk", flat=True)[:_MOST]
            )


def guards() -> Iterator[Finding]:
    """Whether every trigger that keeps rows append-only is in its place, as it was installed."""
    gone = missing(connection)
    yield (
        bad("guards", sentences.GUARDS_MISSING, count=len(gone), names=some(gone))
        if gone
        else well("guards", "in place")
    )
