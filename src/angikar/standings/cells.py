"""What a line earns while its figures are still typed: its tally with a draft put in.

It is the law of the marks that are kept (`tally`), so that a cell shows at once what it will count for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date

from angikar.duties.cells.access import OpenCell
from angikar.duties.models import Duty, Line
from angikar.duties.queries import cells, counted_row, row_of
from angikar.rules.frameworks import for_paper, framework
from angikar.rules.frameworks.framework import Framework
from angikar.rules.plan import Counting
from angikar.rules.schedule.fiscal import FiscalYear, canonical_year
from angikar.rules.scoring.counting import MISSING, count
from angikar.rules.scoring.figures import Scale, marks_text
from angikar.rules.scoring.flat import QUARTERS
from angikar.rules.scoring.grades import DATES_BY_QUARTER, FORTNIGHT, LADDER, NO_MARKS, SHARE
from angikar.rules.scoring.laws import asked_quarters, counting_as
from angikar.rules.scoring.lines import State, state_without_figure
from angikar.rules.scoring.reports import ReportRow
from angikar.standings.models import PlanScore, PlanTally
from angikar.standings.plan_tallies import tally_of_line
from angikar.standings.tally import Tally, fill, is_excused, put, scored

BESIDE = ("paper__tally", "paper__score")
"""What is read along with a cell, so that it can be marked."""
Rows = Mapping[int, ReportRow]
"""What was reported of one line, by quarter."""


@dataclass(frozen=True, slots=True)
class PlanLaw:
    """The framework of a plan in force and its fiscal year."""

    framework: Framework
    fiscal_year: str

    @classmethod
    def of(cls, score: PlanScore) -> PlanLaw | None:
        """The law of the plan that a score is of; its paper is read already."""
        name = score.paper.framework
        law = framework(name) if name else for_paper(score.kind, score.fiscal_year, score.subject)
        if law is None or not law.established:
            return None
        return cls(law, canonical_year(score.fiscal_year) or law.fiscal_years[0])


@dataclass(frozen=True, slots=True)
class LineMarks:
    """What a line earns by its figures so far: the figure of the year and the marks (`None` without figures, the marks also where the
    form gives none), the weight, how the quarters are counted, and the state of a line that has no figure.
    """

    actual: str | None
    marks: str | None
    weight: str | None
    counting: Counting
    state: State


def line_marks(line: Line, tally: Tally | None, law: PlanLaw, on: date, rows: Rows | None = None) -> LineMarks:
    """What a line earns by its tally on a day. A line without a law has no tally; then `rows` tell what was reported of it."""
    counting = counting_as(line.counting, line.unit, line.criteria)
    score = scored(tally) if tally is not None else None
    if tally is None or score is None or score.raw is None:
        return LineMarks(None, None, line.weight, counting, _state(line, tally, law, on, rows or {}))
    actual = Scale(tally.dates, tally.places).text(*count(tally.method, _figures(tally)))
    marks = None if score.marks is None else marks_text(score.marks)
    return LineMarks(actual, marks, line.weight, counting, "reported")


def marks_of_cell(cell: OpenCell, on: date) -> LineMarks | None:
    """What the line of a cell earns with its draft; `None` for a plan without a known law. The cell was read with `BESIDE`."""
    line, score = cell.duty.line, score_of_cell(cell)
    law = PlanLaw.of(score) if score is not None else None
    if line is None or law is None:
        return None
    numbers, quarter = numbers_of_cell(cell), cell.quarter
    tally = tally_of_line(numbers, line.pk) if numbers is not None else None
    counts = cell.draft is not None and cell.is_open
    row = row_of(cell.cell, cell.draft.value) if cell.draft is not None else None

    def rows() -> Rows:
        return reported_rows([line.pk], on)[line.pk]

    if tally is None:
        return line_marks(line, None, law, on, with_row(rows(), quarter, row) if counts else rows())
    return line_marks(line, with_draft(tally, quarter, row, rows) if counts else tally, law, on)


def score_of_cell(cell: OpenCell) -> PlanScore | None:
    """The score of the plan of a cell that was read with `BESIDE`; none where the plan has none."""
    found: PlanScore | None = getattr(cell.duty.paper, "score", None)
    return found


def numbers_of_cell(cell: OpenCell) -> PlanTally | None:
    """The numbers of the plan of a cell that was read with `BESIDE`; none where they are not kept."""
    found: PlanTally | None = getattr(cell.duty.paper, "tally", None)
    return found


def with_draft(tally: Tally, quarter: int, row: ReportRow | None, others: Callable[[], Rows]) -> Tally:
    """A tally with a draft in a quarter (`None` where the draft is empty). What was reported of the line in its `others` is asked for where
    figures and parts of several quarters are counted together.
    """
    mine = copy(tally)
    if not put(mine, quarter, row):
        fill(mine, with_row(others(), quarter, row))
    return mine


def with_row(rows: Rows, quarter: int, row: ReportRow | None) -> dict[int, ReportRow]:
    """What was reported, with a draft in the place of one quarter."""
    others = {number: each for number, each in rows.items() if number != quarter}
    return others if row is None else {**others, quarter: row}


def reported_rows(lines: Iterable[int], on: date) -> dict[int, dict[int, ReportRow]]:
    """What was reported of each of several lines, by quarter."""
    found: dict[int, dict[int, ReportRow]] = {line: {} for line in lines}
    duties = Duty.objects.filter(line__in=found).select_related("line")
    for cell in cells(duties, on):
        row = counted_row(cell, on)
        if row is not None and cell.duty.line_id is not None:
            found[cell.duty.line_id][row.quarter] = row
    return found


def _figures(tally: Tally) -> list[int]:
    figures = (tally.q1, tally.q2, tally.q3, tally.q4)
    return [MISSING if figure is None else figure for figure in figures]


def _state(line: Line, tally: Tally | None, law: PlanLaw, on: date, rows: Rows) -> State:
    """The state of a line that earns nothing yet."""
    if any(not row.not_applicable for row in rows.values()):
        return "reported"
    if tally is not None and (tally.unlike or any(figure != MISSING for figure in _figures(tally))):
        return "reported"
    excused = set(rows) | {quarter for quarter in QUARTERS if tally is not None and is_excused(tally, quarter)}
    return state_without_figure(_asked(line, tally, law), excused, law.framework, law.fiscal_year, on)


def _asked(line: Line, tally: Tally | None, law: PlanLaw) -> tuple[int, ...]:
    """The quarters that ask for a line."""
    if tally is None:
        return QUARTERS
    rule, year = tally.step if tally.law == NO_MARKS else tally.law, FiscalYear.parse(law.fiscal_year)
    values = (tally.v1, tally.v2, tally.v3, tally.v4)
    if rule in (SHARE, DATES_BY_QUARTER):
        return asked_quarters([quarter for quarter in QUARTERS if values[quarter - 1]], "", year)
    if rule == LADDER and not tally.dates and _counts_a_plan(line, law):
        return asked_quarters((4,), "", year)
    best = tally.v3 if rule == FORTNIGHT else tally.v1
    return asked_quarters((), date.fromordinal(best).isoformat() if tally.dates and best else "", year)


def _counts_a_plan(line: Line, law: PlanLaw) -> bool:
    """Whether a line on a ladder counts a whole plan: such a line has no criteria of its own and no rule."""
    part = line.identity.part
    ruled = law.framework.rule_of(part, line.area, line.code) is not None
    return law.framework.scoring == "criteria" and not ruled and not any(line.criteria)
