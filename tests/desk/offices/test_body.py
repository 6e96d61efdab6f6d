"""One body: seats are given, changed and ended by who leads it, and by nobody else."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.offices.bodies.actions import NewMember, form
from angikar.offices.models import Body, Role
from tests.desk.conftest import Sign
from tests.world import World


@pytest.fixture
def team(world: World) -> Body:
    """A team that the head of the northern district leads."""
    seats = [NewMember(post=world.posts["north_head"], role=Role.CHAIR), NewMember(post=world.posts["upazila1_head"])]
    return form(world.offices["north"], "জেলা টিম", seats, day=date(2022, 9, 1), by=None)


def test_the_chair_seats_others_and_hands_the_chair_on(sign: Sign, world: World, team: Body, october: date) -> None:
    head, address = sign("north_head"), f"/bodies/{team.pk}/change/"
    assert (
        head.post(address, {"do": "seat", "who": "উপজেলা নক্ষত্র অফিসার, বকুলগঞ্জ", "day": "০১.১০.২০২২"}).status_code == 302
    )
    new = team.members.get(post=world.posts["upazila2_head"])
    assert head.post(address, {"do": "chair", "member": str(new.pk)}).status_code == 302
    old = team.members.get(post=world.posts["north_head"])
    assert head.post(address, {"do": "leave", "member": str(old.pk), "day": "০৫.১০.২০২২"}).status_code == 302
    page = head.get(f"/bodies/{team.pk}/").content.decode()
    assert page.index("উপজেলা নক্ষত্র কার্যালয়, বকুলগঞ্জ") < page.index("আগে ছিলেন") < page.rindex("জেলা নক্ষত্র অফিসার")


def test_members_read_but_do_not_change(sign: Sign, team: Body, october: date) -> None:
    page = sign("upazila1_head").get(f"/bodies/{team.pk}/")
    assert (page.status_code, "সদস্য যোগ" in page.content.decode()) == (200, False)
    assert (
        sign("upazila1_head").post(f"/bodies/{team.pk}/change/", {"do": "dissolve", "day": "১.১০.২০২২"}).status_code
        == 404
    )
    assert Body.objects.get().until is None


def test_a_member_of_another_body_is_not_found_here(sign: Sign, world: World, team: Body, october: date) -> None:
    chair = [NewMember(post=world.posts["north_head"], role=Role.CHAIR), NewMember(name="জনাব অন্য")]
    other = form(world.offices["north"], "অন্য টিম", chair, day=date(2022, 9, 1), by=None)
    member = other.members.get(name="জনাব অন্য")
    sent = {"do": "leave", "member": str(member.pk), "day": "০৫.১০.২০২২"}
    assert sign("north_head").post(f"/bodies/{team.pk}/change/", sent).status_code == 404


def test_an_unreadable_day_is_refused_with_a_sentence(sign: Sign, team: Body, october: date) -> None:
    answer = sign("north_head").post(f"/bodies/{team.pk}/change/", {"do": "dissolve", "day": "কাল"})
    assert (answer.status_code, "কোন দিন থেকে, তা লিখুন" in answer.content.decode()) == (422, True)
