"""The minutes among the members: circulated, corrected by those who sit in the body, answered on record."""

from __future__ import annotations

from angikar.meetings.minutes.actions import close
from angikar.meetings.models import Correction, Meeting
from angikar.meetings.sittings import actions
from angikar.meetings.sittings.actions import Signing
from angikar.notices.models import Notice
from angikar.papers.models import Paper
from tests.desk.conftest import Sign
from tests.desk.meetings.test_sitting import DAY, committee, meeting, running
from tests.meetings.test_sittings import NOW
from tests.world import World

__all__ = ["committee", "meeting", "running"]


def _closed(world: World, running: Meeting) -> Paper:
    focal = world.officers["focal"]
    actions.sign(running, Signing(member=running.body.members.get(role="chair")), by=focal, at=NOW)
    actions.discuss(running.items.get(), "দূরবীন নিয়ে কথা হয়।", version=1, by=focal)
    return close(running, None, by=focal, today=DAY)


def test_members_correct_what_is_circulated(sign: Sign, world: World, running: Meeting) -> None:
    paper, at = _closed(world, running), f"/sittings/{running.pk}/minutes/"
    member, focal = sign("north_head"), sign("focal")
    assert member.get(at).status_code == 404
    assert focal.post(f"{at}change/", {"do": "circulate"}).status_code == 302
    assert Notice.objects.filter(post=world.posts["north_head"], page=at).count() == 1
    asked = {"do": "propose", "path": "items.0.discussion", "text": "দূরবীন কেনা নিয়ে কথা হয়।", "words": "কেনার কথাই হয়েছিল"}
    assert member.post(f"{at}change/", asked).status_code == 302
    assert member.post(f"{at}change/", {"do": "take", "correction": "1"}).status_code == 404
    correction = Correction.objects.get()
    assert focal.post(f"{at}change/", {"do": "refuse", "correction": correction.pk}).status_code == 422
    focal.post(f"{at}change/", {"do": "take", "correction": correction.pk, "words": "ঠিক"})
    paper.refresh_from_db()
    assert paper.content["items"][0]["discussion"] == "দূরবীন কেনা নিয়ে কথা হয়।"
    page = member.get(at).content.decode()
    assert "গৃহীত" in page
    assert "কেনার কথাই হয়েছিল" in page


def test_a_path_outside_the_minutes_is_nobodys(sign: Sign, world: World, running: Meeting) -> None:
    _closed(world, running)
    at = f"/sittings/{running.pk}/minutes/change/"
    sign("focal").post(at, {"do": "circulate"})
    for path in ("items", "items.9.discussion", "letter"):
        answer = sign("north_head").post(at, {"do": "propose", "path": path, "text": "ক"})
        assert answer.status_code in (404, 422), path
    assert not Correction.objects.exists()
