"""Reading history: what happened to one thing, and whether the chain is whole."""

from __future__ import annotations

from django.db.models import Model, QuerySet

from angikar.history.chain import GENESIS, link
from angikar.history.models import Entry


def history_of(obj: Model) -> QuerySet[Entry]:
    """Every entry about one object, oldest first."""
    return Entry.objects.filter(kind=obj._meta.label_lower, object_id=obj.pk).order_by("pk")


def verify() -> Entry | None:
    """Walk the whole chain; the first entry that does not follow from the one before, or `None` when all is whole."""
    previous = GENESIS
    for entry in Entry.objects.order_by("pk").iterator(chunk_size=2000):
        if entry.previous != previous or entry.hash != link(previous, entry.facts()):
            return entry
        previous = entry.hash
    return None
