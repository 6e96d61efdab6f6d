"""The compliance matrix as a Document for a printed page or a workbook; its head repeats on every page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from angikar.papers.models import Paper
from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.document import Cell, Document, Heading, Paragraph, Row, Table
from angikar.standings.circulars.queries import RECEIPT
from angikar.standings.compliance import Matrix, MatrixCell, MatrixColumn, MatrixRow

WORDS = {
    "not_seen": ("দেখেননি", "not seen"),
    "seen": ("দেখেছেন", "seen"),
    "acknowledged": ("প্রাপ্তি স্বীকার করেছে", "acknowledged"),
    "reported": ("এসেছে", "reported"),
    "reported_late": ("দেরিতে এসেছে", "reported late"),
    "late": ("আসেনি, সময় শেষ", "late"),
    "excused": ("প্রযোজ্য নয়", "does not apply"),
    "not_asked": ("চাওয়া হয়নি", "not asked"),
}
"""The names of the states of a cell, in Bangla and in English."""
_LONGEST = 60
"""Characters of a directive that a heading holds."""


def sheet(paper: Paper, found: Matrix, day: date, whose: str = "") -> Document:
    """The matrix of a circular as one table: the total of each district, its offices below it, the total of all at the end."""
    title = f"প্রতিপালনের ছক: {paper.title}"
    head = Row(tuple(Cell(text, strong=True) for text in ("দপ্তর", *map(heading, found.columns))))
    lines = (
        head,
        *_lines(found),
        _line(found.total, found.columns, f"মোট {to_bangla(str(found.total.offices))}টি দপ্তর"),
    )
    widths = (5.0, *(2.5 for _ in found.columns))
    blocks = (
        Heading(title),
        Paragraph("; ".join(filter(None, (whose, f"{write_date(day)} তারিখে যেমন আছে"))), align="center"),
        Table(lines, header_rows=1, widths=widths),
        Paragraph("চাওয়া হয়নি এমন ঘর ফাঁকা। শেষ দিন না আসা পর্যন্ত কাগজটি কোথায় পৌঁছেছে তা-ই লেখা থাকে।"),
    )
    return Document(blocks, title=title, landscape=True)


def heading(column: MatrixColumn) -> str:
    """The heading of a column: the code of the directive and the first whole words of its text."""
    if column.code == RECEIPT:
        return "প্রাপ্তি"
    words, text = column.text.split(), ""
    for word in words:
        if len(text) + len(word) >= _LONGEST:
            return f"{to_bangla(column.code)} {text}…"
        text = f"{text} {word}".strip()
    return f"{to_bangla(column.code)} {text}".strip(" ;।")


def _lines(found: Matrix) -> Iterator[Row]:
    for district in found.districts:
        if len(district.rows) > 1 or district.rows[0].office != district.total.office:
            name = f"{district.total.office.name} (অধীনসহ {to_bangla(str(district.total.offices))})"
            yield _line(district.total, found.columns, name)
        yield from (_line(row, found.columns) for row in district.rows)


def _line(row: MatrixRow, columns: list[MatrixColumn], name: str = "") -> Row:
    cells = (Cell(_states(row.cell(column.code)), align="center", strong=bool(name)) for column in columns)
    return Row((Cell(name or row.office.name, strong=bool(name)), *cells))


def _states(cell: MatrixCell) -> str:
    """The states of a cell in words, with a count for each where it holds more than one duty."""
    if cell.asked == 1:
        return WORDS[cell.state][0]
    return ", ".join(f"{WORDS[state][0]} {to_bangla(str(count))}" for state, count in cell.shown)
