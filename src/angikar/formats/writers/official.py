"""Official form: a Document as the data that the typst template `official.typ` takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from angikar.formats.grid import Placed, column_count, gaps, place, shares
from angikar.formats.writers.typeface import printable
from angikar.rules.document import Align, Cell, Document, Heading, PageBreak, Paragraph, Signature, Table

Data = dict[str, object]

_NUMERIC = re.compile(r"[\d০-৯][\d০-৯.,/%+\-–\s]*|[-–%]")
_BREAKS = re.compile(r"\s+|(?<=[/\-–])(?=[^\d০-৯])")
_BODY = 11.0
_SIZES = ((5, 10.0), (8, 9.0), (11, 8.5), (13, 8.0))
_SMALLEST = 7.5
_PAIR = 2
_LONG_CELL = 250
_LONG_WORD = 40
_PROBES = 3
_SHORT_LINE = 60


def sections(document: Document) -> list[Data]:
    """Runs of pages of one orientation, each with its blocks; a page break at the end makes no page."""
    made: list[tuple[bool, list[Data]]] = [(document.landscape, [])]
    outline = 0
    for block in document.blocks:
        content = made[-1][1]
        match block:
            case PageBreak():
                if block.contents:
                    made.append((False, [{"kind": "contents", "text": printable(block.contents)}]))
                made.append((block.landscape, []))
            case Heading() if block.text.strip():
                outline = min(block.level, outline + 1)
                content.append(_heading(block, outline))
            case Paragraph():
                content.append(_paragraph(block))
            case Table() if any(row.cells for row in block.rows):
                content.append(_table(block))
            case Signature():
                _sign(content, block)
            case _:
                pass
    filled = [section for section in made if section[1]] or made[:1]
    return [{"landscape": landscape, "blocks": content} for landscape, content in filled]


def _heading(block: Heading, outline: int) -> Data:
    """`outline` is the level given to programs: tagged PDF wants it to begin at 1 and to skip none."""
    return {
        "kind": "heading",
        "text": printable(block.text),
        "level": max(1, block.level),
        "outline": max(1, outline),
        "align": block.align,
    }


def _paragraph(block: Paragraph) -> Data:
    return {
        "kind": "paragraph",
        "text": printable(block.text),
        "label": printable(block.label),
        "align": block.align,
        "strong": block.strong,
        "indent": block.indent,
    }


_SLOT = {"left": 0, "justify": 0, "center": 1, "right": 1}


def _sign(content: list[Data], block: Signature) -> None:
    """Left and right are side by side when they follow each other: the two parties of an agreement. What a signature follows stays on its
    page, so that none is alone overleaf.
    """
    lines = [printable(line) for line in block.lines]
    _keep(content)
    if block.align == "center":
        content.append({"kind": "signatures", "slots": [lines]})
        return
    slot = _SLOT[block.align]
    last = content[-1] if content else {}
    slots = last.get("slots")
    if slot == 1 and isinstance(slots, list) and len(slots) == 2 and not slots[1]:
        slots[1] = lines
        return
    content.append({"kind": "signatures", "slots": [[], lines] if slot else [lines, []]})


def _keep(content: list[Data]) -> None:
    """Keep the last words of the paper with what follows: the last paragraph, and where it is but a short line also the one above it."""
    for each in content[:-3:-1]:
        if each["kind"] != "paragraph":
            return
        each["kept"] = True
        if len(str(each["text"])) >= _SHORT_LINE:
            return


def _table(block: Table) -> Data:
    rows = place([[_spell(cell) for cell in row.cells] for row in block.rows])
    head = _header_height(rows, block.header_rows)
    columns = column_count(rows)
    cells = [_cell(placed, y, y < head, _breakable(rows[y])) for y, row in enumerate(rows) for placed in row]
    cells += [_cell(Placed(x, 1, 1, Cell()), y, y < head, False) for y, x in gaps(rows)]
    return {
        "kind": "table",
        "borders": block.borders,
        "size": _BODY if not block.borders else next((size for most, size in _SIZES if columns <= most), _SMALLEST),
        "weights": shares(block, rows),
        "probes": [list(_probes(rows, column, head)) for column in range(columns)],
        "header": [cell for cell in cells if cell["head"]],
        "rows": [cell for cell in cells if not cell["head"]],
    }


def _spell(cell: Cell) -> Cell:
    return Cell(printable(_spaced(cell.text)), cell.colspan, cell.rowspan, cell.align, cell.strong)


def _spaced(text: str) -> str:
    """What is longer than any word (an address, a key) may break anywhere between its letters."""
    import regex

    return re.sub(rf"\S{{{_LONG_WORD},}}", lambda long: "\u200b".join(regex.findall(r"\X", long[0])), text)


def _header_height(rows: tuple[tuple[Placed, ...], ...], wanted: int) -> int:
    """The header rows, and any further row that a cell of the header reaches down into; never the whole table."""
    height = 0
    while height < min(max(wanted, height), len(rows) - 1) or height < min(_reach(rows[:height]), len(rows) - 1):
        height += 1
    return height if _reach(rows[:height]) <= height else 0


def _reach(rows: Iterable[tuple[Placed, ...]]) -> int:
    return max((y + placed.rowspan for y, row in enumerate(rows) for placed in row), default=0)


def _breakable(row: tuple[Placed, ...]) -> bool:
    """A short row stays on one page, and so does a pair (promise and achievement); what is long must be allowed to go on overleaf."""
    return any(placed.rowspan > _PAIR or len(placed.cell.text) > _LONG_CELL for placed in row)


def _cell(placed: Placed, y: int, head: bool, breakable: bool) -> Data:
    cell = placed.cell
    return {
        "x": placed.column,
        "y": y,
        "width": placed.colspan,
        "height": placed.rowspan,
        "head": head,
        "align": _alignment(cell, head),
        "strong": cell.strong or head,
        "text": cell.text,
        "breakable": breakable and not head,
    }


def _alignment(cell: Cell, head: bool) -> Align:
    """Headings of columns and bare numbers are centred, as the printed forms have them."""
    centred = head or _NUMERIC.fullmatch(cell.text.strip())
    return "center" if centred and cell.align == "left" else cell.align


def _probes(rows: tuple[tuple[Placed, ...], ...], column: int, head: int) -> Iterator[Data]:
    """The longest words of a column, to be measured: the column must not cut them."""
    words = {
        (word, placed.cell.strong or y < head)
        for y, row in enumerate(rows)
        for placed in row
        if placed.column == column and placed.colspan == 1
        for word in _BREAKS.split(placed.cell.text)
        if word and "\u200b" not in word
    }
    for word, strong in sorted(words, key=lambda item: (-len(item[0]), item))[:_PROBES]:
        yield {"text": word, "strong": strong}
