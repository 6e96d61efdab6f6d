"""Notifies the members of a body that a meeting is called, moved or called off: posts on their page, outsiders by e-mail or SMS."""

from __future__ import annotations

from datetime import date

from angikar.meetings.events import MeetingChange
from angikar.meetings.models import Meeting
from angikar.notices import sentences
from angikar.notices.actions import Message, notify, notify_outsider
from angikar.notices.models import NoticeKind
from angikar.offices.bodies.queries import sittings
from angikar.offices.models import Officer
from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.sentence import Both, Sentence

SENTENCES: dict[MeetingChange, Sentence] = {
    "called": sentences.MEETING_CALLED,
    "moved": sentences.MEETING_CHANGED,
    "cancelled": sentences.MEETING_CANCELLED,
}
"""The sentence of a notice by what happened to the meeting."""


def invite(meeting: Meeting, change: MeetingChange, day: date, by: Officer | None) -> None:
    """Notify every member of the body of a change (a key of `SENTENCES`); each change once."""
    message = _message(meeting, change)
    members = [each.member for each in sittings(meeting.body, day)]
    notify(message.to([member.post for member in members if member.post]), day=day, by=by)
    for member in members:
        reach = member.email or member.mobile
        if member.post is None and reach:
            notify_outsider(message, reach, day=day, by=by)


def _message(meeting: Meeting, change: MeetingChange) -> Message:
    both = SENTENCES[change].both(body=str(meeting.body), details=_details(meeting, with_reason=change != "called"))
    key = f"meeting:{meeting.pk}:{meeting.version}"
    return Message(key, NoticeKind.INVITATION, *both, f"/agenda/{meeting.pk}/", meeting.notice)


def _details(meeting: Meeting, *, with_reason: bool) -> Both:
    """Day, hour, place and, on demand, the reason of a change, in Bangla and in English."""
    place = f", {meeting.place}" if meeting.place else ""
    reason = f" ({meeting.words})" if meeting.words and with_reason else ""
    hour = f"{meeting.time:%H:%M}" if meeting.time else ""
    when = (write_date(meeting.date) if meeting.date else "") + (f", {to_bangla(hour)}টা" if hour else "")
    when_en = f"{meeting.date}" + (f", {hour}" if hour else "")
    return f"{when}{place}{reason}", f"{when_en}{place}{reason}"
