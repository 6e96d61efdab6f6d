"""The index over the tokens of `Indexed`: FTS5 beside the table on SQLite, GIN on PostgreSQL; and how it is asked.

It is put up after every `migrate`, not by a migration, for SQLite loses a table's triggers whenever it rebuilds the table.
"""

from __future__ import annotations

from django.db import DatabaseError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from angikar.rules.bangla.asking import Wanted
from angikar.search.models import Indexed
from angikar.search.written import in_fts5, in_tsquery

TABLE = "search_indexed"
_INDEX = "search_indexed_terms"
_TERMS = "array_to_tsvector(string_to_array(terms, ' '))"
_OLD = f"INSERT INTO {_INDEX}({_INDEX}, rowid, terms) VALUES ('delete', OLD.id, OLD.terms);"  # noqa: S608  # names of ours
_NEW = f"INSERT INTO {_INDEX}(rowid, terms) VALUES (NEW.id, NEW.terms);"  # noqa: S608
_SQLITE = (
    f"CREATE VIRTUAL TABLE {_INDEX} USING fts5(terms, content='{TABLE}', content_rowid='id', detail='none', "
    "prefix='3', tokenize=\"unicode61 remove_diacritics 0 categories 'L* M* N* Co' tokenchars '._='\")",
    f"CREATE TRIGGER {_INDEX}_insert AFTER INSERT ON {TABLE} BEGIN {_NEW} END",
    f"CREATE TRIGGER {_INDEX}_delete AFTER DELETE ON {TABLE} BEGIN {_OLD} END",
    f"CREATE TRIGGER {_INDEX}_update AFTER UPDATE OF terms ON {TABLE} WHEN OLD.terms <> NEW.terms BEGIN {_OLD} {_NEW} END",
    f"INSERT INTO {_INDEX}({_INDEX}) VALUES ('rebuild')",  # noqa: S608
)
_PARTS = (_INDEX, *(f"{_INDEX}_{event}" for event in ("insert", "delete", "update")))
"""What makes the index on SQLite: the table and its three triggers."""


def put_up(using: str = "default", **_signal: object) -> None:
    """Put the index up where it is missing or has lost a part, over all that is there; the receiver of `post_migrate`."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if TABLE not in connection.introspection.table_names(cursor):
            return
        if connection.vendor == "postgresql":
            cursor.execute(f"CREATE INDEX IF NOT EXISTS {_INDEX} ON {TABLE} USING gin (({_TERMS}))")
            return
        cursor.execute("SELECT count(*) FROM sqlite_master WHERE name IN (%s, %s, %s, %s)", _PARTS)
        if cursor.fetchone()[0] != len(_PARTS):
            _build(connection)


def _build(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for trigger in _PARTS[1:]:
            cursor.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        cursor.execute(f"DROP TABLE IF EXISTS {_INDEX}")
        for statement in _SQLITE:
            cursor.execute(statement)


def sound(connection: BaseDatabaseWrapper) -> bool:
    """Whether the index holds what its table holds; PostgreSQL answers for its own."""
    if connection.vendor == "postgresql":
        return True
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {_INDEX}({_INDEX}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
    except DatabaseError:
        return False
    return True


def rows_with(wanted: Wanted, using: str = "default") -> QuerySet[Indexed]:
    """The rows of the index that answer to what is wanted, in no order."""
    if (
        connections[using].vendor == "postgresql"
    ):  # on the row itself, for a query of its own would be joined over the whole table
        return Indexed.objects.extra(where=[f"{_TERMS} @@ %s::tsquery"], params=[in_tsquery(wanted)]).order_by()  # noqa: S610  # names of ours
    numbers = RawSQL(f"SELECT rowid FROM {_INDEX} WHERE {_INDEX} MATCH %s", (in_fts5(wanted),))  # noqa: S608, S611
    return Indexed.objects.filter(pk__in=numbers).order_by()


def numbers_with(wanted: Wanted, most: int, using: str = "default") -> list[int]:
    """The numbers of the rows that answer to what is wanted, at most so many, the last entered first on SQLite."""
    connection = connections[using]
    if connection.vendor == "postgresql":
        sql, asked = f"SELECT id FROM {TABLE} WHERE {_TERMS} @@ %s::tsquery LIMIT {most}", in_tsquery(wanted)  # noqa: S608
    else:
        sql, asked = f"SELECT rowid FROM {_INDEX} WHERE {_INDEX} MATCH %s LIMIT {most}", in_fts5(wanted)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [asked])
        return [number for (number,) in cursor.fetchall()]
