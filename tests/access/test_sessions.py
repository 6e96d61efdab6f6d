"""A session: a new one when somebody signs in, gone when he signs out, read by no script and sent to no other site."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.test import Client

from tests.world import World


@pytest.fixture
def entered(world: World) -> Client:
    """A browser in which the clerk has signed in by name and password."""
    client = Client()
    client.get("/account/login/")
    assert client.post("/account/login/", {"login": "clerk", "password": "a pass phrase"}).status_code == 302
    return client


def test_a_session_is_new_at_the_sign_in_and_ends_with_it(world: World) -> None:
    client = Client()
    client.post("/language/", {"language": "en"})
    before = client.session.session_key
    client.post("/account/login/", {"login": "clerk", "password": "a pass phrase"})
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert key != before
    assert len(key) >= 32, "letters and digits of the system's random: over 128 bits"
    client.post("/sign-out/")
    assert not Session.objects.filter(session_key=key).exists()
    stolen = Client()
    stolen.cookies[settings.SESSION_COOKIE_NAME] = key
    assert stolen.get("/")["Location"].startswith("/account/login/")


def test_cookies_go_to_this_site_alone_and_no_script_reads_them(entered: Client) -> None:
    for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        cookie = entered.cookies[name]
        assert (cookie["samesite"], bool(cookie["httponly"]), cookie["path"]) == ("Lax", True, "/"), name


def test_a_session_ends_after_half_a_day(entered: Client) -> None:
    assert entered.session[SESSION_KEY]
    assert 0 < entered.session.get_expiry_age() <= 12 * 60 * 60


def test_a_password_may_be_long(world: World) -> None:
    long = "নদীর ধারে কাশবন, " * 8
    clerk = world.officers["clerk"]
    clerk.set_password(long)
    clerk.save()
    assert clerk.check_password(long)
    assert not clerk.check_password(long[:-1])
    assert len(long) > 128
