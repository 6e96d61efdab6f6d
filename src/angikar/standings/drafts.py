"""What a whole plan earns while its figures are still typed: the marks that are kept, and what the drafts of one quarter change in them."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from operator import attrgetter
from typing import Any

from django.db.models import F, Q, QuerySet

from angikar.duties.access import has_linked_plan
from angikar.duties.cells.access import OpenCell
from angikar.duties.cycle.locks import QuarterStatus
from angikar.duties.models import Duty, ReportState
from angikar.duties.possible import possible
from angikar.duties.queries import YEAR_END, LineRow, counted_row, row_of
from angikar.offices.access import Mandate
from angikar.offices.models import Post
from angikar.offices.prepared import NUMBERS, SMALL, Prepared
from angikar.papers.models import Paper
from angikar.rules.scoring.figures import marks_text
from angikar.rules.scoring.reports import ReportRow
from angikar.standings.cells import (
    LineMarks,
    PlanLaw,
    Rows,
    line_marks,
    reported_rows,
    score_of_cell,
    with_draft,
    with_row,
)
from angikar.standings.models import PlanScore, Tally
from angikar.standings.tally import fill, put, scored

_DUTY = ("post_id", "body_id", "owed_to_id", "kind", "state", "opens", "quarter", "paper_id")
_POST = ("id", "office_id", "may_report")
_DECIDES = (*(f"duty_{name}" for name in _DUTY), *(f"post_{name}" for name in _POST), "is_linked")
_alike = attrgetter(*_DECIDES)
"""What decides whether one may report a draft; the columns of its duty and of the post that owes it, in this order."""


@dataclass(frozen=True, slots=True)
class PlanMarks:
    """What every line of a plan earns, by its number, and the marks claimed of the whole; `None` where the form gives none."""

    lines: dict[int, LineMarks]
    claimed: str | None


def plan_marks(paper: Paper, rows: Sequence[LineRow], quarter: int, own: Container[int], on: date) -> PlanMarks | None:
    """What a plan earns on a day where the drafts of its `own` duties of one quarter count; `None` without a known law."""
    score = next(iter(_SCORE(paper.pk)), None)
    if score is None:
        return None
    score.paper = paper
    law = PlanLaw.of(score)
    if law is None:
        return None
    tallies = {tally.line_id: tally for tally in _OF_PLAN(paper.pk)}
    found, claimed = {}, score.claimed
    for row in rows:
        tally, cell = tallies.get(row.line.pk), row.cells.get(quarter)
        reported = _reported(row, on)
        if cell is not None and cell.draft is not None and cell.duty.pk in own:
            typed = row_of(cell, cell.draft.value)
            reported = with_row(reported, quarter, typed)
            if tally is not None:
                before = scored(tally).marks or 0
                tally = with_draft(tally, quarter, typed, partial(dict, reported))
                claimed = None if claimed is None else claimed - before + (scored(tally).marks or 0)
        found[row.line.pk] = line_marks(row.line, tally, law, on, reported)
    return PlanMarks(found, None if claimed is None else marks_text(claimed))


_SCORE = Prepared(lambda paper: PlanScore.objects.filter(paper=paper), NUMBERS[0])
_OF_PLAN = Prepared(lambda paper: Tally.objects.filter(paper=paper), NUMBERS[0])


def _reported(row: LineRow, on: date) -> Rows:
    """What was reported of a line, by quarter."""
    counted = {quarter: counted_row(cell, on) for quarter, cell in row.cells.items()}
    return {quarter: each for quarter, each in counted.items() if each is not None}


def claimed_with_drafts(cell: OpenCell, held: Mandate, on: date) -> str | None:
    """The marks claimed of the plan of a cell, as they would be if all drafts of its quarter that one may report were reported; `None`
    where there are no marks.
    """
    score, quarter = score_of_cell(cell), cell.quarter
    drafts = _drafts(cell.duty.paper_id, quarter)
    claimed: int | None = drafts[0].claimed if drafts else score.claimed if score else None
    if claimed is None:
        return None
    if not cell.is_closed:
        may = _asked_once(held, on, cell.case.status)
        mine = {each.line_id: each for each in drafts if may(each)}
        claimed += sum(_gain(each, quarter, on) for each in mine.values())
    return marks_text(claimed)


def _gain(draft: Any, quarter: int, on: date) -> int:
    """What a draft adds to the marks of its plan."""
    row = None if draft.value is None else ReportRow("own", "", quarter, draft.value)
    if not put(draft, quarter, row):
        fill(draft, with_row(reported_rows([draft.line_id], on)[draft.line_id], quarter, row))
    return (scored(draft).marks or 0) - (draft.marks or 0)


def _asked_once(held: Mandate, on: date, status: QuarterStatus | None) -> Callable[[Any], bool]:
    """Whether the holder of a mandate may report a draft; asked once of duties that are alike in all that decides it."""
    known: dict[tuple[object, ...], bool] = {}

    def may(draft: Any) -> bool:
        alike = _alike(draft)
        if alike not in known:
            duty = Duty(line_id=draft.line_id, **dict(zip(_DUTY, alike, strict=False)))
            duty.post = Post(**dict(zip(_POST, alike[len(_DUTY) :], strict=False)))
            known[alike] = possible(duty, held, on, status=status, linked=draft.is_linked).may("answer")
        return known[alike]

    return may


def _drafts(paper: int, quarter: int) -> list[Any]:
    """All drafts of one quarter of a plan whose lines have a law, each on the tally of its line, in one query."""
    return list(_OF_YEAR_END(paper, quarter) if quarter == YEAR_END else _OF_QUARTER(paper, quarter))


def _tallies(paper: int, quarter: int, *, asked_in: Q) -> QuerySet[Tally]:
    """The tallies of a plan whose lines have a draft in a quarter, each with its draft and what decides who may report it."""
    drafted = Q(line__duties__reports__state=ReportState.DRAFT) & (asked_in | Q(line__duties__quarter=quarter))
    rows = Tally.objects.filter(drafted, paper=paper)
    asked = {f"duty_{name}": F(f"line__duties__{name}") for name in _DUTY}
    posts = {f"post_{name}": F(f"line__duties__post__{name}") for name in _POST}
    return rows.annotate(
        claimed=F("paper__score__claimed"),
        marks=F("line__score__marks"),
        value=F("line__duties__reports__value"),
        is_linked=has_linked_plan("line__duties__"),
        **asked,
        **posts,
    ).order_by("line__duties__due", "line__duties")


_MARKS = (NUMBERS[0], SMALL[0])
_OF_QUARTER = Prepared(partial(_tallies, asked_in=Q()), *_MARKS)
_OF_YEAR_END = Prepared(partial(_tallies, asked_in=Q(line__duties__quarter=None)), *_MARKS)
"""The same of the last quarter, in which stands what is asked of the whole year."""
