"""The compiled carrier: the marking function of `rules.scoring` as machine code, over the numbers of many plans at once, in 64 bits.

The function is not written twice: `compiled` takes that of `rules.scoring` with the functions it calls. A line whose arithmetic 64 bits might not hold (`grades.fits`) is left to the plain carrier.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Sequence
from functools import cache
from types import FunctionType
from typing import Any

import numba
import numpy as np
import numpy.typing as npt

from angikar.rules.scoring.counting import FINER, MISSING
from angikar.rules.scoring.grades import NO_MARKS, SHARE, WEIGHT_UNIT, fits, mark
from angikar.standings.engine.numbers import (
    ABSENT,
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
    NumberBlock,
    PlanNumbers,
    differing,
    headed,
    opened,
    packed,
    row_at,
)
from angikar.standings.engine.plain import scored_row

Numbers = npt.NDArray[Any]
NARROW, WIDE = ABSENT
_QUARTERS, _WANTED, _RUNGS = len(CLAIMED), len(VALUES), len(LEVELS)
_HOW_AT, _VALUES_AT, _LEVELS_AT = (LAW.index(names[0]) for names in (HOW, VALUES, LEVELS))
_CLAIMED_AT, _ACCEPTED_AT = (FIGURES.index(names[0]) for names in (CLAIMED, ACCEPTED))
_MARKS_AT, _ACCEPTED_MARKS_AT, _PLACE_AT = (SCORED.index(name) for name in ("marks", "accepted_marks", "place"))
_NONE = ABSENT[NARROW]
"""An absent score."""
_HEAVY = 1000 * WEIGHT_UNIT
_LEFT = -2
"""The place of a line that 64 bits might not hold."""


@cache
def compiled(function: FunctionType) -> Any:
    """A function of whole numbers as machine code, and with it every function of ours that it calls."""
    known = {
        name: compiled(value) if isinstance(value, FunctionType) else value
        for name, value in function.__globals__.items()
        if name in function.__code__.co_names
    }
    same = FunctionType(function.__code__, {**known, "__builtins__": builtins, "__name__": __name__}, function.__name__)
    if function is _lines:
        return numba.njit(nogil=True, error_model="numpy", cache=bool(numba.config.CACHE_DIR))(same)
    return numba.njit(nogil=True, error_model="numpy", forceinline=True)(same)


def score(plans: Sequence[PlanNumbers]) -> list[MarkedPlan]:
    """What plans earn, in the same order. Raises `DamagedNumbers` where one of them cannot be read."""
    blocks = [(opened(plan.law, len(LAW)), opened(plan.figures, len(FIGURES))) for plan in plans]
    if any(law.rows != figures.rows for law, figures in blocks):
        raise DamagedNumbers
    widths = [max(law.width, figures.width) for law, figures in blocks]
    made: dict[int, MarkedPlan] = {}
    for width in ABSENT:
        chosen = [at for at, each in enumerate(widths) if each == width]
        of_width = [blocks[at] for at in chosen]
        for at, scored in zip(chosen, _scored([plans[at].paper for at in chosen], of_width, width), strict=True):
            made[at] = scored
    return [made[at] for at in range(len(plans))]


def _scored(papers: Sequence[int], blocks: Sequence[tuple[NumberBlock, NumberBlock]], width: int) -> list[MarkedPlan]:
    """What plans earn whose numbers are so wide."""
    if not blocks:
        return []
    scores = marked(matrix([law for law, _ in blocks], width), matrix([figures for _, figures in blocks], width))
    ends = np.cumsum([law.rows for law, _ in blocks]).tolist()
    starts = [0, *ends[:-1]]
    left = np.flatnonzero(scores[:, _PLACE_AT] == _LEFT)
    by_hand = set(np.searchsorted(ends, left, side="right").tolist())
    sums = _sums(scores, ends)
    body, size = memoryview(scores.tobytes()), len(SCORED) * NARROW
    made = []
    for at, paper in enumerate(papers):
        if at in by_hand:
            made.append(_with_wide_lines(paper, *blocks[at], scores[starts[at] : ends[at]]))
        else:
            part = headed(bytes(body[starts[at] * size : ends[at] * size]), NARROW, len(SCORED))
            made.append(MarkedPlan(paper, part, *sums[at]))
    return made


def all_differing(pairs: Sequence[tuple[bytes, bytes]], columns: int) -> list[int]:
    """How many rows of the two blocks of each pair differ, as `numbers.differing` counts them; sound blocks of one form are compared together."""
    opened_pairs = [_alike(one, other, columns) for one, other in pairs]
    alike = [pair for pair in opened_pairs if pair is not None]
    counted = iter(_unlike_rows(alike) if alike else ())
    return [
        next(counted) if pair is not None else differing(*pairs[at], columns) for at, pair in enumerate(opened_pairs)
    ]


def _alike(one: bytes, other: bytes, columns: int) -> tuple[NumberBlock, NumberBlock] | None:
    """Two blocks that have the same form, narrow."""
    try:
        mine, theirs = opened(one, columns), opened(other, columns)
    except DamagedNumbers:
        return None
    return (mine, theirs) if mine.width == theirs.width == NARROW and mine.rows == theirs.rows else None


def _unlike_rows(pairs: Sequence[tuple[NumberBlock, NumberBlock]]) -> list[int]:
    """How many rows differ in each pair of narrow blocks with the same number of rows."""
    mine, theirs = matrix([one for one, _ in pairs], NARROW), matrix([other for _, other in pairs], NARROW)
    running = np.concatenate([[0], np.cumsum((mine != theirs).any(axis=1))])
    ends = np.cumsum([one.rows for one, _ in pairs])
    return np.diff(running[[0, *ends]]).tolist()  # type: ignore[no-any-return]


def matrix(blocks: Iterable[NumberBlock], width: int) -> Numbers:
    """The rows of blocks below each other, all so wide."""
    found = list(blocks)
    if all(block.width == width for block in found):
        body = b"".join([block.body for block in found])
        return np.frombuffer(body, np.dtype(f"<i{width}")).reshape(-1, found[0].columns)
    return np.concatenate([_widened(block) for block in found])


def _widened(block: NumberBlock) -> Numbers:
    rows = np.frombuffer(block.body, np.dtype(f"<i{block.width}")).reshape(-1, block.columns).astype(np.int64)
    rows[rows == ABSENT[block.width]] = ABSENT[WIDE]
    return rows


def marked(law: Numbers, figures: Numbers) -> Numbers:
    """What the law makes of rows of `LAW` and `FIGURES` of one width: rows of `SCORED`."""
    made = np.empty((len(law), len(SCORED)), np.dtype(f"<i{NARROW}"))
    compiled(_lines)(law, figures, made, ABSENT[law.itemsize], law.itemsize == NARROW)
    return made


def _sums(scores: Numbers, ends: Sequence[int]) -> list[tuple[int, int]]:
    """The marks of each plan, claimed and accepted."""
    marks = scores[:, (_MARKS_AT, _ACCEPTED_MARKS_AT)].astype(np.int64)
    marks[marks == _NONE] = 0
    running = np.concatenate([np.zeros((1, 2), np.int64), np.cumsum(marks, axis=0)])
    return [(claimed, accepted) for claimed, accepted in np.diff(running[[0, *ends]], axis=0).tolist()]


def _with_wide_lines(paper: int, law: NumberBlock, figures: NumberBlock, scores: Numbers) -> MarkedPlan:
    """What a plan earns of which some lines are left to the plain carrier."""
    rows = []
    for at, row in enumerate(scores.tolist()):
        given = tuple(None if number == _NONE else number for number in row)
        rows.append(scored_row(row_at(law, at), row_at(figures, at)) if row[_PLACE_AT] == _LEFT else given)
    claimed, accepted = (sum(row[at] or 0 for row in rows) for at in (_MARKS_AT, _ACCEPTED_MARKS_AT))
    return MarkedPlan(paper, packed(rows, len(SCORED)), claimed, accepted)


def _lines(law: Any, figures: Any, made: Any, absent: int, narrow: bool) -> None:
    """The loop over lines, with the law compiled into it; what is called is named by the module, so that it can be kept on the disk.

    Figures and criteria of 32 bits are within the bounds of `fits`, which then is asked only of laws that multiply targets with each other.
    """
    quarters: Any = np.empty(_QUARTERS, np.int64)
    wanted: Any = np.empty(_WANTED, np.int64)
    rungs: Any = np.empty(_RUNGS, np.int64)
    for line in range(made.shape[0]):
        rule: Any = np.int64(law[line, _HOW_AT])
        weight: Any = np.int64(law[line, _HOW_AT + 3])
        ways: Any = (np.int64(law[line, _HOW_AT + 1]), np.int64(law[line, _HOW_AT + 2]))
        filled = 0
        for at in range(_WANTED):
            value = law[line, _VALUES_AT + at]
            wanted[at] = value
            filled += value != absent
        for at in range(_RUNGS):
            rungs[at] = law[line, _LEVELS_AT + at]
        asked = wanted[:filled]
        surely = narrow and rule not in (SHARE, NO_MARKS) and weight < _HEAVY and ways[0] // FINER <= 6
        for side in range(2):
            if side == 1 and _is_accepted_as_claimed(figures, line):
                made[line, 2] = made[line, 0]
                made[line, 3] = made[line, 1]
                break
            first = _CLAIMED_AT if side == 0 else _ACCEPTED_AT
            for quarter in range(_QUARTERS):
                figure = figures[line, first + quarter]
                quarters[quarter] = MISSING if figure == absent else np.int64(figure)
            if not (surely or fits(rule, ways, quarters, asked, weight)):
                made[line, _PLACE_AT] = _LEFT
                break
            raw, marks, place = mark(rule, ways, quarters, asked, rungs, weight)
            made[line, 2 * side] = _NONE if place < 0 else raw
            made[line, 2 * side + 1] = _NONE if place < 0 or rule == NO_MARKS else marks
            if side == 0:
                made[line, _PLACE_AT] = place


def _is_accepted_as_claimed(figures: Any, line: int) -> bool:
    """Whether a line has the same figures on both sides; it then earns the same on both."""
    for quarter in range(_QUARTERS):
        if figures[line, _CLAIMED_AT + quarter] != figures[line, _ACCEPTED_AT + quarter]:
            return False
    return True
