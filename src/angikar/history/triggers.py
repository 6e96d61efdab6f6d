"""Guards: database triggers that make rows append-only or frozen, in the SQL of SQLite and of PostgreSQL.

They are installed after every `migrate`, not by a migration, for SQLite loses a table's triggers whenever it rebuilds
the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True, slots=True)
class Guard:
    """A refusal of the database itself: `when` is a condition on OLD (and on NEW, for an update of the columns
    named).
    """

    table: str
    event: str
    """`UPDATE` or `DELETE`."""
    when: str = ""
    columns: Sequence[str] = ()

    @property
    def name(self) -> str:
        """The trigger's name, one per table and event."""
        return f"{self.table}_no_{self.event.lower()}"

    def condition(self, different: str) -> str:
        """The whole condition; `different` is how this database compares two values that may be NULL."""
        changed = " OR ".join(f'OLD."{column}" {different} NEW."{column}"' for column in self.columns)
        both = [f"({part})" for part in (self.when, changed) if part]
        return f"WHEN ({' AND '.join(both)})" if both else ""


_REFUSE = " BEGIN RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP; END "
"""The body of PostgreSQL's function behind every guard."""
GUARDS: dict[str, Guard] = {}
"""Every guard, by name; filled by the models' modules."""


def guard(*guards: Guard) -> None:
    """Enter guards into the list; called next to the models they protect."""
    GUARDS.update({each.name: each for each in guards})


def install(connection: BaseDatabaseWrapper, each: Guard) -> None:
    """Install one guard in place of the one of that name."""
    remove(connection, each)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(_for_sqlite(each))
            return
        cursor.execute(f"CREATE OR REPLACE FUNCTION angikar_refuse() RETURNS trigger LANGUAGE plpgsql AS $${_REFUSE}$$")
        cursor.execute(
            f"CREATE TRIGGER {each.name} BEFORE {each.event} ON {each.table} "
            f"FOR EACH ROW {each.condition('IS DISTINCT FROM')} EXECUTE FUNCTION angikar_refuse()"
        )


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of guards that are not in the database as `install` puts them there, of tables that are."""
    tables = set(connection.introspection.table_names())
    wanted = {each.name: each for each in GUARDS.values() if each.table in tables}
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            there = dict(cursor.fetchall())
            return sorted(name for name, each in wanted.items() if there.get(name) != _for_sqlite(each))
        cursor.execute(
            "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid "
            "WHERE t.tgenabled IN ('O', 'A') AND p.proname = 'angikar_refuse' AND p.prosrc = %s",
            [_REFUSE],
        )
        placed = set(cursor.fetchall())
    return sorted(name for name, each in wanted.items() if (name, each.table) not in placed)


def _for_sqlite(each: Guard) -> str:
    return (
        f"CREATE TRIGGER {each.name} BEFORE {each.event} ON {each.table} "
        f"FOR EACH ROW {each.condition('IS NOT')} BEGIN SELECT RAISE(ABORT, '{_message(each)}'); END"
    )


def _message(each: Guard) -> str:
    return f"{each.table} is append-only: {each.event} refused"


def remove(connection: BaseDatabaseWrapper, each: Guard) -> None:
    """Remove one guard, if there is one."""
    on = f" ON {each.table}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER IF EXISTS {each.name}{on}")


def install_all(using: str = "default", **_options: object) -> None:
    """Install every guard whose table exists; the receiver of Django's `post_migrate`."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    for each in GUARDS.values():
        if each.table in tables:
            install(connection, each)


def remove_all(using: str = "default") -> None:
    """Remove every guard: for a migration that must touch frozen rows, and for emptying a test database."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    for each in GUARDS.values():
        if each.table in tables:
            remove(connection, each)
