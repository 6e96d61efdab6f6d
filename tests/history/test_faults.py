"""What the machine cannot do for a while is known from every other error, and never keeps anybody from reading."""

from __future__ import annotations

import errno
import os

import psycopg
import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, connection, transaction

from angikar.history import faults
from angikar.history.models import Entry
from tests.world import World


@pytest.fixture(autouse=True)
def _not_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one test meets, the next does not know."""
    monkeypatch.setattr(faults, "_met", None)


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("database or disk is full", "full"),
        ("attempt to write a readonly database", "unwritable"),
        ("disk I/O error", "unwritable"),
        ("unable to open database file", "unwritable"),
        ("database is locked", "busy"),
        ("no such table: papers_paper", None),
    ],
)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="these are the words of SQLite")
def test_sqlite_names_the_fault(words: str, fault: str | None) -> None:
    assert faults.fault_of(OperationalError(words)) == fault


@pytest.mark.parametrize(
    ("cause", "fault"),
    [
        (psycopg.errors.DiskFull("no space left on device"), "full"),
        (psycopg.errors.ReadOnlySqlTransaction("cannot execute INSERT in a read-only transaction"), "unwritable"),
        (psycopg.errors.AdminShutdown("terminating connection"), "away"),
        (psycopg.errors.CannotConnectNow("the database system is starting up"), "away"),
        (psycopg.OperationalError("connection failed: Connection refused"), "away"),
        (psycopg.errors.UndefinedTable("relation does not exist"), None),
    ],
)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="these are the codes of PostgreSQL")
def test_postgresql_names_the_fault(cause: Exception, fault: str | None) -> None:
    error = OperationalError(str(cause))
    error.__cause__ = cause
    assert faults.fault_of(error) == fault


@pytest.mark.parametrize(("number", "fault"), [("ENOSPC", "full"), ("EROFS", "unwritable"), ("ENOENT", None)])
def test_the_disk_names_the_fault(number: str, fault: str | None) -> None:
    assert faults.fault_of(OSError(getattr(errno, number), os.strerror(getattr(errno, number)))) == fault


def test_another_error_is_let_through(world: World) -> None:
    with pytest.raises(IntegrityError), faults.reading(), transaction.atomic():
        Entry.objects.create(hash=Entry.objects.values_list("hash", flat=True)[0])


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite alone can be made small from a session")
def test_reading_goes_on_where_nothing_can_be_noted() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only=ON")
        try:
            with faults.reading(), transaction.atomic():
                Entry.objects.filter(pk=0).update(verb="x")
            assert faults.lasting() == "unwritable", "every page says so"
        except DatabaseError:  # pragma: no cover
            pytest.fail("it kept somebody from reading")
        finally:
            cursor.execute("PRAGMA query_only=OFF")
