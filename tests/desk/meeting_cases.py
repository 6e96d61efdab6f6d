"""A committee with a coming meeting, as the tests of the meeting screens want it."""

from __future__ import annotations

from datetime import date, time

from angikar.meetings.convening.actions import Frame, Terms, begin, move
from angikar.meetings.models import Meeting
from angikar.offices.bodies.actions import NewMember, form
from angikar.offices.models import Body, Role
from angikar.rules.schedule.rule import Rule
from tests.world import World

OCTOBER = date(2022, 10, 10)


def committee(world: World) -> Body:
    """The committee of the department: its head leads, the focal point keeps its papers, the districts sit in it."""
    seats = (
        NewMember(post=world.posts["director"], role=Role.CHAIR),
        NewMember(post=world.posts["focal"], role=Role.SECRETARY),
        NewMember(post=world.posts["north_head"]),
        NewMember(post=world.posts["south_head"]),
    )
    return form(world.offices["department"], "নক্ষত্র কমিটি", seats, day=date(2022, 7, 1), by=world.officers["director"])


def coming(world: World, body: Body) -> Meeting:
    """It meets by the 20th of each month; October's meeting has its day."""
    by = world.officers["focal"]
    terms = Terms("মাসিক সভা", Rule(rule="monthly", day=20), OCTOBER, time=time(11), place="সভাকক্ষ", standing=("বাজেট",))
    first = begin(body, terms, by=by, day=OCTOBER).meetings.get(due=date(2022, 10, 20))
    return move(first, Frame(date(2022, 10, 18), time(11), "সভাকক্ষ"), version=1, day=OCTOBER, by=by)
