"""Reads HTML: headings, paragraphs, lists and tables with their spans; scripts, styles and layout are left aside."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from angikar.formats import grid
from angikar.formats.lines import paragraph
from angikar.rules.document import Block, Cell, Document, Heading, Paragraph, Place

_SILENT = {"script", "style", "head", "template", "noscript"}
_BLOCKS = {
    "p", "div", "section", "article", "header", "footer", "main", "li", "ul", "ol", "dl", "dt", "dd", "blockquote",
    "pre", "address", "figure", "center", "form", "body", "html",
}  # fmt: skip
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_SPAN_LIMIT = 200


def read_html(text: str) -> Document:
    """The Document of an HTML page; `Place.line` is the 1-based line of the source. Never fails: HTML has no errors."""
    parser = _Page()
    parser.feed(text)
    parser.close()
    parser.end_line()
    parser.end_table()
    return Document(tuple(parser.blocks))


class _Page(HTMLParser):
    """Gathers words until a block ends; in a table they gather in the open cell. A table in a cell becomes lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._place = Place(1)
        self._silent = 0
        self._level = 0
        self._lists: list[int | None] = []
        self._label = ""
        self._depth = 0
        self._rows: list[list[Cell]] = []
        self._places: list[Place] = []
        self._head_rows = 0
        self._in_head = False
        self._cell: Cell | None = None
        self._cell_lines: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open what the tag opens."""
        given = dict(attrs)
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._open_table()
        elif self._depth == 1 and tag in ("tr", "td", "th", "thead", "tbody", "tfoot"):
            self._open_part(tag, given)
        elif tag == "br":
            self._words.append("\n")
        elif tag in _LEVELS:
            self.end_line()
            self._level = _LEVELS[tag]
        elif tag in _BLOCKS or tag in ("tr", "td", "th", "caption"):
            self.end_line()
            self._open_list(tag, given)

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag closes."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "table":
            self.end_line()
            self._depth = max(0, self._depth - 1)
            if self._depth == 0:
                self.end_table()
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag == "thead" and self._depth == 1:
            self._in_head = False
        elif tag in _BLOCKS or tag in _LEVELS or tag == "caption":
            self.end_line()
            if tag in ("ul", "ol") and self._lists:
                self._lists.pop()

    def handle_data(self, data: str) -> None:
        """Words, unless they are not meant for readers."""
        if not self._silent:
            if not "".join(self._words).strip():
                self._place = Place(self.getpos()[0])
            self._words.append(re.sub(r"\s+", " ", data))

    def end_line(self) -> None:
        """The words so far are one block, or one line of the open cell."""
        pieces = (re.sub(r" +", " ", piece).strip() for piece in "".join(self._words).split("\n"))
        lines = [piece for piece in pieces if piece]
        self._words.clear()
        place = self._place
        label, self._label = self._label, ""
        if self._cell is not None:
            self._cell_lines += lines
        elif self._level and lines:
            self.blocks.append(Heading(" ".join(lines), self._level, place=place))
        else:
            for line in lines:
                self.blocks.append(Paragraph(line, label, place=place) if label else paragraph(line, place))
                label = ""
        self._level = 0

    def end_table(self) -> None:
        """The rows so far are one table."""
        self._end_cell()
        if any(self._rows):
            filled = [(row, place) for row, place in zip(self._rows, self._places, strict=True) if row]
            rows, places = [row for row, _ in filled], [place for _, place in filled]
            self.blocks.append(grid.table(rows, places, min(self._head_rows, len(rows))))
        self._rows, self._places, self._head_rows, self._depth = [], [], 0, 0

    def _open_table(self) -> None:
        self.end_line()
        self._depth += 1

    def _open_part(self, tag: str, given: dict[str, str | None]) -> None:
        self._end_cell()
        if tag == "thead":
            self._in_head = True
        elif tag == "tr":
            self._open_row()
        elif tag in ("td", "th"):
            if not self._rows:
                self._open_row()
            self._cell = Cell("", _span(given.get("colspan")), _span(given.get("rowspan")), strong=tag == "th")

    def _open_row(self) -> None:
        self._rows.append([])
        self._places.append(Place(self.getpos()[0]))
        self._head_rows += self._in_head

    def _end_cell(self) -> None:
        self.end_line()
        if self._cell is not None:
            cell = self._cell
            self._rows[-1].append(Cell("\n".join(self._cell_lines), cell.colspan, cell.rowspan, strong=cell.strong))
            self._cell, self._cell_lines = None, []

    def _open_list(self, tag: str, given: dict[str, str | None]) -> None:
        if tag in ("ul", "ol"):
            self._lists.append(_span(given.get("start")) if tag == "ol" else None)
        elif tag == "li" and self._lists:
            number = self._lists[-1]
            self._label = "•" if number is None else f"{number}."
            if number is not None:
                self._lists[-1] = number + 1


def _span(value: str | None) -> int:
    return min(int(value), _SPAN_LIMIT) if value and value.isascii() and value.isdigit() and int(value) > 0 else 1
