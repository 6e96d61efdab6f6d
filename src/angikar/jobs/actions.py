"""The actions on jobs: begin one, give it to a worker, end it with or without a result, cancel it, begin it again after a crash, and
remove what ended long ago.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from angikar.history.actions import record
from angikar.history.once import is_doubled
from angikar.history.publishing import publish
from angikar.history.refusal import Refused
from angikar.jobs import sentences, waiting
from angikar.jobs.access import refuse_lost
from angikar.jobs.events import JobEnded
from angikar.jobs.models import ACTIVE, Job, JobState
from angikar.jobs.works import Work
from angikar.offices.models import Officer, Post
from angikar.rules.sentence import Explained

KEPT, FILE_KEPT = timedelta(days=90), timedelta(days=7)
"""How long it is known that there was a job, and how long the file that it made can be taken."""
LEFT_OVER = timedelta(days=2)
"""After which a file that no job names was left by a worker that was killed."""
MOST_TRIES = 3
"""How often a job is begun again after its worker died: the job itself may be what kills it."""


def begin(
    work: str, title: str, *, key: str, args: Mapping[str, object], by: Officer, post: Post | None
) -> tuple[Job, bool]:
    """Let a worker do this, as soon as one is free. Returns the job and whether it is new: the one under way with the same `key` is
    returned where there is one.
    """
    known = Job.objects.filter(key=key, state__in=ACTIVE).first()
    if known is not None:
        return known, False
    job = Job(work=work, title=title[:300], key=key, args=dict(args), by=by, post=post)
    try:
        with transaction.atomic():
            job.save()
            record("job.begin", job, by=by, post=post, now={"work": work, "key": key})
            _hand_over(job)
    except IntegrityError as broken:
        if not is_doubled(broken):
            raise
        return Job.objects.get(key=key, state__in=ACTIVE), False
    return job, True


def _hand_over(job: Job) -> None:
    from angikar.jobs.running import do

    do.enqueue(job.pk)


def take_up(pk: int, worker: str) -> Job | None:
    """Let a worker do a job, if it still waits."""
    with transaction.atomic():
        job = Job.objects.select_for_update(of=("self",)).select_related("by", "post").get(pk=pk)
        if job.state != JobState.WAITING:
            return None
        job.state, job.worker, job.tries = JobState.RUNNING, worker, job.tries + 1
        job.began_at = timezone.now()
        job.save()
        record("job.take_up", job, by=None, now={"worker": worker, "tries": job.tries})
    return job


def finish(job: Job, work: Work, value: Any) -> None:
    """Write the result of a job and end it, in one transaction; a job that has ended writes nothing."""
    with transaction.atomic():
        fresh = _active(job)
        if fresh is None or fresh.state != JobState.RUNNING:
            return
        refuse_lost(fresh, work)
        fresh.page = work.finish(fresh, value)
        _end(fresh, JobState.DONE)


def refuse(job: Job, why: Explained) -> None:
    """End a job without a result, for a reason a person understands."""
    with transaction.atomic():
        fresh = _active(job)
        if fresh is not None:
            fresh.why, fresh.why_en = why.message, why.message_en
            _end(fresh, JobState.REFUSED)


def stop(job: Job) -> None:
    """End a job that its worker has given up because it was cancelled."""
    with transaction.atomic():
        fresh = _active(job)
        if fresh is not None:
            _end(fresh, JobState.CANCELLED)


def cancel(job: Job, *, by: Officer) -> Job:
    """Give up a job of one's own: at once where it waits, within a second or two where it runs. Raises `Refused` where it has ended, or
    is being written.
    """
    if job.is_being_written:
        raise Refused(sentences.JOB_BEING_WRITTEN)
    with transaction.atomic():
        fresh = _active(job)
        if fresh is None:
            raise Refused(sentences.JOB_ENDED_ALREADY)
        fresh.is_cancelled = True
        if fresh.state == JobState.WAITING:
            fresh.state, fresh.ended_at = JobState.CANCELLED, timezone.now()
        fresh.save()
        record("job.cancel", fresh, by=by, now={"state": fresh.state})
    return fresh


def begin_again(job: Job) -> None:
    """Let a job whose worker died be done by another one; too often cut off, it ends."""
    with transaction.atomic():
        fresh = _active(job)
        if fresh is None or fresh.state != JobState.RUNNING:
            return
        if fresh.tries >= MOST_TRIES:
            fresh.why, fresh.why_en = sentences.JOB_CRASHED.both(tries=fresh.tries)
            _end(fresh, JobState.REFUSED)
            return
        fresh.state, fresh.worker, fresh.done = JobState.WAITING, "", 0
        fresh.save()
        record("job.begin_again", fresh, by=None, was={"worker": job.worker}, now={"tries": fresh.tries})
        _hand_over(fresh)


def hand_over_again(job: Job) -> None:
    """Give a job that waits, while no task leads to it, to a worker once more: one died before it took the job up."""
    with transaction.atomic():
        fresh = _active(job)
        if fresh is not None and fresh.state == JobState.WAITING:
            record("job.hand_over_again", fresh, by=None)
            _hand_over(fresh)


def prune(now: datetime) -> int:
    """Remove the jobs that ended long ago with their tasks, and sooner the files that were made. Returns how many jobs there were."""
    with transaction.atomic():
        old = Job.objects.filter(ended_at__lt=now - KEPT)
        for job in Job.objects.exclude(stored="").filter(ended_at__lt=now - FILE_KEPT):
            waiting.remove(job.stored)
            Job.objects.filter(pk=job.pk).update(stored="")
        DBTaskResult.objects.filter(enqueued_at__lt=now - KEPT).exclude(status=TaskResultStatus.READY).delete()
        kept = Job.objects.filter(Q(state__in=ACTIVE) | ~Q(stored=""))
        named = {name for job in kept for name in (job.stored, *job.args.get("files", ()))}
        waiting.remove_left_over(named, (now - LEFT_OVER).timestamp())
        first, count = old.first(), old.count()
        if first is not None:
            record("job.prune", first, by=None, now={"count": count})
            old.delete()
    return count


def _active(job: Job) -> Job | None:
    """The current row of a job that has not ended, locked until the transaction ends."""
    rows = Job.objects.select_for_update(of=("self",)).select_related("by", "post__office")
    return rows.filter(pk=job.pk, state__in=ACTIVE).first()


def _end(job: Job, state: JobState) -> None:
    job.state, job.ended_at = state, timezone.now()
    job.save()
    record("job.end", job, by=None, now={"state": state, "page": job.page, "why": job.why_en})
    publish(JobEnded(job))
