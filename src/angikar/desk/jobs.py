"""Jobs: what a person let be done beside the pages, how far each is, and what became of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from angikar.desk.base import attempt, officer, page, signed_in
from angikar.jobs import access, actions

_MOST = 50


@signed_in
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """One's own jobs: those under way in the order in which they are done, then what ended, the newest first."""
    known = list(access.jobs_of(officer(request))[:_MOST])
    under_way = [job for job in reversed(known) if job.is_active]
    return page(request, "jobs", {"jobs": [*under_way, *(job for job in known if not job.is_active)]})


@signed_in
@require_GET
def row(request: HttpRequest, pk: int) -> HttpResponse:
    """One job as a row; it asks for itself again while the job is under way."""
    return page(request, "job_row", {"job": access.job_of(officer(request), pk)})


@signed_in
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Give up a job."""
    job = access.job_of(officer(request), pk)
    attempt(request, lambda: actions.cancel(job, by=officer(request)), _("কাজটি বাতিল করা হয়েছে।"))
    return redirect("desk:jobs")
