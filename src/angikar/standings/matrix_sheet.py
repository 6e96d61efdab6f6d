"""The compliance matrix as a Document: for a printed page or a workbook, its head repeated on every page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from angikar.papers.models import Paper
from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.document import Cell as Box
from angikar.rules.document import Document, Heading, Paragraph, Table
from angikar.rules.document import Row as Line
from angikar.standings.compliance import RECEIPT, Cell, Column, Matrix, Row

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
"""How a cell of the matrix stands, in Bangla and in English."""
_LONGEST = 60


def sheet(paper: Paper, found: Matrix, day: date, whose: str = "") -> Document:
    """The matrix of a circular as one table: each district summed up, its offices below it, the sum of all at the end."""
    title = f"প্রতিপালনের ছক: {paper.title}"
    head = Line(tuple(Box(text, strong=True) for text in ("দপ্তর", *map(heading, found.columns))))
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


def heading(column: Column) -> str:
    """What stands over a column: the directive's code and the beginning of its words, never a part of a word."""
    if column.code == RECEIPT:
        return "প্রাপ্তি"
    words, kept = column.text.split(), ""
    for word in words:
        if len(kept) + len(word) >= _LONGEST:
            return f"{to_bangla(column.code)} {kept}…"
        kept = f"{kept} {word}".strip()
    return f"{to_bangla(column.code)} {kept}".strip(" ;।")


def _lines(found: Matrix) -> Iterator[Line]:
    for fold in found.folds:
        if len(fold.rows) > 1 or fold.rows[0].office != fold.total.office:
            name = f"{fold.total.office.name} (অধীনসহ {to_bangla(str(fold.total.offices))})"
            yield _line(fold.total, found.columns, name)
        yield from (_line(row, found.columns) for row in fold.rows)


def _line(row: Row, columns: list[Column], name: str = "") -> Line:
    cells = (Box(_said(row.cell(column.code)), align="center", strong=bool(name)) for column in columns)
    return Line((Box(name or row.office.name, strong=bool(name)), *cells))


def _said(cell: Cell) -> str:
    """The states of a cell in words; so many of each where it holds more than one duty."""
    if cell.asked == 1:
        return WORDS[cell.state][0]
    return ", ".join(f"{WORDS[state][0]} {to_bangla(str(count))}" for state, count in cell.shown)
