"""Recording: every action writes exactly one entry here, inside its own transaction."""

from __future__ import annotations

from typing import Protocol

from django.db import connections, models, router
from django.utils import timezone

from angikar.history.chain import GENESIS
from angikar.history.models import Entry

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
    using = router.db_for_write(Entry, instance=obj)
    connection = connections[using]
    if not connection.in_atomic_block:
        raise NoTransaction(f"{verb}: history is recorded inside the transaction of the action")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_CHAIN_LOCK])
    entry = Entry(
        at=timezone.now(),
        officer_id=by.pk if by else None,
        officer_name=by.name if by else "",
        post_id=post.pk if post else None,
        post_title=post.title if post else "",
        verb=verb,
        kind=obj._meta.label_lower,
        object_id=obj.pk,
        was=was,
        now=now,
    )
    last = Entry.objects.using(using).order_by("-pk").values_list("hash", flat=True).first()
    entry.seal(last or GENESIS)
    entry.save(using=using, force_insert=True)
    return entry
