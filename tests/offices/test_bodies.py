"""A body is led by one, seats posts or outsiders, and remembers who sat there when."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.history.models import Entry
from angikar.history.refusal import NotYours, Refused
from angikar.offices import actions as register
from angikar.offices.bodies import access
from angikar.offices.bodies.actions import NewMember, dissolve, form, give_role, leave, seat
from angikar.offices.bodies.queries import leaders, sittings
from angikar.offices.models import Body, Member, Role
from tests.world import World

DAY = date(2022, 9, 1)
LATER = date(2022, 10, 1)


@pytest.fixture
def team(world: World) -> Body:
    """A team of the northern district: its head leads, one upazila's head and an outsider sit in it."""
    seats = (
        NewMember(post=world.posts["north_head"], role=Role.CHAIR),
        NewMember(post=world.posts["upazila1_head"], role=Role.SECRETARY),
        NewMember(name="জনাব অতিথি", title="প্রধান শিক্ষক", mobile="01700000000"),
    )
    office = world.offices["north"]
    return form(office, "জেলা ইনোভেশন টিম", seats, day=DAY, by=world.officers["north_head"], kind="team")


def test_its_chair_comes_first_and_its_secretary_last(team: Body) -> None:
    assert [each.name for each in sittings(team, LATER)] == ["জনাব north_head", "জনাব অতিথি", "জনাব upazila1_head"]
    assert leaders([team], LATER)[team.pk].title == "জেলা নক্ষত্র অফিসার"


def test_who_holds_the_post_sits(team: Body, world: World) -> None:
    register.hand_over(world.posts["upazila1_head"], world.officers["stranger"], day=LATER, by=None)
    assert [each.name for each in sittings(team, DAY)][2] == "জনাব upazila1_head"
    assert [each.name for each in sittings(team, LATER)][2] == "জনাব stranger"
    register.release(world.posts["upazila1_head"], day=date(2022, 11, 1), by=None)
    assert [each.name for each in sittings(team, date(2022, 11, 2))][2] == ""


def test_a_body_without_a_chair_is_not_formed(world: World) -> None:
    seats = [NewMember(post=world.posts["clerk"])]
    with pytest.raises(Refused, match="needs a chair"):
        form(world.offices["department"], "নৈতিকতা কমিটি", seats, day=DAY, by=None)
    assert not Body.objects.exists()


def test_there_is_one_chair_and_no_member_twice(team: Body, world: World) -> None:
    for wrong, said in (
        (NewMember(post=world.posts["upazila2_head"], role=Role.CHAIR), "one only"),
        (NewMember(post=world.posts["north_head"]), "member already"),
        (NewMember(), "post or name"),
    ):
        with pytest.raises(Refused, match=said):
            seat(team, wrong, day=LATER, by=None)
    assert Member.objects.filter(body=team).count() == 3


def test_the_chair_changes_and_the_old_one_stays_a_member(team: Body, world: World) -> None:
    new = seat(team, NewMember(post=world.posts["upazila2_head"]), day=LATER, by=None)
    give_role(new, Role.CHAIR, by=world.officers["north_head"])
    roles = {member.post_id: member.role for member in team.members.all()}
    assert roles[world.posts["upazila2_head"].pk] == Role.CHAIR
    assert roles[world.posts["north_head"].pk] == Role.MEMBER


def test_a_chair_does_not_leave_without_a_successor(team: Body) -> None:
    with pytest.raises(Refused, match="somebody else chair first"):
        leave(team.members.get(role=Role.CHAIR), day=LATER, by=None)
    leave(team.members.get(role=Role.SECRETARY), day=LATER, by=None)
    assert len(sittings(team, LATER)) == 2
    assert len(sittings(team, DAY)) == 3


def test_who_left_may_come_back(team: Body, world: World) -> None:
    leave(team.members.get(role=Role.SECRETARY), day=LATER, by=None)
    seat(team, NewMember(post=world.posts["upazila1_head"]), day=date(2022, 12, 1), by=None)
    assert [len(sittings(team, day)) for day in (DAY, LATER, date(2022, 12, 1))] == [3, 2, 3]


def test_a_name_is_free_again_once_the_body_is_dissolved(team: Body, world: World) -> None:
    again = (NewMember(post=world.posts["north_head"], role=Role.CHAIR),)
    with pytest.raises(Refused, match="already"):
        form(world.offices["north"], team.name, again, day=LATER, by=None)
    form(world.offices["north"], team.name, again, day=LATER, by=None, area="দক্ষিণ অংশ")
    dissolve(team, day=LATER, by=None)
    assert form(world.offices["north"], team.name, again, day=LATER, by=None).pk != team.pk
    with pytest.raises(Refused, match="no such body"):
        seat(team, NewMember(name="কেউ"), day=LATER, by=None)


def test_its_chair_and_its_office_may_change_it_and_members_may_read_it(team: Body, world: World) -> None:
    able = ("north_head", "director", "secretary", "upazila1_head")
    for who in able:
        assert access.body(world.officers[who], team.pk, "manage") == team, who
    for who in ("south_head", "upazila2_head", "clerk"):
        assert access.body(world.officers[who], team.pk) == team, who
        with pytest.raises(NotYours):
            access.body(world.officers[who], team.pk, "manage")
    with pytest.raises(NotYours):
        access.body(world.officers["stranger"], team.pk)


def test_one_finds_the_bodies_one_sits_in_and_those_of_ones_office(team: Body, world: World) -> None:
    found = {who: list(access.bodies_of(world.officers[who])) for who in ("north_head", "upazila1_head", "south_head")}
    assert found == {"north_head": [team], "upazila1_head": [team], "south_head": []}


def test_each_change_is_in_the_history(team: Body) -> None:
    seat(team, NewMember(name="জনাব নবাগত"), day=LATER, by=None)
    dissolve(team, day=date(2022, 12, 31), by=None)
    assert list(Entry.objects.filter(kind="offices.body").order_by("pk").values_list("verb", flat=True)) == [
        "body.form",
        "body.seat",
        "body.dissolve",
    ]
