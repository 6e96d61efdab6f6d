"""What a whole plan earns while its figures are still typed: the marks that are kept, and what the drafts of one quarter change in them."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Q, QuerySet

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
_TALLY = tuple(field.attname for field in Tally._meta.concrete_fields)
"""The columns of a tally; the first is the number of its line."""
_REMEMBERED = 16_384
"""So many drafts of an evening are known with their marks."""


class _Draft(NamedTuple):
    """A draft: the columns of the tally of its line, the marks claimed of the plan and those of the line as they are kept, what it holds, and
    what decides whether one may report it (columns of its duty, of the post that owes it, whether a plan is linked).
    """

    tally: tuple[Any, ...]
    claimed: int | None
    marks: int | None
    value: str | None
    decides: tuple[Any, ...]

    @property
    def line(self) -> int:
        """The number of its line."""
        return int(self.tally[0])


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
        mine = {each.line: each for each in drafts if may(each)}
        claimed += sum(_gain(each, quarter, on) for each in mine.values())
    return marks_text(claimed)


def _gain(draft: _Draft, quarter: int, on: date) -> int:
    """What a draft adds to the marks of its plan."""
    marks = _marks_with(draft.tally, quarter, draft.value)
    if marks is None:
        tally, row = Tally.from_db(DEFAULT_DB_ALIAS, _TALLY, draft.tally), _row(quarter, draft.value)
        fill(tally, with_row(reported_rows([draft.line], on)[draft.line], quarter, row))
        marks = scored(tally).marks or 0
    return marks - (draft.marks or 0)


@lru_cache(_REMEMBERED)
def _marks_with(columns: tuple[Any, ...], quarter: int, value: str | None) -> int | None:
    """The marks of a tally with a draft put in; `None` where the other quarters of its line must be read for that. Whoever types a figure sees the
    total of all his drafts, of which one has changed.
    """
    tally = Tally.from_db(DEFAULT_DB_ALIAS, _TALLY, columns)
    return (scored(tally).marks or 0) if put(tally, quarter, _row(quarter, value)) else None


def _row(quarter: int, value: str | None) -> ReportRow | None:
    return None if value is None else ReportRow("own", "", quarter, value)


def _asked_once(held: Mandate, on: date, status: QuarterStatus | None) -> Callable[[_Draft], bool]:
    """Whether the holder of a mandate may report a draft; asked once of duties that are alike in all that decides it."""
    known: dict[tuple[object, ...], bool] = {}

    def may(draft: _Draft) -> bool:
        alike = draft.decides
        if alike not in known:
            duty = Duty(line_id=draft.line, **dict(zip(_DUTY, alike, strict=False)))
            duty.post = Post(**dict(zip(_POST, alike[len(_DUTY) :], strict=False)))
            known[alike] = possible(duty, held, on, status=status, linked=alike[-1]).may("answer")
        return known[alike]

    return may


def _drafts(paper: int, quarter: int) -> list[_Draft]:
    """All drafts of one quarter of a plan whose lines have a law, each with the tally of its line, in one query."""
    rows = (_OF_YEAR_END if quarter == YEAR_END else _OF_QUARTER).rows(paper, quarter)
    end = len(_TALLY)
    split = (tuple(row) for row in rows)
    return [_Draft(row[:end], row[end], row[end + 1], row[end + 2], row[end + 3 :]) for row in split]


def _tallies(paper: int, quarter: int, *, asked_in: Q) -> QuerySet[Tally, Any]:
    """The tallies of a plan whose lines have a draft in a quarter, each with its draft and what decides who may report it."""
    drafted = Q(line__duties__reports__state=ReportState.DRAFT) & (asked_in | Q(line__duties__quarter=quarter))
    rows = Tally.objects.filter(drafted, paper=paper).order_by("line__duties__due", "line__duties")
    return rows.values_list(
        *_TALLY,
        "paper__score__claimed",
        "line__score__marks",
        "line__duties__reports__value",
        *(f"line__duties__{name}" for name in _DUTY),
        *(f"line__duties__post__{name}" for name in _POST),
        has_linked_plan("line__duties__"),
    )


_MARKS = (NUMBERS[0], SMALL[0])
_OF_QUARTER = Prepared(partial(_tallies, asked_in=Q()), *_MARKS)
_OF_YEAR_END = Prepared(partial(_tallies, asked_in=Q(line__duties__quarter=None)), *_MARKS)
"""The same of the last quarter, in which stands what is asked of the whole year."""
