"""The notice of a meeting: seen before it is drafted, drafted once, issued by the head; too short a notice is said."""

from __future__ import annotations

from datetime import date

from angikar.duties.issue import issue
from angikar.meetings.models import Meeting, MeetingState
from tests.desk.conftest import Sign, Stand
from tests.desk.meeting_cases import coming, committee
from tests.world import World


def test_the_notice_is_seen_drafted_and_issued(sign: Sign, world: World, october: date) -> None:
    meeting = coming(world, committee(world))
    focal = sign("focal")
    assert "আলোচ্যসূচি ছাড়া নোটিশ হয় না" in focal.get(f"/agenda/{meeting.pk}/notice/").content.decode()
    focal.post(f"/agenda/{meeting.pk}/change/", {"do": "redo"})
    page = focal.get(f"/agenda/{meeting.pk}/notice/").content.decode()
    assert "১৮ অক্টোবর ২০২২, মঙ্গলবার ১১:০০ ঘটিকায় সভাকক্ষ-এ অনুষ্ঠিত হবে" in page
    answer = focal.post(f"/agenda/{meeting.pk}/notice/", {"memo": "৮৮.০১.০০০০.০১১.২২.০০৭.২২-১০১"})
    paper = Meeting.objects.get(pk=meeting.pk).notice
    assert paper is not None
    assert (answer.status_code, answer["Location"]) == (302, f"/papers/{paper.pk}/")
    assert paper.memo_number == "88.01.0000.011.22.007.22-101"
    assert focal.post(f"/agenda/{meeting.pk}/notice/", {"memo": ""}).status_code == 422
    issue(paper, by=world.officers["director"], day=october)
    assert Meeting.objects.get(pk=meeting.pk).state == MeetingState.CALLED
    assert "নক্ষত্র কমিটি, ১৮ অক্টোবর ২০২২" in sign("south_head").get("/notices/").content.decode()
    assert focal.get(f"/papers/{paper.pk}/print.pdf").content.startswith(b"%PDF")


def test_a_short_notice_is_shown(sign: Sign, world: World, stand: Stand) -> None:
    stand(date(2022, 10, 10))
    meeting = coming(world, committee(world))
    stand(date(2022, 10, 17))
    assert "নিয়মের চেয়ে ২ দিন কম সময়ের হবে" in sign("focal").get(f"/agenda/{meeting.pk}/").content.decode()
