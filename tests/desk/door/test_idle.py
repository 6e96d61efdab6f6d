"""A session ends after some time without a sign of life, and after a working day in any case."""

from __future__ import annotations

import time

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.world import World

MINUTE = 60


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = time.time()

    def __call__(self) -> float:
        return self.now

    def pass_by(self, minutes: float) -> None:
        """Let time go by."""
        self.now += minutes * MINUTE


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of sessions."""
    moved = Clock()
    monkeypatch.setattr("angikar.desk.door.idle.time.time", moved)
    return moved


@pytest.fixture
def clerk(world: World, clock: Clock) -> Client:
    """A browser in which the clerk has signed in just now."""
    client = Client()
    client.post("/account/login/", {"login": "clerk", "password": "a pass phrase"})
    return client


def test_a_clock_that_is_set_back_neither_ends_a_session_nor_makes_one_last(clerk: Client, clock: Clock) -> None:
    clock.pass_by(20)
    assert clerk.get("/ideas/").status_code == 200
    clock.pass_by(-60)
    assert clerk.get("/ideas/").status_code == 200, "who works on stays"
    clock.pass_by(2)
    assert clerk.get("/ideas/").status_code == 200
    clock.pass_by(31)
    assert clerk.get("/ideas/").status_code == 302, "idle from the moment it was set back"


def test_a_session_seen_before_the_clock_was_set_back_ends_idle_too(clerk: Client, clock: Clock) -> None:
    for _ in range(3):
        clock.pass_by(20)
        assert clerk.get("/ideas/").status_code == 200
    clock.pass_by(-30)
    assert clerk.get("/ideas/").status_code == 200
    clock.pass_by(31)
    assert clerk.get("/ideas/").status_code == 302


def test_who_is_idle_is_led_to_the_door_which_says_why_and_back_again(clerk: Client, clock: Clock) -> None:
    clock.pass_by(29)
    assert clerk.get("/ideas/").status_code == 200
    clock.pass_by(31)
    answer = clerk.get("/ideas/?mine=1")
    assert answer["Location"] == "/account/login/?next=%2Fideas%2F%3Fmine%3D1&ended=1"
    assert answer["Clear-Site-Data"] == '"cache"'
    page = clerk.get(answer["Location"]).content.decode()
    assert "সময় পেরিয়ে যাওয়ায়" in page
    assert "data-door hidden" not in page
    back = clerk.post("/account/login/", {"login": "clerk", "password": "a pass phrase", "next": "/ideas/?mine=1"})
    assert back["Location"] == "/ideas/?mine=1"


def test_a_form_sent_too_late_is_kept_in_the_browser_and_not_done(clerk: Client, world: World, clock: Clock) -> None:
    clock.pass_by(31)
    person = {"X-Angikar-Person": str(world.officers["clerk"].pk), "X-Angikar-Draft": f"{'a' * 24}.1"}
    answer = clerk.post("/ideas/", {"title": "নতুন"}, headers=person)
    assert (answer.status_code, answer.json()["fault"]) == (401, "door")


def test_signs_of_life_keep_a_session_and_write_nothing(clerk: Client, clock: Clock) -> None:
    for _ in range(5):
        clock.pass_by(20)
        assert clerk.get("/stay/").status_code == 204
    clock.pass_by(20)
    with CaptureQueriesContext(connection) as asked:
        clerk.get("/stay/")
    assert not [each["sql"] for each in asked if not each["sql"].startswith("SELECT")]


def test_a_page_that_asks_by_itself_is_no_sign_of_life(clerk: Client, clock: Clock) -> None:
    clock.pass_by(20)
    assert clerk.get("/sittings/1/rows/").status_code == 404
    clock.pass_by(20)
    assert clerk.get("/").status_code == 302


def test_after_a_working_day_a_session_ends_in_any_case(clerk: Client, clock: Clock) -> None:
    for _ in range(28):
        clock.pass_by(25)
        assert clerk.get("/stay/").status_code == 204
    assert settings.SESSION_COOKIE_AGE == 12 * 60 * MINUTE
    assert clerk.get("/").status_code == 200
    clock.pass_by(25)
    assert clerk.get("/").status_code == 302


def test_the_mark_of_another_session_or_a_made_up_one_keeps_nothing_alive(
    clerk: Client, world: World, clock: Clock
) -> None:
    other = Client()
    clock.pass_by(20)
    other.post("/account/login/", {"login": "director", "password": "a pass phrase"})
    other.get("/")
    clock.pass_by(15)
    clerk.cookies[settings.SEEN_COOKIE] = other.cookies[settings.SEEN_COOKIE].value
    assert clerk.get("/").status_code == 302
    other.cookies[settings.SEEN_COOKIE] = "made:up"
    assert other.get("/").status_code == 200, "its own sign-in is not long ago"
    clock.pass_by(16)
    other.cookies[settings.SEEN_COOKIE] = "made:up"
    assert other.get("/").status_code == 302
