"""Tables: two that touch are two, and heads at the foot of a page belong to the rows at the head of the next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from angikar.formats.grid import Box
from angikar.rules.document import Block, Table

_NEAR = 2.5
_HEADS = 3
"""Rows of heads at most."""
_BARE_FIGURE = re.compile(r"[০-৯0-9][০-৯0-9.,/-]*%?")


def parted(cells: Sequence[Box]) -> Iterator[list[Box]]:
    """The cells of a ruled grid table by table: where no column goes on, another table begins."""
    rest = sorted(cells, key=lambda box: (box[1], box[0]))
    levels = sorted({box[1] for box in rest})
    for level in levels[1:]:
        above = [box for box in rest if box[3] <= level + _NEAR]
        if len(above) + sum(box[1] >= level - _NEAR for box in rest) == len(rest) and _is_other(rest, level):
            yield above
            rest = [box for box in rest if box[1] >= level - _NEAR]
    yield rest


def _is_other(cells: Sequence[Box], level: float) -> bool:
    """Whether the rows on both sides of a level have several cells and no edge between cells in common."""
    above = [box for box in cells if abs(box[3] - level) < _NEAR]
    below = [box for box in cells if abs(box[1] - level) < _NEAR]
    inner = [sorted(box[0] for box in side)[1:] for side in (above, below)]
    return all(inner) and not any(abs(one - other) < _NEAR for one in inner[0] for other in inner[1])


def with_heads(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, a table that has nothing but heads joined with the one of as many columns on the next page."""
    held: Table | None = None
    for block in blocks:
        if held is not None and isinstance(block, Table) and _continues(held, block):
            held = replace(held, rows=(*held.rows, *block.rows))
            continue
        if held is not None:
            yield held
        held = block if isinstance(block, Table) else None
        if held is None:
            yield block
    if held is not None:
        yield held


def _continues(table: Table, after: Table) -> bool:
    breadths = [len(each.widths) for each in (table, after)]
    is_next = (after.place.page or 0) == (table.place.page or 0) + 1
    heads_only = len(table.rows) <= _HEADS and not any(
        _BARE_FIGURE.fullmatch(text.strip()) for row in table.rows for text in row.texts
    )
    return is_next and heads_only and breadths[0] == breadths[1] > 2
