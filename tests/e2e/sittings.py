"""Meetings of a district's team for the walks: the team, and a meeting of it on a day."""

from __future__ import annotations

from datetime import date, time, timedelta

from angikar.meetings.convening.actions import Frame, plan
from angikar.meetings.sittings.actions import begin, raise_item
from angikar.offices.bodies.actions import NewMember, form
from angikar.offices.models import Body, Office, Officer, Post, Role
from tests.world import World

DISTRICT = "জেলা প্রশাসকের কার্যালয়, কাজলপুর"


def team(name: str) -> Body:
    """The district's team: its head leads, the assistant commissioner keeps its papers, the upazilas sit in it."""
    home, head = Office.objects.get(name=DISTRICT), Officer.objects.get(username="dc")
    known = Body.objects.filter(office=home, name=name).first()
    if known is not None:
        return known
    posts = list(Post.objects.filter(office__in=Office.objects.under(home.path)).order_by("office__path", "rank", "pk"))
    roles = {"জেলা প্রশাসক": Role.CHAIR, "সহকারী কমিশনার (আইসিটি)": Role.SECRETARY}
    seats = [NewMember(post=post, role=roles.get(post.title, Role.MEMBER)) for post in posts]
    return form(home, name, seats, day=date(2016, 1, 1), by=head)


def meet(name: str, day: str, *titles: str) -> int:
    """A meeting of the team that runs, with items of these titles; its number. It is on that day or, where a walk is tried
    again, on the next one without a meeting.
    """
    head = Officer.objects.get(username="dc")
    body, on = team(name), date.fromisoformat(day)
    while body.meetings.filter(date=on).exists():
        on += timedelta(days=1)
    meeting = begin(plan(body, f"{name}: সভা", Frame(on, time(11), "সম্মেলন কক্ষ"), by=head), by=head, today=on)
    for title in titles:
        raise_item(meeting, title, by=head)
    return meeting.pk


def district(place: str, upazilas: list[str], body: str) -> None:
    """A district of that name with its upazilas, and its team: who reads a real paper of it finds the posts it names."""
    world = World()
    world.office("home", f"জেলা প্রশাসকের কার্যালয়, {place}", "district")
    world.post("head", "home", "জেলা প্রশাসক", head=True)
    world.post("leader", "home", "অতিরিক্ত জেলা প্রশাসক (আইসিটি)")
    world.post("keeper", "home", "সহকারী কমিশনার (আইসিটি)", focal=True)
    world.post("innovator", "home", "জেলা ইনোভেশন অফিসার")
    seats = [
        NewMember(post=world.posts["leader"], role=Role.CHAIR),
        NewMember(post=world.posts["keeper"], role=Role.SECRETARY),
    ]
    for number, name in enumerate(upazilas, 1):
        world.office(f"under{number}", f"উপজেলা নির্বাহী অফিসারের কার্যালয়, {name}", "upazila", "home")
        world.post(f"chief{number}", f"under{number}", "উপজেলা নির্বাহী অফিসার", head=True)
        world.post(f"second{number}", f"under{number}", "উপজেলা ইনোভেশন অফিসার")
        seats.append(NewMember(post=world.posts[f"chief{number}"]))
    form(world.offices["home"], body, seats, day=date(2016, 1, 1), by=world.officers["head"])


def planned(body: str, day: str) -> int:
    """The next meeting of a body, planned for a day; its number."""
    found = Body.objects.get(name=body)
    frame = Frame(date.fromisoformat(day), time(11), "সভাকক্ষ")
    return plan(found, "পরের সভা", frame, by=Officer.objects.get(username="head")).pk
