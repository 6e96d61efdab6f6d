"""How far a job has come, noted while it runs; that is no act of an office and has no entry in the history."""

from __future__ import annotations

from angikar.jobs.models import Job
from angikar.jobs.works import Cancelled


def note(job: Job, done: int, parts: int) -> None:
    """Note how far a job is. Raises `Cancelled` where it is not wanted any more."""
    if (done, parts) != (job.done, job.parts):
        job.done, job.parts = done, parts
        Job.objects.filter(pk=job.pk).update(done=done, parts=parts)
    if Job.objects.filter(pk=job.pk, is_cancelled=True).exists():
        raise Cancelled
