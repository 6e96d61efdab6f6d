"""Faults of the machine that leave reading possible, or will pass: a full disk, data that cannot be written, a database that is away."""

from __future__ import annotations

import errno
import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, connections

Fault = Literal["full", "unwritable", "away", "busy"]

LEAST_FREE = 4 * 1024 * 1024
"""Bytes without which nothing is sure to be written."""
_REMEMBERED = 30
"""Seconds for which a fault that was met is taken to last, where the machine itself does not show it."""
_OF_ERRNO: dict[int, Fault] = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EROFS: "unwritable",
    errno.EACCES: "unwritable",
    errno.EIO: "unwritable",
}
_OF_SQLSTATE: dict[str, Fault] = {"53100": "full", "25006": "unwritable", "58030": "unwritable"}
_OF_SQLITE: tuple[tuple[str, Fault], ...] = (
    ("database or disk is full", "full"),
    ("readonly database", "unwritable"),
    ("disk I/O error", "unwritable"),
    ("unable to open database file", "unwritable"),
    ("database is locked", "busy"),
)
_AWAY = ("08", "57P", "53300")
"""How PostgreSQL's codes begin where there is no connection, the server ends or begins, or lets nobody in."""

_log = logging.getLogger("angikar.faults")
_met: tuple[Fault, float] | None = None


def fault_of(error: BaseException | None) -> Fault | None:
    """Which fault of the machine an error comes from, or None where it is another."""
    if isinstance(error, OSError) and error.errno is not None:
        return _OF_ERRNO.get(error.errno)
    if not isinstance(error, DatabaseError):
        return None
    if connection.vendor == "sqlite":
        return next((fault for words, fault in _OF_SQLITE if words in str(error)), None)
    state = getattr(error.__cause__, "sqlstate", None)
    if state is None:
        return "away" if "connect" in str(error) else None
    return _OF_SQLSTATE.get(state) or ("away" if state.startswith(_AWAY) else None)


def meet(error: BaseException | None) -> Fault | None:
    """The fault an error comes from, remembered for a while and written in the log."""
    global _met
    fault = fault_of(error)
    if fault is not None:
        _met = fault, time.monotonic()
        _log.critical("nothing can be written: %s", fault, extra={"fault": fault})
    return fault


def lasting() -> Fault | None:
    """The fault that keeps anything from being written now, so that a page can say so: what the machine shows, or what was met
    a moment ago. It is over as soon as the machine shows it or something was written, without a restart.
    """
    if fault := _shown():
        return fault
    seen = ("busy", "full") if connection.vendor == "sqlite" else ("busy",)
    if _met is not None and _met[0] not in seen and time.monotonic() - _met[1] < _REMEMBERED:
        return _met[0]
    return None


def written() -> None:
    """Something was written: no fault that was met before lasts."""
    global _met
    _met = None


def is_over(fault: Fault) -> bool:
    """Whether a fault that was met is over, as far as can be seen without writing: the machine shows none, the database answers and
    would take something in. A full disk that only the database sees is over when nobody has met it for a while.
    """
    if _shown() is not None:
        return False
    is_unseen = connection.vendor != "sqlite" and fault != "away"
    if is_unseen and _met is not None and time.monotonic() - _met[1] < _REMEMBERED:
        return False
    return _answers()


def _answers() -> bool:
    own = connections.create_connection(DEFAULT_DB_ALIAS)
    try:
        with own.cursor() as cursor:
            if own.vendor == "sqlite":
                cursor.execute("BEGIN IMMEDIATE")
                cursor.execute("ROLLBACK")
                return True
            cursor.execute("SHOW transaction_read_only")
            return bool(cursor.fetchone()[0] == "off")
    except (DatabaseError, OSError):
        return False
    finally:
        own.close()


def _shown() -> Fault | None:
    """What the machine shows by itself."""
    try:
        disk = os.statvfs(settings.VAR)
    except OSError as error:
        return fault_of(error)
    if disk.f_bavail * disk.f_frsize < LEAST_FREE:
        return "full"
    name = str(settings.DATABASES["default"]["NAME"])
    if disk.f_flag & os.ST_RDONLY or (connection.vendor == "sqlite" and not os.access(name, os.W_OK)):
        return "unwritable"
    return None


@contextmanager
def reading() -> Iterator[None]:
    """What is only noted while somebody reads, as that he has seen it, does not keep him from reading where it cannot be noted."""
    try:
        yield
    except (DatabaseError, OSError) as error:
        if meet(error) is None:
            raise
