"""Jobs: what a person let be done beside the pages, how far each is, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from angikar.desk.base import attempt, officer, page, signed_in
from angikar.desk.papers.printing import file_of, mime_of
from angikar.history.refusal import NotYours
from angikar.jobs import access, actions, waiting
from angikar.jobs.counting import ahead_of, seconds_left
from angikar.jobs.models import Job
from angikar.jobs.works import Unit, work_named

_MOST = 50
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job, what its parts are, in about how many minutes it ends, and how many are done before it; where it is known."""

    job: Job
    unit: Unit
    minutes: int | None
    ahead: int


def shown(job: Job) -> JobRow:
    """A job as a row of a list."""
    left = seconds_left(job, timezone.now())
    minutes = None if left is None else -(-left // _MINUTE)
    return JobRow(job, work_named(job.work).unit, minutes, ahead_of(job))


def handed_over(job: Job) -> str:
    """What is said to who has just begun a job."""
    return _("“%(name)s” আলাদা করা হচ্ছে; অন্য কাজে যেতে পারেন, শেষ হলে বিজ্ঞপ্তিতে জানানো হবে।") % {"name": job.title}


@signed_in
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """One's own jobs: those under way in the order in which they are done, then what ended, the newest first."""
    known = list(access.jobs_of(officer(request))[:_MOST])
    under_way = [job for job in reversed(known) if job.is_active]
    ordered = [*under_way, *(job for job in known if not job.is_active)]
    return page(request, "jobs", {"jobs": [shown(job) for job in ordered]})


@signed_in
@require_GET
def row(request: HttpRequest, pk: int) -> HttpResponse:
    """One job as a row; it asks for itself again while the job is under way."""
    return page(request, "job_row", {"each": shown(access.job_of(officer(request), pk))})


@signed_in
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Give up a job."""
    job = access.job_of(officer(request), pk)
    attempt(request, lambda: actions.cancel(job, by=officer(request)), _("কাজটি বাতিল করা হয়েছে।"))
    return redirect("desk:jobs")


@signed_in
@require_GET
def file(request: HttpRequest, pk: int) -> HttpResponse:
    """The file that a job made, while it is kept and its officer may still have it."""
    job = access.job_of(officer(request), pk)
    if not job.file:
        raise NotYours
    access.refuse_lost(job, work_named(job.work))
    data = waiting.get(job.stored) if job.stored else None
    if data is None:
        messages.error(request, _("ফাইলটি আর রাখা নেই; আবার তৈরি করুন।"))
        return redirect("desk:jobs")
    return file_of(data, job.file, mime_of(job.file), inline=job.file.endswith(".pdf"))
