"""How often a body meets: said in a sentence, its meetings follow; members propose, the secretary answers."""

from __future__ import annotations

from datetime import date

from angikar.meetings.models import Meeting, Proposal, Series
from tests.desk.conftest import Sign
from tests.desk.meeting_cases import coming, committee
from tests.world import World

FILLED = {
    "do": "begin",
    "title": "মাসিক সভা",
    "rule": "প্রতি মাসের ২০ তারিখের মধ্যে",
    "since": "১০.১০.২০২২",
    "minutes_within": "৫",
    "notice_days": "",
    "time": "বিকাল ৩টা",
    "place": "সভাকক্ষ",
    "standing": "বাজেট\nজনবল",
}


def test_a_sentence_makes_the_next_meetings(sign: Sign, world: World, october: date) -> None:
    body = committee(world)
    answer = sign("focal").post(f"/bodies/{body.pk}/meetings/change/", FILLED)
    assert answer.status_code == 302
    series = Series.objects.get()
    assert (series.rule, series.minutes_within, series.notice_days) == ({"rule": "monthly", "day": 20}, 5, 3)
    assert (f"{series.time:%H:%M}", series.standing) == ("15:00", ["বাজেট", "জনবল"])
    assert [str(each.due) for each in Meeting.objects.order_by("due")] == ["2022-10-20", "2022-11-20", "2022-12-20"]
    page = sign("north_head").get(f"/bodies/{body.pk}/meetings/").content.decode()
    assert "প্রতি মাসের ২০ তারিখের মধ্যে" in page
    assert "নিয়মিত সভা শুরু" not in page


def test_what_cannot_be_read_is_refused_and_the_typed_text_stays(sign: Sign, world: World, october: date) -> None:
    body = committee(world)
    focal = sign("focal")
    for wrong, said in (
        ({"rule": "মাঝে মাঝে"}, "থেকে সময়সূচি বোঝা গেল না"),
        ({"time": "২৫টা"}, "কোনো সময় নয়"),
        ({"notice_days": "অনেক"}, "দিনের সংখ্যা নয়"),
        ({"since": "০১.০১.২০২০"}, "এই তারিখে কমিটি বা টিমটি নেই"),
    ):
        answer = focal.post(f"/bodies/{body.pk}/meetings/change/", {**FILLED, **wrong})
        page = answer.content.decode()
        assert answer.status_code == 422
        assert said in page
        assert 'value="মাসিক সভা"' in page
        assert "বাজেট\nজনবল" in page
    assert not Series.objects.exists()


def test_a_member_proposes_and_the_secretary_answers(sign: Sign, world: World, october: date) -> None:
    body = committee(world)
    coming(world, body)
    path = f"/bodies/{body.pk}/meetings/change/"
    assert (
        sign("north_head").post(path, {"do": "propose", "subject": "নতুন দূরবীন", "text": "পুরোনোটি নষ্ট"}).status_code
        == 302
    )
    proposal = Proposal.objects.get()
    answer = {"proposal": str(proposal.pk), "answer": "বরাদ্দ নেই", "do": "refuse"}
    assert sign("south_head").post(path, answer).status_code == 404
    assert sign("focal").post(path, answer).status_code == 302
    assert "বরাদ্দ নেই" in sign("north_head").get(f"/bodies/{body.pk}/meetings/").content.decode()
    assert sign("secretary").post(path, {"do": "propose", "subject": "নতুন দূরবীন"}).status_code == 404
