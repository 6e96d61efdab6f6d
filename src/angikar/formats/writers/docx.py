"""Writes DOCX: a paper that an office can go on editing, with Bangla as the complex script that Word takes it for."""

from __future__ import annotations

import io
from itertools import zip_longest
from typing import TYPE_CHECKING

from lxml import etree

from angikar.formats.grid import Placed, column_count, place, shares
from angikar.formats.word import INDENT, W
from angikar.formats.writers.typeface import legal
from angikar.formats.writers.widths import fitted
from angikar.rules.document import Align, Block, Cell, Document, Heading, PageBreak, Paragraph, Signature, Table

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.section import Section

Element = etree._Element

BANGLA_FACE = "Nikosh"
LATIN_FACE = "Times New Roman"
_BODY = 24
_HEADINGS = (32, 28, 26, 24)
_LISTED = range(2, 4)
"""The levels of the headings that a contents page lists."""
_TABLE_SIZES = ((5, 22), (8, 20), (11, 18), (13, 17))
_SMALLEST, _LEAST = 16, 11
_FEW, _MARGIN, _NARROW = 8, 108, 45
"""So many columns leave room left and right in their cells, in twentieths of a point; more of them leave less."""
_LABEL_LETTER = 150
_JUSTIFIED: dict[Align, str] = {"left": "left", "center": "center", "right": "right", "justify": "both"}


def write_docx(document: Document) -> bytes:
    """The bytes of a Word file of a Document; sizes are half points, widths twentieths of a point.

    Raises Unprintable for a control character, which XML cannot hold.
    """
    import docx  # python-docx is heavy, and most runs write no Word file

    word = docx.Document()
    word.core_properties.title, word.core_properties.author = legal(document.title)[:255], ""
    _dress(word)
    _shape(word.sections[0], document.landscape)
    _number_pages(word.sections[0])
    for block, after in zip_longest(document.blocks, document.blocks[1:]):
        if isinstance(block, PageBreak) and block.contents:
            _list_contents(word, block.contents, document)
        _write(word, block, is_kept=isinstance(after, Signature))
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def _element(name: str, **attributes: object) -> Element:
    return etree.Element(W + name, {W + attribute: str(value) for attribute, value in attributes.items()})


def _with(parent: Element, *children: Element) -> Element:
    for child in children:
        parent.append(child)
    return parent


def _dress(word: WordFile) -> None:
    """Faces and sizes of the styles: `cs`, `szCs` and `bCs` are what Bangla obeys, the rest is for Latin."""
    from docx.enum.style import WD_STYLE_TYPE

    defaults = word.styles.element.find(f".//{W}rPrDefault/{W}rPr")
    if defaults is not None:
        for child in list(defaults):
            defaults.remove(child)
        _with(defaults, *_letters(_BODY), _element("lang", val="en-US", bidi="bn-BD"))
    word.styles.add_style("Signature", WD_STYLE_TYPE.PARAGRAPH).base_style = word.styles["Normal"]
    for level in range(1, 10):
        style = word.styles[f"Heading {level}"].element
        old = style.find(W + "rPr")
        if old is not None:
            style.remove(old)
        size = _HEADINGS[min(level, len(_HEADINGS)) - 1]
        fonts, *sizes = _letters(size)
        style.append(_with(_element("rPr"), fonts, _element("b"), _element("bCs"), *sizes))


def _letters(size: int) -> list[Element]:
    fonts = _element("rFonts", ascii=LATIN_FACE, hAnsi=LATIN_FACE, eastAsia=LATIN_FACE, cs=BANGLA_FACE)
    return [fonts, _element("sz", val=size), _element("szCs", val=size)]


def _shape(section: Section, landscape: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    long, short = Mm(297), Mm(210)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.left_margin = section.right_margin = Mm(14 if landscape else 22)
    section.top_margin = section.bottom_margin = Mm(16 if landscape else 20)


def _number_pages(section: Section) -> None:
    """পৃষ্ঠা n / m at the foot; Word has no Bangla page numbers, so the figures are Latin."""
    line = section.footer.paragraphs[0]._p
    _with(line, _with(_element("pPr"), _element("jc", val="center")), *_runs("পৃষ্ঠা "))
    for field, behind in (("PAGE", " / "), ("NUMPAGES", "")):
        _with(line, _with(_element("fldSimple", instr=field), *_runs("1")), *_runs(behind))


def _write(word: WordFile, block: Block, *, is_kept: bool) -> None:
    """Write a block; what a signature follows `is_kept` on the page of that signature, so that none is alone overleaf."""
    match block:
        case Heading():
            style = f"Heading{min(max(block.level, 1), 9)}"
            _append(word, _line(block.text, _properties(block.align, style)))
        case Paragraph():
            _append(word, _paragraph(block, is_kept=is_kept))
        case Signature():
            properties = _properties(block.align, "Signature", is_kept=is_kept)
            _append(word, _line("\n".join(block.lines), properties))
        case PageBreak():
            _shape(word.add_section(), block.landscape)
        case Table():
            table = _table(block, word.sections[-1])
            _append(word, table)
            _append(word, _with(_element("p"), _properties("left", is_kept=is_kept)))
            if is_kept:
                _keep_last_row(table)


def _list_contents(word: WordFile, title: str, document: Document) -> None:
    """The contents page: a field that Word fills with the pages when it opens the file; until then it has the bare headings."""
    _shape(word.add_section(), landscape=False)
    _append(word, _line(title, _properties("center"), strong=True))
    instruction = _element("instrText")
    instruction.text = f' TOC \\o "{_LISTED[0]}-{_LISTED[-1]}" \\h \\z '
    begins = (
        _element("fldChar", fldCharType="begin", dirty="true"),
        instruction,
        _element("fldChar", fldCharType="separate"),
    )
    _append(word, _with(_element("p"), *(_with(_element("r"), part) for part in begins)))
    for block in document.blocks:
        if isinstance(block, Heading) and block.level in _LISTED and block.text.strip():
            indent = _element("ind", left=(block.level - _LISTED[0]) * INDENT)
            _append(word, _line(block.text, _with(_element("pPr"), indent)))
    _append(word, _with(_element("p"), _with(_element("r"), _element("fldChar", fldCharType="end"))))


def _append(word: WordFile, element: Element) -> None:
    """Add at the end of the body, which is before the properties of the last section."""
    word.element.body[-1].addprevious(element)


def _keep_last_row(table: Element) -> None:
    """Keep the last row of a table with what comes after it."""
    for properties in table.findall(f"{W}tr")[-1].iter(f"{W}pPr"):
        properties.insert(0, _element("keepNext"))


def _properties(align: Align, style: str = "", *, is_kept: bool = False) -> Element:
    made = _element("pPr")
    if style:
        made.append(_element("pStyle", val=style))
    if is_kept:
        made.append(_element("keepNext"))
    if style == "Signature":
        _with(made, _element("keepLines"), _element("spacing", before=600, after=120))
    return _with(made, _element("jc", val=_JUSTIFIED[align]))


def _paragraph(block: Paragraph, *, is_kept: bool) -> Element:
    """A label hangs in front of its text, parted by a tab."""
    hanging = max(INDENT, len(block.label) * _LABEL_LETTER) if block.label else 0
    indent = _element("ind", left=block.indent * INDENT + hanging, hanging=hanging)
    properties = _element("pPr")
    if is_kept:
        properties.append(_element("keepNext"))
    _with(properties, _element("spacing", after=120), indent, _element("jc", val=_JUSTIFIED[block.align]))
    text = f"{block.label}\t{block.text}" if block.label else block.text
    return _line(text, properties, strong=block.strong)


def _line(text: str, properties: Element, *, strong: bool = False, size: int = 0) -> Element:
    return _with(_element("p"), properties, *_runs(text, strong=strong, size=size))


def _runs(text: str, *, strong: bool = False, size: int = 0) -> list[Element]:
    properties = _element("rPr")
    if strong:
        _with(properties, _element("b"), _element("bCs"))
    if size:
        _with(properties, _element("sz", val=size), _element("szCs", val=size))
    run = _with(_element("r"), properties)
    for number, line in enumerate(legal(text).split("\n")):
        if number:
            run.append(_element("br"))
        for part, piece in enumerate(line.split("\t")):
            if part:
                run.append(_element("tab"))
            words = _element("t")
            words.text = piece
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.append(words)
    return [run]


def _table(block: Table, section: Section) -> Element:
    rows = place([row.cells for row in block.rows])
    columns = max(1, column_count(rows))
    room = int(((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)) / 635)
    given = shares(block, rows) or [1.0]
    most = next((size for most, size in _TABLE_SIZES if columns <= most), _SMALLEST)
    sizes, margin = range(most, _LEAST - 1, -1), _NARROW if columns > _FEW else _MARGIN
    widths, size = fitted(rows, given, room, sizes=sizes, margin=margin)
    made = _with(_element("tbl"), _table_properties(block, sum(widths), margin))
    made.append(_with(_element("tblGrid"), *(_element("gridCol", w=width) for width in widths)))
    begun = {
        (y + down, cell.column): (cell, down)
        for y, row in enumerate(rows)
        for cell in row
        for down in range(cell.rowspan)
    }
    for y in range(len(rows)):
        properties = _with(_element("trPr"), _element("cantSplit", val=int(_is_short(rows[y]))))
        if y < block.header_rows:
            properties.append(_element("tblHeader"))
        line = _with(_element("tr"), properties)
        column = 0
        while column < columns:
            cell, down = begun.get((y, column), (Placed(column, 1, 1, Cell()), 0))
            width = sum(widths[column : column + cell.colspan])
            line.append(_cell(cell, down, width, size if block.borders else 0))
            column += cell.colspan
        made.append(line)
    return made


def _is_short(row: tuple[Placed, ...]) -> bool:
    """A short row may be kept on one page; a long one must be allowed to go on overleaf."""
    return all(len(placed.cell.text) <= 250 for placed in row)


def _table_properties(block: Table, width: int, margin: int) -> Element:
    made = _with(_element("tblPr"), _element("tblW", w=width, type="dxa"))
    if block.borders:
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        made.append(
            _with(
                _element("tblBorders"), *(_element(side, val="single", sz=4, space=0, color="auto") for side in sides)
            )
        )
    sides_of_cells = (_element(side, w=margin, type="dxa") for side in ("left", "right"))
    return _with(made, _element("tblLayout", type="fixed"), _with(_element("tblCellMar"), *sides_of_cells))


def _cell(placed: Placed, down: int, width: int, size: int) -> Element:
    """A cell, or the continuation of one that began `down` rows above."""
    properties = _with(_element("tcPr"), _element("tcW", w=width, type="dxa"))
    if placed.colspan > 1:
        properties.append(_element("gridSpan", val=placed.colspan))
    if placed.rowspan > 1:
        properties.append(_element("vMerge", val="continue" if down else "restart"))
    cell = placed.cell
    text = "" if down else cell.text
    line = _line(text, _properties(cell.align), strong=cell.strong, size=size)
    return _with(_element("tc"), properties, line)
