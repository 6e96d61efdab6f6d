"""Reading history: what happened to one thing, and since when anything is known."""

from __future__ import annotations

from datetime import date

from django.db.models import Model, QuerySet
from django.utils import timezone

from angikar.history.models import Entry


def history_of(obj: Model) -> QuerySet[Entry]:
    """Every entry about one object, oldest first."""
    return Entry.objects.filter(kind=obj._meta.label_lower, object_id=obj.pk).order_by("pk")


def known_since(today: date) -> date:
    """The first day of which the system knows anything: that of its first entry; the earliest day there is where the clock stands
    before it or there is no entry.
    """
    first = Entry.objects.order_by("pk").values_list("at", flat=True).first()
    day = timezone.localtime(first).date() if first else date.min
    return day if day <= today else date.min
