"""What is kept longer than its period is erased: once a day, and by `angikar erase` in the old history too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from angikar.history.actions import erase
from angikar.history.models import Entry
from angikar.history.personal import PAPER, REACHED_BY
from angikar.jobs.actions import prune
from angikar.meetings.models import Attendance
from angikar.notices.models import Delivery, DeliveryState, Notice
from angikar.notices.retention import periods
from angikar.notices.retention.actions import NUMBERED, empty, empty_lists, erase_officer
from angikar.offices.accounts.actions import forget_sessions
from angikar.offices.bulk.packing import packed
from angikar.offices.models import Member, Officer, RegisterImport, Tenure
from angikar.papers.models import Outsider

_AT_ONCE = 1_000
"""Entries of the history that are emptied in one transaction."""


def erase_old(now: datetime) -> dict[str, int]:
    """Erase what is kept longer than its period. Returns how many rows of each kind held any."""
    return {name: step(now) for name, step in _STEPS.items()}


def erase_history() -> int:
    """Empty the entries from before the history stopped to hold how people are reached. Returns how many there were."""
    holding = Q()
    for name in REACHED_BY:
        holding |= Q(was__icontains=f'"{name}"') | Q(now__icontains=f'"{name}"')
    numbers = list(Entry.objects.exclude(kind=PAPER).filter(holding).order_by("pk").values_list("pk", flat=True))
    return sum(
        erase(Entry.objects.filter(pk__in=numbers[start : start + _AT_ONCE]), by=None)
        for start in range(0, len(numbers), _AT_ONCE)
    )


def _deliveries(now: datetime) -> int:
    over = Delivery.objects.exclude(state=DeliveryState.WAITING).exclude(address__startswith="#")
    return empty(over.filter(notice__at__lt=now - periods.DELIVERY), address=NUMBERED, error="")


def _notices(now: datetime) -> int:
    over = Notice.objects.exclude(reach="").exclude(reach__startswith="#")
    waiting = Delivery.objects.filter(state=DeliveryState.WAITING).values("notice")
    return empty(over.filter(at__lt=now - periods.DELIVERY).exclude(pk__in=waiting), reach=NUMBERED)


def _addressees(now: datetime) -> int:
    limit = now - periods.ADDRESSEE
    over = Outsider.objects.filter(Q(acknowledged_at__lt=limit) | Q(revoked_at__lt=limit))
    return empty(over.exclude(reach__startswith="#"), reach=NUMBERED)


def _attendances(now: datetime) -> int:
    day = timezone.localtime(now).date() - periods.ATTENDANCE
    return empty(Attendance.objects.exclude(mobile="").filter(meeting__date__lt=day), mobile="")


def _seats(now: datetime) -> int:
    day = timezone.localtime(now).date() - periods.SEAT
    return empty(Member.objects.exclude(mobile="", email="").filter(until__lt=day), mobile="", email="")


def _departed(now: datetime) -> int:
    day = timezone.localtime(now).date() - periods.DEPARTED
    serving = Tenure.objects.exclude(until__lt=day).values("officer")
    gone = Officer.objects.filter(is_active=False).exclude(pk__in=serving).exclude(email="", mobile="")
    for officer in gone:
        erase_officer(officer, by=None)
    return len(gone)


def _lists(now: datetime) -> int:
    return empty_lists(list(RegisterImport.objects.filter(at__lt=now - periods.LIST).exclude(sheets=packed(()))))


_STEPS: dict[str, Callable[[datetime], int]] = {
    "deliveries": _deliveries,
    "notices": _notices,
    "addressees": _addressees,
    "attendances": _attendances,
    "seats": _seats,
    "departed": _departed,
    "lists": _lists,
    "jobs": prune,
    "sessions": forget_sessions,
}
