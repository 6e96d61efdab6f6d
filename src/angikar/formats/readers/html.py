"""Reads HTML: headings, paragraphs, lists, forms and tables with their spans; scripts, styles and layout are left aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from angikar.formats import grid
from angikar.formats.pdf_text.lines import paragraph
from angikar.formats.readers.hidden_elements import OpenElements
from angikar.formats.readers.style_sheets import StyleSheets
from angikar.rules.document import Block, Cell, Document, Heading, Paragraph, Place, Table, Unseen

_SILENT = {"script", "style", "head", "template", "noscript"}
_BLOCKS = {
    "p",
    "div",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "address",
    "figure",
    "center",
    "form",
    "body",
    "html",
}
_PARTS = {"tr", "td", "th", "thead", "tbody", "tfoot"}
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_SPAN_LIMIT = 200
_DEPTH_LIMIT = 20
"""Tables in tables in tables: deeper ones are read as part of the cell they are in."""
_UNWRITTEN = {"hidden", "submit", "button", "reset", "image", "file", "password"}
_ADDRESS = 60
"""Letters of the name of a style sheet that are named."""
_TICKS = {"checkbox", "radio"}


@dataclass
class _Grid:
    """A table while it is open: its rows so far, and the content of the open cell: lines, and tables of its own."""

    rows: list[list[Cell]] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    head_rows: int = 0
    in_head: bool = False
    cell: Cell | None = None
    inside: list[str | Table] = field(default_factory=list)
    content: list[str | Table] = field(default_factory=list)
    """Everything in the cells in order, for a table that only places others."""


def read_html(text: str) -> Document:
    """The Document of an HTML page; `Place.line` is the 1-based line of the source. Never fails: HTML has no errors."""
    styles = StyleSheets.of(text)
    parser = _Page(styles)
    parser.feed(text)
    parser.close()
    parser.end_all()
    named = ", ".join(dict.fromkeys(map(_last, styles.elsewhere)))
    elsewhere = [Unseen(named, "unstyled")] if named else []
    return Document(tuple(parser.blocks), unseen=(*elsewhere, *parser.unseen))


def _last(address: str) -> str:
    """The end of an address, which is what a style sheet is called."""
    return address.strip().partition("?")[0].rpartition("/")[2][-_ADDRESS:] or "…"


class _Page(HTMLParser):
    """Gathers words until a block ends; in a table they gather in the open cell."""

    def __init__(self, styles: StyleSheets) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._place = Place(1)
        self._silent = 0
        self._level = 0
        self._lists: list[int | None] = []
        self._label = ""
        self._grids: list[_Grid] = []
        self._too_deep = 0
        self._unchosen = 0
        self.unseen: list[Unseen] = []
        self._elements = OpenElements(styles)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open what the tag opens."""
        given = dict(attrs)
        self._elements.begin(tag, given)
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._open_table()
        elif self._grids and not self._too_deep and tag in _PARTS:
            self._open_part(tag, given)
        elif tag == "br":
            self._words.append("\n")
        elif tag == "input":
            self.handle_data(_filled_in(given))
        elif tag in ("option", "optgroup"):
            self._unchosen = int(tag == "option" and "selected" not in given)
        elif tag in _LEVELS:
            self._end_line()
            self._level = _LEVELS[tag]
        elif tag in _BLOCKS or tag in _PARTS or tag == "caption":
            self._end_line()
            self._open_list(tag, given)

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag closes."""
        self._elements.end(tag)
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in ("option", "select"):
            self._unchosen = 0
        elif tag == "table":
            self._end_table()
        elif self._grids and tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag == "thead" and self._grids:
            self._grids[-1].in_head = False
        elif tag in _BLOCKS or tag in _LEVELS or tag == "caption":
            self._end_line()
            if tag in ("ul", "ol") and self._lists:
                self._lists.pop()

    def handle_data(self, data: str) -> None:
        """Words, unless they are not meant for readers."""
        way = self._elements.way
        if way is not None and not self._silent and data.strip():
            self.unseen.append(Unseen(data.strip(), way, Place(self.getpos()[0])))
        elif not self._silent and not self._unchosen:
            if not "".join(self._words).strip():
                self._place = Place(self.getpos()[0])
            self._words.append(re.sub(r"\s+", " ", data))

    def end_all(self) -> None:
        """Close what the page left open."""
        self._end_line()
        self._too_deep = 0
        while self._grids:
            self._end_table()

    def _end_line(self) -> None:
        """The words so far are one block, or one line of the open cell."""
        pieces = (re.sub(r" +", " ", piece).strip() for piece in "".join(self._words).split("\n"))
        lines = [piece for piece in pieces if piece]
        self._words.clear()
        label, self._label = self._label, ""
        if self._grids and self._grids[-1].cell is not None:
            self._grids[-1].inside += lines
        elif self._level and lines:
            self.blocks.append(Heading(" ".join(lines), self._level, place=self._place))
        else:
            for line in lines:
                self.blocks.append(Paragraph(line, label, place=self._place) if label else paragraph(line, self._place))
                label = ""
        self._level = 0

    def _open_table(self) -> None:
        self._end_line()
        if len(self._grids) < _DEPTH_LIMIT:
            self._grids.append(_Grid())
        else:
            self._too_deep += 1

    def _end_table(self) -> None:
        """A table in a cell stays one where it is a grid; where it is not, its lines are lines of the cell."""
        self._end_line()
        if self._too_deep or not self._grids:
            self._too_deep = max(0, self._too_deep - 1)
            return
        self._end_cell()
        ended = self._grids.pop()
        found = list(_content(ended, inner=bool(self._grids)))
        if self._grids and self._grids[-1].cell is not None:
            self._grids[-1].inside += found
        else:
            place = ended.places[0] if ended.places else self._place
            self.blocks += (paragraph(each, place) if isinstance(each, str) else each for each in found)

    def _open_part(self, tag: str, given: dict[str, str | None]) -> None:
        self._end_cell()
        open_grid = self._grids[-1]
        if tag == "thead":
            open_grid.in_head = True
        elif tag == "tr":
            self._open_row(open_grid)
        elif tag in ("td", "th"):
            if not open_grid.rows:
                self._open_row(open_grid)
            open_grid.cell = Cell("", _span(given.get("colspan")), _span(given.get("rowspan")), strong=tag == "th")

    def _open_row(self, open_grid: _Grid) -> None:
        open_grid.rows.append([])
        open_grid.places.append(Place(self.getpos()[0]))
        open_grid.head_rows += open_grid.in_head

    def _end_cell(self) -> None:
        self._end_line()
        open_grid = self._grids[-1]
        cell = open_grid.cell
        if cell is not None:
            text = "\n".join(line for line in open_grid.inside if isinstance(line, str))
            open_grid.rows[-1].append(Cell(text, cell.colspan, cell.rowspan, strong=cell.strong))
            open_grid.content += open_grid.inside
            open_grid.cell, open_grid.inside = None, []

    def _open_list(self, tag: str, given: dict[str, str | None]) -> None:
        if tag in ("ul", "ol"):
            self._lists.append(_span(given.get("start")) if tag == "ol" else None)
        elif tag == "li" and self._lists:
            number = self._lists[-1]
            self._label = "•" if number is None else f"{number}."
            if number is not None:
                self._lists[-1] = number + 1


def _content(ended: _Grid, *, inner: bool) -> Iterator[str | Table]:
    """The blocks of a table: itself, or, where it only places tables or lines, these in order."""
    filled = [(row, place) for row, place in zip(ended.rows, ended.places, strict=True) if row]
    rows, places = [row for row, _ in filled], [place for _, place in filled]
    is_grid = len(rows) > 1 and any(len(row) > 1 for row in rows)
    if any(isinstance(each, Table) for each in ended.content) or (inner and not is_grid):
        yield from ended.content
    elif rows:
        yield grid.table(rows, places, min(ended.head_rows, len(rows)))


def _filled_in(given: dict[str, str | None]) -> str:
    """What a field of a form shows to who reads the page."""
    kind = (given.get("type") or "text").lower()
    if kind in _UNWRITTEN or (kind in _TICKS and "checked" not in given):
        return ""
    return "[x]" if kind in _TICKS else given.get("value") or ""


def _span(value: str | None) -> int:
    if not value or not value.isascii() or not value.isdecimal():
        return 1
    return min(max(int(value), 1), _SPAN_LIMIT) if len(value) < _LONG_SPAN else _SPAN_LIMIT


_LONG_SPAN = 20
"""Digits of a number that is beyond any limit."""
