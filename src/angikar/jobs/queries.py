"""Reading jobs: which files they need."""

from __future__ import annotations

from django.db.models import Q

from angikar.jobs.models import ACTIVE, Job


def needed_files() -> list[tuple[str, str]]:
    """The files that jobs under way still need and those that jobs have made: the name each waits under, and the title of its job."""
    jobs = Job.objects.filter(Q(state__in=ACTIVE) | ~Q(stored="")).order_by("pk")
    return [
        (name, job.title)
        for job in jobs
        for name in (*(job.args.get("files", ()) if job.is_active else ()), *((job.stored,) if job.stored else ()))
    ]
