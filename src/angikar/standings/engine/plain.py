"""The plain carrier: the law applied line by line by Python alone, whose whole numbers have no end."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from angikar.rules.scoring.counting import MISSING
from angikar.rules.scoring.grades import NO_MARKS, mark
from angikar.standings.engine.frame import ACCEPTED, CLAIMED, GIVEN, LEVELS, VALUES, PlanTotal, Row

_VALUES, _LEVELS, _CLAIMED, _ACCEPTED = (
    slice(GIVEN.index(names[0]), GIVEN.index(names[-1]) + 1) for names in (VALUES, LEVELS, CLAIMED, ACCEPTED)
)


def score(rows: Iterable[Row]) -> list[Row]:
    """Rows of `GIVEN` in, rows of `SCORED` out, in the same order."""
    return [_scored(row) for row in rows]


def totals(scored: Iterable[Row]) -> list[PlanTotal]:
    """What plans add up to, in the order of their numbers, from rows of `SCORED`."""
    sums: dict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for _, paper, _, marks, _, accepted, _ in scored:
        claimed_sum, accepted_sum = sums[paper or 0]
        sums[paper or 0] = claimed_sum + (marks or 0), accepted_sum + (accepted or 0)
    return [PlanTotal(paper, *sums[paper]) for paper in sorted(sums)]


def differing(scored: Iterable[Row], stored: Iterable[Row]) -> dict[int, int]:
    """How many lines of each plan are stored with another score than theirs, without one, or without being a line."""
    lines = {row[:2] for row in set(scored) ^ set(stored)}
    return dict(Counter(paper or 0 for _, paper in lines))


def _scored(row: Row) -> Row:
    law, method, step, weight = (number or 0 for number in row[2:6])
    values = [value for value in row[_VALUES] if value is not None]
    levels = [level for level in row[_LEVELS] if level is not None]
    figures = [tuple(MISSING if each is None else each for each in row[part]) for part in (_CLAIMED, _ACCEPTED)]
    claimed, accepted = (_score(law, mark(law, (method, step), each, values, levels, weight)) for each in figures)
    return row[0], row[1], claimed[0], claimed[1], accepted[0], accepted[1], claimed[2]


def _score(law: int, marked: Sequence[int]) -> tuple[int | None, int | None, int]:
    """Raw score, marks and place; no score without a report, no marks where the form gives none."""
    raw, marks, place = marked
    if place < 0:
        return None, None, place
    return raw, None if law == NO_MARKS else marks, place
