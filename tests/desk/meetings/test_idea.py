"""One idea: its steps are taken by the team, each with a word, and read by the office it came from."""

from __future__ import annotations

from datetime import date

from angikar.meetings.ideas.actions import submit
from angikar.meetings.models import Idea
from tests.desk.conftest import Sign
from tests.desk.meeting_cases import committee
from tests.world import World


def test_a_step_is_taken_with_a_word(sign: Sign, world: World, october: date) -> None:
    post, by = world.posts["north_head"], world.officers["north_head"]
    idea = submit(post, "দূরবীন মেলা", "আকাশ দেখা", body=committee(world), day=october, by=by)
    focal, path = sign("focal"), f"/ideas/{idea.pk}/change/"
    assert focal.post(path, {"to": "review", "words": "", "version": "1"}).status_code == 422
    assert focal.post(path, {"to": "review", "words": "খরচ লিখুন", "version": "1"}).status_code == 302
    late = focal.post(path, {"to": "dropped", "words": "না", "version": "1"})
    assert late.status_code == 422
    assert Idea.objects.get().state == "review"
    page = sign("north_head").get(f"/ideas/{idea.pk}/").content.decode()
    assert "খরচ লিখুন" in page
    assert "change/" not in page
    assert sign("north_head").post(path, {"to": "pilot", "words": "চলুক", "version": "2"}).status_code == 404
