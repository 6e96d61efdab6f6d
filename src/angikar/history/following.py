"""Following verbs: what a room above keeps of the rows of others is stored again whenever a verb that changes them is recorded.

It runs inside the transaction of the action, after its entry is stored; what a follower raises undoes the action. Events say what happened to
those who act on it; verbs are followed by who only keeps a copy, such as an index, and would otherwise need an event for every verb there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Model

Follower = Callable[[Sequence[Any]], None]
"""A function that is given the rows that one verb was recorded about, as the action has left them."""

_FOLLOWERS: dict[str, tuple[Follower, ...]] = {}


def follow(follower: Follower, *verbs: str) -> None:
    """Let a follower run whenever one of these verbs is recorded; twice counts once."""
    for verb in verbs:
        known = _FOLLOWERS.get(verb, ())
        if follower not in known:
            _FOLLOWERS[verb] = (*known, follower)


def followed(verb: str, rows: Sequence[Model]) -> None:
    """Call who follows this verb."""
    for follower in _FOLLOWERS.get(verb, ()):
        follower(rows)


def followed_each(recorded: Iterable[tuple[str, Model]]) -> None:
    """Call who follows each of many verbs that were recorded at once, once for all rows of a verb."""
    by_verb: dict[str, list[Model]] = {}
    for verb, row in recorded:
        if verb in _FOLLOWERS:
            by_verb.setdefault(verb, []).append(row)
    for verb, rows in by_verb.items():
        followed(verb, rows)


def followers() -> Mapping[str, tuple[Follower, ...]]:
    """Who follows each verb."""
    return dict(_FOLLOWERS)
