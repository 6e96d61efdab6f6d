"""Residue: the remnants of Excel's number formats in cells of printed and copied tables."""

from __future__ import annotations

import re
from dataclasses import replace

from angikar.rules.document import Block, Cell, Document, Row, Table

_RESIDUE = re.compile(r"\s*\[?\$-[0-9A-Fa-f]{3,8}\][#0-9.,]*f?(%?)")


def understood(document: Document) -> Document:
    """The Document with the remnants taken out of its cells; what was printed is then in `unsure` of the cell."""
    if "$-" not in document.text:
        return document
    return replace(document, blocks=tuple(_block(block) for block in document.blocks))


def _block(block: Block) -> Block:
    if not isinstance(block, Table):
        return block
    return replace(block, rows=tuple(Row(tuple(map(_cell, row.cells)), row.place) for row in block.rows))


def _cell(cell: Cell) -> Cell:
    text = without(cell.text)
    return cell if text == cell.text else replace(cell, text=text, unsure=cell.text)


def without(text: str) -> str:
    """A text without remnants; the percent sign of one stays when the number before it has none.

    >>> without("১২.৫০$-5000445]0.2f%")
    '১২.৫০%'
    """
    found = _RESIDUE.search(text)
    if not found:
        return text
    before = text[: found.start()]
    sign = found[1] if before[-1:].isdecimal() else ""
    return without(before + sign + text[found.end() :]).strip()
