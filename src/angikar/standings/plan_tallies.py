"""The tallies of a plan in its row: put together for a new plan, one line or all of them read, one line put back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter

from angikar.history.refusal import Refused
from angikar.standings import sentences
from angikar.standings.engine.numbers import (
    FIGURES,
    LAW,
    SCORED,
    DamagedNumbers,
    NumberBlock,
    Row,
    block_of,
    column,
    opened,
    packed,
    row_at,
    rows_of,
    with_row,
)
from angikar.standings.models import PlanTally
from angikar.standings.tally import LineScore, Tally, scored

_OF_LAW, _OF_FIGURES = attrgetter(*LAW[1:]), attrgetter(*FIGURES)
LineRows = tuple[Row, Row]
"""What a plan lays down for a line, and its figures."""
_FLAGS = ("dates", "is_once", "is_linked")
_FLAGS_AT = tuple(LAW.index(name) - 1 for name in _FLAGS)


def row_of_plan(paper: int, tallies: Sequence[Tally]) -> PlanTally:
    """The row of a plan with these lines, not yet stored."""
    ordered = sorted(tallies, key=attrgetter("line_id"))
    first = ordered[0].line_id if ordered else None
    return PlanTally(
        paper_id=paper,
        first_line_id=first,
        law=packed([_law_row(each, first or 0) for each in ordered], len(LAW)),
        figures=packed([_OF_FIGURES(each) for each in ordered], len(FIGURES)),
        scores=packed([scored(each) for each in ordered], len(SCORED)),
    )


def tallies_of(plan: PlanTally) -> list[Tally]:
    """All lines of a plan."""
    law, figures = _opened(plan)
    return [_tally(plan, *each) for each in zip(rows_of(law), rows_of(figures), strict=True)]


def tally_of_line(plan: PlanTally, line: int) -> Tally | None:
    """One line of a plan; none where it has no law."""
    law, figures = _opened(plan)
    at = _place(plan, law, line)
    return None if at is None else _tally(plan, row_at(law, at), row_at(figures, at))


def tallies_of_lines(plan: PlanTally, lines: Iterable[int]) -> dict[int, Tally]:
    """Some lines of a plan, by their numbers; those without a law are left out."""
    return {line: _tally(plan, *rows) for line, rows in rows_of_lines(plan, lines).items()}


def rows_of_lines(plan: PlanTally, lines: Iterable[int]) -> dict[int, LineRows]:
    """The rows of some lines of a plan, by the numbers of the lines; those without a law are left out."""
    law, figures = _opened(plan)
    places = {number: at for at, number in enumerate(column(law, 0))}
    wanted = {line: places.get(line - (plan.first_line_id or 0)) for line in lines}
    return {line: (row_at(law, at), row_at(figures, at)) for line, at in wanted.items() if at is not None}


def tally_of_rows(rows: LineRows) -> Tally:
    """A tally of rows alone, for what does not ask which line it is."""
    return _tally(PlanTally(paper_id=0), *rows)


def scores_of(plan: PlanTally) -> list[LineScore]:
    """What is stored of each line, in the order of `tallies_of`. Raises `DamagedNumbers` where it cannot be read."""
    return [LineScore(*row) for row in rows_of(opened(bytes(plan.scores), len(SCORED)))]  # type: ignore[arg-type]


def put_back(plan: PlanTally, tallies: Iterable[Tally]) -> None:
    """Put lines that have changed, and what they earn now, into the row of their plan."""
    law, figures = _opened(plan)
    scores = _scores(plan, law.rows)
    first, places = plan.first_line_id or 0, {number: at for at, number in enumerate(column(law, 0))}
    for tally in tallies:
        at, of_law = places[tally.line_id - first], _law_row(tally, first)
        if of_law != row_at(law, at):
            law = with_row(law, at, of_law)
            plan.law = block_of(law)
        figures = with_row(figures, at, _OF_FIGURES(tally))
        scores = with_row(scores, at, scored(tally)) if scores is not None else None
    plan.figures = block_of(figures)
    plan.scores = block_of(scores) if scores is not None else _all_scores(plan)


def _scores(plan: PlanTally, rows: int) -> NumberBlock | None:
    """What is stored of so many lines; none where it cannot be read."""
    try:
        scores = opened(bytes(plan.scores), len(SCORED))
    except DamagedNumbers:
        return None
    return scores if scores.rows == rows else None


def _all_scores(plan: PlanTally) -> bytes:
    return packed([scored(each) for each in tallies_of(plan)], len(SCORED))


def _opened(plan: PlanTally) -> tuple[NumberBlock, NumberBlock]:
    try:
        law, figures = opened(bytes(plan.law), len(LAW)), opened(bytes(plan.figures), len(FIGURES))
    except DamagedNumbers as damaged:
        raise Refused(sentences.NUMBERS_DAMAGED, paper=plan.paper_id) from damaged
    if law.rows != figures.rows:
        raise Refused(sentences.NUMBERS_DAMAGED, paper=plan.paper_id)
    return law, figures


def _place(plan: PlanTally, law: NumberBlock, line: int) -> int | None:
    try:
        return column(law, 0).index(line - (plan.first_line_id or 0))
    except ValueError:
        return None


def _law_row(tally: Tally, first: int) -> Row:
    return (tally.line_id - first, *map(_number, _OF_LAW(tally)))


def _number(value: int | None) -> int | None:
    return None if value is None else int(value)


def _tally(plan: PlanTally, law: Row, figures: Row) -> Tally:
    given = list(law[1:])
    for at in _FLAGS_AT:
        given[at] = bool(given[at])
    return Tally((law[0] or 0) + (plan.first_line_id or 0), plan.paper_id, *given, *figures)  # type: ignore[arg-type]
