"""The plain carrier: the law applied line by line by Python alone, whose whole numbers have no end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from angikar.rules.scoring.counting import MISSING
from angikar.rules.scoring.grades import NO_MARKS, mark
from angikar.standings.engine.numbers import (
    ACCEPTED,
    CLAIMED,
    FIGURES,
    HOW,
    LAW,
    LEVELS,
    SCORED,
    VALUES,
    DamagedNumbers,
    MarkedPlan,
    PlanNumbers,
    Row,
    opened,
    packed,
    rows_of,
)

_HOW, _VALUES, _LEVELS = (slice(LAW.index(names[0]), LAW.index(names[-1]) + 1) for names in (HOW, VALUES, LEVELS))
_CLAIMED, _ACCEPTED = (slice(FIGURES.index(names[0]), FIGURES.index(names[-1]) + 1) for names in (CLAIMED, ACCEPTED))


def score(plans: Iterable[PlanNumbers]) -> list[MarkedPlan]:
    """What plans earn, in the same order. Raises `DamagedNumbers` where one of them cannot be read."""
    return [_plan(plan) for plan in plans]


def _plan(plan: PlanNumbers) -> MarkedPlan:
    law, figures = opened(plan.law, len(LAW)), opened(plan.figures, len(FIGURES))
    if law.rows != figures.rows:
        raise DamagedNumbers
    made = [scored_row(*each) for each in zip(rows_of(law), rows_of(figures), strict=True)]
    claimed, accepted = (sum(row[SCORED.index(name)] or 0 for row in made) for name in ("marks", "accepted_marks"))
    return MarkedPlan(plan.paper, packed(made, len(SCORED)), claimed, accepted)


def scored_row(law: Row, figures: Row) -> Row:
    """The row of `SCORED` of a line from its rows of `LAW` and `FIGURES`."""
    how = [number or 0 for number in law[_HOW]]
    values = [value for value in law[_VALUES] if value is not None]
    levels = [level for level in law[_LEVELS] if level is not None]
    raw, marks, place = _side(how, figures[_CLAIMED], values, levels)
    accepted_raw, accepted_marks, _ = _side(how, figures[_ACCEPTED], values, levels)
    return raw, marks, accepted_raw, accepted_marks, place


def _side(
    how: Sequence[int], figures: Row, values: Sequence[int], levels: Sequence[int]
) -> tuple[int | None, int | None, int]:
    law, method, step, weight = how
    quarters = [MISSING if figure is None else figure for figure in figures]
    if all(figure is None for figure in figures):
        return None, None, -1
    raw, marks, place = mark(law, (method, step), quarters, values, levels, weight)
    if place < 0:
        return None, None, place
    return raw, None if law == NO_MARKS else marks, place
