"""The day everything leads to is moved: what is ahead follows, what was answered stays, the history holds both days."""

from __future__ import annotations

from datetime import date, time

import pytest

from angikar.duties.actions import report
from angikar.duties.anchor_day.actions import move
from angikar.duties.anchor_day.queries import anchor_of
from angikar.duties.models import Duty, DutyState, MovedDay
from angikar.duties.submission import Sending
from angikar.history.models import Entry
from angikar.history.refusal import NotYours, Refused
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.duties.directed import ISSUED, NIGHT, circular, due
from tests.world import World

WORDS = "মেঘের কারণে রাত পিছিয়েছে।"


@pytest.fixture
def paper(world: World) -> Paper:
    return circular(world)


def _move(world: World, paper: Paper, day: date, today: date = date(2022, 10, 20), by: str = "director") -> MovedDay:
    return move(paper, day, by=world.officers[by], today=today, words=WORDS)


def test_hours_of_the_day_become_duties_with_their_time(world: World, paper: Paper) -> None:
    assert due(paper, "1(গ)", "north_head", world) == ["31.10 18:00", "31.10 20:00", "31.10 22:00"]
    first = Duty.objects.filter(paper=paper, key__startswith="1(গ)", due_at=time(18)).first()
    assert first is not None
    assert [first.standing(NIGHT, time(hour)) for hour in (18, 19)] == ["soon", "late"]
    assert [first.is_late(NIGHT, time(hour)) for hour in (18, 19)] == [False, True]


def test_what_is_ahead_goes_with_the_day(world: World, paper: Paper) -> None:
    _move(world, paper, date(2022, 11, 7))
    assert due(paper, "1(ক)", "north_head", world) == [
        "20.10", "27.10", "03.11", "04.11", "05.11", "06.11", "07.11",
    ]  # fmt: skip
    assert due(paper, "1(খ)", "south_head", world) == ["03.11"]
    assert due(paper, "1(গ)", "south_head", world) == ["07.11 18:00", "07.11 20:00", "07.11 22:00"]
    assert anchor_of(paper) == date(2022, 11, 7)
    assert paper.content["anchor"] == NIGHT.isoformat()


def test_a_report_that_was_answered_stays_and_is_not_asked_twice(world: World, paper: Paper) -> None:
    plan = Duty.objects.get(paper=paper, key="1(খ):1:once", post=world.posts["north_head"])
    report(plan, by=world.officers["north_head"], answer=Answer(words="পরিকল্পনা"), today=date(2022, 10, 19))
    _move(world, paper, date(2022, 11, 7))
    plan.refresh_from_db()
    assert (plan.due, plan.state) == (date(2022, 10, 27), DutyState.SUBMITTED)
    assert due(paper, "1(খ)", "north_head", world) == ["27.10"]
    assert due(paper, "1(খ)", "south_head", world) == ["03.11"]


def test_what_was_missed_before_stays_missed(world: World, paper: Paper) -> None:
    _move(world, paper, date(2022, 11, 7), today=date(2022, 10, 29))
    assert due(paper, "1(ক)", "north_head", world)[:3] == ["20.10", "27.10", "28.10"]


def test_a_plan_whose_day_is_past_by_the_move_is_due_today(world: World, paper: Paper) -> None:
    _move(world, paper, date(2022, 10, 22))
    assert due(paper, "1(খ)", "north_head", world) == ["20.10"]
    assert due(paper, "1(ক)", "north_head", world) == ["20.10", "21.10", "22.10"]


def test_moving_there_and_back_asks_what_was_asked_first(world: World, paper: Paper) -> None:
    before = [due(paper, code, "north_head", world) for code in ("1(ক)", "1(খ)", "1(গ)")]
    _move(world, paper, date(2022, 10, 26), today=ISSUED)
    _move(world, paper, NIGHT, today=ISSUED)
    assert [due(paper, code, "north_head", world) for code in ("1(ক)", "1(খ)", "1(গ)")] == before


def test_a_day_named_only_after_issue_gives_the_schedule_its_days(world: World) -> None:
    paper = circular(world, anchor=None)
    assert due(paper, "1(খ)", "north_head", world) == []
    _move(world, paper, NIGHT)
    assert due(paper, "1(খ)", "north_head", world) == ["27.10"]
    assert not Duty.objects.filter(paper=paper, kind="report", due=None).exclude(state=DutyState.WITHDRAWN).exists()


def test_the_history_holds_the_old_day_and_the_new(world: World, paper: Paper) -> None:
    _move(world, paper, date(2022, 11, 7))
    entry = Entry.objects.filter(verb="paper.move_day").get()
    assert entry.was == {"day": "2022-10-31"}
    assert entry.now is not None
    assert (entry.now["day"], entry.now["words"], entry.now["moved"] > 0) == ("2022-11-07", WORDS, True)


@pytest.mark.parametrize(
    ("day", "words", "said"),
    [
        (date(2022, 10, 19), WORDS, "past"),
        (NIGHT, WORDS, "already"),
        (date(2022, 11, 7), "  ", "why"),
        (date(2032, 11, 7), WORDS, "more than"),
    ],
)
def test_an_impossible_day_is_refused_and_every_duty_stays(
    world: World, paper: Paper, day: date, words: str, said: str
) -> None:
    before = list(Duty.objects.filter(paper=paper).order_by("pk").values())
    with pytest.raises(Refused) as refused:
        move(paper, day, by=world.officers["director"], today=date(2022, 10, 20), words=words)
    assert said in refused.value.message_en
    assert list(Duty.objects.filter(paper=paper).order_by("pk").values()) == before
    assert not MovedDay.objects.exists()


@pytest.mark.parametrize("who", ["clerk", "north_head", "stranger"])
def test_only_who_leads_the_issuing_office_moves_the_day(world: World, paper: Paper, who: str) -> None:
    with pytest.raises(NotYours):
        _move(world, paper, date(2022, 11, 7), by=who)


def test_an_anchor_day_in_the_past_is_not_issued(world: World) -> None:
    with pytest.raises(Refused) as refused:
        circular(world, anchor=date(2022, 10, 12))
    assert "before the day of issue" in refused.value.message_en
    assert not Duty.objects.exists()


def test_a_report_after_its_hour_is_remembered_as_late(world: World, paper: Paper) -> None:
    first, second, _ = Duty.objects.filter(
        paper=paper, key__startswith="1(গ)", post=world.posts["north_head"]
    ).order_by("due_at")
    for row, at in ((first, time(18, 0)), (second, time(20, 1))):
        report(row, by=world.officers["north_head"], answer=Answer(words="মেঘলা"), today=NIGHT, sending=Sending(at=at))
    assert [row.reports.get().late for row in (first, second)] == [False, True]
