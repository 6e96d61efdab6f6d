"""Counting of guesses in the database: for all worker processes together, and across a restart.

A guess is counted as wrong before it is looked at, so that many at once count one by one; a right one takes it back.
These counts are no acts of an office and have no entry in the history.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from angikar.offices.guessing.limits import EARNED, Guess
from angikar.offices.models import GuessCount
from angikar.offices.prepared import PreparedLists

KNOWN = timedelta(days=30)
"""How long an address is known as one from which a name has come in."""
_AGAIN = timedelta(hours=1)
"""How long further right guesses of one name earn its address nothing more."""
_KEPT = timedelta(days=2)


def attempt(guess: Guess, now: datetime) -> int:
    """Count one guess. Returns 0, or the seconds to wait where it may not be made now; then nothing is counted."""
    limits = guess.limits
    with transaction.atomic():
        rows = _rows(limits)
        if len(rows) < len(limits):
            missing = [GuessCount(key=key, at=now) for key in sorted(set(limits) - set(rows))]
            GuessCount.objects.bulk_create(missing, ignore_conflicts=True)
            rows = _rows(limits)
        if _is_known(rows.get(guess.place), now):
            rows = {guess.place: rows[guess.place]}
        _set_back(rows, now)
        waits = [limits[key].wait(row.failed, _since(row, now)) for key, row in rows.items()]
        if any(waits):
            return math.ceil(max(waits))
        for key, row in rows.items():
            row.failed, row.at = limits[key].counted(row.failed, _since(row, now)), now
        _store(rows)
    return 0


def right(guess: Guess, now: datetime) -> None:
    """Take back the count of a guess that was right. Its way in is known from now on, and its address earns room for one wrong
    guess of somebody else: behind one address there may be a whole office, or a nation.
    """
    limits = guess.limits
    with transaction.atomic():
        rows = _rows(limits)
        place = rows.get(guess.place)
        counted = not _is_known(place, now)
        earns = place is None or place.came is None or now - place.came >= _AGAIN
        for key, row in rows.items():
            if key == guess.place:
                row.failed, row.came = 0.0, now
            elif key == guess.origin:
                row.failed = max(row.failed - counted - earns, -float(EARNED))
            elif counted:
                row.failed = max(row.failed - 1, 0.0)
        _store(rows)


def forget_old(now: datetime) -> int:
    """Remove counts nothing depends on any more. Returns how many."""
    old = GuessCount.objects.filter(at__lt=now - _KEPT, came=None)
    left = GuessCount.objects.filter(at__lt=now - KNOWN)
    return old.delete()[0] + left.delete()[0]


def _rows(keys: Iterable[str]) -> dict[str, GuessCount]:
    """The counts under some keys, always locked in the same order."""
    return {row.key: row for row in _LOCKED(sorted(keys))}


_LOCKED: PreparedLists[GuessCount] = PreparedLists(
    lambda keys: GuessCount.objects.select_for_update().filter(key__in=keys).order_by("key"), 0, bounds=1
)


def _is_known(place: GuessCount | None, now: datetime) -> bool:
    return place is not None and place.came is not None and now - place.came < KNOWN


def _set_back(rows: dict[str, GuessCount], now: datetime) -> None:
    """Let a count that was made at a moment still to come be of now: the clock was set back, and nobody waits until it is there again."""
    ahead = {key: row for key, row in rows.items() if row.at > now}
    for row in ahead.values():
        row.at = now
    if ahead:
        _store(ahead)


def _since(row: GuessCount, now: datetime) -> float:
    return max(0.0, (now - row.at).total_seconds())


def _store(rows: dict[str, GuessCount]) -> None:
    GuessCount.objects.bulk_create(
        [rows[key] for key in sorted(rows)],
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["failed", "at", "came"],
    )
