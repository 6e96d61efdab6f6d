"""Recording: every action writes exactly one entry here, inside its own transaction; afterwards checkpoints tie the entries together in the
order of their numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.db import DEFAULT_DB_ALIAS, connections, models, router, transaction
from django.utils import timezone

from angikar.history.chain.actions import checkpoint_soon
from angikar.history.faults import written
from angikar.history.following import followed, followed_each
from angikar.history.models import ERASED, Entry
from angikar.history.personal import PAPER, signed_erasure, without_reach
from angikar.history.prepared_writes import PreparedInsert
from angikar.history.received import take
from angikar.history.replay.remembered import Left, left
from angikar.history.triggers import GUARDS, install, remove
from angikar.history.versions import shows_in

_BATCH = 500
_NEW_ENTRY = PreparedInsert(Entry)


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
    together by `checkpoint` after they are committed.
    """
    happening = Happening(verb, obj, was, now)
    using = _inside(happening)
    (entry,) = _entries([happening], by, post, using)
    if using == DEFAULT_DB_ALIAS:
        _NEW_ENTRY(entry)
    else:
        entry.save(using=using, force_insert=True)
    followed(verb, (obj,))
    return entry


def record_many(happenings: Iterable[Happening], *, by: Person | None) -> None:
    """Append one entry for each of many happenings of one action, in their order, as `record` would one by one."""
    rows = list(happenings)
    if rows:
        using = _inside(rows[0])
        Entry.objects.using(using).bulk_create(_entries(rows, by, None, using), batch_size=_BATCH)
        followed_each((each.verb, each.obj) for each in rows)


def _inside(happening: Happening) -> str:
    """The database of the transaction that runs, which takes the form that led to it; once it is committed, a checkpoint follows soon."""
    using = router.db_for_write(Entry, instance=happening.obj)
    if not connections[using].in_atomic_block:
        raise NoTransaction(f"{happening.verb}: history is recorded inside the transaction of the action")
    take(using)
    transaction.on_commit(written, using=using, robust=True)
    transaction.on_commit(lambda: checkpoint_soon(using), using=using, robust=True)
    return using


def _entries(happenings: Sequence[Happening], by: Person | None, post: ActingPost | None, using: str) -> list[Entry]:
    after = left([(each.verb, each.obj) for each in happenings], using)
    return [_entry(each, by, post, rest) for each, rest in zip(happenings, after, strict=True)]


def _entry(happening: Happening, by: Person | None, post: ActingPost | None, after: Left | None) -> Entry:
    kind = happening.obj._meta.label_lower
    was, now = happening.was, happening.now
    if kind != PAPER:
        was, now = without_reach(was), without_reach(now)
    shows = shows_in(happening.verb, happening.obj)
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
        left=after,
        of_paper=shows.of_paper if shows else None,
        of_office=shows.of_office if shows else None,
        owed_to=shows.owed_to if shows else None,
    )
    entry.hash = entry.digest()
    return entry


def erase(entries: Iterable[Entry], *, by: Person | None) -> int:
    """Empty what older entries hold of how people are reached. Each keeps its digest, by which the checkpoints hold it, and a new entry says
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
