"""The month's board: who has met or sent, and who has not."""

from __future__ import annotations

import re
from datetime import date

import pytest

from angikar.duties import actions as duties
from angikar.duties.models import Duty
from angikar.rules.duty import Answer
from tests.desk.conftest import Sign, Stand
from tests.meetings.conftest import Held, held  # noqa: F401  the fixture
from tests.meetings.test_register import JULY, MONTHLY
from tests.world import World

OCTOBER = date(2022, 10, 10)


@pytest.fixture(autouse=True)
def _in_october(stand: Stand) -> None:
    stand(OCTOBER)


def test_the_month_shows_who_has_not_sent(sign: Sign, held: Held, world: World) -> None:  # noqa: F811
    paper = held(JULY, MONTHLY)
    first = Duty.objects.filter(paper=paper, post=world.posts["upazila1_head"], due=date(2022, 9, 10)).get()
    duties.report(first, by=world.officers["upazila1_head"], answer=Answer(choice="বাস্তবায়িত"), today=date(2022, 9, 9))
    second = Duty.objects.filter(paper=paper, post=world.posts["upazila1_head"], due=date(2022, 9, 28)).get()
    duties.report(second, by=world.officers["upazila1_head"], answer=Answer(choice="বাস্তবায়িত"), today=date(2022, 9, 30))
    page = sign("north_head").get("/decisions/monthly/?month=2022-09").content.decode()
    boxes = re.findall(r'<td class="heat (\w+)">', page)
    assert boxes == ["reported", "late", "missing", "missing", "missing", "missing"]
    assert re.findall(r'<td class="number">(.)</td>', page) == ["২", "২"]


def test_a_month_that_cannot_be_read_is_this_one(sign: Sign) -> None:
    assert "অক্টোবর ২০২২" in sign("director").get("/decisions/monthly/?month=13-2022").content.decode()
