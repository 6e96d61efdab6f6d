"""Recording: every action writes exactly one entry here, inside its own transaction; afterwards entries are sealed in the order of their
numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from time import monotonic, sleep
from typing import Protocol

from django.db import DEFAULT_DB_ALIAS, connections, models, router, transaction
from django.utils import timezone

from angikar.history.chain import GENESIS
from angikar.history.models import ERASED, Entry, Seal
from angikar.history.personal import PAPER, signed_erasure, without_reach
from angikar.history.received import take
from angikar.history.settled import Mark, is_settled, mark
from angikar.history.triggers import GUARDS, install, remove

_BATCH = 500
_SEAL_LOCK = 0x414E47494B4152  # "ANGIKAR": the advisory lock of whoever seals
_SEALED = 1000
"""Entries one seal ties at most."""
_PAUSE = 5.0
"""Seconds between two seals of one process."""
_PATIENCE, _GLANCE = 10.0, 0.02
"""Seconds to wait for the writers of a moment, and between two looks."""
_SEEN: dict[str, tuple[float, Mark]] = {}
"""When this process last looked where the history ends, and what it saw, by database."""


class Person(Protocol):
    """Who acts, as far as history cares."""

    pk: int
    name: str


class ActingPost(Protocol):
    """The post somebody acts for, as far as history cares."""

    pk: int
    title: str


class NoTransaction(RuntimeError):
    """A programming error: an entry would be stored although the action might be rolled back."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One of many things that an action does at once: the verb, about which row, what it was and what it is now."""

    verb: str
    obj: models.Model
    was: object = None
    now: object = None


def record(
    verb: str,
    obj: models.Model,
    *,
    by: Person | None,
    post: ActingPost | None = None,
    was: object = None,
    now: object = None,
) -> Entry:
    """Append one entry about `obj` and return it; `by` is `None` when the system itself acts.

    `was` and `now` are JSON values. Raises `NoTransaction` outside `transaction.atomic`. No entry waits for another: they are tied
    together by `seal` after they are committed.
    """
    happening = Happening(verb, obj, was, now)
    using = _inside(happening)
    entry = _entry(happening, by, post)
    entry.save(using=using, force_insert=True)
    return entry


def record_many(happenings: Iterable[Happening], *, by: Person | None) -> None:
    """Append one entry for each of many happenings of one action, in their order, as `record` would one by one."""
    rows = list(happenings)
    if rows:
        Entry.objects.using(_inside(rows[0])).bulk_create([_entry(each, by, None) for each in rows], batch_size=_BATCH)


def _inside(happening: Happening) -> str:
    """The database of the transaction that runs, which takes the form that led to it; once it is committed, a seal follows soon."""
    using = router.db_for_write(Entry, instance=happening.obj)
    if not connections[using].in_atomic_block:
        raise NoTransaction(f"{happening.verb}: history is recorded inside the transaction of the action")
    take(using)
    transaction.on_commit(lambda: _seal_soon(using), using=using, robust=True)
    return using


def _entry(happening: Happening, by: Person | None, post: ActingPost | None) -> Entry:
    kind = happening.obj._meta.label_lower
    was, now = happening.was, happening.now
    if kind != PAPER:
        was, now = without_reach(was), without_reach(now)
    entry = Entry(
        at=timezone.now(),
        officer_id=by.pk if by else None,
        officer_name=by.name if by else "",
        post_id=post.pk if post else None,
        post_title=post.title if post else "",
        verb=happening.verb,
        kind=kind,
        object_id=happening.obj.pk,
        was=was,
        now=now,
    )
    entry.hash = entry.digest()
    return entry


def erase(entries: Iterable[Entry], *, by: Person | None) -> int:
    """Empty what older entries hold of how people are reached. Each keeps its digest, by which the seals hold it, and a new entry says
    that it was emptied and holds the digest of what is left, signed by the house: who only reaches the database cannot say so.
    Returns how many entries held any.
    """
    emptied = []
    with transaction.atomic():
        for entry in entries:
            was, now = without_reach(entry.was), without_reach(entry.now)
            if (was, now) != (entry.was, entry.now):
                entry.was, entry.now = was, now
                emptied.append(entry)
        if not emptied:
            return 0
        guarding = GUARDS["history_entry_no_update"]
        remove(connections[DEFAULT_DB_ALIAS], guarding)
        Entry.objects.bulk_update(emptied, ["was", "now"], batch_size=_BATCH)
        install(connections[DEFAULT_DB_ALIAS], guarding)
        said = [Happening(ERASED, each, now=signed_erasure(each.pk, each.hash, each.digest())) for each in emptied]
        record_many(said, by=by)
    return len(emptied)


def seal(using: str = "default") -> int:
    """Tie every entry that is there to those before, waiting a moment for the writers of this moment. Returns how many it were; those
    that a long transaction holds up wait for the next time.
    """
    seen = mark(using)
    latest = monotonic() + _PATIENCE
    while not is_settled(seen, using):
        if monotonic() > latest:
            return 0
        sleep(_GLANCE)
    return _seal(seen.upto, using, wait=True)


def _seal_soon(using: str) -> None:
    """Every few seconds, after a commit: seal what was there the last time, without waiting for anybody."""
    since, seen = _SEEN.get(using, (0.0, None))
    if monotonic() - since < _PAUSE:
        return
    _SEEN[using] = (monotonic(), mark(using))
    if seen is not None and is_settled(seen, using):
        _seal(seen.upto, using, wait=False)


def _seal(upto: int, using: str, *, wait: bool) -> int:
    """Seal the entries up to one that is settled; where another process does so, wait for it or leave it to it."""
    sealed = Seal.objects.using(using).order_by("-number")
    entries = Entry.objects.using(using).filter(pk__lte=upto).order_by("pk")
    last = sealed.first()
    if not entries.filter(pk__gt=last.upto if last else 0).exists():
        return 0
    with transaction.atomic(using=using):
        if not _may_seal(using, wait=wait):
            return 0
        count = 0
        last = sealed.first()
        while fresh := list(entries.filter(pk__gt=last.upto if last else 0).values_list("pk", "hash")[:_SEALED]):
            row = Seal(number=last.number + 1 if last else 1, at=timezone.now(), upto=fresh[-1][0], count=len(fresh))
            row.hash = row.digest(last.hash if last else GENESIS, fresh)
            row.save(using=using, force_insert=True)
            last, count = row, count + len(fresh)
    return count


def _may_seal(using: str, *, wait: bool) -> bool:
    """Whether this transaction is the only one that seals; SQLite's IMMEDIATE transactions always are."""
    connection = connections[using]
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        if wait:
            cursor.execute("SELECT true FROM pg_advisory_xact_lock(%s)", [_SEAL_LOCK])
        else:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_SEAL_LOCK])
        return bool(cursor.fetchone()[0])
