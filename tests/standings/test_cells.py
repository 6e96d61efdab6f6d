"""A cell shows at once what its draft counts for: the same as the scorecard that explains every step, whatever was done before."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from random import Random
from typing import Any

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from angikar.desk.plans.grid_rows import editable
from angikar.duties import queries
from angikar.duties.actions import accept, ask_again, excuse, report, send_back
from angikar.duties.cells.access import open_cell
from angikar.duties.cells.saving import save_cell
from angikar.duties.cycle import locks
from angikar.duties.issue import issue
from angikar.duties.models import Duty, Report
from angikar.history.refusal import Refused
from angikar.offices.access import mandate
from angikar.papers.actions import draft
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.rules.scoring.scorecard import Scorecard
from angikar.standings import drafts
from angikar.standings.cells import BESIDE, marks_of_cell
from angikar.standings.drafts import claimed_with_drafts, plan_marks
from tests.pledge import FRAMEWORK, ISSUED, plan
from tests.world import World

JANUARY, STEPS = date(2023, 1, 10), 50
ROWS: tuple[dict[str, Any], ...] = (
    {},
    {"unit": "percent", "counting": "average", "criteria": ["100", "90", "80", "70", "60"]},
    {"unit": "date", "counting": "date", "criteria": ["2022-09-30", "2022-12-31", "2023-02-28", None, None]},
    {"counting": "cumulative", "criteria": ["10", "20", "30", "40", "50"]},
    {"criteria": ["100", "80", None, None, None], "weight": "2.5"},
    {"criteria": [], "target": []},
)
"""A sum, a mean of parts and wholes, a day, a running figure of which less is better, a short ladder, and a row without a law."""


@pytest.fixture
def mixed(world: World, pledge: None) -> Paper:
    """A plan of rows of every sort, of which the clerk answers for all."""
    content = plan(*["6"] * len(ROWS), whole="32.5", responsible="সহকারী পরিচালক (প্রশাসন)").model_dump(mode="json")
    for row, changes in zip(content["areas"][0]["activities"][0]["indicators"], ROWS, strict=True):
        row.update(changes)
    director = world.officers["director"]
    made = draft(director, office=world.offices["department"], kind="pledge", framework=FRAMEWORK, content=content)
    return issue(made, by=director, day=ISSUED)


def test_marks_of_cells_equal_the_scorecard_after_every_step(mixed: Paper, world: World) -> None:
    chance = Random(22)
    duties = list(Duty.objects.filter(paper=mixed, quarter__in=(1, 2), line__isnull=False).order_by("pk"))
    done = set()
    for _ in range(STEPS):
        duty = Duty.objects.get(pk=chance.choice(duties).pk)
        with suppress(Refused):
            done.add(_step(chance, duty, world))
        _compare(duty, world)
    assert done >= {"save", "report", "accept", "send_back", "excuse", "ask_again"}


def _step(chance: Random, duty: Duty, world: World) -> str:
    clerk, secretary = world.officers["clerk"], world.officers["secretary"]
    value = chance.choice((None, "0", "15", "42.5", "85", "100", "2022-10-15", "2023-01-03"))
    latest = Report.objects.filter(duty=duty, state="submitted").last()
    doing = chance.choice(("save", "save", "save", "report", "report", "accept", "send_back", "excuse", "ask_again"))
    if doing == "save":
        save_cell(duty, by=clerk, value=value, version=duty.version, today=JANUARY, words="কারণ")
    elif doing == "report":
        pair = {"numerator": "17", "denominator": "20"} if chance.random() < 0.4 else {}
        given = Answer(value="85" if pair else value or "7", words="কারণ", **pair)  # type: ignore[arg-type]
        report(duty, by=clerk, answer=given, today=JANUARY)
    elif doing == "accept" and latest is not None:
        accept(latest, by=secretary, today=JANUARY, value=chance.choice((None, "12")), words="দেখা হয়েছে")
    elif doing == "send_back" and latest is not None:
        send_back(latest, by=secretary, sentence="প্রমাণ নেই", today=JANUARY)
    elif doing == "excuse":
        excuse(duty, by=secretary, sentence="স্থগিত", today=JANUARY)
    elif doing == "ask_again":
        ask_again(duty, by=secretary, sentence="স্থগিত নয়", today=JANUARY)
    else:
        return "waited"
    return doing


def _compare(duty: Duty, world: World) -> None:
    """The cell, the grid and the scorecard say the same of the line and of the whole."""
    held, quarter = mandate(world.officers["clerk"], JANUARY), duty.quarter or 4
    paper = Paper.objects.get(pk=duty.paper_id)
    rows = queries.grid(paper)
    own = {
        cell.duty.pk
        for cell in editable(held, rows, quarter, JANUARY, status=locks.quarter_status(paper.pk, quarter), linked=())
    }
    card = queries.scorecard(paper, JANUARY, drafts=own)
    whole = plan_marks(paper, rows, quarter, own, JANUARY)
    assert card is not None
    assert whole is not None
    assert whole.drafted == (card.claimed or "0.00")
    for row in rows:
        assert _shown(whole.lines[row.line.pk]) == _explained(card, row.line.code)
    cell = open_cell(held, duty.pk, JANUARY, beside=BESIDE)
    assert claimed_with_drafts(cell, held, JANUARY) == (card.claimed or "0.00")
    line = cell.duty.line
    assert line is not None
    assert _shown(marks_of_cell(cell, JANUARY)) == _explained(card, line.code)


def _shown(marks: Any) -> tuple[object, ...]:
    return marks.actual, marks.marks, marks.weight, marks.counting, marks.state


def _explained(card: Scorecard, code: str) -> tuple[object, ...]:
    line = next(each for each in card.lines if each.code == code)
    grade = line.claimed
    return grade and grade.actual, grade and grade.marks, line.weight, line.counting, line.state


def test_saving_one_cell_takes_five_statements(mixed: Paper, world: World) -> None:
    duty = Duty.objects.get(paper=mixed, key="own:1.1.1:q1")
    save_cell(duty, by=world.officers["clerk"], value="1", version=duty.version, today=JANUARY)
    with CaptureQueriesContext(connection) as asked:
        save_cell(duty, by=world.officers["clerk"], value="2", version=duty.version + 1, today=JANUARY)
    statements = [each["sql"] for each in asked if each["sql"].startswith(("SELECT", "INSERT", "UPDATE", "DELETE"))]
    assert len(statements) <= 5, statements


@pytest.mark.parametrize("asked_in", [Q(), Q(quarter=None)])
def test_drafts_are_looked_for_under_the_duties_of_their_plan(asked_in: Q) -> None:
    """SQLite, which counted the rows before the evening began, would look through all drafts of the nation: 18 ms of 35,000 for each figure."""
    asked = str(drafts._asked(1, 2, asked_in=asked_in).query)
    assert '"duties_report"."duty_id" IN (SELECT' in asked
    assert '"duties_duty"."paper_id" = 1 AND' not in asked.partition("IN (SELECT")[0]
