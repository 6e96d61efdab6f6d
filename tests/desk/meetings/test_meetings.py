"""The list of meetings: members and the office see what comes; another office sees nothing of it."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties.issue import issue
from tests.desk.conftest import Sign
from tests.desk.meeting_cases import coming, committee
from tests.desk.samples import minutes, said, text
from tests.world import World


@pytest.mark.parametrize(
    ("who", "sees"), [("focal", True), ("north_head", True), ("secretary", True), ("upazila1_head", False)]
)
def test_members_their_office_and_those_above_see_coming_meetings(
    sign: Sign, world: World, october: date, who: str, *, sees: bool
) -> None:
    meeting = coming(world, committee(world))
    page = sign(who).get("/meetings/").content.decode()
    assert (f'href="/agenda/{meeting.pk}/"' in page) is sees
    assert ("১৮ অক্টোবর ২০২২, ১১:০০, সভাকক্ষ" in page) is sees
    assert ("২০ নভেম্বর ২০২২ তারিখের মধ্যে; দিন এখনো ঠিক হয়নি" in page) is sees


def test_minutes_whose_body_is_not_formed_lead_to_forming_it(sign: Sign, world: World, october: date) -> None:
    issue(minutes(world), by=world.officers["director"], day=october)
    page = text(sign("director"), "/meetings/")
    assert "কমিটি লেখা হয়নি" in page
    assert "১টি কার্যবিবরণী" in page
    assert "কমিটি লেখা হয়নি" not in text(sign("clerk"), "/meetings/")
    assert 'value="নক্ষত্র কমিটি"' in text(sign("director"), "/bodies/?name=নক্ষত্র কমিটি")
    sent = {"office": world.offices["department"].pk, "name": "নক্ষত্র কমিটি", "chair": "মহাপরিচালক", "day": "১০.১০.২০২২"}
    said(sign("director"), "/bodies/", sent)
    page = text(sign("director"), "/meetings/")
    assert "কমিটি লেখা হয়নি" not in page
    assert "২৬ সেপ্টেম্বর ২০২২" in page
