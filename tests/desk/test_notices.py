"""The page of notices: what is new is marked until it was seen; a calendar address is read without signing in."""

from __future__ import annotations

from datetime import date

from django.test import Client

from angikar.notices.actions import Message, notify
from angikar.notices.models import Feed
from tests.desk.conftest import Sign
from tests.world import World

MESSAGE = Message("flood", "alarm", "বন্যার পূর্বাভাস", "A flood is expected", "/papers/")


def test_what_is_new_is_marked_once(sign: Sign, world: World, october: date) -> None:
    notify(MESSAGE.to([world.posts["clerk"]]), day=october)
    clerk = sign("clerk")
    assert '<span class="count">১</span>' in clerk.get("/").content.decode()
    first, second = (clerk.get("/notices/").content.decode() for _ in range(2))
    assert ("<strong><a" in first, "<strong><a" in second) == (True, False)
    assert '<span class="count">' not in clerk.get("/").content.decode()


def test_others_do_not_see_it(sign: Sign, world: World, october: date) -> None:
    notify(MESSAGE.to([world.posts["clerk"]]), day=october)
    assert "বন্যার পূর্বাভাস" not in sign("focal").get("/notices/").content.decode()


def test_a_calendar_reads_its_address_without_a_password(sign: Sign, world: World, october: date) -> None:
    sign("clerk").post("/notices/subscribe/")
    answer = Client().get(f"/calendar/{Feed.objects.get().token}.ics")
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert Client().get("/calendar/guessed.ics").status_code == 404
