"""Hidden in workbooks: sheets, rows and columns that are folded away, and cells whose format shows nothing or writes white on white."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO, Final

from lxml import etree

from angikar.formats.errors import SPOILT
from angikar.formats.word import xml
from angikar.rules.document import Way

_S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PALE = ("FFFFFFFF", "00FFFFFF")
_COLUMNS = 16_384


@dataclass(slots=True)
class Hidden:
    """What a sheet keeps from sight: all of it, rows, columns, single cells (row, column), all counted from 0; `reach` is the cell
    that is in the last row and the last column of all that hold something.
    """

    whole: bool = False
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    cells: dict[tuple[int, int], Way] = field(default_factory=dict)
    reach: tuple[int, int] = (0, 0)

    def way(self, y: int, x: int) -> Way | None:
        """How a cell is kept from sight; None where it is seen."""
        return "hidden" if y in self.rows or x in self.columns else self.cells.get((y, x))


def hidden_of(data: bytes) -> Mapping[str, Hidden]:
    """What each sheet of an XLSX hides, by its name; nothing of other workbooks, and of parts that are spoilt."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return dict(_sheets(archive))
    except SPOILT:
        return {}


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, Hidden]]:
    targets = {
        each.get("Id", ""): each.get("Target", "")
        for each in xml(archive.read("xl/_rels/workbook.xml.rels")).iterfind("{*}Relationship")
    }
    styles = _unseen_styles(archive.read("xl/styles.xml")) if "xl/styles.xml" in archive.namelist() else {}
    for sheet in xml(archive.read("xl/workbook.xml")).iter(_S + "sheet"):
        target = targets.get(sheet.get(_R + "id", ""), "").removeprefix("/xl/").removeprefix("xl/")
        found = Hidden(sheet.get("state") in ("hidden", "veryHidden"))
        with archive.open(f"xl/{target}") as part:
            _look(part, styles, found)
        yield sheet.get("name", ""), found


def _look(part: IO[bytes], styles: Mapping[str, Way], found: Hidden) -> None:
    """Gather what a sheet hides, element by element: the sheet may be large."""
    tags = (_S + "col", _S + "row", _S + "c")
    for _, element in etree.iterparse(part, tag=tags, resolve_entities=False, no_network=True, huge_tree=False):
        is_hidden = element.get("hidden") in ("1", "true")
        if element.tag == _S + "col" and is_hidden:
            first, last = int(element.get("min", "1")), int(element.get("max", "0"))
            found.columns.update(range(first - 1, min(last, _COLUMNS)))
        elif element.tag == _S + "row" and is_hidden and element.get("r"):
            found.rows.add(int(element.get("r", "1")) - 1)
        elif element.tag == _S + "c" and element.get("r"):
            y, x = _place(element.get("r", "A1"))
            if len(element):
                found.reach = max(y, found.reach[0]), max(x, found.reach[1])
            if element.get("s") in styles:
                found.cells[y, x] = styles[element.get("s", "")]
        if element.tag == _S + "row":
            element.clear()


def _place(name: str) -> tuple[int, int]:
    """`B3` as (2, 1)."""
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(name[len(letters) :]) - 1, column - 1


def _unseen_styles(part: bytes) -> Mapping[str, Way]:
    """The formats of cells that show nothing: `;;;`, or white letters on no ground."""
    root = xml(part)
    blank = {each.get("numFmtId") for each in root.iter(_S + "numFmt") if set(each.get("formatCode", "x")) == {";"}}
    pale = [_is_pale(font) for font in root.iterfind(f"{_S}fonts/{_S}font")]
    plain = [not _is_filled(fill) for fill in root.iterfind(f"{_S}fills/{_S}fill")]
    found: dict[str, Way] = {}
    for number, form in enumerate(root.iterfind(f"{_S}cellXfs/{_S}xf")):
        font, fill = int(form.get("fontId", "0")), int(form.get("fillId", "0"))
        if form.get("numFmtId") in blank:
            found[str(number)] = "hidden"
        elif font < len(pale) and pale[font] and (fill >= len(plain) or plain[fill]):
            found[str(number)] = "pale"
    return found


def _is_pale(font: etree._Element) -> bool:
    colour = font.find(_S + "color")
    return colour is not None and (
        colour.get("rgb") in _PALE or (colour.get("theme") == "0" and colour.get("tint") is None)
    )


def _is_filled(fill: etree._Element) -> bool:
    pattern = fill.find(_S + "patternFill")
    colour = None if pattern is None else pattern.find(_S + "fgColor")
    kind = None if pattern is None else pattern.get("patternType")
    return pattern is None or (kind not in (None, "none") and (colour is None or colour.get("rgb") not in _PALE))
