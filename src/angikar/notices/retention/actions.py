"""Erasing how people are reached: the acts that write."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast, Concat

from angikar.history.actions import record
from angikar.history.personal import without_reach
from angikar.history.triggers import GUARDS, install, remove
from angikar.notices.models import Delivery
from angikar.offices.accounts.actions import erase_reach
from angikar.offices.bulk.packing import packed
from angikar.offices.models import Officer, RegisterImport

NUMBERED = Concat(Value("#"), Cast(F("pk"), CharField()))
"""What stands in place of an address that must differ from the others of its row's kind."""


def erase_officer(officer: Officer, *, by: Officer | None) -> Officer:
    """Forget how a departed officer is reached: on his card, in the history, in what was sent to him. Raises `Refused`."""
    with transaction.atomic():
        known = erase_reach(officer, by=by)
        sent = Delivery.objects.filter(officer=known).exclude(address__startswith="#")
        count = sent.update(address=NUMBERED, error="")
        record("reach.erase", known, by=by, now={"deliveries": count})
    return known


def empty(rows: QuerySet, **values: object) -> int:  # type: ignore[type-arg]  # rows of any kind
    """Write these values over rows, with one entry that says how many they were."""
    with transaction.atomic():
        first = rows.first()
        if first is None:
            return 0
        count = int(rows.update(**values))
        record("reach.erase", first, by=None, now={"count": count, "fields": sorted(values)})
    return count


def empty_lists(lists: Sequence[RegisterImport]) -> int:
    """Lists of the register hold cards: they keep what they changed, without how people are reached."""
    if not lists:
        return 0
    with transaction.atomic():
        guarding = GUARDS["offices_registerimport_no_update"]
        remove(connections[DEFAULT_DB_ALIAS], guarding)
        for each in lists:
            each.sheets, each.counter, each.seen = packed(()), None, without_reach(each.seen)
        RegisterImport.objects.bulk_update(lists, ["sheets", "counter", "seen"], batch_size=50)
        install(connections[DEFAULT_DB_ALIAS], guarding)
        record("register.erase", lists[0], by=None, now={"lists": [each.pk for each in lists]})
    return len(lists)
