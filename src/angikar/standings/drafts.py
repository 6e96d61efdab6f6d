"""What a whole plan earns while its figures are still typed: the marks that are kept, and what the drafts of one quarter change in them."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from angikar.duties.access import has_linked_plan
from angikar.duties.cells.access import OpenCell
from angikar.duties.cycle.locks import QuarterStatus
from angikar.duties.models import Duty, Report, ReportState
from angikar.duties.possible import possible
from angikar.duties.queries import YEAR_END, LineRow, counted_row, row_of
from angikar.offices.access import Mandate
from angikar.offices.models import Post
from angikar.offices.prepared import NUMBERS, SMALL, Prepared
from angikar.papers.models import Paper
from angikar.rules.scoring.figures import marks_text
from angikar.rules.scoring.reports import ReportRow
from angikar.rules.scoring.whole.marks import PlanMarks
from angikar.standings.cells import (
    LineMarks,
    PlanLaw,
    Rows,
    line_marks,
    numbers_of_cell,
    reported_rows,
    score_of_cell,
    with_draft,
    with_row,
)
from angikar.standings.models import PlanScore, PlanTally
from angikar.standings.plan_tallies import LineRows, rows_of_lines, tallies_of, tally_of_rows
from angikar.standings.queries import marks_of
from angikar.standings.tally import fill, put, scored

_DUTY = ("post_id", "body_id", "owed_to_id", "kind", "state", "opens", "quarter", "paper_id")
_POST = ("id", "office_id", "may_report")
_DECIDES = (*(f"duty__{name}" for name in _DUTY), *(f"duty__post__{name}" for name in _POST), "is_linked")
"""What decides whether one may report a draft; the columns of its duty and of the post that owes it, in this order."""

_REMEMBERED = 16_384
"""So many drafts of an evening are known with their marks."""


class _Draft(NamedTuple):
    """The draft of a line: its value, the marks claimed of its plan, and the columns that decide whether one may report it."""

    line: int
    value: str | None
    claimed: int | None
    decides: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class DraftedMarks:
    """What every line of a plan earns with drafts, by its number; the marks of the `whole` without them, and those it would have claimed
    with them, `None` where the form gives none.
    """

    lines: dict[int, LineMarks]
    whole: PlanMarks
    drafted: str | None


def plan_marks(
    paper: Paper, rows: Sequence[LineRow], quarter: int, own: Container[int], on: date
) -> DraftedMarks | None:
    """What a plan earns on a day where the drafts of its `own` duties of one quarter count; `None` without a known law."""
    score = next(iter(_SCORE(paper.pk)), None)
    if score is None:
        return None
    score.paper = paper
    law = PlanLaw.of(score)
    if law is None:
        return None
    tallies = {tally.line_id: tally for kept in _OF_PLAN(paper.pk) for tally in tallies_of(kept)}
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
    return DraftedMarks(found, marks_of(score), None if claimed is None else marks_text(claimed))


_SCORE = Prepared(lambda paper: PlanScore.objects.filter(paper=paper), NUMBERS[0])
_OF_PLAN = Prepared(lambda paper: PlanTally.objects.filter(paper=paper), NUMBERS[0])


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
    numbers = numbers_of_cell(cell)
    if numbers is not None and not cell.is_closed:
        may = _asked_once(held, on, cell.case.status)
        mine = {each.line: each.value for each in drafts if may(each)}
        kept = rows_of_lines(numbers, mine)
        claimed += sum(_gain(line, rows, mine[line], quarter, on) for line, rows in kept.items())
    return marks_text(claimed)


def _gain(line: int, rows: LineRows, value: str | None, quarter: int, on: date) -> int:
    """What a draft adds to the marks of its plan."""
    before, after = _marks_with(rows, quarter, value)
    if after is None:
        tally = tally_of_rows(rows)
        fill(tally, with_row(reported_rows([line], on)[line], quarter, _row(quarter, value)))
        after = scored(tally).marks or 0
    return after - before


@lru_cache(_REMEMBERED)
def _marks_with(rows: LineRows, quarter: int, value: str | None) -> tuple[int, int | None]:
    """The marks of a line as it is kept and with a draft put in; `None` where the other quarters of its line must be read for that. Whoever types
    a figure sees the total of all his drafts, of which one has changed.
    """
    tally = tally_of_rows(rows)
    before = scored(tally).marks or 0
    return before, (scored(tally).marks or 0) if put(tally, quarter, _row(quarter, value)) else None


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
    """All drafts of one quarter of a plan, each with what decides who may report it, in one query."""
    found = (_OF_YEAR_END if quarter == YEAR_END else _OF_QUARTER).rows(paper, quarter)
    return [_Draft(line, value, claimed, tuple(decides)) for line, value, claimed, *decides in found]


def _asked(paper: int, quarter: int, *, asked_in: Q) -> QuerySet[Report, Any]:
    """The columns of `_Draft` of the drafts of a plan in a quarter. They are looked for under its duties: SQLite would otherwise look through
    the index of all drafts of the nation.
    """
    duties = Duty.objects.filter(asked_in | Q(quarter=quarter), paper=paper)
    drafts = Report.objects.filter(duty__in=duties.values("pk"), state=ReportState.DRAFT)
    rows = drafts.filter(duty__line__isnull=False).annotate(is_linked=has_linked_plan("duty__"))
    named = rows.values_list("duty__line_id", "value", "duty__paper__score__claimed", *_DECIDES)
    return named.order_by("duty__due", "duty")


_MARKS = (NUMBERS[0], SMALL[0])
_OF_QUARTER = Prepared(partial(_asked, asked_in=Q()), *_MARKS)
_OF_YEAR_END = Prepared(partial(_asked, asked_in=Q(quarter=None)), *_MARKS)
"""The same of the last quarter, in which stands what is asked of the whole year."""
