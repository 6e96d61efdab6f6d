"""Meetings of a district's team for the walks: the team, and a meeting of it on a day."""

from __future__ import annotations

from datetime import date, time

from angikar.meetings.calling.actions import Frame, plan
from angikar.meetings.holding.actions import begin, raise_item
from angikar.offices.bodies.actions import Seat, form
from angikar.offices.models import Body, Office, Officer, Post, Role

DISTRICT = "জেলা প্রশাসকের কার্যালয়, কাজলপুর"


def team(name: str) -> Body:
    """The district's team: its head leads, the assistant commissioner keeps its papers, the upazilas sit in it."""
    home, head = Office.objects.get(name=DISTRICT), Officer.objects.get(username="dc")
    known = Body.objects.filter(office=home, name=name).first()
    if known is not None:
        return known
    posts = list(Post.objects.filter(office__in=Office.objects.under(home.path)).order_by("office__path", "rank", "pk"))
    roles = {"জেলা প্রশাসক": Role.CHAIR, "সহকারী কমিশনার (আইসিটি)": Role.SECRETARY}
    seats = [Seat(post=post, role=roles.get(post.title, Role.MEMBER)) for post in posts]
    return form(home, name, seats, day=date(2016, 1, 1), by=head)


def meet(name: str, day: str, *titles: str) -> int:
    """A meeting of the team that runs, with items of these titles; its number."""
    head = Officer.objects.get(username="dc")
    frame = Frame(date.fromisoformat(day), time(11), "সম্মেলন কক্ষ")
    meeting = begin(plan(team(name), f"{name}: সভা", frame, by=head), by=head, today=date.fromisoformat(day))
    for title in titles:
        raise_item(meeting, title, by=head)
    return meeting.pk
