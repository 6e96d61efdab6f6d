"""For what somebody acts while a request runs: read once where nothing changes, and in one office alone where a token says so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import Any

_READ_ONCE: ContextVar[dict[tuple[int, date], Any] | None] = ContextVar("mandates that were read", default=None)
_ACTING_IN: ContextVar[int | None] = ContextVar("the one office that is acted for", default=None)


def remembered() -> dict[tuple[int, date], Any] | None:
    """The mandates that were read in this request, where they are remembered."""
    return _READ_ONCE.get()


def only_office() -> int | None:
    """The one office that is acted for, where there is one alone."""
    return _ACTING_IN.get()


@contextmanager
def read_once() -> Iterator[None]:
    """While it lasts mandates are read once and remembered: for a request that changes nobody's posts."""
    token = _READ_ONCE.set({})
    try:
        yield
    finally:
        _READ_ONCE.reset(token)


@contextmanager
def acting_in(office: int | None) -> Iterator[None]:
    """While it lasts an officer acts as his posts in one office alone, without what others have given him elsewhere; for all where none is
    named. What was read before is read again.
    """
    narrowed = _ACTING_IN.set(office)
    known = _READ_ONCE.set(None if _READ_ONCE.get() is None else {})
    try:
        yield
    finally:
        _READ_ONCE.reset(known)
        _ACTING_IN.reset(narrowed)
