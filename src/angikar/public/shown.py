"""A paper as a public page shows it: the blocks of its print, each with the name of the shape for the template."""

from __future__ import annotations

from dataclasses import dataclass

from angikar.papers.models import Paper
from angikar.rules.document import Block, Heading, PageBreak, Paragraph, Row, Signature, Table
from angikar.rules.kinds import kind_named

_SHAPES = {Heading: "heading", Paragraph: "paragraph", Table: "table", Signature: "signature"}
_WIDE = 8
"""The number of columns from which a table scrolls sideways."""


@dataclass(frozen=True, slots=True)
class PageBlock:
    """One block with the name of its shape; of a table also its head, its body and whether it is wide."""

    shape: str
    block: Block
    head: tuple[Row, ...] = ()
    body: tuple[Row, ...] = ()
    wide: bool = False


def shown(paper: Paper) -> list[PageBlock]:
    """The blocks of a paper in reading order, without page breaks."""
    blocks = kind_named(paper.kind).write(paper.value()).blocks
    return [_page_block(block) for block in blocks if not isinstance(block, PageBreak)]


def _page_block(block: Block) -> PageBlock:
    shape = _SHAPES[type(block)]
    if not isinstance(block, Table):
        return PageBlock(shape, block)
    head, body = block.rows[: block.header_rows], block.rows[block.header_rows :]
    wide = any(sum(cell.colspan for cell in row.cells) >= _WIDE for row in block.rows[:3])
    return PageBlock(shape, block, head, body, wide)
