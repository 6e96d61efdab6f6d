"""From reports to figures: totals outlive a transfer, and four different things are never confused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.duties import queries
from angikar.duties.access import duties_of
from angikar.duties.actions import EvidenceFile, accept, excuse, report, send_back
from angikar.duties.cells.saving import save_cell
from angikar.duties.models import Duty
from angikar.offices.actions import hand_over
from angikar.papers.actions import draft
from angikar.papers.links.actions import link_plan
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.rules.plan import IndicatorId
from angikar.rules.scoring.lines import ScoredLine
from tests.pledge import FRAMEWORK, issued, plan
from tests.world import World

FIRST, SECOND, YEAR_END = date(2022, 10, 10), date(2023, 1, 10), date(2023, 7, 20)
CLERK = "সহকারী পরিচালক (প্রশাসন)"


def _duty(paper: Paper, code: str, quarter: int) -> Duty:
    return Duty.objects.get(paper=paper, key=f"own:{code}:q{quarter}")


def _lines(paper: Paper, on: date) -> dict[str, ScoredLine]:
    card = queries.scorecard(paper, on)
    assert card is not None
    return {line.code: line for line in card.lines}


def test_a_running_total_outlives_the_transfer_of_the_officer(world: World, pledge: None) -> None:
    paper = issued(world, "10", responsible=CLERK, counting="cumulative")
    first, successor = world.officers["clerk"], world.officers["stranger"]
    report(_duty(paper, "1.1.1", 1), by=first, answer=Answer(value="70"), today=FIRST)
    hand_over(world.posts["clerk"], successor, day=date(2022, 12, 1), by=None)
    report(_duty(paper, "1.1.1", 2), by=successor, answer=Answer(value="85"), today=SECOND)
    line = _lines(paper, SECOND)["1.1.1"]
    assert line.claimed is not None
    assert (line.quarters[:2], line.claimed.actual, line.claimed.raw, line.claimed.marks) == (
        ("70", "85"),
        "85",
        "85.00",
        "8.50",
    )


def test_zero_and_not_due_and_not_applicable_and_not_reported_are_four_things(world: World, pledge: None) -> None:
    paper = issued(world, "3", "3", "4", responsible=CLERK)
    report(_duty(paper, "1.1.1", 1), by=world.officers["clerk"], answer=Answer(value="0"), today=FIRST)
    excuse(_duty(paper, "1.1.2", 1), by=world.officers["secretary"], sentence="প্রকল্প স্থগিত", today=FIRST)
    lines = _lines(paper, SECOND)
    assert [lines[code].quarter_states[0] for code in ("1.1.1", "1.1.2", "1.1.3")] == [
        "reported",
        "not_applicable",
        "not_reported",
    ]
    assert lines["1.1.1"].quarter_states[1] == "not_due"
    assert (lines["1.1.1"].quarters[0], lines["1.1.2"].quarters[0], lines["1.1.3"].quarters[0]) == ("0", None, None)


def test_a_claim_and_what_was_accepted_have_each_their_score(world: World, paper: Paper) -> None:
    answered = report(_duty(paper, "1.1.1", 1), by=world.officers["clerk"], answer=Answer(value="100"), today=FIRST)
    before = _lines(paper, SECOND)["1.1.1"]
    accept(answered, by=world.officers["secretary"], today=date(2023, 2, 1), value="90", words="দশটির প্রমাণ নেই")
    after = _lines(paper, YEAR_END)["1.1.1"]
    assert before.claimed is not None
    assert before.accepted is None
    assert after.claimed is not None
    assert after.accepted is not None
    assert (after.claimed.marks, after.accepted.marks) == ("6.00", "5.40")
    assert _lines(paper, SECOND)["1.1.1"].accepted is None, "on that day nobody had accepted it yet"


def test_what_was_sent_back_no_longer_counts_and_drafts_never_do(world: World, paper: Paper) -> None:
    duty = _duty(paper, "1.1.1", 1)
    answered = report(duty, by=world.officers["clerk"], answer=Answer(value="100"), today=FIRST)
    send_back(answered, by=world.officers["secretary"], sentence="প্রমাণ দিন", today=FIRST)
    duty.refresh_from_db()
    save_cell(duty, by=world.officers["clerk"], value="80", version=duty.version, today=FIRST)
    assert queries.report_rows(paper, SECOND) == ()
    report(duty, by=world.officers["clerk"], answer=Answer(value="80"), today=FIRST)
    assert [row.value for row in queries.report_rows(paper, SECOND)] == ["80"]
    assert queries.report_rows(paper, date(2022, 9, 1)) == ()


def test_a_plan_inside_a_plan_gives_its_score(world: World, pledge: None) -> None:
    inner = issued(world, "10", responsible=CLERK)
    report(_duty(inner, "1.1.1", 1), by=world.officers["clerk"], answer=Answer(value="100"), today=FIRST)
    director, office = world.officers["director"], world.offices["department"]
    outer = draft(
        director, office=office, kind="pledge", framework=FRAMEWORK, content=plan("10").model_dump(mode="json")
    )
    link_plan(outer, IndicatorId.parse("own:1.1.1"), inner, by=director, version=1)
    assert [(row.code, row.quarter, row.value) for row in queries.report_rows(outer, YEAR_END)] == [
        ("1.1.1", 4, "10.00")
    ]


def test_a_paper_that_is_no_plan_in_force_has_no_scorecard(world: World, pledge: None) -> None:
    made = draft(world.officers["director"], office=world.offices["department"], kind="pledge")
    assert queries.scorecard(made, FIRST) is None


def test_the_grid_shows_drafts_before_reports(world: World, paper: Paper) -> None:
    duty = _duty(paper, "1.1.1", 1)
    report(duty, by=world.officers["clerk"], answer=Answer(value="7"), today=FIRST)
    duty.refresh_from_db()
    save_cell(duty, by=world.officers["clerk"], value="8", version=duty.version, today=FIRST)
    rows = queries.grid(paper)
    assert [row.line.code for row in rows] == ["1.1.1", "1.1.2"]
    cell = rows[0].cells[1]
    assert cell.report is not None
    assert (cell.value, cell.report.value, sorted(rows[1].cells)) == ("8", "7", [1, 2, 3, 4])


def test_a_figure_without_a_proof_is_unverified(world: World, paper: Paper) -> None:
    duty, clerk = _duty(paper, "1.1.1", 1), world.officers["clerk"]
    assert not queries.cells([duty])[0].is_unverified
    report(duty, by=clerk, answer=Answer(value="7"), today=FIRST)
    assert queries.cells([duty])[0].is_unverified
    report(
        duty,
        by=clerk,
        answer=Answer(value="7"),
        today=FIRST,
        files=[EvidenceFile("ক.txt", b"a"), EvidenceFile("খ.txt", b"b")],
    )
    cell = queries.cells([duty])[0]
    assert (cell.proofs, cell.is_unverified) == (2, False)


def test_the_board_shows_every_office_and_what_it_answered(world: World, pledge: None) -> None:
    made = issued(world, "10", addressees=("উপজেলা নক্ষত্র অফিসার (সকল)",))
    board = queries.board(made)
    assert [office.name.split(", ")[-1] for office in board] == ["নক্ষত্র অধিদপ্তর", "শিমুলতলা", "বকুলগঞ্জ", "পলাশবাড়ি"]
    assert all(cell.report is None for answers in board.values() for cell in answers)


def test_the_counts_of_a_day(world: World, paper: Paper) -> None:
    assert queries.counts(world.officers["clerk"], date(2022, 10, 10)) == {
        "late": 0,
        "soon": 2,
        "later": 2,
        "waiting": 0,
    }
    assert queries.counts(world.officers["clerk"], date(2022, 10, 16)) == {
        "late": 2,
        "soon": 0,
        "later": 2,
        "waiting": 0,
    }
    report(_duty(paper, "1.1.1", 1), by=world.officers["clerk"], answer=Answer(value="1"), today=FIRST)
    assert queries.counts(world.officers["secretary"], FIRST)["waiting"] == 1


@pytest.mark.parametrize("size", [2, 12])
def test_more_rows_do_not_mean_more_queries(world: World, pledge: None, size: int) -> None:
    paper = issued(world, *["1"] * size, whole=str(size), responsible=CLERK)
    asked: dict[str, tuple[int, Callable[[], object]]] = {
        "today": (
            3,  # one's posts are read first
            lambda: [str(duty.post.office) + duty.paper.title for duty in duties_of(world.officers["clerk"], FIRST)],
        ),
        "grid": (4, lambda: queries.grid(paper)),  # each post once
        "scorecard": (4, lambda: queries.scorecard(paper, FIRST)),
        "board": (2, lambda: queries.board(paper)),
        "counts": (5, lambda: queries.counts(world.officers["clerk"], FIRST)),
    }
    for name, (most, ask) in asked.items():
        with CaptureQueriesContext(
            connection,
        ) as queried:
            ask()
        assert len(queried) <= most, name
