"""The kept numbers of a plan as bytes: a row of whole numbers for each of its lines, behind a head that says their form.

Three blocks belong to a plan: the law of each line, its figures, and what they earn, in the same order of lines. A block is plain little-endian
numbers of 32 bits, or of 64 where one of them needs it; the lowest number stands for an absent one. Nothing in it is ever executed.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import ne
from typing import NamedTuple

HOW = ("law", "method", "step", "weight")
VALUES = tuple(f"v{number}" for number in range(1, 6))
LEVELS = tuple(f"l{number}" for number in range(1, 7))
CLAIMED = tuple(f"q{quarter}" for quarter in range(1, 5))
ACCEPTED = tuple(f"a{quarter}" for quarter in range(1, 5))
LAW = ("line", *HOW, *VALUES, *LEVELS, "dates", "places", "is_once", "is_linked")
"""What a plan lays down for a line; `line` is its number after that of the first line of the plan."""
FIGURES = (*CLAIMED, *ACCEPTED, "excused", "unlike")
"""What a report may change."""
SCORED = ("raw", "marks", "accepted_raw", "accepted_marks", "place")

Row = tuple[int | None, ...]
MOST_ROWS = 100_000
_HEAD = struct.Struct("<2sBBI")
_FORM = b"N1"
_NARROW, _WIDE = 4, 8
_LETTERS = {_NARROW: "i", _WIDE: "q"}
ABSENT = {width: -(1 << (8 * width - 1)) for width in _LETTERS}
"""What stands for an absent number, by the width of a block."""


class DamagedNumbers(ValueError):
    """A block is not what was written."""


class NumberBlock(NamedTuple):
    """An opened block: the bytes of a number, the numbers of a row, the rows, and the bytes of all."""

    width: int
    columns: int
    rows: int
    body: memoryview


class PlanNumbers(NamedTuple):
    """What the marks of a plan are computed from, by the number of its paper."""

    paper: int
    law: bytes
    figures: bytes


class MarkedPlan(NamedTuple):
    """What a plan earns: a block of `SCORED`, and its total in hundredths, the sum of its rounded rows, claimed and accepted."""

    paper: int
    scores: bytes
    claimed: int
    accepted: int

    @property
    def lines(self) -> int:
        """How many lines of it have a law."""
        return int(_HEAD.unpack_from(self.scores)[-1])


def packed(rows: Sequence[Row], columns: int) -> bytes:
    """Rows of so many numbers as a block."""
    numbers = [number for row in rows for number in row]
    given = [number for number in numbers if number is not None]
    width = _NARROW if not given or (ABSENT[_NARROW] < min(given) and max(given) < -ABSENT[_NARROW]) else _WIDE
    absent = ABSENT[width]
    body = struct.pack(
        f"<{len(numbers)}{_LETTERS[width]}", *(absent if number is None else number for number in numbers)
    )
    return headed(body, width, columns)


def headed(body: bytes, width: int, columns: int) -> bytes:
    """The bytes of a block's numbers with their head."""
    return _HEAD.pack(_FORM, width, columns, len(body) // (width * columns)) + body


def opened(block: bytes, columns: int) -> NumberBlock:
    """A block of rows of so many numbers. Raises `DamagedNumbers` where it is not one."""
    width, rows = _form(block[: _HEAD.size], len(block), columns)
    return NumberBlock(width, columns, rows, memoryview(block)[_HEAD.size :])


@lru_cache(maxsize=1024)
def _form(head: bytes, size: int, columns: int) -> tuple[int, int]:
    """The bytes of a number and the rows that a head says of a block of so many bytes; most plans have one of a few forms."""
    if len(head) < _HEAD.size:
        raise DamagedNumbers
    form, width, wide, rows = _HEAD.unpack(head)
    if form != _FORM or width not in _LETTERS or wide != columns or rows > MOST_ROWS:
        raise DamagedNumbers
    if size != _HEAD.size + rows * columns * width:
        raise DamagedNumbers
    return width, rows


def rows_of(block: NumberBlock) -> list[Row]:
    """All rows of a block."""
    absent = ABSENT[block.width]
    rows = struct.iter_unpack(f"<{block.columns}{_LETTERS[block.width]}", block.body)
    return [tuple([None if number == absent else number for number in row]) for row in rows]


def row_at(block: NumberBlock, at: int) -> Row:
    """One row of a block."""
    absent, size = ABSENT[block.width], block.columns * block.width
    row = struct.unpack_from(f"<{block.columns}{_LETTERS[block.width]}", block.body, at * size)
    return tuple([None if number == absent else number for number in row])


def column(block: NumberBlock, at: int) -> list[int]:
    """The numbers of one column, absent ones as they are written."""
    before, after = at * block.width, (block.columns - at - 1) * block.width
    return [number for (number,) in struct.iter_unpack(f"<{before}x{_LETTERS[block.width]}{after}x", block.body)]


def with_row(block: NumberBlock, at: int, row: Row) -> NumberBlock:
    """A block with another row in the place of one; a wider one where the row needs it."""
    absent = ABSENT[block.width]
    if any(number is not None and not absent < number < -absent for number in row):
        rows = rows_of(block)
        rows[at] = row
        return opened(packed(rows, block.columns), block.columns)
    body, numbers = bytearray(block.body), [absent if number is None else number for number in row]
    place = at * block.columns * block.width
    struct.pack_into(f"<{block.columns}{_LETTERS[block.width]}", body, place, *numbers)
    return block._replace(body=memoryview(body))


def block_of(block: NumberBlock) -> bytes:
    """An opened block as it is kept."""
    return headed(bytes(block.body), block.width, block.columns)


def differing(one: bytes, other: bytes, columns: int) -> int:
    """How many rows of two blocks differ, one that the other lacks among them; of a damaged block, all."""
    try:
        mine = opened(one, columns)
        is_same_form = len(one) == len(other) and one[: _HEAD.size] == other[: _HEAD.size]
        theirs = mine._replace(body=memoryview(other)[_HEAD.size :]) if is_same_form else opened(other, columns)
    except DamagedNumbers:
        return max(len(one), len(other)) // (columns * _NARROW)
    alike: Iterable[object] = _pieces(mine) if mine.width == theirs.width else rows_of(mine)
    others: Iterable[object] = _pieces(theirs) if mine.width == theirs.width else rows_of(theirs)
    return sum(map(bool, map(ne, alike, others))) + abs(mine.rows - theirs.rows)


def all_differing(pairs: Sequence[tuple[bytes, bytes]], columns: int) -> list[int]:
    """How many rows of the two blocks of each pair differ."""
    return [differing(one, other, columns) for one, other in pairs]


def _pieces(block: NumberBlock) -> Iterable[tuple[object, ...]]:
    """The bytes of each row."""
    return struct.iter_unpack(f"{block.columns * block.width}s", block.body)


def is_block(block: bytes, columns: int) -> bool:
    """Whether bytes are a block of rows of so many numbers."""
    try:
        opened(block, columns)
    except DamagedNumbers:
        return False
    return True


def is_sound(plan: PlanNumbers) -> bool:
    """Whether the numbers of a plan can be read."""
    try:
        return opened(plan.law, len(LAW)).rows == opened(plan.figures, len(FIGURES)).rows
    except DamagedNumbers:
        return False
