"""Lists: a workbook or CSV as rows of text with their lines, and back, for registers that are imported; nothing in it is interpreted."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from angikar.formats import sentences
from angikar.formats.errors import Unreadable
from angikar.formats.intake import Kind, damaged, decode, kind_of

if TYPE_CHECKING:
    import xlsxwriter

ROWS_LIMIT = 250_000
COLUMNS_LIMIT = 40
_FORMULA = ("=", "+", "-", "@")
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A sheet, or the whole of a CSV: its name, and its rows that hold anything, each with its line from 1."""

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column to write: its heading, a hint for whoever fills it in, and what may be chosen."""

    heading: str
    hint: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListTable:
    """A sheet to write."""

    name: str
    columns: tuple[ListColumn, ...]
    rows: Iterable[Sequence[str]]


LISTS: TypeAdapter[tuple[ListSheet, ...]] = TypeAdapter(tuple[ListSheet, ...])


def read_lists(data: bytes, *, rows: int = ROWS_LIMIT) -> tuple[ListSheet, ...]:
    """The sheets of a workbook, or of a CSV with commas, semicolons or tabs, opened in a process of its own.

    Of a list with more than so many `rows` one row more is read, and no further. Raises Unreadable for anything else, and for what
    is too large.
    """
    kind = kind_of(data)
    if kind not in ("sheet", "text"):
        raise Unreadable(sentences.NOT_A_LIST)
    from angikar.formats.confined import lists_confined

    return lists_confined(kind, data, rows)


def lists_of(kind: Kind, data: bytes, rows: int = ROWS_LIMIT) -> tuple[ListSheet, ...]:
    """The sheets of a workbook or a CSV, read in this process as `read_lists` says. Raises Unreadable."""
    if kind != "sheet":
        return (ListSheet("", tuple(islice(_text_rows(decode(data)), rows + 1))),)
    found, left = [], rows + 1
    for sheet in _sheets_of(data):
        found.append(ListSheet(sheet.name, sheet.rows[:left]))
        left = max(0, left - len(sheet.rows))
    return tuple(found)


def _sheets_of(data: bytes) -> tuple[ListSheet, ...]:
    from python_calamine import CalamineError

    from angikar.formats.readers.workbooks import opened

    try:
        book = opened(data)
        sheets = [book.get_sheet_by_index(index) for index in range(len(book.sheet_names))]
        for sheet in sheets:
            if sheet.end is not None and (sheet.end[0] >= ROWS_LIMIT or sheet.end[1] >= COLUMNS_LIMIT):
                raise Unreadable(sentences.LIST_TOO_LARGE, rows=ROWS_LIMIT, columns=COLUMNS_LIMIT)
        return tuple(
            ListSheet(sheet.name, tuple(_filled(enumerate(sheet.to_python(skip_empty_area=False), 1))))
            for sheet in sheets
        )
    except (CalamineError, OSError, ValueError, OverflowError) as cause:
        raise damaged() from cause


def _filled(rows: Iterable[tuple[int, Sequence[object]]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for line, cells in rows:
        texts = tuple(map(_plain, cells))
        if any(texts):
            yield line, texts


def _plain(value: object) -> str:
    """A cell as text: whole numbers without a point, days as ISO."""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**15:
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return _unguarded(str(value).strip())


def _text_rows(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    line = 1
    try:
        for cells in reader:
            texts = tuple(_unguarded(cell.strip()) for cell in cells)
            if len(texts) > COLUMNS_LIMIT or line > ROWS_LIMIT:
                raise Unreadable(sentences.LIST_TOO_LARGE, rows=ROWS_LIMIT, columns=COLUMNS_LIMIT)
            if any(texts):
                yield line, texts
            line = reader.line_num + 1
    except csv.Error as cause:
        raise damaged() from cause


def write_csv(table: ListTable) -> bytes:
    """A table as CSV that spreadsheets open as UTF-8. What they would take for a formula is written behind an apostrophe, which
    reading takes away again.
    """
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(column.heading for column in table.columns)
    writer.writerows([_guarded(cell) for cell in row] for row in table.rows)
    return made.getvalue().encode("utf-8-sig")


def write_workbook(tables: Sequence[ListTable]) -> bytes:
    """Tables as the sheets of a workbook, every cell as text; headings stay in sight, carry their hints, and offer the choices."""
    import xlsxwriter

    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    plain = book.add_format({"num_format": "@"})
    head = book.add_format({"bold": True, "bg_color": "#e8efe9", "bottom": 1, "num_format": "@"})
    for table in tables:
        _write_sheet(book.add_worksheet(table.name), table, plain, head)
    book.close()
    return made.getvalue()


def _write_sheet(sheet: xlsxwriter.worksheet.Worksheet, table: ListTable, plain: object, head: object) -> None:
    widths = [len(column.heading) for column in table.columns]
    for x, column in enumerate(table.columns):
        sheet.write_string(0, x, column.heading, head)
        if column.hint:
            sheet.write_comment(0, x, column.hint, {"x_scale": 2})
        if column.choices:
            sheet.data_validation(
                1, x, ROWS_LIMIT, x, {"validate": "list", "source": list(column.choices), "error_type": "warning"}
            )
    for y, row in enumerate(table.rows, 1):
        for x, cell in enumerate(row):
            if cell:
                sheet.write_string(y, x, cell, plain)
                widths[x] = max(widths[x], len(cell))
    for x, width in enumerate(widths):
        sheet.set_column(x, x, min(width + 2, _WIDEST), plain)
    sheet.freeze_panes(1, 0)


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith(tuple(f"'{sign}" for sign in _FORMULA)) else cell
