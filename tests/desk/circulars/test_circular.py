"""A circular's board: receipts with their time, directives with their answers, the calendar, and who has not."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties.actions import acknowledge, report
from angikar.duties.issue import issue
from angikar.duties.models import Duty
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.desk.conftest import Sign, Stand
from tests.desk.samples import agreement, circular, text
from tests.world import World

DAY = date(2022, 10, 13)


@pytest.fixture
def paper(world: World, stand: Stand) -> Paper:
    """The circular, issued two weeks before its anchor day; the north has answered all, the south nothing."""
    issued = issue(circular(world, anchor="2022-10-27"), by=world.officers["director"], day=DAY)
    north = world.officers["north_head"]
    for duty in Duty.objects.filter(paper=issued, post=world.posts["north_head"], due=None):
        acknowledge(duty, by=north, today=DAY)
    for duty in Duty.objects.filter(paper=issued, post=world.posts["north_head"], due=date(2022, 10, 20)):
        report(duty, by=north, answer=Answer(words="প্রস্তুত"), today=DAY)
    stand(date(2022, 10, 22))
    return issued


def test_who_may_look(sign: Sign, paper: Paper) -> None:
    for reader in ("director", "clerk", "secretary", "north_head"):
        text(sign(reader), f"/circulars/{paper.pk}/")
    for other in ("stranger", "upazila1_head"):
        text(sign(other), f"/circulars/{paper.pk}/", 404)


def test_the_board_shows_who_has_answered_and_who_has_not(sign: Sign, paper: Paper) -> None:
    page = text(sign("director"), f"/circulars/{paper.pk}/")
    silent = page[page.index('id="silent"') : page.index('id="receipts"')]
    assert "দক্ষিণপুর" in silent
    assert "উত্তরপুর" not in silent
    receipts = page[page.index('id="receipts"') : page.index('id="directives"')]
    assert "জনাব north_head" in receipts
    assert receipts.count("গৃহীত") == 1


def test_directives_count_their_answers_and_the_calendar_its_days(sign: Sign, paper: Paper) -> None:
    page = text(sign("director"), f"/circulars/{paper.pk}/")
    duties = Duty.objects.filter(paper=paper, kind="report", key__startswith="1(ক)")
    assert duties.count() == 4, "two days of two districts; who is not known is asked nothing"
    assert "১/৪ জবাব" in page
    assert "১ দেরি" in page
    calendar = page[page.index('id="calendar"') :]
    assert "২০ অক্টোবর ২০২২" in calendar
    assert "২৭ অক্টোবর ২০২২" in calendar


def test_before_it_is_issued_the_board_says_so(sign: Sign, world: World) -> None:
    assert "এখনো জারি হয়নি" in text(sign("director"), f"/circulars/{circular(world).pk}/")


def test_other_papers_have_no_such_board(sign: Sign, world: World) -> None:
    text(sign("director"), f"/circulars/{agreement(world).pk}/", 404)
