"""Copy: the marked copy of a paper, made in this process."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from lxml import etree

from angikar.formats.annotate.notes import AUTHOR, note
from angikar.formats.errors import SPOILT
from angikar.formats.intake import Kind, damaged, decode
from angikar.formats.readers.registry import read_as
from angikar.formats.word import W, columns, counted
from angikar.rules.document import Block, Document, Place, Table
from angikar.rules.reading import Doubt

if TYPE_CHECKING:
    from docx.oxml.text.paragraph import CT_P


_SPOILT = (*SPOILT, TypeError, AttributeError, ArithmeticError)


def annotate_as(kind: Kind, data: bytes, doubts: tuple[Doubt, ...]) -> bytes:
    """The marked copy of a file of that kind, made in this process. Raises Unreadable."""
    try:
        return _annotated(kind, data, doubts)
    except _SPOILT as cause:  # the engines that write are stricter than the readers, each in its own way
        raise damaged() from cause


def _annotated(kind: Kind, data: bytes, doubts: tuple[Doubt, ...]) -> bytes:
    match kind:
        case "pdf":
            from angikar.formats.annotate.pdf import annotate_pdf

            return annotate_pdf(data, doubts)
        case "picture":
            from angikar.formats.annotate.pdf import annotate_pdf, pdf_of

            return annotate_pdf(pdf_of(data), doubts)
        case "docx":
            return _word(data, doubts)
        case "sheet":
            return _sheet(data, doubts)
        case "text":
            return _text(enumerate(decode(data).splitlines(), start=1), doubts)
        case "html" | "office" | "bundle":
            return _text((line for block in read_as(kind, data).blocks for line in _lines(block)), doubts)


def _word(data: bytes, doubts: Sequence[Doubt]) -> bytes:
    import docx
    from docx.text.paragraph import Paragraph

    word = docx.Document(io.BytesIO(data))
    lines = list(counted(word.element.body)) or [word.add_paragraph()._p]
    for doubt in doubts:
        element = lines[min(max(doubt.place.line or 1, 1), len(lines)) - 1]
        (written, *_) = _cell(element, doubt.place.cell or 0).iter(W + "p")
        paragraph = Paragraph(cast("CT_P", written), word._body)
        runs = paragraph.runs or [paragraph.add_run()]
        word.add_comment([runs[0], runs[-1]], text=note(doubt), author=AUTHOR, initials="অ")
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def _cell(element: etree._Element, column: int) -> etree._Element:
    """The cell of a table row that covers a grid column; a paragraph is itself."""
    found, begins = element, columns(element, "trPr/gridBefore")
    for cell in element.iterfind(W + "tc"):
        if begins <= column or found is element:
            found = cell
        begins += columns(cell, "tcPr/gridSpan", 1)
    return found


def _sheet(data: bytes, doubts: Sequence[Doubt]) -> bytes:
    import openpyxl
    from openpyxl.cell import MergedCell
    from openpyxl.comments import Comment

    book = openpyxl.load_workbook(io.BytesIO(data))
    notes: dict[tuple[int, int, int], list[str]] = defaultdict(list)
    for doubt in doubts:
        page, line, cell = doubt.place.page or 1, doubt.place.line or 1, doubt.place.cell or 0
        notes[min(page, len(book.worksheets)) - 1, line, cell + 1].append(note(doubt))
    for (page, line, column), notes_here in notes.items():
        place = book.worksheets[page].cell(line, column)
        if isinstance(place, MergedCell):
            (merged,) = (each for each in book.worksheets[page].merged_cells.ranges if place.coordinate in each)
            place = book.worksheets[page].cell(merged.min_row, merged.min_col)
        earlier = [place.comment.text] if place.comment else []
        place.comment = Comment("\n\n".join([*earlier, *notes_here]), AUTHOR, height=160, width=360)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _text(lines: Iterator[tuple[int, str]], doubts: Sequence[Doubt]) -> bytes:
    """The lines of a paper, below each its doubts between ⟦ and ⟧, one a line."""
    notes: dict[int, list[str]] = defaultdict(list)
    for doubt in doubts:
        notes[doubt.place.line or 0].append("⟦" + " · ".join(note(doubt).splitlines()) + "⟧")
    written = [*notes.pop(0, ())]
    for number, line in lines:
        written += [line, *notes.pop(number, ())]
    written += [each for _, left in sorted(notes.items()) for each in left]
    return ("\n".join(written) + "\n").encode()


def _lines(block: Block) -> Iterator[tuple[int, str]]:
    """The lines of a block with the numbers their places give them."""
    if isinstance(block, Table):
        yield from ((_number(row.place), "\t".join(row.texts)) for row in block.rows)
    else:
        yield from ((_number(place), text) for text, place in Document((block,)).lines())


def _number(place: Place) -> int:
    return place.line or 0
