"""Page: one page of a PDF as blocks: the tables that its lines draw, and the lines of text around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import pdfplumber.page
import pypdfium2

from angikar.formats import grid
from angikar.formats.flow import Line, paragraphs
from angikar.formats.grid import Box
from angikar.rules.bangla import bijoy
from angikar.rules.document import Block, Cell

_NEAR = 2.5
_BLANK = "\r\n\t \u00a0"


def blocks(shape: pdfplumber.page.Page, text: pypdfium2.PdfPage, number: int) -> Iterator[Block]:
    """The blocks of a page from top to bottom; geometry comes from one engine, text from the other."""
    layer = text.get_textpage()
    try:
        tables = [table for table in shape.find_tables() if len(table.cells) > 1]
        found: list[tuple[float, Block]] = []
        for table in tables:
            cells = ((box, Cell(_inside(layer, box, shape.height))) for box in table.cells)
            found.append((table.bbox[1], grid.drawn(cells, number)))
        lines = [Line(_unicode(words), box) for words, box in _lines(layer, shape.height, [t.bbox for t in tables])]
        found += paragraphs(lines, shape.height, number)
    finally:
        layer.close()
    return (block for _, block in sorted(found, key=lambda item: item[0]))


def _inside(layer: pypdfium2.PdfTextPage, box: Box, height: float) -> str:
    x0, top, x1, bottom = box
    return _tidy(layer.get_text_bounded(left=x0, bottom=height - bottom, right=x1, top=height - top))


def _tidy(words: str) -> str:
    lines = (" ".join(line.split()) for line in words.replace("\r", "\n").split("\n"))
    return _unicode(" ".join(line for line in lines if line))


def _unicode(words: str) -> str:
    words = words.replace("\u200b", "")
    return bijoy.to_unicode(words) if bijoy.is_bijoy(words) else words


def _lines(layer: pypdfium2.PdfTextPage, height: float, tables: Sequence[Box]) -> Iterator[tuple[str, Box]]:
    """The lines of text outside the tables, in reading order, with the box of their letters."""
    text = layer.get_text_range()
    if len(text) != layer.count_chars():
        text = "".join(layer.get_text_range(index, 1) for index in range(layer.count_chars()))
    letters = [(char, _box(layer, index, height)) for index, char in enumerate(text)]
    outside = [
        (char, box) for char, box in letters if char in _BLANK or not any(_within(box, table) for table in tables)
    ]
    for ends, run in groupby(outside, key=lambda letter: letter[0] in "\r\n"):
        line = [] if ends else list(run)
        boxes = [box for char, box in line if char not in _BLANK]
        if boxes:
            words = " ".join("".join(char for char, _ in line).split())
            yield (
                words,
                (
                    min(b[0] for b in boxes),
                    min(b[1] for b in boxes),
                    max(b[2] for b in boxes),
                    max(b[3] for b in boxes),
                ),
            )


def _box(layer: pypdfium2.PdfTextPage, index: int, height: float) -> Box:
    left, bottom, right, top = layer.get_charbox(index)
    return left, height - top, right, height - bottom


def _within(box: Box, table: Box) -> bool:
    across, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return table[0] - _NEAR <= across <= table[2] + _NEAR and table[1] - _NEAR <= down <= table[3] + _NEAR
