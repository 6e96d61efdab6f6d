"""Checkpoints: after entries are committed, each ties those since the one before to all that is before them."""

from __future__ import annotations

from time import monotonic, sleep

from django.db import connections, transaction
from django.utils import timezone

from angikar.history.chain.digests import GENESIS
from angikar.history.chain.settled import Mark, is_settled, mark
from angikar.history.models import Checkpoint, Entry

_LOCK = 0x414E47494B4152  # "ANGIKAR": the advisory lock of whoever writes checkpoints
_ENTRIES = 1000
"""Entries one checkpoint ties at most."""
_PAUSE = 5.0
"""Seconds between two checkpoints of one process."""
_PATIENCE, _GLANCE = 10.0, 0.02
"""Seconds to wait for the writers of a moment, and between two looks."""
_SEEN: dict[str, tuple[float, Mark]] = {}
"""When this process last looked where the history ends, and what it saw, by database."""


def checkpoint(using: str = "default") -> int:
    """Tie every entry that is there to those before, waiting a moment for the writers of this moment. Returns how many it were; those
    that a long transaction holds up wait for the next time.
    """
    seen = mark(using)
    latest = monotonic() + _PATIENCE
    while not is_settled(seen, using):
        if monotonic() > latest:
            return 0
        sleep(_GLANCE)
    return _write(seen.upto, using, wait=True)


def checkpoint_soon(using: str) -> None:
    """Every few seconds, after a commit: a checkpoint over what was there the last time, without waiting for anybody."""
    since, seen = _SEEN.get(using, (0.0, None))
    if monotonic() - since < _PAUSE:
        return
    _SEEN[using] = (monotonic(), mark(using))
    if seen is not None and is_settled(seen, using):
        _write(seen.upto, using, wait=False)


def _write(upto: int, using: str, *, wait: bool) -> int:
    """Tie the entries up to one that is settled; where another process does so, wait for it or leave it to it."""
    checkpoints = Checkpoint.objects.using(using).order_by("-number")
    entries = Entry.objects.using(using).filter(pk__lte=upto).order_by("pk")
    last = checkpoints.first()
    if not entries.filter(pk__gt=last.upto if last else 0).exists():
        return 0
    with transaction.atomic(using=using):
        if not _may_write(using, wait=wait):
            return 0
        count = 0
        last = checkpoints.first()
        while fresh := list(entries.filter(pk__gt=last.upto if last else 0).values_list("pk", "hash")[:_ENTRIES]):
            row = Checkpoint(
                number=last.number + 1 if last else 1, at=timezone.now(), upto=fresh[-1][0], count=len(fresh)
            )
            row.hash = row.digest(last.hash if last else GENESIS, fresh)
            row.save(using=using, force_insert=True)
            last, count = row, count + len(fresh)
    return count


def _may_write(using: str, *, wait: bool) -> bool:
    """Whether this transaction is the only one that writes checkpoints; SQLite's IMMEDIATE transactions always are."""
    connection = connections[using]
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        if wait:
            cursor.execute("SELECT true FROM pg_advisory_xact_lock(%s)", [_LOCK])
        else:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        return bool(cursor.fetchone()[0])
