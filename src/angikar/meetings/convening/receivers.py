"""What follows when a notice is issued: the meeting is called, in the same transaction.

It is no verb of an office: the action it follows, issuing the notice, has its own entry in the history.
"""

from __future__ import annotations

from datetime import date

from angikar.duties.events import PaperIssued
from angikar.history.publishing import publish
from angikar.meetings.events import MeetingAnnounced
from angikar.meetings.models import Meeting, MeetingState


def call_meeting(event: PaperIssued) -> None:
    """Call the meeting whose notice was issued or replaced, and announce it to its members."""
    paper, replaced = event.paper, event.replaced
    known = Meeting.objects.filter(notice__in=[paper.pk, *([replaced] if replaced else [])])
    meeting = known.select_related("body__office", "series").first()
    if meeting is None or meeting.state not in (MeetingState.PLANNED, MeetingState.CALLED):
        return
    again = meeting.state == MeetingState.CALLED
    meeting.notice, meeting.state = paper, MeetingState.CALLED
    meeting.version += 1
    meeting.save()
    publish(MeetingAnnounced(meeting, "moved" if again else "called", paper.issued_at or date.max, None))
