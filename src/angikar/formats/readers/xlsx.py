"""Reads workbooks (XLSX, XLS, XLSB, ODS): blocks of cells as tables, single cells as lines; numbers, shares, dates as text."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby, islice

import openpyxl
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from angikar.formats import grid, sentences
from angikar.formats.errors import Unreadable
from angikar.formats.intake import damaged
from angikar.formats.pdf_text.lines import paragraph
from angikar.formats.readers.hidden_cells import Hidden, hidden_of
from angikar.formats.readers.hidden_open import open_hidden_of
from angikar.formats.readers.workbooks import opened
from angikar.rules.document import Block, Cell, Document, Heading, PageBreak, Place, Unseen

Value = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta

_CELL_LIMIT = 500_000
_REACH = 100
"""How far beyond the last written cell a merged one may reach; whole rows and columns are merged by mistake."""
_NOTED = 20
"""Rows of a hidden sheet that are noted."""
_ALL_SHOWN = Hidden()
_SHARE = re.compile(rb'formatCode="[^"]*%|numFmtId="(?:9|10)"|formatCode="\[\$-5000845\]0\.0')
_PADDED = re.compile(r"\[\$-5000845\]0\.(0+)")
"""The format in which we write a number to its last place in Bangla digits (`writers.xlsx`)."""
_UNNAMED = re.compile(r"(?:পাতা|শিট|Sheet)\s?[০-৯0-9]+")  # a sheet without a title of its own


def read_xlsx(data: bytes) -> Document:
    """The Document of a workbook; `Place.page` is the 1-based sheet, `Place.line` its row, `Place.cell` the column.

    A blank row parts two tables; lines of one cell before and behind a table are paragraphs. Of several sheets each
    name is a heading; one without a name of its own begins a page. Numbers come as Latin digits (`26`,
    `99.5`), shares with their sign where the file is XLSX (`85%`), dates as dd.mm.yyyy. Macros are never run.
    Raises Unreadable for a damaged file and for sheets too large to be a paper.
    """
    hidden = hidden_of(data)
    for name, sheet in hidden.items():
        _refuse_endless(name, sheet.reach)
    try:
        workbook = opened(data)
        sheets = [workbook.get_sheet_by_index(index) for index in range(len(workbook.sheet_names))]
        looks = _Looks(_formats(data), hidden)
        if not hidden:
            folded, family = open_hidden_of(data), _family(data)
            unseen = [] if folded else [Unseen(family, "unknown")]
            looks = replace(looks, hidden=_folded(workbook, folded), unseen=unseen)
        blocks = tuple(_blocks(sheets, looks))
        return Document(blocks, unseen=tuple(looks.unseen))
    except (CalamineError, OSError, ValueError, OverflowError) as cause:
        raise damaged() from cause


def _folded(workbook: CalamineWorkbook, known: Mapping[str, Hidden]) -> Mapping[str, Hidden]:
    """Which sheets are hidden as a whole, with what is known of the others: of an ODS its rows, columns and cells, else nothing."""
    return {
        each.name: replace(known.get(each.name, Hidden()), whole=each.visible != SheetVisibleEnum.Visible)
        for each in workbook.sheets_metadata
    }


def _family(data: bytes) -> str:
    """What a workbook that does not say what it hides is called."""
    if not data.startswith(b"PK"):
        return ".xls"
    if b"mimetypeapplication/vnd.oasis" in data[:100]:
        return ".ods"
    return ".xlsx" if b"xl/workbook.xml" in data else ".xlsb"  # an XLSX where a part is spoilt


@dataclass(frozen=True, slots=True)
class _Looks:
    """How a workbook shows its cells: which as shares or with noughts at the end, which not at all; and what was found that it does not
    show.
    """

    formats: Mapping[tuple[str, int, int], str]
    hidden: Mapping[str, Hidden]
    unseen: list[Unseen] = field(default_factory=list)

    def text(self, sheet: CalamineSheet, place: Place, value: Value) -> str:
        """What a cell shows; what it holds and does not show is noted."""
        y, x = (place.line or 1) - 1, place.cell or 0
        text = _as_shown(value, self.formats.get((sheet.name, y, x), ""))
        found = self.hidden.get(sheet.name, _ALL_SHOWN)
        way = found.way(y, x)
        if way is None or not text:
            return text
        self.unseen.append(Unseen(text, way, Place(place.line, place.page) if y in found.rows else place))
        return ""

    def leave_out(self, sheet: CalamineSheet, number: int) -> None:
        """Note what a sheet holds that is hidden as a whole."""
        texts = (_plain(value) for row in islice(sheet.to_python(), _NOTED) for value in row)
        self.unseen.append(Unseen(f"{sheet.name}: " + " ".join(filter(None, texts)), "hidden", Place(page=number)))


def _refuse_endless(name: str, last: tuple[int, int]) -> None:
    if (last[0] + 1) * (last[1] + 1) > _CELL_LIMIT:
        raise Unreadable(sentences.SHEET_TOO_LARGE, sheet=name)


def _formats(data: bytes) -> dict[tuple[str, int, int], str]:
    """The formats of the cells (sheet, row, column) that show their number as a share of a hundred, or to its last place.

    Only XLSX stores it in a way we can read; one whose styles are spoilt is read without, as other workbooks are.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if not _SHARE.search(archive.read("xl/styles.xml")):
                return {}
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        return {
            (sheet.title, y, x): shown
            for sheet in book.worksheets
            for y, row in enumerate(sheet.iter_rows())
            for x, cell in enumerate(row)
            for shown in (getattr(cell, "number_format", None) or "",)  # an empty cell has no format
            if "%" in shown or _PADDED.fullmatch(shown)
        }
    except Exception:
        return {}


def _blocks(sheets: Sequence[CalamineSheet], looks: _Looks) -> Iterator[Block]:
    filled = []
    for number, sheet in enumerate(sheets, start=1):
        if sheet.end is not None and looks.hidden.get(sheet.name, _ALL_SHOWN).whole:
            looks.leave_out(sheet, number)
        elif sheet.end is not None:
            filled.append((number, sheet))
    for place, (number, sheet) in enumerate(filled):
        if len(filled) > 1 and not _UNNAMED.fullmatch(sheet.name):
            yield Heading(sheet.name, 2, place=Place(page=number))
        elif place:
            yield PageBreak(place=Place(page=number))
        yield from _sheet(sheet, number, looks)


def _sheet(sheet: CalamineSheet, number: int, looks: _Looks) -> Iterator[Block]:
    last_row, last_column = sheet.end or (0, 0)
    _refuse_endless(sheet.name, (last_row, last_column))
    spans = {
        start: (min(end[0], last_row + _REACH), min(end[1], last_column + _REACH))
        for start, end in sheet.merged_cell_ranges or []
        if start[0] <= last_row and start[1] <= last_column
    }
    height, width = (
        max([last, *(end[axis] for end in spans.values())]) + 1 for axis, last in enumerate((last_row, last_column))
    )
    values = [[""] * width for _ in range(height)]
    for y, row in enumerate(sheet.to_python(skip_empty_area=False)):
        for x, value in enumerate(row):
            values[y][x] = looks.text(sheet, Place(y + 1, number, x), value)
    reached = {row for start, end in spans.items() for row in range(start[0] + 1, end[0] + 1)}
    for blank, run in groupby(range(len(values)), key=lambda y: not any(values[y]) and y not in reached):
        if not blank:
            yield from _run(list(run), values, spans, number)


def _run(
    run: list[int], values: list[list[str]], spans: dict[tuple[int, int], tuple[int, int]], number: int
) -> Iterator[Block]:
    """Rows without a blank one between: lines of one cell, a table, lines of one cell.

    A cell that reaches down into the table belongs to it, and so does whatever its own row holds.
    """
    tabular = [y for y in run if sum(bool(text) for text in values[y]) > 1]
    reaching = [(start, end) for start, end in spans.items() if start[0] in run and end[0] > start[0]]
    while above := [start[0] for start, end in reaching if tabular and start[0] < tabular[0] <= end[0]]:
        tabular.insert(0, min(above))
    first, last = (tabular[0], tabular[-1]) if tabular else (len(values), -1)
    filled = [(y, x) for y in range(first, last + 1) for x, text in enumerate(values[y]) if text]
    ends = [spans.get(start, start) for start in filled]
    last = max([last, *(y for y, _ in ends)])
    columns = [x for _, x in (*filled, *ends)]
    for y in run:
        if first < y <= last:
            continue
        if y == first:
            yield _table(range(first, last + 1), range(min(columns), max(columns) + 1), values, spans, number)
        else:
            yield from (paragraph(text, Place(y + 1, number, x)) for x, text in enumerate(values[y]) if text)


def _table(
    ys: range, xs: range, values: list[list[str]], spans: dict[tuple[int, int], tuple[int, int]], number: int
) -> Block:
    covered = {
        (y, x)
        for start, end in spans.items()
        for y in range(start[0], end[0] + 1)
        for x in range(start[1], end[1] + 1)
        if (y, x) != start
    }
    rows = []
    for y in ys:
        row = []
        for x in (x for x in xs if (y, x) not in covered):
            last_row, last_column = spans.get((y, x), (y, x))
            row.append(Cell(values[y][x], min(last_column, xs[-1]) - x + 1, min(last_row, ys[-1]) - y + 1))
        rows.append(row)
    return grid.table(rows, [Place(y + 1, number) for y in ys])


def _as_shown(value: Value, shown: str) -> str:
    """What a cell shows by its format; noughts at the end are added, nothing is rounded."""
    if "%" in shown:
        return _share(value)
    padded, text = _PADDED.fullmatch(shown), _plain(value)
    if padded is None or not isinstance(value, int | float):
        return text
    whole, _, decimals = text.partition(".")
    return f"{whole}.{decimals.ljust(len(padded[1]), '0')}"


def _share(value: Value) -> str:
    """A share of one as the sheet shows it: 0.85 is 85%."""
    if isinstance(value, float):
        return format((Decimal(format(value, ".15g")) * 100).normalize(), "f") + "%"
    return _plain(value)


def _plain(value: Value) -> str:
    match value:
        case str():
            return value.strip()
        case bool():
            return str(value).upper()
        case float():
            return format(Decimal(format(value, ".15g")), "f")
        case datetime.datetime() if value.time() != datetime.time():
            return value.strftime("%d.%m.%Y %H:%M")
        case datetime.date():
            return value.strftime("%d.%m.%Y")
        case datetime.time():
            return value.strftime("%H:%M")
        case _:
            return str(value)
