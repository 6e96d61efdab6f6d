"""Who learns that a job has ended: the post of the officer who began it."""

from __future__ import annotations

from django.utils import timezone

from angikar.jobs.models import Job, JobState
from angikar.notices import sentences
from angikar.notices.actions import Message, notify
from angikar.notices.models import NoticeKind


def notify_ended(job: Job) -> None:
    """Notify the post that a job has a result, or why it has none."""
    if job.state == JobState.DONE:
        both = sentences.JOB_DONE.both(title=job.title)
    elif job.state == JobState.REFUSED:
        both = sentences.JOB_WITHOUT_RESULT.both(title=job.title, why=(job.why, job.why_en))
    else:
        return
    message = Message(f"job:{job.pk}", NoticeKind.WORD, *both, job.page or "/jobs/")
    notify(message.to([job.post]), day=timezone.localdate(), by=job.by)
