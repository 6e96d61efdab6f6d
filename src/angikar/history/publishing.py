"""Publishing events: a room announces what happened inside the transaction of the action, and rooms above follow.

Receivers run in the order in which they subscribed: the order of `INSTALLED_APPS`, and in one room the order of the
lines in its `AppConfig.ready`. A receiver that fails undoes the action.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.db import transaction

from angikar.history.actions import NoTransaction


class Event:
    """What a room announces: a frozen value, one class for each thing that happens, in the room's `events.py`."""

    __slots__ = ()


E = TypeVar("E", bound=Event)

Receiver = Callable[[Any], None]
"""A function that follows one kind of event and takes the event as its only argument."""

_RECEIVERS: dict[type[Event], tuple[Receiver, ...]] = {}


def subscribe(event: type[E], receiver: Callable[[E], None]) -> None:
    """Let `receiver` follow every event of this class, after those that follow it already; twice counts once."""
    known = _RECEIVERS.get(event, ())
    if receiver not in known:
        _RECEIVERS[event] = (*known, receiver)


def publish(event: Event) -> None:
    """Call the receivers of the event one after the other. What a receiver raises reaches the caller, whose transaction
    is rolled back. Raises `NoTransaction` outside `transaction.atomic`.
    """
    if not transaction.get_connection().in_atomic_block:
        raise NoTransaction(f"{type(event).__name__}: an event is published inside the transaction of its action")
    for receiver in _RECEIVERS.get(type(event), ()):
        receiver(event)


def subscribers() -> Mapping[type[Event], tuple[Receiver, ...]]:
    """The receivers of every event that is followed, in the order in which they run."""
    return dict(_RECEIVERS)
