"""The list of ideas: submitted by an office, found however they are spelt, and who has none is named."""

from __future__ import annotations

from datetime import date

from angikar.meetings.models import Idea
from tests.desk.conftest import Sign
from tests.desk.meeting_cases import committee
from tests.world import World


def test_an_office_submits_and_the_team_finds_it(sign: Sign, world: World, october: date) -> None:
    body = committee(world)
    sent = {
        "post": str(world.posts["north_head"].pk),
        "body": str(body.pk),
        "title": "দূরবীন মেলা",
        "text": "বাড়ি বাড়ি আকাশ দেখা",
    }
    answer = sign("north_head").post("/ideas/", sent)
    idea = Idea.objects.get()
    assert (answer.status_code, answer["Location"], idea.body) == (302, f"/ideas/{idea.pk}/", body)
    focal = sign("focal")
    assert "দূরবীন মেলা" in focal.get("/ideas/?q=বাড়ী").content.decode()
    assert "দূরবীন মেলা" not in focal.get("/ideas/?state=pilot").content.decode()
    assert "দূরবীন মেলা" not in focal.get("/ideas/?year=2021-22").content.decode()
    silent = focal.get("/ideas/").content.decode().partition("এ বছর যেসব দপ্তরের ধারণা নেই")[2]
    assert "জেলা নক্ষত্র কার্যালয়, দক্ষিণপুর" in silent
    assert "জেলা নক্ষত্র কার্যালয়, উত্তরপুর" not in silent.partition("ধারণা জমা দিন")[0]


def test_an_empty_idea_is_refused_and_the_typed_text_stays(sign: Sign, world: World, october: date) -> None:
    sent = {"post": str(world.posts["north_head"].pk), "title": "দূরবীন মেলা", "text": " "}
    answer = sign("north_head").post("/ideas/", sent)
    assert answer.status_code == 422
    assert 'value="দূরবীন মেলা"' in answer.content.decode()
    assert not Idea.objects.exists()
    assert sign("south_head").post("/ideas/", sent).status_code == 404
