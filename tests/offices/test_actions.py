"""Founding, appointing, handing over: each a verb with one entry, each with its refusals."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.history.models import Entry
from angikar.history.queries import history_of
from angikar.history.refusal import Refused
from angikar.offices.access import holder_of
from angikar.offices.actions import appoint, create_post, enrol, found_office, hand_over, release
from angikar.offices.models import FormerName, Office, Tenure
from tests.world import World

HANDED = date(2022, 12, 15)


def test_a_hand_over_parts_two_tenures_on_one_day(world: World) -> None:
    post, old, new = world.posts["clerk"], world.officers["clerk"], world.officers["stranger"]
    hand_over(post, new, day=HANDED, by=world.officers["director"])
    assert holder_of(post, date(2022, 12, 14)) == old
    assert holder_of(post, HANDED) == new
    entry = history_of(post).get(verb="post.hand_over")
    assert entry.was["name"] == old.name
    assert entry.now["name"] == new.name


def test_what_cannot_be_handed_over(world: World) -> None:
    post, stranger = world.posts["clerk"], world.officers["stranger"]
    with pytest.raises(Refused, match="already"):
        hand_over(post, world.officers["clerk"], day=HANDED, by=None)
    with pytest.raises(Refused, match="came after"):
        hand_over(post, stranger, day=date(2022, 6, 1), by=None)
    release(post, day=HANDED, by=None)
    with pytest.raises(Refused, match="vacant"):
        hand_over(post, stranger, day=HANDED, by=None)
    with pytest.raises(Refused, match="Nobody"):
        release(post, day=HANDED, by=None)


def test_a_post_has_one_holder_at_a_time(world: World) -> None:
    post, stranger = world.posts["clerk"], world.officers["stranger"]
    with pytest.raises(Refused, match="hand it over"):
        appoint(stranger, post, since=HANDED, by=None)
    release(post, day=HANDED, by=None)
    with pytest.raises(Refused, match="hand it over"):
        appoint(stranger, post, since=date(2022, 12, 1), by=None)
    appoint(stranger, post, since=HANDED, by=None)
    assert Tenure.objects.filter(post=post).count() == 2


def test_offices_and_posts_are_made_once(world: World) -> None:
    department = world.offices["department"]
    entries = Entry.objects.count()
    with pytest.raises(Refused, match="here already"):
        found_office("জেলা নক্ষত্র কার্যালয়, উত্তরপুর", by=None, parent=department)
    with pytest.raises(Refused, match="has the post"):
        create_post(department, "মহাপরিচালক", by=None)
    with pytest.raises(Refused, match="one head"):
        create_post(department, "চেয়ারম্যান", by=None, is_head=True)
    with pytest.raises(Refused, match="taken"):
        enrol("director", "অন্য একজন", by=None)
    for silent in (lambda: found_office(" ", by=None), lambda: create_post(department, "", by=None)):
        with pytest.raises(Refused, match="Write"):
            silent()
    assert Entry.objects.count() == entries


def test_the_next_office_below_gets_the_next_path(world: World) -> None:
    department = world.offices["department"]
    third = found_office("জেলা নক্ষত্র কার্যালয়, পূর্বপুর", by=None, parent=department)
    assert third.path == department.path + "003"
    assert list(Office.objects.filter(parent=department).values_list("path", flat=True))[-1] == third.path


def test_an_account_without_a_password_cannot_sign_in(world: World) -> None:
    assert world.officers["clerk"].has_usable_password()
    assert not enrol("silent", "নীরব", by=None).has_usable_password()


def test_a_substitute_serves_beside_the_holder_up_to_a_day(world: World) -> None:
    post, deputy, stranger = world.posts["director"], world.officers["focal"], world.officers["stranger"]
    leave = (date(2022, 11, 1), date(2022, 11, 10))
    appoint(deputy, post, since=leave[0], until=leave[1], by=None, charge="substitute")
    holders = [holder_of(post, date(2022, 11, day)) for day in (9, 10)]
    assert holders == [deputy, world.officers["director"]]
    with pytest.raises(Refused, match="up to which day"):
        appoint(stranger, post, since=date(2022, 12, 1), by=None, charge="substitute")
    with pytest.raises(Refused, match="stands in"):
        appoint(stranger, post, since=leave[0], until=leave[1], by=None, charge="substitute")


def test_an_office_is_called_as_it_was_on_a_day(world: World) -> None:
    north = world.offices["north"]
    FormerName.objects.create(office=north, name="আদি নাম", until=date(2000, 1, 1))
    FormerName.objects.create(office=north, name="পুরোনো নাম", until=date(2022, 9, 1))
    names = [north.name_on(day) for day in (date(1999, 1, 1), date(2022, 8, 31), date(2022, 9, 1))]
    assert names == ["আদি নাম", "পুরোনো নাম", north.name]
