"""How far a job has come, noted while it runs; that is no act of an office and has no entry in the history."""

from __future__ import annotations

import time
from datetime import datetime

from angikar.jobs.models import Job, JobState
from angikar.jobs.works import Cancelled, Watch

_BETWEEN = 0.5
"""Seconds between two notes."""
_ENOUGH = 2
"""Seconds after which it can be said how long the rest will take."""


def note(job: Job, done: int, parts: int) -> None:
    """Note how far a job is. Raises `Cancelled` where it is not wanted any more."""
    if (done, parts) != (job.done, job.parts):
        job.done, job.parts = done, parts
        Job.objects.filter(pk=job.pk).update(done=done, parts=parts)
    if Job.objects.filter(pk=job.pk, is_cancelled=True).exists():
        raise Cancelled


def seldom(job: Job) -> Watch:
    """Notes how far a job is, at most twice a second."""
    noted = -1.0

    def watch(done: int, parts: int) -> None:
        nonlocal noted
        if noted < 0 or time.monotonic() - noted >= _BETWEEN:
            note(job, done, parts)
            noted = time.monotonic()

    return watch


def seconds_left(job: Job, now: datetime) -> int | None:
    """About how many seconds a job will still take, by what it has done; `None` where that cannot be known."""
    if job.state != JobState.RUNNING or job.began_at is None or not 0 < job.done < job.parts:
        return None
    spent = (now - job.began_at).total_seconds()
    return round(spent * (job.parts - job.done) / job.done) if spent >= _ENOUGH else None


def ahead_of(job: Job) -> int:
    """How many jobs will be begun before one that waits."""
    return Job.objects.filter(state=JobState.WAITING, pk__lt=job.pk).count() if job.state == JobState.WAITING else 0
