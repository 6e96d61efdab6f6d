"""Telling the members of a body that a meeting is called, moved or called off: posts on their page, outsiders by e-mail or SMS."""

from __future__ import annotations

from datetime import date
from typing import Any

from angikar.meetings.models import Meeting
from angikar.notices.actions import Word, tell, tell_outsider
from angikar.notices.models import NoticeKind
from angikar.offices.bodies.queries import sittings
from angikar.offices.models import Officer
from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import to_bangla

DEEDS = {
    "called": ("সভা", "Meeting"),
    "moved": ("সভার সময় বদলেছে", "The meeting was changed"),
    "cancelled": ("সভা বাতিল", "The meeting is called off"),
}
"""What is said first, in both languages."""


def invite(meeting: Meeting, deed: str, day: date, by: Officer | None, **_: Any) -> None:
    """Tell every member of the body of a deed, each change once."""
    word = _word(meeting, deed)
    members = [each.member for each in sittings(meeting.body, day)]
    tell(word.to([member.post for member in members if member.post]), day=day, by=by)
    for member in members:
        reach = member.email or member.mobile
        if member.post is None and reach:
            tell_outsider(word, reach, day=day, by=by)


def _word(meeting: Meeting, deed: str) -> Word:
    said, said_en = DEEDS[deed]
    when = write_date(meeting.date) if meeting.date else ""
    hour = f", {to_bangla(f'{meeting.time:%H:%M}')}টা" if meeting.time else ""
    place = f", {meeting.place}" if meeting.place else ""
    why = f" ({meeting.words})" if meeting.words and deed != "called" else ""
    text = f"{said}: {meeting.body}, {when}{hour}{place}{why}"
    at = f", {meeting.time:%H:%M}" if meeting.time else ""
    text_en = f"{said_en}: {meeting.body}, {meeting.date}{at}{place}{why}"
    key = f"meeting:{meeting.pk}:{meeting.version}"
    return Word(key, NoticeKind.INVITATION, text, text_en, f"/agenda/{meeting.pk}/", meeting.notice)
