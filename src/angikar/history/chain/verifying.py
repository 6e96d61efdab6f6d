"""Whether the history is whole: every entry as it was written, every checkpoint over just its entries, none cut off at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

from angikar.history.chain import sentences
from angikar.history.chain.digests import GENESIS
from angikar.history.models import ERASED, Checkpoint, Entry
from angikar.history.personal import is_signed_erasure
from angikar.rules.sentence import Both, Fact, Sentence

_CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Break:
    """Where the history is not whole: the entry, or the first of several, and the sentence about it."""

    entry: int
    sentence: Sentence
    facts: dict[str, Fact]

    @property
    def both(self) -> Both:
        """The sentence in Bangla and in English."""
        return self.sentence.both(**self.facts)


def verify(newest: int = 0) -> Break | None:
    """Walk along the history, all of it or only about its newest entries: the first break, or `None` when all is whole."""
    start = _start(newest)
    return next(_breaks(start), None) or _cut()


def _start(newest: int) -> Checkpoint | None:
    """The checkpoint to begin after: the last one before the newest entries, `None` for the beginning."""
    edge = Entry.objects.order_by("-pk").values_list("pk", flat=True)[newest : newest + 1] if newest else ()
    return Checkpoint.objects.filter(upto__lte=edge[0]).order_by("-number").first() if edge else None


def _breaks(start: Checkpoint | None) -> Iterator[Break]:
    after, number, previous = (start.upto, start.number, start.hash) if start else (0, 0, GENESIS)
    walk = _Walk(after)
    for checkpoint in Checkpoint.objects.filter(number__gt=number).order_by("number").iterator(chunk_size=_CHUNK):
        if checkpoint.number != number + 1:
            yield Break(after + 1, sentences.CHECKPOINT_MISSING, {"number": number + 1})
            return
        held: list[tuple[int, str]] = []
        for entry in walk.until(checkpoint.upto):
            yield from walk.altered(entry)
            held.append((entry.pk, entry.hash))
        yield from _difference(checkpoint, after + 1, previous, held)
        after, number, previous = checkpoint.upto, checkpoint.number, checkpoint.hash
    for entry in walk.until(None):
        yield from walk.altered(entry)


def _difference(checkpoint: Checkpoint, first: int, previous: str, held: list[tuple[int, str]]) -> Iterator[Break]:
    """What is wrong between a checkpoint and the entries that are in its place."""
    facts: dict[str, Fact] = {"first": first, "last": checkpoint.upto}
    if len(held) < checkpoint.count:
        yield Break(first, sentences.ENTRIES_MISSING, {**facts, "count": checkpoint.count - len(held)})
    elif len(held) > checkpoint.count:
        yield Break(first, sentences.ENTRIES_ADDED, {**facts, "count": len(held) - checkpoint.count})
    elif checkpoint.hash != checkpoint.digest(previous, held):
        yield Break(first, sentences.ENTRIES_REPLACED, facts)


class _Walk:
    """One pass over the entries after one of them, checkpoint by checkpoint."""

    def __init__(self, after: int) -> None:
        self._rows = Entry.objects.filter(pk__gt=after).order_by("pk").iterator(chunk_size=_CHUNK)
        self._next = next(self._rows, None)
        before = Entry.objects.filter(pk__lte=after).order_by("-pk").values_list("hash", flat=True).first()
        self._before = before or GENESIS
        self._erased: dict[int, object] | None = None

    def until(self, upto: int | None) -> Iterator[Entry]:
        """The next entries up to one, or all that are left."""
        while self._next is not None and (upto is None or self._next.pk <= upto):
            yield self._next
            self._before = self._next.hash
            self._next = next(self._rows, None)

    def altered(self, entry: Entry) -> Iterator[Break]:
        """The break where an entry does not hold what was written; one from before there were checkpoints also names the entry before."""
        changed = entry.hash != entry.digest() and not self._is_erased(entry)
        if changed or (entry.previous and entry.previous != self._before):
            yield Break(entry.pk, sentences.ENTRY_ALTERED, {"entry": entry.pk})

    def _is_erased(self, entry: Entry) -> bool:
        """Whether a later entry, signed by the house, says that something of this one was emptied, and that just this is left."""
        if self._erased is None:
            said = Entry.objects.filter(verb=ERASED, kind=Entry._meta.label_lower).order_by("pk")
            self._erased = dict(said.values_list("object_id", "now"))
        return is_signed_erasure(self._erased.get(entry.pk), entry.pk, entry.hash, entry.digest())


def _cut() -> Break | None:
    """The break where SQLite, whose counter goes up with each entry and back with what is rolled back, counted more than there are."""
    if connection.vendor != "sqlite":
        return None
    last = Entry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [Entry._meta.db_table])
        row = cursor.fetchone()
    return Break(last + 1, sentences.HISTORY_CUT, {"last": row[0]}) if row and row[0] > last else None
