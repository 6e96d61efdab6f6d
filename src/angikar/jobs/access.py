"""Which jobs a person gets: those that he began himself; and whether he still may let them be done."""

from __future__ import annotations

from django.db.models import QuerySet

from angikar.history.refusal import NotYours
from angikar.jobs.models import ACTIVE, Job
from angikar.jobs.works import Work
from angikar.offices.access import User
from angikar.offices.models import Officer


def jobs_of(user: User) -> QuerySet[Job]:
    """The jobs of a person, the newest first."""
    return Job.objects.filter(by=user) if isinstance(user, Officer) else Job.objects.none()


def job_of(user: User, pk: int) -> Job:
    """One of these jobs. Raises `NotYours`."""
    found = jobs_of(user).filter(pk=pk).first()
    if found is None:
        raise NotYours
    return found


def under_way(key: str) -> bool:
    """Whether a job that does this is under way, whoever began it."""
    return Job.objects.filter(key=key, state__in=ACTIVE).exists()


def refuse_lost(job: Job, work: Work) -> None:
    """Refuse where who began a job has lost his account or his right meanwhile. Raises `NotYours`."""
    if not job.by.is_active:
        raise NotYours
    work.may(job)
