"""How far the history is settled: up to which entry no transaction that still runs can add one below.

PostgreSQL gives out the numbers of entries before transactions commit, so a lower number may appear after a higher one. Whoever
writes an entry holds the table's lock of writers from before its number is given out until the transaction ends; so the entries that are
there at a moment are settled once the writers of that moment are gone. SQLite has one writer at a time: what is there is settled.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connections

from angikar.history.models import Entry

_WRITERS = """
SELECT DISTINCT virtualtransaction FROM pg_locks
WHERE locktype = 'relation' AND relation = %s::regclass AND mode = 'RowExclusiveLock' AND granted AND pid <> pg_backend_pid()
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
_LAST = "SELECT id FROM history_entry ORDER BY id DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Mark:
    """The last entry at a moment, and the transactions that wrote history at that moment."""

    upto: int
    writers: frozenset[str]


def mark(using: str) -> Mark:
    """The mark of this moment. The entry is read before the writers: whoever wrote a lower one is gone or among them."""
    with connections[using].cursor() as cursor:
        cursor.execute(_LAST)
        last = cursor.fetchone()
    return Mark(last[0] if last else 0, _writers(using))


def is_settled(seen: Mark, using: str) -> bool:
    """Whether every writer of that moment has ended."""
    return not seen.writers or not seen.writers & _writers(using)


def _writers(using: str) -> frozenset[str]:
    connection = connections[using]
    if connection.vendor != "postgresql":
        return frozenset()
    with connection.cursor() as cursor:
        cursor.execute(_WRITERS, [Entry._meta.db_table])
        return frozenset(name for (name,) in cursor.fetchall())
