"""The list of meetings: members and the office see what comes; another office sees nothing of it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.desk.conftest import Sign
from tests.desk.meeting_cases import coming, committee
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
