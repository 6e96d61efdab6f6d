"""The steps after the first office: focal officer and keeper are put on their posts, with codes for their passwords."""

from __future__ import annotations

import re

from django.test import Client

from angikar.offices.models import Officer, Post
from tests.desk.conftest import Sign
from tests.world import World

FOCAL = {"do": "focal", "title": "ফোকাল পয়েন্ট", "name": "জনাব শালিক", "username": "shalik"}


def test_the_head_adds_a_focal_officer_who_sets_his_own_password(sign: Sign, world: World) -> None:
    world.officers["north_head"].is_staff = True
    world.officers["north_head"].save()
    page = sign("north_head").post("/begin/steps/", FOCAL).content.decode()
    code = re.search(r'class="code">([\w-]+)<', page)
    assert code is not None
    post = Post.objects.get(office=world.offices["north"], is_focal=True)
    assert (post.title, post.tenures.get().officer.username) == ("ফোকাল পয়েন্ট", "shalik")
    stranger = Client()
    sent = {"code": code[1], "password": "river stone morning", "again": "river stone morning"}
    assert stranger.post("/first-password/", sent)["Location"] == "/account/login/"
    stranger.post("/account/login/", {"login": "shalik", "password": "river stone morning"})
    assert stranger.get("/intake/").status_code == 200


def test_the_head_may_be_the_focal_officer(sign: Sign, world: World) -> None:
    assert sign("north_head").post("/begin/steps/", {"do": "head_is_focal"}).status_code == 200
    world.posts["north_head"].refresh_from_db()
    assert world.posts["north_head"].is_focal


def test_a_keeper_of_the_register_is_named_from_above_only(sign: Sign, world: World) -> None:
    keeper = {"do": "keeper", "title": "প্রশাসনিক কর্মকর্তা", "name": "জনাব ময়না", "username": "moyna"}
    answer = sign("north_head").post("/begin/steps/", keeper)
    assert (answer.status_code, "ঊর্ধ্বতন দপ্তরের প্রধান বা নিবন্ধরক্ষক" in answer.content.decode()) == (422, True)
    assert not Officer.objects.filter(username="moyna").exists()


def test_a_taken_name_is_refused_and_the_typed_text_stays(sign: Sign, world: World) -> None:
    answer = sign("north_head").post("/begin/steps/", {**FOCAL, "username": "clerk"})
    page = answer.content.decode()
    assert (answer.status_code, "নেওয়া হয়ে গেছে" in page, 'value="জনাব শালিক"' in page) == (422, True, True)
    assert not Post.objects.filter(office=world.offices["north"], is_focal=True).exists()


def test_who_manages_no_office_has_no_steps(sign: Sign) -> None:
    assert [sign(who).get("/begin/steps/").status_code for who in ("clerk", "stranger")] == [404, 404]


def test_the_day_of_an_office_without_papers_leads_to_the_first_steps(sign: Sign, world: World) -> None:
    world.officers["north_head"].is_staff = True
    world.officers["north_head"].save()
    assert 'href="/begin/steps/"' in sign("north_head").get("/").content.decode()
    assert 'href="/begin/steps/"' not in sign("clerk").get("/").content.decode()
