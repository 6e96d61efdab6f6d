"""What follows when a notice is issued: the meeting is called, in the same transaction.

It is no verb of an office: the deed it follows, issuing the notice, has its own entry in the history.
"""

from __future__ import annotations

from typing import Any

from angikar.meetings.models import Meeting, MeetingState
from angikar.meetings.signals import announced
from angikar.papers.models import Paper


def called(paper: Paper, replaced: int | None, **_: Any) -> None:
    """A notice was issued, or replaced by another one: its meeting is called, and its members hear of it."""
    known = Meeting.objects.filter(notice__in=[paper.pk, *([replaced] if replaced else [])])
    meeting = known.select_related("body__office", "series").first()
    if meeting is None or meeting.state not in (MeetingState.PLANNED, MeetingState.CALLED):
        return
    again = meeting.state == MeetingState.CALLED
    meeting.notice, meeting.state = paper, MeetingState.CALLED
    meeting.version += 1
    meeting.save()
    announced.send(Meeting, meeting=meeting, deed="moved" if again else "called", day=paper.issued_at, by=None)
