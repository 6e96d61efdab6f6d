"""A paper of the past is entered under its own day; what was over long before is history and reminds nobody."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from angikar.duties.actions import ask_again
from angikar.duties.issue import issue
from angikar.duties.models import Duty, DutyState
from angikar.history.queries import history_of
from angikar.history.refusal import NotYours, Refused
from angikar.meetings.models import Share
from angikar.notices.models import Notice
from angikar.notices.tend import tend
from angikar.offices.actions import hand_over
from angikar.papers.actions import draft
from angikar.papers.models import Paper
from angikar.rules.kinds.minutes.content import Minutes, MinutesDecision, MinutesItem
from tests.desk.samples import LETTER, circular
from tests.world import World

OWN, NOW = date(2022, 10, 13), date(2026, 8, 10)
FAMILY = "জেলা নক্ষত্র অফিসার (সকল)"


def _entered(world: World, anchor: str = "2022-10-27", now: date = NOW) -> Paper:
    paper = circular(world, addressees=(FAMILY,), anchor=anchor)
    return issue(paper, by=world.officers["director"], day=OWN, entered=now)


def test_what_was_over_long_before_is_history_and_reminds_nobody(world: World) -> None:
    paper = _entered(world)
    assert (paper.issued_at, paper.entered_on) == (OWN, NOW)
    duties = Duty.objects.filter(paper=paper)
    assert {duty.kind for duty in duties} == {"acknowledge", "report"}
    assert {(duty.state, duty.is_history) for duty in duties} == {(DutyState.EXCUSED, True)}
    assert tend(datetime(2026, 8, 10, 6, tzinfo=UTC), NOW)["remind"] == 0
    assert not Notice.objects.filter(paper=paper).exists()
    entry = history_of(paper).last()
    assert entry is not None
    assert entry.now["entered"] == NOW.isoformat()


def test_what_is_still_ahead_or_just_over_is_owed(world: World) -> None:
    paper = _entered(world, now=date(2022, 11, 20))
    states = {duty.due: duty.state for duty in Duty.objects.filter(paper=paper, kind="report")}
    assert states == {date(2022, 10, 20): DutyState.EXCUSED, date(2022, 10, 27): DutyState.OPEN}
    assert set(Notice.objects.filter(paper=paper).values_list("post", flat=True)) == {
        world.posts["north_head"].pk,
        world.posts["south_head"].pk,
    }


def test_history_can_be_asked_for_again(world: World) -> None:
    duty = Duty.objects.filter(paper=_entered(world), kind="report").select_related("paper")[0]
    again = ask_again(duty, by=world.officers["director"], sentence="প্রতিবেদনটি নথিতে লাগবে।", today=NOW)
    assert (again.state, again.is_history) == (DutyState.OPEN, False)


def test_decisions_of_old_minutes_wait_for_nobody_until_they_are_asked_for_again(world: World) -> None:
    said = MinutesDecision(text="দূরবিন মেরামত করতে হবে।", implementers=(FAMILY,))
    item = MinutesItem(number="1", title="দূরবিন", decisions=(said,))
    value = Minutes(body="মান কমিটি", letter=LETTER, date="2022-10-10", items=(item,))
    director, office = world.officers["director"], world.offices["department"]
    paper = draft(director, office=office, kind="minutes", content=value.model_dump(mode="json"))
    issue(paper, by=director, day=OWN, entered=NOW)
    assert {share.settled_on for share in Share.objects.filter(decision__paper=paper)} == {OWN}
    duty = Duty.objects.get(paper=paper, post=world.posts["north_head"])
    ask_again(duty, by=director, sentence="এখনো ভাঙা।", today=NOW)
    assert Share.objects.get(duty=duty).settled_on is None


@pytest.mark.parametrize(("day", "now"), [(date(2022, 10, 14), NOW), (OWN, date(2022, 10, 1))])
def test_it_is_entered_under_no_other_day_than_its_own(world: World, day: date, now: date) -> None:
    with pytest.raises(Refused, match="under its own day"):
        issue(circular(world, addressees=(FAMILY,)), by=world.officers["director"], day=day, entered=now)


def test_the_head_of_today_enters_it_and_the_head_of_then_does_not(world: World) -> None:
    new, paper = world.officer("new_director"), circular(world, addressees=(FAMILY,))
    hand_over(world.posts["director"], new, day=date(2026, 1, 1), by=None)
    with pytest.raises(NotYours):
        issue(paper, by=world.officers["director"], day=OWN, entered=NOW)
    assert issue(paper, by=new, day=OWN, entered=NOW).entered_on == NOW
