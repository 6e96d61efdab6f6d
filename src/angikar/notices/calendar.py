"""Calendar files (RFC 5545): what the posts of an officer owe, each on its last day, with the meetings the officer is called
to; and the file of one meeting.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from angikar.duties.access import duties_of
from angikar.meetings.models import Meeting, MeetingState
from angikar.meetings.queries import meetings_of
from angikar.offices.models import Officer

if TYPE_CHECKING:
    from icalendar import Calendar, Event

MOST = 1_000
"""Entries of one calendar; what is late or due soonest comes first."""
DURATION = timedelta(hours=1)
"""How long a meeting lasts in the calendar."""


def calendar(officer: Officer, today: date, now: datetime) -> bytes:
    """What an officer owes on a day, as iCalendar text."""
    file = empty("অঙ্গীকার")
    for duty in duties_of(officer, today).filter(due__isnull=False)[:MOST]:
        if duty.due is not None:
            page = f"{settings.HOUSE_ADDRESS}/duties/{duty.pk}/"
            file.add_component(
                whole_day(f"duty-{duty.pk}", duty.text, duty.due, now, page=page, description=duty.paper.title)
            )
    for meeting in meetings_of(officer, today):
        file.add_component(appointment(meeting, now))
    return bytes(file.to_ical())


def invitation(meeting: Meeting, now: datetime) -> bytes:
    """The calendar file of one meeting that has a day, as iCalendar text: a calendar that imports it again changes its entry, or
    removes it where the meeting was called off.
    """
    file = empty("অঙ্গীকার")
    file.add("method", "CANCEL" if meeting.state == MeetingState.CANCELLED else "PUBLISH")
    file.add_component(appointment(meeting, now))
    return bytes(file.to_ical())


def appointment(meeting: Meeting, now: datetime) -> Event:
    """A meeting with its day as an entry; its identifier never changes, its sequence grows with every change."""
    page = f"{settings.HOUSE_ADDRESS}/agenda/{meeting.pk}/"
    day = meeting.date or now.date()
    event = whole_day(f"meeting-{meeting.pk}", f"{meeting.body}: {meeting.title}", day, now, page=page)
    if meeting.time is not None:
        begins = datetime.combine(day, meeting.time, timezone.get_default_timezone()).astimezone(UTC)
        for name, moment in (("dtstart", begins), ("dtend", begins + DURATION)):
            del event[name]
            event.add(name, moment)
    if meeting.place:
        event.add("location", meeting.place)
    if meeting.words:
        event.add("description", meeting.words)
    event.add("sequence", meeting.version - 1)
    event.add("status", "CANCELLED" if meeting.state == MeetingState.CANCELLED else "CONFIRMED")
    return event


def empty(name: str) -> Calendar:
    """A calendar of that name without entries."""
    from icalendar import Calendar

    file = Calendar()
    for key, value in (("prodid", "-//Angikar//bn"), ("version", "2.0"), ("x-wr-calname", name)):
        file.add(key, value)
    return file


def whole_day(uid: str, summary: str, day: date, now: datetime, *, page: str = "", description: str = "") -> Event:
    """An entry for one day."""
    from icalendar import Event

    event = Event()
    event.add("uid", f"{uid}@angikar")
    event.add("dtstamp", now)
    event.add("summary", summary)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    if page:
        event.add("url", page)
    if description:
        event.add("description", description)
    return event
