"""Reads plain text: every line a block, tabbed lines a table, marks of emphasis understood and nothing repaired."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from angikar.formats import grid
from angikar.formats.pdf_text.lines import paragraph, split_label
from angikar.rules.document import Block, Cell, Document, Heading, Paragraph, Place, Table

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_ITEM = re.compile(r"-\s+")
_EMPHASIS = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_LINE_ENDS = re.compile(r"\r\n|\r|\n")


def read_text(text: str) -> Document:
    """The Document of a plain text; `Place.line` is the 1-based line, `Place.cell` the column counted by tabs.

    Consecutive lines with tabs are one Table; a blank line or one without tabs ends it. `## ` makes a Heading, `- ` a
    list item, `**…**` is taken off and makes the Paragraph strong when it holds the whole line.
    """
    numbered = enumerate(_LINE_ENDS.split(text), start=1)
    return Document(tuple(_blocks((number, line) for number, line in numbered)))


def _blocks(numbered: Iterator[tuple[int, str]]) -> Iterator[Block]:
    for tabbed, run in groupby(numbered, key=lambda item: "\t" in item[1]):
        if tabbed:
            yield _table(tuple(run))
        else:
            yield from (_line(line.strip(), Place(number)) for number, line in run if line.strip())


def _table(run: tuple[tuple[int, str], ...]) -> Table:
    rows = [[Cell(text.strip()) for text in line.split("\t")] for _, line in run]
    return grid.table(rows, [Place(number) for number, _ in run])


def _line(line: str, place: Place) -> Block:
    if heading := _HEADING.fullmatch(line):
        return Heading(_plain(heading[2]), len(heading[1]), place=place)
    whole = _EMPHASIS.fullmatch(line)
    return _item(_plain(line), place, strong=whole is not None and "**" not in whole[1])


def _item(line: str, place: Place, *, strong: bool) -> Paragraph:
    """`- (ক) text` carries its own letter; a bare `- text` keeps the dash as its label."""
    item = _ITEM.match(line)
    if item and split_label(line[item.end() :])[0]:
        line = line[item.end() :]
    return paragraph(line, place, strong=strong)


def _plain(text: str) -> str:
    return _EMPHASIS.sub(r"\1", text).strip()
