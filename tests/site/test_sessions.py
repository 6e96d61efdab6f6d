"""The session of a request and its officer: read with prepared queries, and still ended by what ends them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth import BACKEND_SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from angikar.site.sessions import SessionStore
from tests.world import World

WAYS = (
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
    "angikar.site.sessions.ByPassword",
)


def _signed(world: World, way: str = WAYS[-1]) -> Client:
    client = Client()
    client.force_login(world.officers["clerk"], way)
    return client


def _is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


@pytest.mark.parametrize("way", WAYS)
def test_whoever_came_in_before_or_by_another_way_stays_in(world: World, way: str) -> None:
    client = _signed(world, way)
    Session.objects.update(session_data=_data(way))
    assert _is_in(client)


def _data(way: str) -> str:
    """The one session there is, as it was stored by this way."""
    kept = Session.objects.get()
    return SessionStore().encode({**kept.get_decoded(), BACKEND_SESSION_KEY: way})


def test_a_session_that_is_over_gone_or_altered_lets_nobody_in(world: World) -> None:
    for spoil in (
        lambda: Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1)),
        lambda: Session.objects.all().delete(),
        lambda: Session.objects.update(session_data="altered"),
    ):
        client = _signed(world)
        assert _is_in(client)
        spoil()
        assert not _is_in(client)
        Session.objects.all().delete()
    stranger = Client()
    stranger.cookies["sessionid"] = "x" * 32
    assert not _is_in(stranger)


def test_an_account_that_is_closed_or_has_another_password_is_out_at_once(world: World) -> None:
    clerk = world.officers["clerk"]
    client = _signed(world)
    assert _is_in(client)
    type(clerk).objects.filter(pk=clerk.pk).update(is_active=False)
    assert not _is_in(client)
    type(clerk).objects.filter(pk=clerk.pk).update(is_active=True)
    client = _signed(world)
    clerk.set_password("another pass phrase of the clerk")
    clerk.save()
    assert not _is_in(client)


def test_session_and_officer_are_one_query_each(world: World) -> None:
    client = _signed(world)
    assert _is_in(client)
    with CaptureQueriesContext(connection) as asked:
        assert _is_in(client)
    sent = [each["sql"] for each in asked]
    assert [sum(f'FROM "{table}"' in sql for sql in sent) for table in ("django_session", "offices_officer")] == [1, 1]
