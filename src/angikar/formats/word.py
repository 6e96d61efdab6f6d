"""Word: the names of OOXML, and what its styles and lists add to a paragraph or a run that does not state it itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
INDENT = 567
"""Twentieths of a point in one step of `Paragraph.indent`: a centimetre."""

COLUMNS_LIMIT = 200
_STYLE_DEPTH = 12
_BROAD = 3
"""Columns of a table inside another from which on the outer one only lays out the page."""
_MJ = re.compile(r"sutonny(?!.*OMJ)|.*(?<!O)MJ(?:$|[-,\s])", re.IGNORECASE)
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)

FoundT = TypeVar("FoundT")


def xml(data: bytes) -> etree._Element:
    """The root of a part, with entities and network left alone. Raises etree.XMLSyntaxError."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def value(element: etree._Element | None, path: str, attribute: str = "val") -> str | None:
    """An attribute of the element at `path` (names of the w: space, parted by /), or None."""
    found = at(element, path)
    return None if found is None else found.get(W + attribute)


def at(element: etree._Element | None, path: str) -> etree._Element | None:
    """The element at `path` (names of the w: space, parted by /), or None."""
    return None if element is None else element.find("/".join(W + name for name in path.split("/")))


def whole(text: str | None, default: int = 0) -> int:
    """A whole number of OOXML, which some programs write as 720.0; the default for none."""
    try:
        return int(float(text)) if text else default
    except (ValueError, OverflowError):
        return default


def columns(element: etree._Element | None, path: str, least: int = 0) -> int:
    """How many columns of the grid the attribute at `path` names; Word itself makes no more than 63."""
    return max(least, min(whole(value(element, path), least), COLUMNS_LIMIT))


def on(element: etree._Element | None, *names: str) -> bool | None:
    """Whether one of these switches is on; None when none of them is there."""
    found = [value(element, name) or "on" for name in names if at(element, name) is not None]
    return any(word not in ("0", "false", "off", "none") for word in found) if found else None


NESTED_PARTS = frozenset(
    W + name for name in ("hyperlink", "ins", "smartTag", "sdt", "sdtContent", "fldSimple", "moveTo", "customXml")
)
"""Elements whose children take their place."""
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The contents of the text boxes that hang on a paragraph, each once."""
    for box in paragraph.iter(W + "txbxContent"):
        if not any(ancestor.tag == _FALLBACK for ancestor in box.iterancestors()):
            yield box


def cells_of_layout(table: etree._Element) -> list[etree._Element]:
    """The cells of a table that only lays out a page, in reading order: one of them holds a table of several columns. Else none."""
    cells = [cell for row in table.iterfind(W + "tr") for cell in row.iterfind(W + "tc")]
    inner = (each for cell in cells for each in cell.iterfind(W + "tbl"))
    broad = any(len(row.findall(W + "tc")) >= _BROAD for each in inner for row in each.iterfind(W + "tr"))
    return cells if broad else []


def counted(parent: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and table rows that `Place.line` counts, in its order."""
    for child in parent:
        if child.tag == W + "p":
            yield child
            for box in boxes(child):
                yield from counted(box)
        elif child.tag == W + "tbl":
            cells = cells_of_layout(child)
            yield from (each for cell in cells for each in counted(cell)) if cells else child.iterfind(W + "tr")
        elif child.tag in NESTED_PARTS:
            yield from counted(child)


@dataclass(frozen=True, slots=True)
class Styles:
    """The style sheet of a document, by style id."""

    by_id: dict[str, etree._Element] = field(default_factory=dict)
    defaults: etree._Element | None = None
    usual: str = ""
    """The style of a paragraph that names none."""

    @classmethod
    def of(cls, root: etree._Element | None) -> Styles:
        """The styles of `word/styles.xml`; none when the part is missing."""
        if root is None:
            return cls()
        by_id = {style.get(W + "styleId", ""): style for style in root.iter(W + "style")}
        usual = (
            name
            for name, style in by_id.items()
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on")
        )
        return cls(by_id, at(root, "docDefaults/rPrDefault"), next(usual, ""))

    def chain(self, style_id: str | None) -> Iterator[etree._Element]:
        """A style and those it is based on, nearest first."""
        for _ in range(_STYLE_DEPTH):
            style = self.by_id.get(style_id or "")
            if style is None:
                return
            yield style
            style_id = value(style, "basedOn")

    def name(self, style_id: str | None) -> str:
        """The name of a style, in small letters."""
        return (value(self.by_id.get(style_id or ""), "name") or style_id or "").lower()

    def level(self, properties: etree._Element | None) -> int | None:
        """The 1-based level when a paragraph is a heading, by outline level or by the name of its style."""
        outlines = [value(properties, "outlineLvl")]
        for style in self.chain(value(properties, "pStyle")):
            if heading := _HEADING.match(value(style, "name") or ""):
                return int(heading[1])
            if (value(style, "name") or "").lower() == "title":
                return 1
            outlines.append(value(style, "pPr/outlineLvl"))
        found = next((outline for outline in outlines if outline), None)
        return whole(found) + 1 if found and whole(found) < 9 else None

    def numbered(self, properties: etree._Element | None) -> etree._Element | None:
        """The list a paragraph is counted in, its own or its style's."""
        styled = (at(style, "pPr/numPr") for style in self.chain(value(properties, "pStyle")))
        return next((found for found in (at(properties, "numPr"), *styled) if found is not None), None)

    def alignment(self, properties: etree._Element | None) -> str | None:
        """The justification of a paragraph, its own or its style's."""
        styled = (value(style, "pPr/jc") for style in self.chain(value(properties, "pStyle")))
        return next((jc for jc in (value(properties, "jc"), *styled) if jc), None)

    def bijoy_face(self, run: etree._Element | None, paragraph: etree._Element | None) -> str:
        """The name of the Bijoy face (SutonnyMJ and its kin) that a run is set in: its own, its style's, or the default one; empty in any other."""
        sources = [
            at(run, "rFonts"),
            *(at(style, "rPr/rFonts") for style in self.chain(value(run, "rStyle"))),
            *(at(style, "rPr/rFonts") for style in self.chain(value(paragraph, "pStyle"))),
            at(self.defaults, "rPr/rFonts"),
        ]
        names = (fonts.get(W + "ascii") or fonts.get(W + "hAnsi") for fonts in sources if fonts is not None)
        first = next((name for name in names if name), "")
        return first if is_bijoy_face(first) else ""


def is_bijoy_face(name: str) -> bool:
    """Whether a face of that name draws Bijoy: SutonnyMJ and its kin, under the name a document or a PDF gives it.

    >>> is_bijoy_face("ABCDEF+SutonnyMJ-Bold")
    True
    """
    return bool(_MJ.match(name.partition("+")[2] or name))


class Numbers:
    """The counters of Word's automatic lists: they give the label that Word prints in front of a paragraph."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[tuple[str, str], etree._Element] = {}
        self._counts: dict[tuple[str, str], int] = {}
        self._abstract: dict[str, str] = {}
        if root is None:
            return
        for abstract in root.iter(W + "abstractNum"):
            for level in abstract.iter(W + "lvl"):
                self._levels[abstract.get(W + "abstractNumId", ""), level.get(W + "ilvl", "0")] = level
        for number in root.iter(W + "num"):
            self._abstract[number.get(W + "numId", "")] = value(number, "abstractNumId") or ""

    def label(self, numbered: etree._Element | None) -> str:
        """Count one more in a list and return the label, such as `1.` or `•`; empty for a paragraph outside lists."""
        abstract = self._abstract.get(value(numbered, "numId") or "")
        depth = whole(value(numbered, "ilvl"))
        level = self._levels.get((abstract or "", str(depth)))
        if abstract is None or level is None:
            return ""
        for key in [key for key in self._counts if key[0] == abstract and int(key[1]) > depth]:
            del self._counts[key]
        key = (abstract, str(depth))
        self._counts[key] = self._counts.get(key, whole(value(level, "start"), 1) - 1) + 1
        if value(level, "numFmt") == "bullet":
            return "•"
        pattern = value(level, "lvlText") or ""
        return re.sub(r"%(\d)", lambda place: self._figure(abstract, int(place[1]) - 1), pattern).strip()

    def _figure(self, abstract: str, depth: int) -> str:
        key = (abstract, str(depth))
        level = self._levels.get(key)
        count = self._counts.get(key, whole(value(level, "start"), 1))
        match value(level, "numFmt"):
            case "none":
                return ""
            case "lowerLetter" if 0 < count <= 26:
                return chr(ord("a") + count - 1)
            case "upperLetter" if 0 < count <= 26:
                return chr(ord("A") + count - 1)
            case "lowerRoman":
                return _roman(count)
            case "upperRoman":
                return _roman(count).upper()
            case _:
                return str(count)


def _roman(count: int) -> str:
    written = ""
    for figure, letters in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while count >= figure:
            written, count = written + letters, count - figure
    return written
