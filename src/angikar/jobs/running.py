"""Running: the one task that a worker is given, which does a job; and what a worker that starts finds left over."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from angikar.history.refusal import NotYours
from angikar.jobs import actions, sentences
from angikar.jobs.access import refuse_lost
from angikar.jobs.counting import note, seldom
from angikar.jobs.models import ACTIVE, Job, JobState
from angikar.jobs.workers import is_gone
from angikar.jobs.works import Cancelled, work_named
from angikar.rules.sentence import Explained


class Worker:
    """Who does the jobs of this process."""

    name = ""


@task()
def do(pk: int) -> None:
    """Do one job, if it still waits: prepare its result, then write it once."""
    job = actions.take_up(pk, Worker.name)
    if job is None:
        _forget(Job.objects.filter(pk=pk))
        return
    work = work_named(job.work)
    try:
        refuse_lost(job, work)
        value = work.prepare(job, seldom(job))
        note(job, job.parts or 1, job.parts or 1)
        actions.finish(job, work, value)
    except Cancelled:
        actions.stop(job)
    except NotYours:
        actions.refuse(job, Explained(sentences.JOB_NOT_YOURS))
    except Explained as why:
        actions.refuse(job, why)
    work.forget(job)


def note_fault(sender: object, task_result: Any, **_: object) -> None:
    """End the job of a task that ended by a fault of ours; the traceback stays with the task."""
    if task_result.status == TaskResultStatus.FAILED and task_result.task.name == do.name:
        job = Job.objects.filter(pk=task_result.args[0], state__in=ACTIVE).first()
        if job is not None:
            actions.refuse(job, Explained(sentences.JOB_FAILED))
            work_named(job.work).forget(job)


def _forget(jobs: QuerySet[Job]) -> None:
    """Remove what was stored for jobs alone, where they have ended."""
    for job in jobs:
        if not job.is_active:
            work_named(job.work).forget(job)


def begin_left_over() -> int:
    """Let the jobs that dead workers left be done again, those of this worker's own name and of every other that is gone; and those
    whose worker died before it took them up. Returns how many were left while they ran.
    """
    _forget(Job.objects.filter(worker=Worker.name).order_by("-pk")[:1])
    left = [
        job for job in Job.objects.filter(state=JobState.RUNNING) if job.worker == Worker.name or is_gone(job.worker)
    ]
    for job in left:
        actions.begin_again(job)
    queued = {task.args_kwargs["args"][0] for task in DBTaskResult.objects.ready()}
    for job in Job.objects.filter(state=JobState.WAITING).exclude(pk__in=queued):
        actions.hand_over_again(job)
    return len(left)
