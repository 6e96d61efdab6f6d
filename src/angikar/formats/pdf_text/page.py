"""Page: one page of a PDF as the tables that its lines draw and the runs of lines around them, and these as blocks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate
from statistics import median
from typing import NamedTuple

import pdfplumber.page
import pypdfium2

from angikar.formats import grid
from angikar.formats.grid import Box
from angikar.formats.pdf_text.glyph_order import BLANK, TextLetter, letters, printed, spelled
from angikar.formats.pdf_text.line_joins import PrintedLine, Run, across, cell_text, joined, runs
from angikar.formats.pdf_text.pen import pens
from angikar.formats.pdf_text.picture_text import from_picture
from angikar.formats.pdf_text.sight import undrawn
from angikar.formats.pdf_text.tables import parted
from angikar.rules.bangla.bijoy import is_bijoy_paper, signs_in
from angikar.rules.document import Block, Cell, Unseen

_QUOTED = 8
"""Letters in a face of Bijoy that are quoted where none of them is typical of it."""
_NEAR = 2.5
_PADDING = 8.0
"""Points between the lines of a cell and its ruling at most."""
_TIGHT = 0.5
"""The share of its height between a letter and the one before it in the same word at most."""
_GAP = 18.0
"""Points of a gap that no blank makes: between a memo number and its date, an address and a signature."""


class Lattice(NamedTuple):
    """A ruled table: the box around it and each of its cells with the lines in it."""

    box: Box
    cells: list[tuple[Box, list[PrintedLine]]]


class Sheet(NamedTuple):
    """A page: its number, its breadth, from where to where its lines run, and its content from top to bottom."""

    number: int
    breadth: float
    edges: tuple[float, float]
    items: list[Lattice | Run]
    unseen: tuple[Unseen, ...] = ()
    old_face: str = ""
    """The signs of Bijoy in what the page sets in a face of it."""


def sheet(shape: pdfplumber.page.Page, text: pypdfium2.PdfPage, number: int) -> Sheet:
    """The content of a page; geometry comes from one engine, text from the other."""
    layer = text.get_textpage()
    try:
        found = letters(layer, shape.height, pens(shape.chars))
        behind = tuple(from_picture(shape, text, layer, number))
    finally:
        layer.close()
    unseen = (*undrawn(found, text, shape.height, number), *behind)
    tables = [part for table in shape.find_tables() if len(table.cells) > 1 for part in parted(table.cells)]
    around = [_around(cells) for cells in tables]
    outside, inside = _shared(found, around, [box for cells in tables for box in cells])
    items: list[tuple[float, Lattice | Run]] = []
    for box, cells in zip(around, tables, strict=True):
        filled = [(cell, [_line(line) for line in printed(inside[cell])]) for cell in cells]
        items.append((box[1], Lattice(box, filled)))
    lines = [_line(line) for line in printed(outside)]
    items += [(run[0][1].box[1], run) for run in runs(lines, shape.height, around)]
    boxes = [line.box for line in lines] + around
    edges = across(boxes) if boxes else (0.0, 0.0)
    ordered = [item for _, item in sorted(items, key=lambda each: each[0])]
    return Sheet(number, shape.width, edges, ordered, unseen, _old_face(found))


def _old_face(found: Sequence[TextLetter]) -> str:
    """The signs of Bijoy in what a page sets in a face of it, or in all its letters where its face does not say so."""
    old = "".join(letter.char for letter in found if letter.is_bijoy)
    if old:
        return signs_in(old) or old[:_QUOTED]
    every = "".join(letter.char for letter in found)
    return signs_in(every) if is_bijoy_paper(every) else ""


def _around(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _shared(
    found: Sequence[TextLetter], tables: Sequence[Box], boxes: Sequence[Box]
) -> tuple[list[TextLetter], dict[Box, list[TextLetter]]]:
    """The letters outside the tables, and those of each cell. A word that runs over a ruling stays where it begins."""
    outside: list[TextLetter] = []
    inside: dict[Box, list[TextLetter]] = {box: [] for box in boxes}
    home = outside
    before: TextLetter | None = None
    for letter in found:
        if letter.char not in BLANK:
            if before is None or not _follows(before, letter):
                table = next((table for table in tables if _within(letter.box, table, _NEAR)), None)
                cell = table and _cell(letter.box, boxes)
                home = outside if table is None else inside[cell] if cell else []
            before = letter
        else:
            before = None
        home.append(letter)
    return outside, inside


def _follows(before: TextLetter, letter: TextLetter) -> bool:
    """Whether a letter comes close after another on its line."""
    tall = max(before.box[3] - before.box[1], letter.box[3] - letter.box[1])
    gap = letter.box[0] - before.box[2]
    return letter.point[1] == before.point[1] and -tall < gap < _TIGHT * tall


def _cell(box: Box, cells: Sequence[Box]) -> Box | None:
    """The cell that the middle of a box lies in; the nearest one when it lies on a ruling."""
    return next((cell for near in (0.0, _NEAR) for cell in cells if _within(box, cell, near)), None)


def _within(box: Box, table: Box, near: float) -> bool:
    along, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return table[0] - near <= along <= table[2] + near and table[1] - near <= down <= table[3] + near


def _line(line: Sequence[TextLetter]) -> PrintedLine:
    seen = [letter for letter in line if letter.char not in BLANK]
    begun = next((at for at, letter in enumerate(line) if letter.char in BLANK), len(line))
    first = [letter.box for letter in line[:begun]]
    head = max(box[2] for box in first) - min(box[0] for box in first)
    box = _around([letter.box for letter in seen])
    size, level = (median(values) for values in zip(*((letter.size, letter.point[1]) for letter in seen), strict=True))
    return PrintedLine(spelled(line), box, head=head, size=size, level=level, is_parted=_has_gap(seen))


def _has_gap(seen: Sequence[TextLetter]) -> bool:
    """Whether a line holds a gap that no blank makes, so that it was not broken for want of room."""
    ordered = sorted(letter.box for letter in seen)
    ends = accumulate((box[2] for box in ordered), max)
    return any(box[0] - end > _GAP for end, box in zip(ends, ordered[1:], strict=False))


def words(found: Sheet) -> Iterator[str]:
    """The words of a page that no end of a line may have broken."""
    for item in found.items:
        parts = [lines for _, lines in item.cells] if isinstance(item, Lattice) else [[line for _, line in item]]
        for lines in parts:
            for line in lines:
                words_of_line = line.text.split(" ")
                yield from words_of_line if len(lines) == 1 else words_of_line[1:-1]


def blocks(found: Sheet, known: Collection[str]) -> Iterator[Block]:
    """The blocks of a page from top to bottom; `known` are the words of the paper."""
    for item in found.items:
        if isinstance(item, Lattice):
            yield grid.table_of_boxes(_cells(item, known), found.number)
        else:
            yield joined(item, found.number, known)


def _cells(table: Lattice, known: Collection[str]) -> Iterable[tuple[Box, Cell]]:
    padding = margin_inside(table)
    return ((box, Cell(cell_text(lines, box[2] - padding, known))) for box, lines in table.cells)


def margin_inside(table: Lattice) -> float:
    """The distance of the lines of a table from its rulings; a tenth of the cells may have lines that run over."""
    found = sorted(min(line.box[0] - box[0], box[2] - line.box[2]) for box, lines in table.cells for line in lines)
    return min(max(found[len(found) // 10], 0.0), _PADDING) if found else 0.0
