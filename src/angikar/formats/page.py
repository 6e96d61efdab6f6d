"""Page: one page of a PDF as blocks: the tables that its lines draw, and the lines of text around them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import pdfplumber.page
import pypdfium2
import pypdfium2.raw as raw

from angikar.formats import grid
from angikar.formats.flow import Line, paragraphs
from angikar.formats.grid import Box
from angikar.formats.word import is_bijoy_face
from angikar.rules.bangla import bijoy
from angikar.rules.document import Block, Cell

_NEAR = 2.5
_ENDS = "\r\n"
_BLANK = _ENDS + "\t \u00a0"
_NAME = 128


class Letter(NamedTuple):
    """One character of the text layer with its box, and whether its face is a Bijoy one."""

    char: str
    box: Box
    is_bijoy: bool = False


def blocks(shape: pdfplumber.page.Page, text: pypdfium2.PdfPage, number: int) -> Iterator[Block]:
    """The blocks of a page from top to bottom; geometry comes from one engine, text from the other."""
    layer = text.get_textpage()
    try:
        letters = _letters(layer, shape.height)
        mixed = any(letter.is_bijoy for letter in letters)
        tables = [table for table in shape.find_tables() if len(table.cells) > 1]
        found: list[tuple[float, Block]] = []
        for table in tables:
            said = (_set_in(letters, box) if mixed else _inside(layer, box, shape.height) for box in table.cells)
            cells = ((box, Cell(_tidy(words))) for box, words in zip(table.cells, said, strict=True))
            found.append((table.bbox[1], grid.drawn(cells, number)))
        found += paragraphs(list(_lines(letters, [table.bbox for table in tables])), shape.height, number)
    finally:
        layer.close()
    return (block for _, block in sorted(found, key=lambda item: item[0]))


def _inside(layer: pypdfium2.PdfTextPage, box: Box, height: float) -> str:
    x0, top, x1, bottom = box
    return str(layer.get_text_bounded(left=x0, bottom=height - bottom, right=x1, top=height - top))


def _set_in(letters: Sequence[Letter], box: Box) -> str:
    """The text in a box letter by letter, for only so its runs in a Bijoy face can be told from the others."""
    return _spelled([letter for letter in letters if letter.char in _ENDS or _within(letter.box, box)])


def _tidy(words: str) -> str:
    lines = (" ".join(line.split()) for line in words.replace("\r", "\n").split("\n"))
    return _unicode(" ".join(line for line in lines if line))


def _unicode(words: str) -> str:
    words = words.replace("\u200b", "")
    return bijoy.to_unicode(words) if bijoy.is_bijoy(words) else words


def _spelled(letters: Sequence[Letter]) -> str:
    """The text of letters, runs in a Bijoy face turned to Unicode; a blank belongs to the run before it."""
    runs: list[tuple[bool, list[str]]] = []
    for letter in letters:
        old = letter.is_bijoy if letter.char not in _BLANK or not runs else runs[-1][0]
        if not runs or runs[-1][0] != old:
            runs.append((old, []))
        runs[-1][1].append(letter.char)
    pieces = ((old, "".join(chars)) for old, chars in runs)
    return "".join(bijoy.to_unicode(piece) if old else piece for old, piece in pieces)


def _letters(layer: pypdfium2.PdfTextPage, height: float) -> list[Letter]:
    """Every character of the layer. PDFium may count other characters than its text holds; then each is asked for."""
    count = layer.count_chars()
    text = layer.get_text_range()
    if len(text) != count:
        text = "".join(layer.get_text_range(index, 1) for index in range(count))
    return [
        Letter(
            char,
            _box(layer, index, height),
            char not in _BLANK and not "\u0900" <= char <= "\u1fff" and _is_bijoy(layer, index),
        )
        for index, char in enumerate(text)
    ]


def _is_bijoy(layer: pypdfium2.PdfTextPage, index: int) -> bool:
    """Whether a character is set in SutonnyMJ or its kin."""
    name = ctypes.create_string_buffer(_NAME)
    raw.FPDFText_GetFontInfo(layer, index, name, _NAME, ctypes.c_int())
    return is_bijoy_face(name.value.decode("latin-1"))


def _lines(letters: Sequence[Letter], tables: Sequence[Box]) -> Iterator[Line]:
    """The lines of text outside the tables, in reading order, with the box of their letters."""
    outside = (
        letter for letter in letters if letter.char in _BLANK or not any(_within(letter.box, table) for table in tables)
    )
    for ends, run in groupby(outside, key=lambda letter: letter.char in _ENDS):
        line = [] if ends else list(run)
        boxes = [letter.box for letter in line if letter.char not in _BLANK]
        if boxes:
            lefts, tops, rights, bottoms = zip(*boxes, strict=True)
            yield Line(_tidy(_spelled(line)), (min(lefts), min(tops), max(rights), max(bottoms)))


def _box(layer: pypdfium2.PdfTextPage, index: int, height: float) -> Box:
    left, bottom, right, top = layer.get_charbox(index)
    return left, height - top, right, height - bottom


def _within(box: Box, table: Box) -> bool:
    across, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return table[0] - _NEAR <= across <= table[2] + _NEAR and table[1] - _NEAR <= down <= table[3] + _NEAR
