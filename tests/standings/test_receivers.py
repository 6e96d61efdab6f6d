"""Kept marks follow each action at once: reports, acceptance, sending back, excuse, issue and replacement."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.duties.actions import accept, excuse, report, send_back
from angikar.duties.events import DutyChanged
from angikar.duties.issue import issue
from angikar.duties.models import Duty, Report
from angikar.history import publishing
from angikar.history.publishing import subscribers
from angikar.papers.actions import draft
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.standings import receivers
from angikar.standings.actions import recount
from angikar.standings.models import PlanScore, Turnout
from tests.pledge import FRAMEWORK, ISSUED, plan
from tests.signed import ON_PAPER
from tests.standings import kept
from tests.world import World

IN_TIME, LATE = date(2022, 10, 10), date(2022, 10, 20)


def _duty(paper: Paper, number: int = 1, quarter: int = 1) -> Duty:
    return Duty.objects.get(paper=paper, key=f"own:1.1.{number}:q{quarter}")


def _reported(world: World, paper: Paper, value: str | None, number: int = 1, **more: object) -> Report:
    day = more.pop("day", IN_TIME)
    answer = Answer(value=value, **more)  # type: ignore[arg-type]
    return report(_duty(paper, number), by=world.officers["clerk"], answer=answer, today=day)  # type: ignore[arg-type]


def test_whether_a_plan_is_linked_is_asked_of_the_linked_lines_alone(paper: Paper) -> None:
    if connection.vendor == "sqlite":
        assert "SCAN" not in receivers._numbers().filter(paper=paper).explain()


def _plan(paper: Paper) -> PlanScore:
    return PlanScore.objects.get(paper=paper)


def _turnout(paper: Paper, quarter: int = 1) -> tuple[int, int, int, int]:
    found = Turnout.objects.get(paper=paper, quarter=quarter)
    return found.asked, found.reported, found.late, found.excused


def test_an_issued_plan_is_tallied_before_anybody_reports(paper: Paper, world: World) -> None:
    tally = kept.tally()
    assert (tally.weight, tally.v1, tally.v5, tally.l1, tally.l6) == (60_000, 1_000_000, 600_000, 100, 0)
    assert (tally.q1, tally.a1, tally.excused, tally.unlike) == (None, None, 0, 0)
    plan = _plan(paper)
    assert (plan.lines, plan.reported, plan.full, plan.claimed, plan.accepted) == (2, 0, 1000, 0, 0)
    assert (plan.office, plan.superior, plan.in_force) == (world.offices["department"], world.offices["ministry"], True)
    assert _turnout(paper) == (2, 0, 0, 0)
    assert Turnout.objects.get(paper=paper, quarter=2).due == date(2023, 1, 15)


def test_a_report_changes_line_and_plan_at_once(paper: Paper, world: World) -> None:
    _reported(world, paper, "85")
    score = kept.score()
    assert (score.raw, score.marks, score.accepted_marks) == (8500, 510, None)
    plan = _plan(paper)
    assert (plan.claimed, plan.accepted, plan.reported, plan.settled, plan.pending) == (510, 0, 1, 0, 1)
    assert _turnout(paper) == (2, 1, 0, 0)


def test_acceptance_at_a_lower_value_is_stored_next_to_the_claim(paper: Paper, world: World) -> None:
    sent = _reported(world, paper, "85")
    accept(sent, by=world.officers["secretary"], today=IN_TIME, value="80", words="পাঁচটির প্রমাণ নেই")
    plan = _plan(paper)
    assert (plan.claimed, plan.accepted, plan.reported, plan.settled, plan.pending) == (510, 480, 1, 1, 0)


def test_what_is_sent_back_no_longer_counts(paper: Paper, world: World) -> None:
    sent = _reported(world, paper, "85")
    send_back(sent, by=world.officers["secretary"], sentence="প্রমাণ নেই", today=IN_TIME)
    plan = _plan(paper)
    assert (plan.claimed, plan.reported, plan.pending) == (0, 0, 0)
    assert kept.score().marks is None
    assert _turnout(paper) == (2, 0, 0, 0)


def test_what_does_not_apply_is_neither_reported_nor_zero(paper: Paper, world: World) -> None:
    excuse(_duty(paper), by=world.officers["secretary"], sentence="প্রকল্প স্থগিত", today=IN_TIME)
    _reported(world, paper, None, number=2, not_applicable=True, words="প্রকল্প স্থগিত")
    plan = _plan(paper)
    assert (plan.claimed, plan.reported, plan.excused) == (0, 0, 2)
    assert _turnout(paper) == (2, 0, 0, 2)
    assert kept.score().marks is None


def test_a_late_report_is_remembered_however_often_it_is_corrected(paper: Paper, world: World) -> None:
    _reported(world, paper, "85", day=LATE)
    assert _turnout(paper) == (2, 1, 1, 0)
    again = _reported(world, paper, "90", day=LATE)
    assert _turnout(paper) == (2, 1, 1, 0)
    send_back(again, by=world.officers["secretary"], sentence="প্রমাণ নেই", today=LATE)
    assert _turnout(paper) == (2, 0, 1, 0)


def test_zero_is_a_report(paper: Paper, world: World) -> None:
    _reported(world, paper, "0")
    assert kept.score().marks == 0
    assert _plan(paper).reported == 1


def test_decimals_of_a_figure_are_kept_exactly(paper: Paper, world: World) -> None:
    _reported(world, paper, "50")
    second = _duty(paper, quarter=2)
    report(second, by=world.officers["clerk"], answer=Answer(value="35.25"), today=date(2023, 1, 10))
    tally = kept.tally()
    assert (tally.places, tally.q1, tally.q2) == (4, 500_000, 352_500)
    assert kept.score().raw == 8525


def test_a_figure_of_another_sort_gives_no_marks_until_it_is_corrected(paper: Paper, world: World) -> None:
    _reported(world, paper, "2022-09-30")
    second = _duty(paper, quarter=2)
    report(second, by=world.officers["clerk"], answer=Answer(value="90"), today=date(2023, 1, 10))
    tally = kept.tally()
    assert (tally.unlike, tally.q1, tally.q2) == (1, None, None)
    assert kept.score().marks is None
    _reported(world, paper, "5")
    tally = kept.tally()
    assert (tally.unlike, tally.q1, tally.q2) == (0, 50_000, 900_000)
    assert kept.score().raw == 9500


def test_what_is_done_once_is_asked_from_its_quarter_on_and_no_more_when_done(world: World, pledge: None) -> None:
    content = plan("10").model_dump(mode="json")
    content["areas"][0]["activities"][0]["indicators"][0].update(
        {"unit": "date", "counting": "date", "criteria": ["2022-12-31", "2023-01-31", "2023-02-28", None, None]}
    )
    director, office = world.officers["director"], world.offices["department"]
    made = draft(director, office=office, kind="pledge", framework=FRAMEWORK, content=content)
    paper = issue(made, by=director, day=ISSUED, unsigned=ON_PAPER)
    asked = dict(Turnout.objects.filter(paper=paper).values_list("quarter", "reported"))
    assert asked == {2: 0, 3: 0, 4: 0}, "its best day lies in the second quarter"
    second = _duty(paper, quarter=2)
    report(second, by=world.officers["director"], answer=Answer(value="2022-12-20"), today=date(2023, 1, 10))
    assert set(Turnout.objects.filter(paper=paper).values_list("reported", flat=True)) == {1}
    assert recount(paper, by=None) == 0


@pytest.mark.parametrize("action", ["report", "accept", "send_back", "excuse"])
def test_a_receiver_costs_five_queries_at_most(
    paper: Paper, world: World, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    sent = None if action in ("report", "excuse") else _reported(world, paper, "85")
    spent: list[int] = []

    def measured(event: DutyChanged) -> None:
        with CaptureQueriesContext(connection) as queries:
            receivers.update_marks(event)
        spent.append(len(queries))

    followers = subscribers()[DutyChanged]
    watched = tuple(measured if each is receivers.update_marks else each for each in followers)
    monkeypatch.setitem(publishing._RECEIVERS, DutyChanged, watched)
    if action == "report":
        _reported(world, paper, "85.5")
    elif action == "excuse":
        excuse(_duty(paper), by=world.officers["secretary"], sentence="স্থগিত", today=IN_TIME)
    elif sent and action == "accept":
        accept(sent, by=world.officers["secretary"], today=IN_TIME)
    elif sent:
        send_back(sent, by=world.officers["secretary"], sentence="স্থগিত", today=IN_TIME)
    assert len(spent) == 1
    assert spent[0] <= 5
