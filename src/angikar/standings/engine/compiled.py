"""The compiled carrier: the marking function of `rules.scoring` as machine code, over whole columns, in 64 bits.

The function is not written twice: `compiled` takes that of `rules.scoring` with the functions it calls. A line whose arithmetic 64 bits might not hold (`grades.fits`) is left to the plain carrier.
"""

from __future__ import annotations

import builtins
import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import accumulate
from threading import local
from types import FunctionType
from typing import Any, TypeVar

import numba
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from angikar.rules.scoring.counting import MISSING
from angikar.rules.scoring.grades import NO_MARKS, fits, mark
from angikar.standings.engine import plain
from angikar.standings.engine.frame import ACCEPTED, CLAIMED, GIVEN, HOW, LEVELS, SCORED, VALUES, PlanTotal, Row

Numbers = npt.NDArray[np.int64]
Blocks = tuple[Numbers, ...]
Part = TypeVar("Part")
Made = TypeVar("Made")
ABSENT = -(1 << 63)
"""An absent value, level, figure or mark in a column of 64 bits."""

SCHEMA = pa.schema(
    zip(SCORED, (pa.int64(), pa.int64(), pa.int32(), pa.int32(), pa.int32(), pa.int32(), pa.int16()), strict=True)
)
_PLACE = 4
_QUARTERS, _WANTED, _RUNGS = len(CLAIMED), len(VALUES), len(LEVELS)
_PART = 16_384
"""So many lines at once stay in a core's own memory."""

_BLOCKS = (HOW, VALUES, LEVELS, CLAIMED, ACCEPTED)
_COLUMNS = tuple(name for names in _BLOCKS for name in names)
_ENDS = tuple(accumulate(len(names) for names in _BLOCKS))[:-1]
_rooms = local()
_WIDE = -2
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


def score(frame: pa.Table) -> pa.Table:
    """A table of `GIVEN` in, a table of `SCORED` out, in the same order; part by part on every core."""
    if frame.num_rows <= _PART:
        return _scored(frame)
    return pa.concat_tables(on_every_core(_scored, parts(frame)))


def parts(frame: pa.Table) -> list[pa.Table]:
    """A table cut into parts that stay in a core's own memory."""
    return [frame.slice(first, _PART) for first in range(0, frame.num_rows, _PART)]


def on_every_core(work: Callable[[Part], Made], parts: Iterable[Part]) -> list[Made]:
    """What becomes of each part, in the same order."""
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        return list(threads.map(work, parts))


def columns(frame: pa.Table, room: Numbers | None = None) -> Blocks:
    """The numbers of a table as the compiled law takes them: how, values, levels, claimed, accepted; in `room` where it is given."""
    size = len(_COLUMNS) * frame.num_rows
    block = (np.empty(size, np.int64) if room is None else room[:size]).reshape(len(_COLUMNS), frame.num_rows)
    for row, name in zip(block, _COLUMNS, strict=True):
        _into(row, frame[name])
    return tuple(np.split(block, _ENDS))


def marked(blocks: Blocks) -> Numbers:
    """What the law makes of columns: raw score and marks claimed, the same accepted, and the place, below each other."""
    made = np.empty((_PLACE + 1, blocks[0].shape[1]), np.int64)
    compiled(_lines)(blocks, made)
    return made


def _room() -> Numbers:
    """The room of this thread for the columns of one part: asking the system for memory again costs as much as filling it."""
    if not hasattr(_rooms, "room"):
        _rooms.room = np.empty(len(_COLUMNS) * _PART, np.int64)
    room: Numbers = _rooms.room
    return room


def _scored(frame: pa.Table) -> pa.Table:
    made = marked(columns(frame, _room()))
    wide = np.flatnonzero(made[_PLACE] == _WIDE)
    if len(wide):
        for at, row in zip(wide, plain.score(rows(frame.take(wide).select(GIVEN))), strict=True):
            made[:, at] = [ABSENT if number is None else number for number in row[2:]]
    scores = [pa.array(numbers, mask=numbers == ABSENT) for numbers in made]
    return pa.table([frame["line_id"], frame["paper_id"], *scores], names=SCORED).cast(SCHEMA)


def totals(scored: pa.Table) -> list[PlanTotal]:
    """What plans add up to, in the order of their numbers, from a table of `SCORED`."""
    papers, at = np.unique(_numbers(scored["paper_id"]), return_inverse=True)
    sums = np.zeros((2, len(papers)), np.int64)
    for side, name in enumerate(("marks", "accepted_marks")):
        np.add.at(sums[side], at, _numbers(scored[name], 0))
    return [PlanTotal(*each) for each in zip(papers.tolist(), *sums.tolist(), strict=True)]


def differing(scored: pa.Table, stored: pa.Table) -> dict[int, int]:
    """How many lines of each plan are stored with another score than theirs, without one, or without being a line."""
    ours, theirs = (table.select(SCORED).cast(SCHEMA).sort_by("line_id").combine_chunks() for table in (scored, stored))
    return {} if ours.equals(theirs) else plain.differing(rows(ours), rows(theirs))


def _lines(blocks: Any, made: Any) -> None:
    """The loop over lines, with the law compiled into it; what is called is named by the module, so that it can be kept on the disk.

    What belongs to a line lies whole columns apart: it is gathered once, with its values and levels filled from the front.
    """
    how, values, levels, claimed, accepted = blocks
    quarters: Any = np.empty(_QUARTERS, np.int64)
    wanted: Any = np.empty(_WANTED, np.int64)
    rungs: Any = np.empty(_RUNGS, np.int64)
    for line in range(made.shape[1]):
        law, ways, weight = how[0, line], (how[1, line], how[2, line]), how[3, line]
        filled = 0
        for at in range(_WANTED):
            value = values[at, line]
            wanted[at] = value
            filled += value != ABSENT
        for at in range(_RUNGS):
            rungs[at] = levels[at, line]
        asked = wanted[:filled]
        for side in range(2):
            figures = claimed if side == 0 else accepted
            for quarter in range(_QUARTERS):
                figure = figures[quarter, line]
                quarters[quarter] = MISSING if figure == ABSENT else figure
            if not fits(law, ways, quarters, asked, weight):
                made[_PLACE, line] = _WIDE
                break
            raw, marks, place = mark(law, ways, quarters, asked, rungs, weight)
            made[2 * side, line] = ABSENT if place < 0 else raw
            made[2 * side + 1, line] = ABSENT if place < 0 or law == NO_MARKS else marks
            if side == 0:
                made[_PLACE, line] = place


def _numbers(column: pa.ChunkedArray, absent: int = ABSENT) -> Numbers:
    """A column as 64-bit whole numbers."""
    numbers = np.empty(len(column), np.int64)
    _into(numbers, column, absent)
    return numbers


def _into(row: Numbers, column: pa.ChunkedArray, absent: int = ABSENT) -> None:
    start = 0
    for chunk in column.chunks:
        part = row[start : start + len(chunk)]
        start += len(chunk)
        plain_numbers = pa.Array.from_buffers(chunk.type, len(chunk), [None, chunk.buffers()[1]], offset=chunk.offset)
        part[:] = plain_numbers.to_numpy()
        if chunk.null_count:
            part[chunk.is_null().to_numpy(zero_copy_only=False)] = absent


def rows(table: pa.Table) -> list[Row]:
    """A table as plain rows."""
    return list(zip(*(column.to_pylist() for column in table.columns), strict=True))
