"""Reads DOCX at the level of its XML: the true grid of tables, headings, lists, signatures, sections, Bijoy runs."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from lxml import etree

from angikar.formats import grid, sentences
from angikar.formats.errors import SPOILT, Unreadable
from angikar.formats.intake import damaged
from angikar.formats.pdf_text.lines import split_label
from angikar.formats.readers import hidden_word
from angikar.formats.word import (
    INDENT,
    NESTED_PARTS,
    Numbers,
    Styles,
    W,
    at,
    boxes,
    cells_of_layout,
    columns,
    on,
    value,
    whole,
    xml,
)
from angikar.rules.bangla import bijoy
from angikar.rules.document import (
    Align,
    Block,
    Cell,
    Document,
    FileRepair,
    Heading,
    PageBreak,
    Paragraph,
    Place,
    Signature,
    Table,
    Unseen,
)

_ALIGN: dict[str | None, Align] = {
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "justify",
    "distribute": "justify",
}
_HEADS = re.compile(r"word/header\d*\.xml")
_NOTES = re.compile(r"word/(?:(?:foot|end)notes|footer\d*)\.xml")
"""The parts of a Word file that are printed above the body, and below it."""
_FOOTER = W + "ftr"
_SAID = re.compile(r"।|হবে|মধ্যে|করুন|shall|must|\bby \d")
"""What a line outside the body asks; at the foot of a page stand its number, an address and the name of a file too."""
_SIGNS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "\u2011"}


def read_docx(data: bytes) -> Document:
    """The Document of a Word file; `Place.line` counts its paragraphs and table rows, `Place.cell` the grid column.

    Runs in a Bijoy face come as Unicode; what was deleted under tracking is left out. Raises Unreadable when damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {
                name: archive.read(name)
                for name in archive.namelist()
                if name.startswith("word/") and name.endswith(".xml")
            }
        body = at(xml(parts["word/document.xml"]), "body")
        heads, notes = (
            [xml(parts[name]) for name in sorted(parts) if beside.match(name)] for beside in (_HEADS, _NOTES)
        )
        styles, numbers = (
            xml(parts[name]) if name in parts else None for name in ("word/styles.xml", "word/numbering.xml")
        )
    except SPOILT as cause:
        raise damaged() from cause
    if body is None:
        raise damaged()
    document = _Reader(Styles.of(styles), Numbers(numbers), body).document(heads, notes)
    return replace(document, unseen=(*document.unseen, *hidden_word.comments(parts.get("word/comments.xml"))))


class _Reader:
    """Walks the body once, counting paragraphs and rows as it goes."""

    def __init__(self, styles: Styles, numbers: Numbers, body: etree._Element) -> None:
        self._styles = styles
        self._numbers = numbers
        self._body = body
        self._line = 0
        self._unseen: list[Unseen] = []
        self._faces: dict[str, None] = {}
        self._sections = [
            (value(section, "pgSz", "orient") == "landscape", value(section, "type"))
            for section in body.iter(W + "sectPr")
        ] or [(False, None)]
        self._section = 0

    def document(self, heads: Iterable[etree._Element] = (), notes: Iterable[etree._Element] = ()) -> Document:
        """The whole body, with what stands only in the heads of pages before it and what stands in notes after it."""
        landscape = self._sections[0][0]
        blocks = tuple(self._children(self._body))
        known = set(" ".join(Document(blocks).text.split("\n")).split())
        above = tuple(self._aside(heads, known, Document(blocks).text))
        blocks = (*above, *blocks, *self._notes(notes, Document(blocks).text))
        if not blocks:
            raise Unreadable(sentences.DOCUMENT_WITHOUT_TEXT)
        repairs = (FileRepair("bijoy", ", ".join(self._faces)),) if self._faces else ()
        return Document(blocks, landscape=landscape, unseen=tuple(self._unseen), repairs=repairs)

    def _aside(self, parts: Iterable[etree._Element], known: set[str], body: str) -> Iterator[Paragraph]:
        """The lines outside the body that say more than it does; a number of the page says nothing."""
        for element in (each for part in parts for each in part.iter(W + "p")):
            for line in self._text(element).replace("\t", "\n").split("\n"):
                words = set(line.split())
                asks = _SAID.search(line) and " ".join(line.split()) not in body
                if any(char.isalpha() for char in line) and (asks or not words <= known):
                    known |= words
                    body = f"{body} {' '.join(line.split())}"
                    yield Paragraph(line.strip())

    def _notes(self, parts: Iterable[etree._Element], body: str) -> Iterator[Paragraph]:
        """The lines of notes, and of the feet of pages those that say something; each once, and not what the body says in the same words."""
        said = " ".join(body.split())
        for part in parts:
            for element in part.iter(W + "p"):
                for line in self._text(element).replace("\t", "\n").split("\n"):
                    text = " ".join(line.split())
                    asks = part.tag != _FOOTER or _SAID.search(text)
                    if asks and any(char.isalpha() for char in text) and text not in said:
                        said = f"{said} {text}"
                        yield Paragraph(text)

    def _children(self, parent: etree._Element) -> Iterator[Block]:
        for child in parent:
            if child.tag == W + "p":
                yield from self._paragraph(child)
            elif child.tag == W + "tbl":
                cells = cells_of_layout(child)
                for cell in cells:
                    yield from self._children(cell)
                if not cells:
                    yield self._table(child)
            elif child.tag in NESTED_PARTS:
                yield from self._children(child)

    def _paragraph(self, element: etree._Element) -> Iterator[Block]:
        self._line += 1
        properties = at(element, "pPr")
        place = Place(self._line)
        if any(mark.get(W + "type") == "page" for mark in element.iter(W + "br")):
            yield PageBreak(self._sections[self._section][0], place)
        yield from self._block(element, properties, place)
        for box in boxes(element):
            yield from self._children(box)
        if at(properties, "sectPr") is not None and self._section + 1 < len(self._sections):
            self._section += 1
            landscape, kind = self._sections[self._section]
            if kind != "continuous":
                yield PageBreak(landscape, place)

    def _block(self, element: etree._Element, properties: etree._Element | None, place: Place) -> Iterator[Block]:
        label = self._label(element)
        text = self._text(element)
        if not text.strip() and not label:
            return
        align = _ALIGN.get(self._styles.alignment(properties), "left")
        if (level := self._styles.level(properties)) is not None:
            yield Heading(f"{label} {text}".strip(), level, align, place)
        elif self._styles.name(value(properties, "pStyle")) == "signature":
            yield Signature(tuple(text.split("\n")), align, place)
        else:
            left, hanging = (whole(value(properties, "ind", side)) for side in ("left", "hanging"))
            if not label:
                label, text = _label_and_text(text, hanging)
            strong = self._is_strong(element)
            yield Paragraph(text.strip(), label, align, strong, max(0, left - hanging) // INDENT, place)

    def _label(self, element: etree._Element) -> str:
        """The label that Word counts for a paragraph, where the paragraph is shown."""
        label = self._numbers.label(self._styles.numbered(at(element, "pPr")))
        return "" if label and hidden_word.is_folded(element) else label

    def _text(self, element: etree._Element) -> str:
        """The text of a paragraph; neighbouring runs of one kind are joined before Bijoy becomes Unicode."""
        paragraph = at(element, "pPr")
        changes = hidden_word.changes(element)
        self._unseen += (Unseen(text, change, Place(self._line)) for change, text in changes)
        pieces = []
        for run in _runs(element):
            old, written = self._styles.bijoy_face(at(run, "rPr"), paragraph), _written(run)
            if old and written.strip():
                self._faces[old] = None
            way = hidden_word.way(run, paragraph, self._styles) if written.strip() else None
            if way is None:
                pieces.append((old, written))
            else:
                self._unseen.append(Unseen(bijoy.to_unicode(written) if old else written, way, Place(self._line)))
        joined = ((old, "".join(text for _, text in run)) for old, run in groupby(pieces, key=lambda piece: piece[0]))
        return "".join(bijoy.to_unicode(text) if old else text for old, text in joined).strip(" \n")

    def _is_strong(self, element: etree._Element) -> bool:
        paragraph = at(element, "pPr")
        styled = [on(at(style, "rPr"), "b", "bCs") for style in self._styles.chain(value(paragraph, "pStyle"))]
        default = next((bold for bold in styled if bold is not None), False)
        bolds = [on(at(run, "rPr"), "b", "bCs") for run in _runs(element) if _written(run).strip()]
        return bool(bolds) and all(default if bold is None else bold for bold in bolds)

    def _table(self, element: etree._Element) -> Table:
        first = self._line + 1
        rows: list[list[Cell]] = []
        open_merges: dict[int, tuple[int, int]] = {}
        for row in element.iterfind(W + "tr"):
            self._line += 1
            rows.append(self._row(row, rows, open_merges))
        heads = (on(at(row, "trPr"), "tblHeader") or False for row in element.iterfind(W + "tr"))
        header_rows = next((count for count, head in enumerate(heads) if not head), len(rows))
        made = grid.table(rows, [Place(first + y) for y in range(len(rows))], header_rows)
        widths = tuple(float(whole(column.get(W + "w"))) for column in element.iterfind(f"{W}tblGrid/{W}gridCol"))
        return Table(made.rows, header_rows, widths, self._has_borders(at(element, "tblPr")), made.place)

    def _row(self, row: etree._Element, rows: list[list[Cell]], open_merges: dict[int, tuple[int, int]]) -> list[Cell]:
        """The cells of a row; a cell that continues a vertical merge makes the cell it began in a row taller."""
        cells = [Cell() for _ in range(columns(row, "trPr/gridBefore"))]
        column = len(cells)
        for element in row.iterfind(f".//{W}tc"):
            if next(element.iterancestors(W + "tr")) is not row:
                continue
            span = columns(element, "tcPr/gridSpan", 1)
            merge = at(element, "tcPr/vMerge")
            if merge is not None and merge.get(W + "val") != "restart" and column in open_merges:
                y, x = open_merges[column]
                began = rows[y][x]
                rows[y][x] = Cell(began.text, began.colspan, began.rowspan + 1, began.align, began.strong)
            else:
                open_merges.pop(column, None)
                if merge is not None:
                    open_merges[column] = (len(rows), len(cells))
                cells.append(self._cell(element, span))
            column += span
        return cells

    def _cell(self, element: etree._Element, span: int) -> Cell:
        paragraphs = list(element.iter(W + "p"))
        lines = [" ".join(filter(None, (self._label(p), self._text(p).replace("\t", " ")))) for p in paragraphs]
        written = [p for p, line in zip(paragraphs, lines, strict=True) if line]
        align = _ALIGN.get(self._styles.alignment(at(written[0], "pPr")) if written else None, "left")
        strong = bool(written) and all(self._is_strong(p) for p in written)
        return Cell("\n".join(line for line in lines if line), span, 1, align, strong)

    def _has_borders(self, properties: etree._Element | None) -> bool:
        own = at(properties, "tblBorders")
        styled = (at(style, "tblPr/tblBorders") for style in self._styles.chain(value(properties, "tblStyle")))
        borders = next((found for found in (own, *styled) if found is not None), None)
        return borders is not None and any(side.get(W + "val") not in (None, "nil", "none") for side in borders)


def _label_and_text(text: str, hanging: int) -> tuple[str, str]:
    """The label typed in front of a text: the text before the tab of a hanging paragraph, or what looks like one."""
    head, tab, rest = text.partition("\t")
    return (head.strip(), rest.strip()) if tab and hanging > 0 else split_label(text.strip())


def _runs(element: etree._Element) -> Iterator[etree._Element]:
    """The runs that are printed: through links, fields and insertions, not through deletions."""
    for child in element:
        if child.tag == W + "r":
            yield child
        elif child.tag in NESTED_PARTS:
            yield from _runs(child)


def _written(run: etree._Element) -> str:
    pieces: list[str] = []
    for child in run:
        name = str(child.tag).removeprefix(W)
        if name == "t":
            pieces.append(child.text or "")
        elif name == "br" and child.get(W + "type") in (None, "textWrapping"):
            pieces.append("\n")
        elif name == "sym":
            pieces.append(_sign(child.get(W + "char") or ""))
        else:
            pieces.append(_SIGNS.get(name, ""))
    return "".join(pieces)


def _sign(code: str) -> str:
    """A character given by its code in hexadecimal, as Word writes the signs of its symbol faces."""
    return chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{1,4}", code) else ""
