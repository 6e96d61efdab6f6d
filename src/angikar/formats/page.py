"""Page: one page of a PDF as blocks: the tables that its lines draw, and the lines of text around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import pdfplumber.page
import pypdfium2

from angikar.formats import grid
from angikar.formats.lines import paragraph
from angikar.rules.bangla import bijoy
from angikar.rules.document import Block, Cell, Place, Table

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points, from the upper left corner."""

_NEAR = 2.5
_BLANK = "\r\n\t \u00a0"


def blocks(shape: pdfplumber.page.Page, text: pypdfium2.PdfPage, number: int) -> Iterator[Block]:
    """The blocks of a page from top to bottom; geometry comes from one engine, text from the other."""
    layer = text.get_textpage()
    try:
        tables = [table for table in shape.find_tables() if len(table.cells) > 1]
        boxes = [table.bbox for table in tables]
        found: list[tuple[float, Block]] = [
            (box[1], _table(table.cells, layer, shape.height, number)) for table, box in zip(tables, boxes, strict=True)
        ]
        for line, (words, box) in enumerate(_lines(layer, shape.height, boxes), start=1):
            found.append((box[1], paragraph(_unicode(words), Place(line, number, box=box))))
    finally:
        layer.close()
    return (block for _, block in sorted(found, key=lambda item: item[0]))


def _table(cells: Sequence[Box], layer: pypdfium2.PdfTextPage, height: float, number: int) -> Table:
    """The table of these boxes: an edge is a grid line, a cell covers all columns and rows between its edges."""
    columns = _edges([edge for x0, _, x1, _ in cells for edge in (x0, x1)])
    levels = _edges([edge for _, top, _, bottom in cells for edge in (top, bottom)])
    rows: list[list[Cell]] = [[] for _ in levels[1:]]
    for x0, top, x1, bottom in sorted(cells, key=lambda box: (box[1], box[0])):
        left, right = _nearest(columns, x0), _nearest(columns, x1)
        first, last = _nearest(levels, top), _nearest(levels, bottom)
        if right > left and last > first:
            words = layer.get_text_bounded(left=x0, bottom=height - bottom, right=x1, top=height - top)
            rows[first].append(Cell(_tidy(words), right - left, last - first))
    places = [
        Place(page=number, line=y + 1, box=(columns[0], levels[y], columns[-1], levels[y + 1]))
        for y in range(len(rows))
    ]
    made = grid.table(rows, places)
    widths = tuple(round(right - left, 1) for left, right in pairwise(columns))
    return Table(made.rows, 0, widths, True, made.place)


def _edges(values: Sequence[float]) -> list[float]:
    """The distinct grid lines, those nearer than a line's breadth taken as one."""
    edges: list[float] = []
    for edge in sorted(values):
        if not edges or edge - edges[-1] > _NEAR:
            edges.append(edge)
    return edges


def _nearest(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - value))


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
