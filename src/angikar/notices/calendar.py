"""The calendar of an officer as a file every calendar reads (RFC 5545): what his posts owe, each on its last day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.conf import settings
from icalendar import Calendar, Event

from angikar.duties.access import duties_of
from angikar.offices.models import Officer

MOST = 1_000
"""Entries of one calendar; what is late or due soonest comes first."""


def calendar(officer: Officer, today: date, now: datetime) -> bytes:
    """What an officer owes on a day, as iCalendar text."""
    book = empty("অঙ্গীকার")
    for duty in duties_of(officer, today).filter(due__isnull=False)[:MOST]:
        if duty.due is not None:
            page = f"{settings.HOUSE_ADDRESS}/duties/{duty.pk}/"
            book.add_component(
                whole_day(f"duty-{duty.pk}", duty.text, duty.due, now, page=page, description=duty.paper.title)
            )
    return bytes(book.to_ical())


def empty(name: str) -> Calendar:
    """A calendar of that name with nothing in it."""
    book = Calendar()
    for key, value in (("prodid", "-//Angikar//bn"), ("version", "2.0"), ("x-wr-calname", name)):
        book.add(key, value)
    return book


def whole_day(uid: str, summary: str, day: date, now: datetime, *, page: str = "", description: str = "") -> Event:
    """An entry for one day."""
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
