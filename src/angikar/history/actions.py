"""Recording: every action writes exactly one entry here, inside its own transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from django.db import connections, models, router
from django.utils import timezone

from angikar.history.chain import GENESIS
from angikar.history.models import Entry

_BATCH = 500
_CHAIN_LOCK = 0x414E47494B4152  # "ANGIKAR": the advisory lock that lets one entry at a time take its place in the chain


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

    `was` and `now` are JSON values. Raises `NoTransaction` outside `transaction.atomic`. Where several writers are
    possible at once (PostgreSQL) a transaction-wide advisory lock makes entries wait for each other; SQLite's IMMEDIATE
    transactions already do. Call it last.
    """
    happening = Happening(verb, obj, was, now)
    using, last = _turn(happening)
    entry = _entry(happening, by, post)
    entry.seal(last)
    entry.save(using=using, force_insert=True)
    return entry


def record_many(happenings: Iterable[Happening], *, by: Person | None) -> None:
    """Append one entry for each of many happenings of one action, each sealed to the one before, as `record` would one by one."""
    rows = list(happenings)
    if not rows:
        return
    using, last = _turn(rows[0])
    entries = [_entry(each, by, None) for each in rows]
    for entry in entries:
        entry.seal(last)
        last = entry.hash
    Entry.objects.using(using).bulk_create(entries, batch_size=_BATCH)


def _turn(happening: Happening) -> tuple[str, str]:
    """The database, and the digest of its last entry, which nobody else may follow until the transaction ends."""
    using = router.db_for_write(Entry, instance=happening.obj)
    connection = connections[using]
    if not connection.in_atomic_block:
        raise NoTransaction(f"{happening.verb}: history is recorded inside the transaction of the action")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_CHAIN_LOCK])
    last = Entry.objects.using(using).order_by("-pk").values_list("hash", flat=True).first()
    return using, last or GENESIS


def _entry(happening: Happening, by: Person | None, post: ActingPost | None) -> Entry:
    return Entry(
        at=timezone.now(),
        officer_id=by.pk if by else None,
        officer_name=by.name if by else "",
        post_id=post.pk if post else None,
        post_title=post.title if post else "",
        verb=happening.verb,
        kind=happening.obj._meta.label_lower,
        object_id=happening.obj.pk,
        was=happening.was,
        now=happening.now,
    )
