"""Amending a plan in force: reasons row by row, the word of the office above, and marks that follow without a loss."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties import queries
from angikar.duties.actions import accept, report
from angikar.duties.issue import issue
from angikar.duties.models import Duty, Report
from angikar.history.queries import history_of
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.papers.actions import amend, supersede
from angikar.papers.amendments.actions import agree, give_reasons
from angikar.papers.amendments.queries import amendment_of, changed, is_agreed, unreasoned
from angikar.papers.models import Amendment, Paper
from angikar.rules.difference import changed_rows
from angikar.rules.duty import Answer
from tests.amended import agreed
from tests.world import World

IN_TIME, TOO_LATE = date(2022, 9, 30), date(2022, 10, 1)
REPORTED, REISSUED, LATER = date(2022, 10, 5), date(2022, 10, 20), date(2022, 11, 1)
FIRST = "areas.own:1 / activities.1.1 / indicators.1.1.1"
ROW = "areas.0.activities.0.indicators.0"


@pytest.fixture
def amended(world: World, paper: Paper) -> Paper:
    """The draft that will replace the paper, with the first row's weight and criteria changed."""
    director = world.officers["director"]
    new = supersede(paper, by=director, day=IN_TIME)
    for path, value in (
        (f"{ROW}.weight", "5"),
        ("areas.0.weight", "9"),
        (f"{ROW}.criteria", ["50", "45", "40", "35", "30"]),
    ):
        new = amend(new, path, value, version=new.version, by=director)
    return new


def _report(world: World, paper: Paper, value: str) -> Report:
    duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    made = report(duty, by=world.officers["clerk"], answer=Answer(value=value), today=REPORTED)
    return accept(made, by=world.officers["secretary"], today=REPORTED)


def _totals(paper: Paper, day: date) -> tuple[str | None, str | None]:
    card = queries.scorecard(Paper.objects.get(pk=paper.pk), day)
    assert card is not None
    return card.claimed, card.accepted


def test_an_amendment_after_its_day_is_begun_and_remembered_as_late(world: World, paper: Paper) -> None:
    new = supersede(paper, by=world.officers["director"], day=TOO_LATE)
    found = Amendment.objects.get(paper=new)
    assert (found.due, found.late) == (IN_TIME, True)


def test_an_amendment_on_its_last_day_is_not_late(amended: Paper) -> None:
    assert not Amendment.objects.get(paper=amended).late


def test_every_changed_row_wants_its_reason(world: World, amended: Paper) -> None:
    director, found = world.officers["director"], Amendment.objects.get(paper=amended)
    rows = changed_rows(changed(amended))
    assert rows == ("areas.own:1", FIRST)
    give_reasons(amended, {"areas.own:1": "যোগফল"}, by=director, version=amended.version)
    found.refresh_from_db()
    assert unreasoned(amended, found) == [FIRST]
    with pytest.raises(Refused, match="reason for every change"):
        issue(amended, by=director, day=REISSUED)
    with pytest.raises(Refused, match="needs its reason"):
        agree(amended, by=world.officers["secretary"], today=REISSUED, version=amended.version)


def test_it_does_not_go_out_without_the_word_of_the_office_above(world: World, amended: Paper) -> None:
    director = world.officers["director"]
    give_reasons(amended, dict.fromkeys(changed_rows(changed(amended)), "বন্যা"), by=director, version=amended.version)
    with pytest.raises(Refused, match="has not agreed"):
        issue(amended, by=director, day=REISSUED)
    for who in ("director", "clerk", "south_head"):
        with pytest.raises(NotYours):
            agree(amended, by=world.officers[who], today=REISSUED, version=amended.version)
    with pytest.raises(Conflict):
        agree(amended, by=world.officers["secretary"], today=REISSUED, version=amended.version - 1)
    agree(amended, by=world.officers["secretary"], today=REISSUED, version=amended.version, words="যুক্তিসংগত")
    found = amendment_of(amended)
    assert found is not None
    assert (found.agreed_by, found.agreed_as, found.words) == (
        world.officers["secretary"], world.posts["secretary"], "যুক্তিসংগত",
    )  # fmt: skip
    assert issue(amended, by=director, day=REISSUED).supersedes_id is not None
    assert "paper.agree" in [entry.verb for entry in history_of(amended)]


def test_a_change_after_the_word_undoes_it(world: World, amended: Paper) -> None:
    director = world.officers["director"]
    agreed(world, amended, day=REISSUED)
    found = Amendment.objects.get(paper=amended)
    assert is_agreed(amended, found)
    changed_again = amend(amended, f"{ROW}.target", "60", version=amended.version, by=director)
    assert not is_agreed(changed_again, found)
    with pytest.raises(Refused, match="changed since"):
        issue(changed_again, by=director, day=REISSUED)


def test_marks_follow_the_new_paper_and_the_old_scorecard_stays_as_it_was(
    world: World, paper: Paper, amended: Paper
) -> None:
    made = _report(world, paper, "45")
    before = _totals(paper, REPORTED)
    assert before == ("0.00", "0.00"), "45 is worse than every criterion of the old paper"
    new = issue(agreed(world, amended, day=REISSUED), by=world.officers["director"], day=REISSUED)
    assert _totals(new, LATER) == ("4.50", "4.50")
    assert _totals(paper, LATER) == before
    second = Duty.objects.get(paper=new, key="own:1.1.1:q2")
    report(second, by=world.officers["clerk"], answer=Answer(value="50"), today=LATER)
    assert _totals(new, LATER) == ("5.00", "4.50")
    assert _totals(paper, LATER) == before, "what came later is reported of the new paper alone"
    made.refresh_from_db()
    assert (made.value, made.accepted_value, made.on) == ("45", "45", REPORTED)


def test_a_plan_without_a_change_needs_no_reason(world: World, paper: Paper) -> None:
    director = world.officers["director"]
    assert issue(supersede(paper, by=director, day=IN_TIME), by=director, day=REISSUED).hash == paper.hash
