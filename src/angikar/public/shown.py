"""A paper as a public page shows it: the blocks of its print, each with the shape a template lays it out by."""

from __future__ import annotations

from dataclasses import dataclass

from angikar.papers.models import Paper
from angikar.rules.document import Block, Heading, PageBreak, Paragraph, Row, Signature, Table
from angikar.rules.kinds import kind_named

_SHAPES = {Heading: "heading", Paragraph: "paragraph", Table: "table", Signature: "signature"}
_WIDE = 8
"""Columns, from which on a table is scrolled rather than squeezed."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One block with the name of its shape; of a table also its head, its body and whether it is wide."""

    shape: str
    block: Block
    head: tuple[Row, ...] = ()
    body: tuple[Row, ...] = ()
    wide: bool = False


def shown(paper: Paper) -> list[Piece]:
    """The blocks of a paper in reading order; where a page ends in print says nothing on a screen."""
    blocks = kind_named(paper.kind).write(paper.value()).blocks
    return [_piece(block) for block in blocks if not isinstance(block, PageBreak)]


def _piece(block: Block) -> Piece:
    shape = _SHAPES[type(block)]
    if not isinstance(block, Table):
        return Piece(shape, block)
    head, body = block.rows[: block.header_rows], block.rows[block.header_rows :]
    wide = any(sum(cell.colspan for cell in row.cells) >= _WIDE for row in block.rows[:3])
    return Piece(shape, block, head, body, wide)
