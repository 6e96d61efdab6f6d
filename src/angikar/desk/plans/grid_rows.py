"""Squares: the rows of the grid as its page shows them, with the marks that reports and one's own drafts would earn."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from angikar.desk.base import figure_in, sentence
from angikar.duties.cycle.locks import QuarterStatus
from angikar.duties.models import Line, Report
from angikar.duties.plausible import NOWHERE, around_all
from angikar.duties.possible import possible
from angikar.duties.queries import DutyCell, LineRow
from angikar.history.refusal import Conflict, Refused
from angikar.offices.access import Mandate
from angikar.papers.models import Paper
from angikar.rules.plausible import Around, implausible
from angikar.rules.reading import Doubt
from angikar.rules.scoring.whole.marks import PlanMarks
from angikar.standings.cells import LineMarks
from angikar.standings.drafts import plan_marks

Troubles = dict[int, Refused | Doubt]
"""Why a cell could not be saved or submitted, by its duty."""


@dataclass(frozen=True, slots=True)
class GridSquare:
    """One row of the grid: its line, the cell of the quarter, the reports of the earlier quarters, what it all earns.

    `value` is what the input holds: what was just typed, else the draft of whoever may answer, else what was reported;
    `doubts` is what the laws of value say of it.
    """

    line: Line
    cell: DutyCell | None
    before: tuple[Report | None, ...]
    score: LineMarks | None
    editable: bool
    value: str
    doubts: tuple[str, ...] = ()
    wrong: str = ""
    conflict: Conflict | None = None

    @property
    def shown(self) -> Hashable:
        """All that its row shows, but for what it is linked with and the day; nothing where something was just typed and could not be kept."""
        if self.wrong or self.conflict is not None:
            return None
        line, cell = self.line, self.cell
        reported = [None if each is None else each.value for each in self.before]
        known = (
            line.pk,
            line.part,
            line.code,
            line.title,
            line.unit,
            line.unit_text,
            *line.target,
            *line.criteria,
            *reported,
            self.score,
        )
        return (known, self.editable, self.value, self.doubts, cell and _shown(cell))

    @property
    def version(self) -> int:
        """What must be sent along to save: the version that was seen."""
        if self.conflict is not None:
            return self.conflict.version
        return self.cell.duty.version if self.cell else 0


def _shown(cell: DutyCell) -> Hashable:
    """What a row shows of its cell."""
    duty, reported, draft = cell.duty, cell.report, cell.draft
    said = reported and (
        reported.value,
        reported.words,
        reported.not_applicable,
        reported.accepted_value,
        reported.review_words,
    )
    kept = draft and (draft.value, draft.words)
    asked = (duty.pk, duty.version, duty.state, duty.due, duty.due_at, duty.opens, duty.asked.get("target"))
    return (asked, said, kept, cell.is_unverified)


@dataclass(frozen=True, slots=True)
class QuarterGrid:
    """All rows by area, the marks of the whole plan, and what it would have claimed with the drafts one may report."""

    groups: tuple[tuple[str, tuple[GridSquare, ...]], ...]
    marks: PlanMarks | None
    drafted: str | None

    def squares(self) -> Iterator[GridSquare]:
        """Every row in printed order."""
        return (square for _, group in self.groups for square in group)

    @property
    def editable(self) -> bool:
        """Whether there is a cell to write in."""
        return any(square.editable for square in self.squares())


def editable(
    held: Mandate, rows: Sequence[LineRow], quarter: int, day: date, *, status: QuarterStatus, linked: Container[str]
) -> list[DutyCell]:
    """The cells of a quarter, which has this status, in which the holder of a mandate may write on a day; linked plans give the figures of
    the `linked` lines.
    """
    asked = [(row.cells[quarter], str(row.line.identity) in linked) for row in rows if quarter in row.cells]
    return [
        cell
        for cell, is_linked in asked
        if possible(cell.duty, held, day, status=status, linked=is_linked).may("answer")
    ]


def at_hand(rows: Sequence[LineRow], day: date) -> int:
    """The quarter one is asked about on a day: of those that have begun the one that is due next, else the last."""
    dated = [(cell.duty, quarter) for row in rows for quarter, cell in row.cells.items()]
    begun = [(duty, quarter) for duty, quarter in dated if duty.opens is None or duty.opens <= day]
    coming = [(duty.due, quarter) for duty, quarter in begun if duty.due is not None and duty.due >= day]
    return min(coming)[1] if coming else max((quarter for _, quarter in begun), default=1)


def draw(paper: Paper, rows: Sequence[LineRow], quarter: int, own: Container[int], day: date) -> QuarterGrid:
    """The rows by area with their marks; `own` are the duties whose drafts count and whose cells are open."""
    marks = plan_marks(paper, rows, quarter, own, day)
    titles = _titles(paper)
    groups: dict[tuple[str, str], list[GridSquare]] = {}
    around = _around(paper, rows, quarter)
    for row in rows:
        square = _square(row, quarter, marks.lines[row.line.pk] if marks else None, own, around)
        groups.setdefault((row.line.part, row.line.area), []).append(square)
    named = tuple((_heading(name, titles), tuple(group)) for name, group in groups.items())
    return QuarterGrid(named, marks.whole if marks else None, marks.drafted if marks else None)


def _around(paper: Paper, rows: Sequence[LineRow], quarter: int) -> Mapping[int, Around]:
    """What is known around each figure of the quarter, by its duty."""
    duties = [row.cells[quarter].duty for row in rows if quarter in row.cells]
    for duty in duties:
        duty.paper = paper
    return around_all(duties, {row.line.pk for row in rows if len(row.cells) == 1})


def _titles(paper: Paper) -> dict[tuple[str, str], str]:
    """The titles of the areas of a plan, by part and code, as its content gives them."""
    areas = paper.content.get("areas", ())
    return {(area.get("part", "own"), area["code"]): area["title"] for area in areas}


def _heading(name: tuple[str, str], titles: Mapping[tuple[str, str], str]) -> str:
    return f"{figure_in(name[1])}. {titles.get(name, '')}"


def troubled(grid: QuarterGrid, troubles: Troubles, typed: Mapping[str, str]) -> QuarterGrid:
    """The same grid, in which every cell that could not be saved holds what was typed, and says why."""
    return QuarterGrid(
        tuple((title, tuple(_with(each, troubles, typed) for each in group)) for title, group in grid.groups),
        grid.marks,
        grid.drafted,
    )


def _square(
    row: LineRow, quarter: int, score: LineMarks | None, own: Container[int], around: Mapping[int, Around]
) -> GridSquare:
    cell = row.cells.get(quarter)
    mine = cell is not None and cell.duty.pk in own
    earlier = [row.cells[number].report if number in row.cells else None for number in range(1, quarter)]
    reported = cell.report.value if cell and cell.report else None
    shown = cell.value if cell and mine else reported
    doubts = implausible(cell.duty.ask, shown, around.get(cell.duty.pk, NOWHERE)) if cell and shown else ()
    return GridSquare(
        row.line, cell, tuple(earlier), score, mine, figure_in(shown), tuple(sentence(each) for each in doubts)
    )


def _with(square: GridSquare, troubles: Troubles, typed: Mapping[str, str]) -> GridSquare:
    trouble = troubles.get(square.cell.duty.pk) if square.cell else None
    if square.cell is None or trouble is None:
        return square
    value = typed.get(f"value-{square.cell.duty.pk}", square.value)
    if isinstance(trouble, Conflict):
        return replace(square, value=value, conflict=trouble)
    return replace(square, value=value, wrong=sentence(trouble))
