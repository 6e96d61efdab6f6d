"""Locks and the superior's word: closed quarters refuse reports and keep what was typed, a reopening ends by itself, the year is fixed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import InternalError, connections, transaction
from django.db.utils import DatabaseError

from angikar.duties import actions, queries
from angikar.duties.cells.saving import save_cell
from angikar.duties.cycle import locks
from angikar.duties.cycle.actions import accept, check, file, send_back, take_up
from angikar.duties.cycle.queries import year_of
from angikar.duties.cycle.reopening.actions import answer, ask
from angikar.duties.cycle.year.actions import evaluate, give_feedback
from angikar.duties.issue import issue
from angikar.duties.models import (
    Duty,
    DutyState,
    Evaluation,
    Feedback,
    Filing,
    FilingState,
    Reopening,
    Report,
    ReportState,
)
from angikar.history.chain.verifying import verify
from angikar.history.models import Entry
from angikar.history.refusal import NotYours, Refused
from angikar.history.replay.comparing import differences
from angikar.papers import actions as papers
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.rules.frameworks import framework
from angikar.rules.frameworks.framework import Framework
from angikar.rules.plan import IndicatorId
from tests.closing import close_year
from tests.pledge import FRAMEWORK, issued
from tests.world import World, build

OCTOBER, NOVEMBER, JULY = date(2022, 10, 10), date(2022, 11, 5), date(2023, 7, 20)


def _duty(paper: Paper, row: int = 1, quarter: int = 1) -> Duty:
    return Duty.objects.get(paper=paper, key=f"own:1.1.{row}:q{quarter}")


def _report(world: World, duty: Duty, value: str, on: date = OCTOBER) -> Report:
    return actions.report(duty, by=world.officers["clerk"], answer=Answer(value=value), today=on)


@pytest.fixture
def closed(world: World, paper: Paper) -> Filing:
    """The first quarter: one row reported, filed, verified and accepted."""
    secretary = world.officers["secretary"]
    made = _report(world, _duty(paper), "85")
    filing = take_up(file(paper, 1, by=world.officers["director"], today=OCTOBER), by=secretary, today=NOVEMBER)
    check(filing, made, by=secretary, today=NOVEMBER)
    actions.accept(made, by=secretary, today=NOVEMBER)
    return accept(filing, by=secretary, today=NOVEMBER)


def test_a_report_for_a_closed_quarter_is_refused_and_kept_as_a_draft(
    world: World, paper: Paper, closed: Filing
) -> None:
    with pytest.raises(Refused, match="kept as a draft"):
        _report(world, _duty(paper, 2), "77", NOVEMBER)
    kept = Report.objects.get(duty=_duty(paper, 2))
    assert (kept.value, kept.state, _duty(paper, 2).state) == ("77", ReportState.DRAFT, DutyState.OPEN)
    assert Entry.objects.filter(verb="duty.save_cell").last().now["value"] == "77"  # type: ignore[union-attr]
    with pytest.raises(Refused, match="accepted and is closed"):
        file(paper, 1, by=world.officers["director"], today=NOVEMBER)
    with pytest.raises(Refused, match="accepted and is closed"):
        actions.send_back(
            Report.objects.get(duty=_duty(paper)), by=world.officers["secretary"], sentence="না", today=NOVEMBER
        )
    _report(world, _duty(paper, 2, 2), "5", NOVEMBER)


def test_the_calendar_may_close_a_quarter(world: World, paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    law = framework(FRAMEWORK)
    strict = law.model_copy(update={"calendar": law.calendar.model_copy(update={"lock": 10})})

    def known(name: str) -> Framework:
        return strict if name == FRAMEWORK else framework(name)

    monkeypatch.setattr(locks, "framework", known)
    last = date(2022, 10, 25)
    assert locks.closed(paper, 1, last) is None
    with pytest.raises(Refused, match="By the calendar"):
        _report(world, _duty(paper), "85", last + timedelta(1))
    assert Report.objects.get().state == ReportState.DRAFT


def test_a_reopening_says_who_asked_who_granted_until_when_and_why(world: World, paper: Paper, closed: Filing) -> None:
    director, secretary = world.officers["director"], world.officers["secretary"]
    with pytest.raises(Refused, match="reason"):
        ask(paper, 1, by=director, reason=" ", today=NOVEMBER)
    with pytest.raises(Refused, match="is open"):
        ask(paper, 2, by=director, reason="দরকার", today=NOVEMBER)
    with pytest.raises(NotYours):
        ask(paper, 1, by=world.officers["clerk"], reason="দরকার", today=NOVEMBER)
    asked = ask(paper, 1, by=director, reason="বন্যায় হিসাব আসেনি।", today=NOVEMBER)
    with pytest.raises(Refused, match="asked already"):
        ask(paper, 1, by=director, reason="আবার", today=NOVEMBER)
    assert locks.closed(paper, 1, NOVEMBER) == "accepted", "asking opens nothing"
    with pytest.raises(NotYours):
        answer(asked, by=director, until=NOVEMBER, today=NOVEMBER)
    with pytest.raises(Refused, match="today or later"):
        answer(asked, by=secretary, until=OCTOBER, today=NOVEMBER)
    granted = answer(asked, by=secretary, until=NOVEMBER + timedelta(2), today=NOVEMBER, words="তিন দিন।")
    assert (granted.asked_by, granted.answered_by, granted.reason) == (director, secretary, "বন্যায় হিসাব আসেনি।")
    with pytest.raises(Refused, match="answered already"):
        answer(asked, by=secretary, until=None, today=NOVEMBER, words="না")


def test_a_reopening_is_obeyed_and_ends_by_itself(world: World, paper: Paper, closed: Filing) -> None:
    asked = ask(paper, 1, by=world.officers["director"], reason="ভুল ছিল।", today=NOVEMBER)
    until = NOVEMBER + timedelta(2)
    answer(asked, by=world.officers["secretary"], until=until, today=NOVEMBER)
    corrected = _report(world, _duty(paper), "80", until)
    assert (corrected.late, _duty(paper).state) == (True, DutyState.SUBMITTED)
    assert list(Report.objects.values_list("value", "accepted_value")) == [("85", "85"), ("80", None)]
    second = _duty(paper, 2)
    save_cell(second, by=world.officers["clerk"], value="50", version=second.version, today=until)
    again = file(paper, 1, by=world.officers["director"], today=until)
    assert (again.state, again.on, again.late) == (FilingState.SUBMITTED, OCTOBER, False)
    with pytest.raises(Refused, match="accepted and is closed"):
        _report(world, _duty(paper, 2), "60", until + timedelta(1))


def test_what_is_declined_stays_closed(world: World, paper: Paper, closed: Filing) -> None:
    asked = ask(paper, 1, by=world.officers["director"], reason="ভুল ছিল।", today=NOVEMBER)
    with pytest.raises(Refused, match="reason"):
        answer(asked, by=world.officers["secretary"], until=None, today=NOVEMBER)
    answer(asked, by=world.officers["secretary"], until=None, today=NOVEMBER, words="প্রমাণ নেই।")
    assert locks.closed(paper, 1, NOVEMBER) == "accepted"
    assert Reopening.objects.get().until is None


def test_feedback_is_given_once_after_the_half_year_and_its_lateness_is_remembered(
    world: World, paper: Paper, closed: Filing
) -> None:
    give = {
        "by": world.officers["secretary"],
        "words": "গতি ভালো।",
        "rows": {IndicatorId("own", "1.1.1"): "আরও প্রমাণ দিন।", IndicatorId("own", "1.1.2"): " "},
    }
    with pytest.raises(Refused, match="not over"):
        give_feedback(paper, today=date(2022, 12, 31), **give)  # type: ignore[arg-type]
    with pytest.raises(NotYours):
        give_feedback(paper, by=world.officers["director"], words="ভালো", today=date(2023, 1, 20))
    with pytest.raises(NotYours):
        give_feedback(
            paper,
            by=world.officers["secretary"],
            words="ভালো",
            rows={IndicatorId("own", "9"): "?"},
            today=date(2023, 1, 20),
        )
    given = give_feedback(paper, today=date(2023, 2, 3), **give)  # type: ignore[arg-type]
    assert (given.due, given.late, given.rows) == (date(2023, 1, 30), True, {"own:1.1.1": "আরও প্রমাণ দিন।"})
    assert Duty.objects.get(kind="feedback").state == DutyState.ACCEPTED
    with pytest.raises(Refused, match="given already"):
        give_feedback(paper, today=date(2023, 2, 4), **give)  # type: ignore[arg-type]


def test_the_evaluation_fixes_the_exact_score_and_no_report_changes_it(
    world: World, paper: Paper, closed: Filing
) -> None:
    secretary = world.officers["secretary"]
    with pytest.raises(Refused, match="not over"):
        evaluate(paper, by=secretary, words="ভালো", today=date(2023, 6, 30))
    waiting = _report(world, _duty(paper, 2, 4), "90", JULY)
    with pytest.raises(Refused, match="1 report waits"):
        evaluate(paper, by=secretary, words="ভালো", today=JULY)
    actions.accept(waiting, by=secretary, today=JULY)
    with pytest.raises(Refused, match="not closed yet: 2, 3, 4"):
        evaluate(paper, by=secretary, words="ভালো", today=JULY)
    close_year(world, paper, JULY)
    card = queries.scorecard(paper, JULY)
    fixed = evaluate(paper, by=secretary, words="সন্তোষজনক।", today=JULY)
    assert card is not None
    assert (fixed.accepted, fixed.claimed, fixed.card) == (card.accepted, card.claimed, card.as_json())
    assert (fixed.late, fixed.due, fixed.is_public) == (False, date(2023, 8, 30), False)
    with pytest.raises(Refused, match="evaluated already"):
        evaluate(paper, by=secretary, words="আবার", today=JULY)
    with pytest.raises(Refused, match="has been evaluated"):
        _report(world, _duty(paper, 1, 4), "10", JULY)
    with pytest.raises(Refused, match="has been evaluated"):
        actions.accept(waiting, by=secretary, today=JULY, value="80", words="না")
    with pytest.raises(Refused, match="has been evaluated"):
        actions.excuse(_duty(paper, 1, 3), by=secretary, sentence="না", today=JULY)
    with pytest.raises(Refused, match="has been evaluated"):
        ask(paper, 1, by=world.officers["director"], reason="ভুল", today=JULY)
    with pytest.raises((InternalError, DatabaseError)), transaction.atomic():
        Evaluation.objects.update(accepted="99.99")


def test_the_calendar_of_the_year_shows_what_was_done_when(world: World, paper: Paper, closed: Filing) -> None:
    steps = year_of(paper).steps
    assert [(step.name, step.quarter, step.done) for step in steps] == [
        ("signing", 0, date(2022, 7, 3)), ("report", 1, OCTOBER), ("report", 2, None), ("half_yearly", 0, None),
        ("report", 3, None), ("report", 4, None), ("evaluation", 0, None), ("publication", 0, None),
    ]  # fmt: skip
    assert steps[0].days_late(NOVEMBER) == 8
    assert steps[1].days_late(NOVEMBER) == 0


def test_a_plan_that_replaces_another_keeps_its_filings_and_their_locks(
    world: World, paper: Paper, closed: Filing
) -> None:
    director = world.officers["director"]
    draft = papers.supersede(paper, by=director, day=date(2022, 9, 1))
    new = issue(draft, by=director, day=NOVEMBER)
    closed.refresh_from_db()
    assert closed.paper_id == new.pk
    assert locks.closed(new, 1, NOVEMBER) == "accepted"
    assert {duty.paper_id for duty in Duty.objects.filter(key__startswith="cycle:")} == {new.pk}
    assert Duty.objects.get(kind="feedback").state == DutyState.OPEN
    moved = Entry.objects.get(verb="paper.issue", object_id=new.pk).now["moved"]
    assert (moved["filing"], set(moved["duty"])) == (
        [closed.pk],
        set(Duty.objects.filter(paper=new).values_list("pk", flat=True)),
    )
    assert list(differences()) == []
    Filing.objects.filter(pk=closed.pk).update(paper=paper)
    assert [(each.table, each.pk, each.column) for each in differences()] == [("duties.Filing", closed.pk, "paper")]


def _file(world: World, paper: Paper) -> str:
    try:
        file(paper, 1, by=world.officers["director"], today=OCTOBER)
    except Refused as refused:
        return refused.message_en
    finally:
        connections.close_all()
    return "filed"


@pytest.mark.django_db(transaction=True)
def test_a_quarter_that_two_file_at_the_same_moment_is_filed_once(pledge: None) -> None:
    world = build()
    paper = issued(world, "6", "4", responsible="সহকারী পরিচালক (প্রশাসন)")
    duty = _duty(paper)
    save_cell(duty, by=world.officers["clerk"], value="85", version=duty.version, today=OCTOBER)
    with ThreadPoolExecutor(2) as both:
        said = sorted(both.map(lambda _: _file(world, paper), range(2)))
    assert said == ["There is nothing new to file; write 0 for zero.", "filed"]
    assert Filing.objects.count() == 1
    assert list(Report.objects.values_list("value", "state")) == [("85", "submitted")]
    assert verify() is None


def test_a_filing_that_was_sent_back_is_not_accepted(world: World, paper: Paper) -> None:
    _report(world, _duty(paper), "85")
    filing = file(paper, 1, by=world.officers["director"], today=OCTOBER)
    send_back(filing, by=world.officers["secretary"], sentence="আবার দেখুন।", today=NOVEMBER)
    with pytest.raises(Refused, match="in another state"):
        accept(filing, by=world.officers["secretary"], today=NOVEMBER)
    assert not Feedback.objects.exists()
