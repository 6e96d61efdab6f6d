"""Hidden in open workbooks (ODS): rows and columns that are folded away or filtered out, and cells whose style keeps them from sight."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO, Final

from lxml import etree

from angikar.formats.errors import SPOILT
from angikar.formats.readers.hidden_cells import Hidden
from angikar.rules.document import Way

_NAMES: Final = "{urn:oasis:names:tc:opendocument:xmlns:"
_TABLE: Final = f"{_NAMES}table:1.0}}"
_STYLE: Final = f"{_NAMES}style:1.0}}"
_FO: Final = f"{_NAMES}xsl-fo-compatible:1.0}}"
_TEXT: Final = f"{_NAMES}text:1.0}}"
_NUMBER: Final = f"{_NAMES}datastyle:1.0}}"
_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
_STYLES = (_STYLE + "style", _STYLE + "default-style")
_AWAY = ("collapse", "filter")
_FOLDED = (_TABLE + "table-row-group", _TABLE + "table-column-group")
_POINTS = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,9})?")
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_PALE = 0xF0
_TINY = 1.0
"""Points of the largest letters that nobody sees."""
_DEPTH = 12
_COLUMNS, _ROWS = 16_384, 1_048_576
_REPEATED = 1_000
"""Rows and cells alike that are looked at one by one; a paper has no more."""


def open_hidden_of(data: bytes) -> Mapping[str, Hidden]:
    """What each sheet of an ODS hides of its rows, columns and cells, by its name; nothing of other files, and of those that are spoilt."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            styles = _CellStyles()
            for part in ("styles.xml", "content.xml"):
                if part in archive.namelist():
                    with archive.open(part) as opened:
                        styles.gather(opened)
            with archive.open("content.xml") as opened:
                return _sheets(opened, styles)
    except SPOILT:
        return {}


@dataclass(frozen=True, slots=True)
class _CellStyle:
    """What a style of cells says by itself; `None` where it says nothing. `parent` is the style it is built on."""

    parent: str = ""
    letters: str | None = None
    ground: str | None = None
    points: float | None = None
    form: str | None = None
    is_away: bool = False
    is_changing: bool = False
    """Whether a condition may put another style in its place."""


@dataclass(slots=True)
class _CellStyles:
    """The styles of cells by name, and which forms of numbers show nothing; the style of cells that name none is called ''."""

    by_name: dict[str, _CellStyle] = field(default_factory=dict)
    blank: dict[str, list[str]] = field(default_factory=dict)
    """Those that show nothing, each with those that stand in for it on a condition."""
    ways: dict[str, Way | None] = field(default_factory=dict)

    def gather(self, part: IO[bytes]) -> None:
        """Take in what a part of the file says of styles."""
        for event, element in _walked(part, (*_STYLES, _NUMBER + "*")):
            if event == "start":
                continue
            if element.tag in _STYLES and element.get(_STYLE + "family") == "table-cell":
                name = element.get(_STYLE + "name", "") if element.tag == _STYLES[0] else ""
                self.by_name[name] = _said(element)
            elif element.get(_STYLE + "name") and all(map(_is_silent, element)):
                maps = element.iterchildren(_STYLE + "map")
                self.blank[element.get(_STYLE + "name", "")] = [
                    each.get(_STYLE + "apply-style-name", "") for each in maps
                ]

    def way(self, name: str) -> Way | None:
        """How a style keeps its cells from sight; None where they are seen."""
        if name not in self.ways:
            self.ways[name] = self._way(list(self._chain(name)))
        return self.ways[name]

    def _chain(self, name: str) -> Iterator[_CellStyle]:
        """A style and those it is built on, nearest first; the last is that of every cell."""
        for _ in range(_DEPTH):
            said = self.by_name.get(name)
            if said is None or not name:
                break
            yield said
            name = said.parent
        yield self.by_name.get("", _CellStyle())

    def _way(self, chain: list[_CellStyle]) -> Way | None:
        if any(each.is_changing for each in chain):
            return None
        form = self.blank.get(next((each.form for each in chain if each.form), ""))
        if (form is not None and all(each in self.blank for each in form)) or any(each.is_away for each in chain):
            return "hidden"
        points = next((each.points for each in chain if each.points is not None), None)
        if points is not None and points <= _TINY:
            return "tiny"
        letters = next((each.letters for each in chain if each.letters), None)
        ground = next((each.ground for each in chain if each.ground), None)
        return "pale" if _is_pale(letters) and (ground in (None, "transparent") or _is_pale(ground)) else None


def _is_silent(part: etree._Element) -> bool:
    """Whether a part of a form of numbers writes nothing."""
    return part.tag == _STYLE + "map" or (part.tag == _NUMBER + "text" and not part.text)


def _said(style: etree._Element) -> _CellStyle:
    cell, text = style.find(_STYLE + "table-cell-properties"), style.find(_STYLE + "text-properties")
    size = "" if text is None else text.get(_FO + "font-size", "").removesuffix("pt")
    return _CellStyle(
        style.get(_STYLE + "parent-style-name", ""),
        text.get(_FO + "color") if text is not None else None,
        cell.get(_FO + "background-color") if cell is not None else None,
        float(size) if _POINTS.fullmatch(size) else None,
        style.get(_STYLE + "data-style-name"),
        text is not None and text.get(_TEXT + "display") == "none",
        style.find(_STYLE + "map") is not None,
    )


def _is_pale(colour: str | None) -> bool:
    return _COLOUR.fullmatch(colour or "") is not None and min(bytes.fromhex((colour or "")[1:])) >= _PALE


def _walked(part: IO[bytes], tags: tuple[str, ...]) -> Iterator[tuple[str, etree._Element]]:
    events = ("start", "end")
    yield from etree.iterparse(part, events, tag=tags, resolve_entities=False, no_network=True, huge_tree=False)


@dataclass(slots=True)
class _CountedSheet:
    """A sheet while it is looked through: how far its rows and columns are counted, and the style that a column gives its cells."""

    found: Hidden = field(default_factory=Hidden)
    row: int = 0
    column: int = 0
    usual: list[tuple[int, str]] = field(default_factory=list)

    def take_column(self, element: etree._Element) -> None:
        """Count columns, and keep which are folded away."""
        count = _repeated(element, "columns", _COLUMNS - self.column)
        if _is_folded(element):
            self.found.columns.update(range(self.column, self.column + count))
        self.column += count
        self.usual.append((self.column, element.get(_TABLE + "default-cell-style-name", "")))

    def take_row(self, element: etree._Element, styles: _CellStyles) -> None:
        """Count rows, and keep which of those that hold something are folded away, and which of their cells are not seen."""
        count = _repeated(element, "rows", _ROWS - self.row)
        written, x = [], 0
        for cell in element.iterchildren(*_CELLS):
            width = _repeated(cell, "columns", _COLUMNS - x)
            if len(cell):
                written.append((x, min(width, _REPEATED), cell.get(_TABLE + "style-name")))
            x += width
        rows = range(self.row, self.row + min(count, _REPEATED)) if written else range(0)
        if _is_folded(element):
            self.found.rows.update(rows)
        for first, width, name in written:
            for x in range(first, first + width):
                way = styles.way(name or element.get(_TABLE + "default-cell-style-name") or self._usual_at(x))
                if way is not None:
                    self.found.cells.update(((y, x), way) for y in rows)
        self.row += count

    def _usual_at(self, x: int) -> str:
        return next((name for end, name in self.usual if x < end), "")


def _sheets(part: IO[bytes], styles: _CellStyles) -> Mapping[str, Hidden]:
    """Each sheet with what it hides; tables in its cells are part of these."""
    found: dict[str, Hidden] = {}
    depth, sheet = 0, _CountedSheet()
    for event, element in _walked(part, tuple(_TABLE + name for name in ("table", "table-column", "table-row"))):
        if element.tag == _TABLE + "table":
            depth += 1 if event == "start" else -1
            if event == "start" and depth == 1:
                sheet = _CountedSheet()
                found[element.get(_TABLE + "name", "")] = sheet.found
        elif event == "end" and depth == 1:
            if element.tag == _TABLE + "table-column":
                sheet.take_column(element)
            else:
                sheet.take_row(element, styles)
                element.clear()
    return found


def _repeated(element: etree._Element, what: str, most: int) -> int:
    """For how many rows or columns an element stands."""
    count = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return max(0, min(int(count), most)) if count.isdecimal() and len(count) < _DEPTH else 1


def _is_folded(element: etree._Element) -> bool:
    groups = element.iterancestors(*_FOLDED)
    return element.get(_TABLE + "visibility") in _AWAY or any(
        each.get(_TABLE + "display") == "false" for each in groups
    )
