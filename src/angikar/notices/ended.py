"""Who learns that a job has ended: the post as which an officer began it; himself where it was no post."""

from __future__ import annotations

from django.utils import timezone

from angikar.jobs.models import Job, JobState
from angikar.jobs.works import work_named
from angikar.notices.actions import Message, notify, notify_officer
from angikar.notices.models import NoticeKind


def notify_ended(job: Job) -> None:
    """Notify the post that a job has a result, or why it has none."""
    work = work_named(job.work)
    if job.state == JobState.DONE:
        both = work.done.both(title=job.title)
    elif job.state == JobState.REFUSED:
        both = work.failed.both(title=job.title, why=(job.why, job.why_en))
    else:
        return
    message = Message(f"job:{job.pk}", NoticeKind.WORD, *both, job.page or "/jobs/")
    if job.post is None:
        notify_officer(message, job.by, day=timezone.localdate(), by=job.by)
    else:
        notify(message.to([job.post]), day=timezone.localdate(), by=job.by)
