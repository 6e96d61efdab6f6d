"""Who may act for what, on which day."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from angikar.history.refusal import NotYours
from angikar.offices import access
from angikar.offices.actions import appoint, release
from tests.world import FIRST_DAY, World


def test_posts_count_from_the_day_they_are_held(world: World) -> None:
    director = world.officers["director"]
    assert access.posts_of(director, FIRST_DAY) == (world.posts["director"],)
    assert access.posts_of(director, date(2022, 6, 30)) == ()
    assert access.offices_of(director, FIRST_DAY) == (world.offices["department"],)


def test_additional_charge_is_a_second_post(world: World) -> None:
    stranger, director = world.officers["stranger"], world.officers["director"]
    assert access.posts_of(stranger) == ()
    vacant = world.posts["clerk"]
    access_before = access.mandate(director).post_ids
    release(vacant, day=date(2022, 8, 1), by=None)
    appoint(director, vacant, since=date(2022, 8, 1), by=None, charge="additional")
    assert access.mandate(director).post_ids == access_before | {vacant.pk}
    assert access.offices_of(director) == (world.offices["department"],)


def test_who_is_not_signed_in_or_not_active_has_no_mandate(world: World) -> None:
    director = world.officers["director"]
    director.is_active = False
    assert access.mandate(director) == access.Mandate()
    assert access.mandate(AnonymousUser()) == access.Mandate()
    with pytest.raises(NotYours):
        access.office(AnonymousUser(), world.offices["north"].pk)


def test_the_register_is_kept_by_heads_and_focal_posts_of_the_office_and_those_above(world: World) -> None:
    north = world.offices["north"].pk
    for short in ("north_head", "director", "focal", "ministry_focal"):
        assert access.office(world.officers[short], north, to="manage").pk == north
    for short in ("clerk", "south_head", "upazila1_head"):
        assert access.office(world.officers[short], north).pk == north
        with pytest.raises(NotYours):
            access.office(world.officers[short], north, to="manage")
    with pytest.raises(NotYours):
        access.office(world.officers["stranger"], north)


def test_the_superior_and_the_holder(world: World) -> None:
    assert access.superior_of(world.offices["north"]) == world.offices["department"]
    assert access.superior_of(world.offices["ministry"]) is None
    assert access.holder_of(world.posts["clerk"], FIRST_DAY) == world.officers["clerk"]
    assert access.holder_of(world.posts["clerk"], date(2020, 1, 1)) is None


def test_the_posts_of_an_officer_are_asked_for_as_one_list_of_numbers() -> None:
    query = access._posts_of(1, date(2022, 10, 1)).query
    assert [lookup.lookup_name for lookup in query.where.children] == ["in"]
    assert " UNION " in str(query)
