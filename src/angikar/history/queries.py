"""Reading history: what happened to one thing, and whether the chain is whole."""

from __future__ import annotations

from datetime import date

from django.db.models import Model, QuerySet
from django.utils import timezone

from angikar.history.chain import GENESIS, link
from angikar.history.models import Entry


def history_of(obj: Model) -> QuerySet[Entry]:
    """Every entry about one object, oldest first."""
    return Entry.objects.filter(kind=obj._meta.label_lower, object_id=obj.pk).order_by("pk")


def verify(newest: int = 0) -> Entry | None:
    """Walk the chain, all of it or only its newest entries; the first entry that does not follow from the one before, or `None`
    when all is whole.
    """
    entries = Entry.objects.order_by("pk")
    previous = GENESIS
    if newest:
        edge = list(Entry.objects.order_by("-pk").values_list("pk", "hash")[newest : newest + 1])
        if edge:
            entries, previous = entries.filter(pk__gt=edge[0][0]), edge[0][1]
    for entry in entries.iterator(chunk_size=2000):
        if entry.previous != previous or entry.hash != link(previous, entry.facts()):
            return entry
        previous = entry.hash
    return None


def known_since(today: date) -> date:
    """The first day of which the system knows anything: that of its first entry; the earliest day there is where the clock stands
    before it or there is no entry.
    """
    first = Entry.objects.order_by("pk").values_list("at", flat=True).first()
    day = timezone.localtime(first).date() if first else date.min
    return day if day <= today else date.min
