"""A form sent by our script: what its page is told, so that typed text is kept exactly as long as the server lacks it."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from angikar.meetings.models import Idea
from tests.desk.conftest import Sign
from tests.desk.samples import agreement
from tests.world import World

DRAFT = "0a1b2c3d4e5f.77"
COOKIE = "arrived-0a1b2c3d4e5f"
BACKEND = "django.contrib.auth.backends.ModelBackend"


def _headers(world: World, who: str, draft: str = DRAFT) -> dict[str, str]:
    return {"X-Angikar-Person": str(world.officers[who].pk), "X-Angikar-Draft": draft}


def _idea(world: World, title: str = "আকাশ দেখার রাত") -> dict[str, str]:
    return {"title": title, "text": "স্কুলে স্কুলে দূরবীন", "post": str(world.posts["clerk"].pk)}


def test_what_was_taken_comes_with_the_next_page(sign: Sign, world: World) -> None:
    clerk = sign("clerk")
    answer = clerk.post("/ideas/", _idea(world), headers=_headers(world, "clerk"))
    idea = Idea.objects.get()
    assert answer.json() == {"address": f"/ideas/{idea.pk}/", "taken": True}
    assert answer.cookies[COOKIE]["samesite"] == "Lax"
    assert 'role="status"' in clerk.get(f"/ideas/{idea.pk}/").content.decode(), "the message waits for the page"


def test_a_sending_whose_answer_was_lost_is_done_once(sign: Sign, world: World) -> None:
    clerk = sign("clerk")
    first, second = (clerk.post("/ideas/", _idea(world), headers=_headers(world, "clerk")) for _time in range(2))
    assert first.json() == second.json()
    assert Idea.objects.count() == 1
    changed = _headers(world, "clerk", "0a1b2c3d4e5f.78")
    clerk.post("/ideas/", _idea(world, "অন্য ধারণা"), headers=changed)
    assert Idea.objects.count() == 2


def test_what_was_refused_has_not_arrived(sign: Sign, world: World) -> None:
    answer = sign("clerk").post("/ideas/", _idea(world, ""), headers=_headers(world, "clerk"))
    assert answer.status_code == 422
    assert COOKIE not in answer.cookies


def test_a_refusal_by_a_message_has_not_arrived(sign: Sign, world: World) -> None:
    stale = {"to": "review", "words": "দেখুন", "version": "99"}
    move = reverse("desk:move", args=[agreement(world).pk])
    answer = sign("director").post(move, stale, headers=_headers(world, "director"))
    assert answer.json()["taken"] is False
    assert COOKIE not in answer.cookies


def test_an_expired_session_leads_to_the_door_before_anything_is_done(client: Client, world: World) -> None:
    headers = {**_headers(world, "clerk"), "Referer": "http://testserver/ideas/?mine=1"}
    answer = client.post("/ideas/", _idea(world), headers=headers)
    assert (answer.status_code, answer["X-Angikar-Fault"]) == (401, "door")
    assert answer.json()["address"] == "/account/login/?next=%2Fideas%2F%3Fmine%3D1"
    assert not Idea.objects.exists()


def test_words_of_one_person_are_not_sent_in_the_name_of_another(sign: Sign, world: World) -> None:
    answer = sign("director").post("/ideas/", _idea(world), headers=_headers(world, "clerk"))
    assert (answer.status_code, answer["X-Angikar-Fault"]) == (403, "other")
    assert not Idea.objects.exists()


def test_each_person_seals_drafts_with_a_key_of_his_own(sign: Sign) -> None:
    pages = [sign(who).get("/").content.decode() for who in ("clerk", "director", "clerk")]
    keys = [page.partition('data-seal="')[2].partition('"')[0] for page in pages]
    assert len(keys[0]) == 44
    assert keys[0] == keys[2] != keys[1]


def test_the_sign_in_page_gives_no_key(client: Client, db: None) -> None:
    assert "data-seal" not in client.get("/account/login/").content.decode()
