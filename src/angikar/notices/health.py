"""How the system is: database, disk, what waits to be sent, the chain of history, tending and the last backup."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import Min, Q

from angikar.history.chain.verifying import verify
from angikar.history.faults import lasting
from angikar.jobs.models import Job, JobState
from angikar.jobs.workers import count, is_gone
from angikar.notices.channels import is_open
from angikar.notices.kept import is_recent, kept
from angikar.notices.models import Channel, Delivery, DeliveryState

State = Literal["ok", "warning", "error"]
Fact = int | str | None

LINKS = 200
"""Entries of the chain that are verified when somebody asks; tending verifies all of it once a day."""
_TEND = timedelta(minutes=20)
_BACKUP = timedelta(days=2)
_QUEUE = timedelta(hours=26)
_JOB = timedelta(minutes=30)
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class HealthCheck:
    """What was looked at (`database`, `disk`, `writing`, `queue`, `jobs`, `chain`, `tend`, `backup`, `doctor`), how it is, and the figures; never a secret."""

    name: str
    state: State
    facts: Mapping[str, Fact]


def checks(now: datetime) -> list[HealthCheck]:
    """Every check, as it is at a moment; what needs the database is left out where that does not answer."""
    first = _database()
    rest: list[Callable[[datetime], HealthCheck]] = [_disk, _writing, _tend, _backup, _doctor]
    if first.state == "ok":
        rest = [_disk, _writing, _queue, _jobs, _chain, _tend, _backup, _doctor]
    return [first, *(check(now) for check in rest)]


def worst(found: list[HealthCheck]) -> State:
    """The state of the whole: that of the worst check."""
    states = {check.state for check in found}
    return "error" if "error" in states else "warning" if "warning" in states else "ok"


def _database() -> HealthCheck:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM django_migrations")
            cursor.fetchone()
    except DatabaseError:
        return HealthCheck("database", "error", {"kind": connection.vendor})
    return HealthCheck("database", "ok", {"kind": connection.vendor})


def _disk(_now: datetime) -> HealthCheck:
    usage = shutil.disk_usage(settings.VAR)
    free = usage.free // _MEGABYTE
    state: State = "error" if free < settings.DISK_LEAST // 5 else "warning" if free < settings.DISK_LEAST else "ok"
    return HealthCheck("disk", state, {"free_mb": free, "total_mb": usage.total // _MEGABYTE})


def _writing(_now: datetime) -> HealthCheck:
    """Whether anything can be stored."""
    fault = lasting()
    return HealthCheck("writing", "error" if fault else "ok", {"fault": fault})


def _queue(now: datetime) -> HealthCheck:
    """What waits for a channel that is open, since when, and what was given up."""
    channels = [channel for channel in Channel.values if is_open(channel)]
    waiting = Delivery.objects.filter(state=DeliveryState.WAITING, channel__in=channels)
    idle = Q(notice__outsider__revoked_at__isnull=False) | Q(notice__outsider__acknowledged_at__isnull=False)
    due = waiting.exclude(idle)
    oldest = due.aggregate(oldest=Min("notice__at"))["oldest"]
    failing = due.filter(tries__gt=0).count()
    failed = Delivery.objects.filter(state=DeliveryState.FAILED).count()
    late = oldest is not None and oldest < now - _QUEUE
    facts = {"waiting": due.count(), "failing": failing, "given_up": failed, "oldest": _text(oldest)}
    return HealthCheck("queue", "warning" if late or failing or failed else "ok", facts)


def _jobs(now: datetime) -> HealthCheck:
    """What is done beside the pages: how much waits since when, how much runs, and what lost its worker and was not taken up by another."""
    waiting = Job.objects.filter(state=JobState.WAITING)
    oldest = waiting.aggregate(oldest=Min("made_at"))["oldest"]
    running = list(Job.objects.filter(state=JobState.RUNNING).values_list("worker", flat=True))
    dead = sum(map(is_gone, running))
    facts: dict[str, Fact] = {"jobs_waiting": waiting.count(), "jobs_running": len(running), "jobs_dead": dead}
    facts |= {"workers": count(), "oldest": _text(oldest)}
    late = oldest is not None and oldest < now - _JOB
    return HealthCheck("jobs", "warning" if late or dead else "ok", facts)


def _chain(now: datetime) -> HealthCheck:
    """The newest links now, and what the last walk along the whole chain found."""
    at, said = kept("last-verify")
    broken = verify(newest=LINKS)
    found = broken.entry if broken is not None else said.get("broken")
    facts: dict[str, Fact] = {"broken_at": found if isinstance(found, int) else None, "verified": _text(at)}
    return HealthCheck("chain", "ok" if found is None else "error", facts)


def _tend(now: datetime) -> HealthCheck:
    at, _ = kept("last-tend")
    return HealthCheck("tend", "ok" if is_recent(at, now, _TEND) else "warning", {"last": _text(at)})


def _backup(now: datetime) -> HealthCheck:
    at, said = kept("last-backup")
    size = said.get("bytes")
    wrong = said.get("wrong", 0)
    facts: dict[str, Fact] = {"last": _text(at), "bytes": size if isinstance(size, int) else None}
    facts["wrong"] = wrong if isinstance(wrong, int) else 0
    return HealthCheck("backup", "ok" if is_recent(at, now, _BACKUP) and not wrong else "warning", facts)


def _doctor(_now: datetime) -> HealthCheck:
    """What the nightly look over everything found last."""
    at, said = kept("last-doctor")
    found = said.get("found")
    count = len(found) if isinstance(found, list) else 0
    return HealthCheck("doctor", "warning" if count else "ok", {"last": _text(at), "found": count})


def _text(at: datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at is not None else None
