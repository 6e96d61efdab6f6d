"""The implementers a decision may name and the decisions it may take up: offered while a meeting is written."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.db.models import QuerySet, Value

from angikar.meetings.agenda.queries import open_decisions
from angikar.meetings.models import Decision, Meeting
from angikar.offices import tree
from angikar.offices.models import Body, Office, Post
from angikar.offices.prepared import DAYS, NUMBERS, Prepared

MOST = 300
"""So many posts, and so many open decisions, are offered at most."""


def offered(office: Office) -> tuple[str, ...]:
    """Implementers as papers write them, those of the office and below: families ("… (সকল)"), single posts, bodies."""
    found = list(_NAMED.rows(office.pk, office.path, tree.following(office.path)))
    times = Counter(title for title, place in found if place)
    families = [f"{title} (সকল)" for title, count in times.items() if count > 1]
    return (*families, *(f"{title}, {place}" if place else title for title, place in found))


def _named(office: int, begin: str, end: str) -> QuerySet[Post, Any]:
    below = Office.objects.filter(path__gte=begin, path__lt=end)
    posts = Post.objects.filter(office__in=below).order_by().values_list("title", "office__name")
    bodies = Body.objects.filter(office=office, until=None).order_by().values_list("name", Value(""))
    named: QuerySet[Post, Any] = posts.union(bodies).order_by("title", "office__name")[:MOST]
    return named


_NAMED = Prepared(_named, NUMBERS[0], "first path", "path after the last")


def taken_up(meeting: Meeting) -> tuple[Decision, ...]:
    """The open decisions of the body that a new one may take up."""
    if meeting.date is None:
        return ()
    return tuple(_OPEN(meeting.body_id, meeting.date))


_OPEN = Prepared(
    lambda body, day: open_decisions(body, day).prefetch_related(None)[:MOST],
    NUMBERS[0],
    DAYS[0],
)
