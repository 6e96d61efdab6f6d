"""The implementers a decision may name and the decisions it may take up: offered while a meeting is written."""

from __future__ import annotations

from collections import Counter

from django.db.models import Value

from angikar.meetings.agenda.queries import open_decisions
from angikar.meetings.models import Decision, Meeting
from angikar.offices.models import Body, Office, Post

MOST = 300
"""So many posts, and so many open decisions, are offered at most."""


def offered(office: Office) -> tuple[str, ...]:
    """Implementers as papers write them, those of the office and below: families ("… (সকল)"), single posts, bodies."""
    posts = Post.objects.filter(office__in=Office.objects.under(office.path)).order_by()
    bodies = Body.objects.filter(office=office, until=None).order_by()
    named = posts.values_list("title", "office__name").union(bodies.values_list("name", Value("")))
    found = list(named.order_by("title", "office__name")[:MOST])
    times = Counter(title for title, place in found if place)
    families = [f"{title} (সকল)" for title, count in times.items() if count > 1]
    return (*families, *(f"{title}, {place}" if place else title for title, place in found))


def taken_up(meeting: Meeting) -> tuple[Decision, ...]:
    """The open decisions of the body that a new one may take up."""
    if meeting.date is None:
        return ()
    return tuple(open_decisions(meeting.body, meeting.date).prefetch_related(None)[:MOST])
