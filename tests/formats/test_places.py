"""The law of places: what a reader says about where a cell stands is where the file has it."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from angikar.formats import grid
from angikar.formats.writers.docx import write_docx
from angikar.formats.writers.xlsx import write_xlsx
from angikar.rules.document import Cell, Document, Paragraph, Place, Row, Table
from tests.formats.papers import DOCUMENTS, TABLES, read_here

WORDS = st.text(st.sampled_from("কখগঘঙ abc-=+"), max_size=8).map(lambda text: f"ম{text}য")
Standing = tuple[int, int, int, int, str]
"""Row, column, columns and rows covered, text."""


def standing(table: Table) -> list[Standing]:
    """The filled cells of a table as the grid has them, from its first filled row and column."""
    found = [
        (y, each.column, each.colspan, each.rowspan, each.cell.text)
        for y, row in enumerate(grid.place([row.cells for row in table.rows]))
        for each in row
        if each.cell.text
    ]
    top, left = (min((each[axis] for each in found), default=0) for axis in (0, 1))
    return [(y - top, x - left, across, down, text) for y, x, across, down, text in found]


def worded(table: Table, words: list[str]) -> Table:
    """The table with a word of its own in every cell, so that none is a number and none is empty."""
    more = iter(words * 40)
    rows = (
        Row(tuple(replace(cell, text=f"{next(more)}{y}") for cell in row.cells)) for y, row in enumerate(table.rows)
    )
    return replace(table, rows=tuple(rows))


@settings(max_examples=40, deadline=None)
@given(DOCUMENTS)
def test_in_word_lines_are_counted_once_and_cells_by_the_grid(document: Document) -> None:
    lines: list[int] = []
    for block in read_here(write_docx(document)).blocks if document.text.strip() else ():
        if isinstance(block, Table):
            for row, placed in zip(block.rows, grid.place([row.cells for row in block.rows]), strict=True):
                lines.append(row.place.line or 0)
                assert [cell.place for cell in row.cells] == [
                    Place(row.place.line, cell=each.column) for each in placed
                ]
        elif isinstance(block, Paragraph):
            lines.append(block.place.line or 0)
    assert lines == sorted(set(lines))
    assert all(lines)


def is_broad(table: Table) -> bool:
    """Whether each row has cells of its own: a row of one cell around a table is read as a line, a blank one parts it."""
    return len(table.rows) > 1 and all(len(row.cells) > 1 for row in table.rows)


@settings(max_examples=40, deadline=None)
@given(TABLES.filter(is_broad), st.lists(WORDS, min_size=1))
def test_a_table_comes_back_from_a_workbook_cell_for_cell(table: Table, words: list[str]) -> None:
    meant = worded(table, words)
    found = read_here(write_xlsx(Document((meant,))))
    assert [each for one in found.tables() for each in standing(one)] == standing(meant)


@settings(max_examples=40, deadline=None)
@given(st.lists(TABLES, min_size=1, max_size=3), st.lists(WORDS, min_size=1))
def test_in_a_workbook_every_place_leads_to_its_text(tables: list[Table], words: list[str]) -> None:
    made = write_xlsx(Document(tuple(worded(table, words) for table in tables)))
    book = openpyxl.load_workbook(io.BytesIO(made))

    def there(place: Place) -> object:
        return book.worksheets[(place.page or 0) - 1].cell(place.line or 0, (place.cell or 0) + 1).value

    found = read_here(made)
    cells: list[Cell | Paragraph] = [cell for table in found.tables() for row in table.rows for cell in row.cells]
    cells += [block for block in found.blocks if isinstance(block, Paragraph)]
    assert [(cell.text, there(cell.place)) for cell in cells if cell.text and there(cell.place) != cell.text] == []
