"""A page reads once what its officer may act for; what is sent reads it each time, and no request remembers it for the next."""

from __future__ import annotations

from datetime import date

from django.test import Client

from angikar.offices import actions
from angikar.offices.access import mandate
from angikar.offices.acting import read_once
from tests.desk.conftest import Sign
from tests.world import World


def test_within_one_reading_it_is_read_once(world: World, django_assert_num_queries: object) -> None:
    clerk = world.officers["clerk"]
    with read_once():
        first = mandate(clerk)
        with django_assert_num_queries(0):  # type: ignore[operator]
            assert mandate(clerk) is first
    assert mandate(clerk) is not first
    assert mandate(clerk) == first


def test_a_lost_post_is_lost_at_the_next_page(world: World, sign: Sign) -> None:
    clerk: Client = sign("clerk")
    assert clerk.get("/dispatch/").status_code == 200
    actions.release(world.posts["clerk"], day=date(2022, 9, 1), by=None)
    assert clerk.get("/dispatch/").status_code == 404
