"""Writes XLSX: the blocks of a paper down a sheet, numbers as numbers in Bangla digits, text never as a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from angikar.formats.grid import Placed, column_count, place, shares
from angikar.formats.writers.typeface import legal
from angikar.rules.bangla.digits import to_bangla, to_latin
from angikar.rules.document import Cell, Document, Heading, PageBreak, Paragraph, Signature, Table

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14}|[1-9]\d?(?:,\d\d)*,\d{3})(?:\.\d{0,5}[1-9])?")
_PADDED = re.compile(r"-?(?:0|[1-9]\d{0,14})\.\d{0,5}0")
"""Marks and other numbers that are printed to their last place; at the left edge of a cell it may be a code (১.১০)."""
BANGLA = "[$-5000845]"
"""What begins the format of a number in Bangla digits; its noughts at the end are read again (`readers.xlsx`)."""
_GROUPED = "{0}[>=10000000]##\\,##\\,##\\,##0{1};{0}[>=100000]##\\,##\\,##0{1};{0}##,##0{1}"
_CELL_LIMIT = 32_767
_PAGE_LETTERS = {False: 92.0, True: 140.0}
"""Letters of the sheet's own face across an A4 page, upright and landscape."""


def write_xlsx(document: Document) -> bytes:
    """The bytes of a workbook: a sheet for each run of pages of one orientation.

    A text that is only a number becomes a number when reading it back gives the same value and spelling; all
    else stays text. Raises Unprintable for a control character, which XML cannot hold.
    """
    import xlsxwriter

    made = io.BytesIO()
    workbook = xlsxwriter.Workbook(made, {"in_memory": True})
    workbook.set_properties({"title": legal(document.title)[:255]})
    for number, (landscape, blocks) in enumerate(_sheets(document), start=1):
        _Sheet(workbook, workbook.add_worksheet(f"পাতা {to_bangla(str(number))}"), landscape, blocks).write()
    workbook.close()
    return made.getvalue()


Written = Heading | Paragraph | Signature | Table


def _sheets(document: Document) -> list[tuple[bool, list[Written]]]:
    made: list[tuple[bool, list[Written]]] = [(document.landscape, [])]
    for block in document.blocks:
        if isinstance(block, PageBreak):
            made.append((block.landscape, []))
        else:
            made[-1][1].append(block)
    return [sheet for sheet in made if sheet[1]] or made[:1]


class _Sheet:
    """One sheet, written from the top downwards; a blank row comes before and after every table."""

    def __init__(
        self, workbook: xlsxwriter.Workbook, sheet: Worksheet, landscape: bool, blocks: Sequence[Written]
    ) -> None:
        self._workbook = workbook
        self._sheet = sheet
        self._blocks = blocks
        self._row = 0
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}
        grids = [place([row.cells for row in block.rows]) for block in blocks if isinstance(block, Table)]
        self._columns = max([1, *(column_count(rows) for rows in grids)])
        self._widths = self._column_widths(_PAGE_LETTERS[landscape])
        sheet.set_paper(9)
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C&P / &N")

    def write(self) -> None:
        """All blocks."""
        for column, width in enumerate(self._widths):
            self._sheet.set_column(column, column, width)
        for before, block in pairwise((None, *self._blocks)):
            if before is not None and (isinstance(before, Table) or isinstance(block, Table)):
                self._row += 1
            match block:
                case Table():
                    self._table(block)
                case Heading():
                    self._line(block.text, bold=True, size=14 if block.level == 1 else 12, align=block.align)
                case Paragraph():
                    self._line(
                        f"{block.label} {block.text}".strip(), bold=block.strong, align=block.align, indent=block.indent
                    )
                case Signature():
                    for line in block.lines:
                        self._line(line, align=block.align)
                case None:
                    pass

    def _column_widths(self, room: float) -> list[float]:
        """The page is shared out whole, as the first of the widest tables wants it."""
        tables = [
            (block, place([row.cells for row in block.rows])) for block in self._blocks if isinstance(block, Table)
        ]
        widest = next((shares(block, rows) for block, rows in tables if column_count(rows) == self._columns), [1.0])
        return [max(5.0, room * share / sum(widest)) for share in widest]

    def _format(self, **look: object) -> Format:
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            face = {"font_name": "Nikosh", "font_size": 11, "text_wrap": True, "valign": "top"}
            self._formats[key] = self._workbook.add_format(face | look)
        return self._formats[key]

    def _line(self, text: str, *, bold: bool = False, size: int = 11, align: str = "left", indent: int = 0) -> None:
        look = self._format(bold=bold, font_size=size, align="left" if align == "justify" else align, indent=indent)
        self._put(self._row, Placed(0, self._columns, 1, Cell(text)), text, look)
        self._sheet.set_row(self._row, self._height(text, sum(self._widths)) * size / 11)
        self._row += 1

    def _table(self, block: Table) -> None:
        rows = place([row.cells for row in block.rows])
        if block.header_rows > 0 and not self._row:
            self._sheet.repeat_rows(0, block.header_rows - 1)
        for y, row in enumerate(rows):
            for placed in row:
                self._cell(placed, self._row + y, head=y < block.header_rows, borders=block.borders)
            self._sheet.set_row(self._row + y, max((self._needed(placed) for placed in row), default=15.0))
        self._row += len(rows)

    def _needed(self, placed: Placed) -> float:
        width = sum(self._widths[placed.column : placed.column + placed.colspan])
        return self._height(placed.cell.text, width) / placed.rowspan

    def _height(self, text: str, width: float) -> float:
        """Points that a wrapped text needs: rows with merged cells do not fit themselves."""
        return 15.0 * min(25, sum(max(1, ceil(len(line) * 1.1 / width)) for line in text.split("\n")) or 1)

    def _cell(self, placed: Placed, y: int, *, head: bool, borders: bool) -> None:
        cell = placed.cell
        number = _number(cell)
        centred = (head or number is not None) and cell.align == "left"
        look: dict[str, object] = {"bold": head or cell.strong, "border": int(borders)}
        look["align"] = "center" if centred else "left" if cell.align == "justify" else cell.align
        if number is not None:
            look["num_format"] = number[1]
        self._put(y, placed, number[0] if number else cell.text, self._format(**look))

    def _put(self, y: int, placed: Placed, what: str | float, look: Format) -> None:
        x = placed.column
        if placed.colspan > 1 or placed.rowspan > 1:
            self._sheet.merge_range(y, x, y + placed.rowspan - 1, x + placed.colspan - 1, "", look)
        if isinstance(what, str):
            self._sheet.write_string(y, x, _short(legal(what)), look)
        else:
            self._sheet.write_number(y, x, what, look)


def _short(text: str) -> str:
    """Excel holds no more in a cell; that something is missing must be seen."""
    return text if len(text) <= _CELL_LIMIT else text[: _CELL_LIMIT - 1] + "…"


def _number(cell: Cell) -> tuple[float, str] | None:
    """The value of a bare number and the format that shows it as it was printed; None for every other text."""
    text = cell.text.strip()
    latin = to_latin(text)
    is_mark = latin != text and cell.align in ("center", "right") and _PADDED.fullmatch(latin)
    if not _NUMBER.fullmatch(latin) and not is_mark:
        return None
    decimals = latin.partition(".")[2]
    fraction = "." + "0" * len(decimals) if decimals else ""
    digits = "" if latin == text else BANGLA
    shape = _GROUPED.format(digits, fraction) if "," in latin else f"{digits}0{fraction}"
    return float(latin.replace(",", "")), shape
