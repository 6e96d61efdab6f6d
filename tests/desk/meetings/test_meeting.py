"""A meeting's register: each decision with who carries it out, how it stands, and how often it was decided before."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties.actions import report
from angikar.duties.issue import issue
from angikar.duties.models import Duty
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.rules.kinds.minutes.carried import times_decided
from angikar.rules.kinds.minutes.content import Minutes, MinutesDecision, MinutesItem
from tests.desk.conftest import Sign, Stand
from tests.desk.samples import circular, minutes, text
from tests.world import World

DAY = date(2022, 10, 2)


@pytest.fixture
def paper(world: World, stand: Stand) -> Paper:
    """September's minutes, issued; August's decided the same. The north has done it, the south has said nothing."""
    issue(minutes(world, "2022-08"), by=world.officers["director"], day=DAY)
    issued = issue(minutes(world, "2022-09"), by=world.officers["director"], day=DAY)
    for duty in Duty.objects.filter(paper=issued, post=world.posts["north_head"]):
        report(duty, by=world.officers["north_head"], answer=Answer(choice="বাস্তবায়িত", words="হয়েছে"), today=DAY)
    stand(date(2022, 10, 25))
    return issued


def test_who_may_look(sign: Sign, paper: Paper) -> None:
    for reader in ("director", "clerk", "secretary", "north_head"):
        text(sign(reader), f"/meetings/{paper.pk}/")
    for other in ("stranger", "upazila1_head"):
        text(sign(other), f"/meetings/{paper.pk}/", 404)


def test_the_register_shows_the_state_of_each_decision(sign: Sign, paper: Paper) -> None:
    page = text(sign("director"), f"/meetings/{paper.pk}/")
    assert "বাস্তবায়িত" in page
    assert "দেরি হয়েছে" in page, "the south is past its day"
    assert "নতুন" in page, "the clerk's has no day and no answer"
    assert "২০ অক্টোবর ২০২২" in page
    for duty in Duty.objects.filter(paper=paper):
        assert f'href="/duties/{duty.pk}/"' in page


def test_it_counts_how_often_a_decision_was_taken(sign: Sign, paper: Paper) -> None:
    assert text(sign("director"), f"/meetings/{paper.pk}/").count("আগে ১ বার নেওয়া") == 2
    earlier = Paper.objects.exclude(pk=paper.pk).get()
    assert "বার নেওয়া" not in text(sign("director"), f"/meetings/{earlier.pk}/")


def test_a_decision_is_the_same_however_it_is_worded_a_little() -> None:
    before = Minutes(items=(MinutesItem(number="1", decisions=(MinutesDecision(text="দূরবীনের তালিকা হালনাগাদ করতে হবে"),)),))
    again = MinutesDecision(text="দূরবীনের তালিকা পুনরায় হালনাগাদ করতে হবে।")
    assert times_decided(again, [before, before]) == 2
    assert times_decided(MinutesDecision(text="উল্কার ছবি পাঠাতে হবে"), [before]) == 0


def test_before_they_are_issued_no_duty_is_owed(sign: Sign, world: World) -> None:
    assert "কারও করণীয় হয়নি" in text(sign("director"), f"/meetings/{minutes(world).pk}/")
    text(sign("director"), f"/meetings/{circular(world).pk}/", 404)
