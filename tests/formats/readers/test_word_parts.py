"""What a Word file holds outside plain paragraphs: lists numbered by style, heads of pages, tables that lay out a page."""

from __future__ import annotations

import io

import docx
import pytest

from angikar.formats.readers.docx import read_docx
from angikar.rules.document import Document, Paragraph


@pytest.fixture(scope="module")
def paper() -> Document:
    """A file with a head, a list numbered by its style, and a table inside a table."""
    file = docx.Document()
    head = file.sections[0].header
    head.paragraphs[0].text = "মেঘবতী জেলা কার্যালয়"
    head.add_paragraph("১")
    file.add_paragraph("নিম্নরূপ ব্যবস্থা নিতে হবে:")
    for text in ("তালিকা পাঠাতে হবে", "কক্ষ প্রস্তুত রাখতে হবে"):
        file.add_paragraph(text, style="List Number")
    cell = file.add_table(1, 1).cell(0, 0)
    cell.text = "ছকের শিরোনাম"
    inner = cell.add_table(2, 3)
    for row, texts in zip(inner.rows, (("সূচক", "একক", "মান"), ("অনুষ্ঠিত সভা", "সংখ্যা", "৫")), strict=True):
        for each, text in zip(row.cells, texts, strict=True):
            each.text = text
    made = io.BytesIO()
    file.save(made)
    return read_docx(made.getvalue())


def test_a_list_numbered_by_its_style_has_its_numbers(paper: Document) -> None:
    labelled = [block.label for block in paper.blocks if isinstance(block, Paragraph) and block.label]
    assert labelled == ["1.", "2."]


def test_the_head_of_a_page_is_read_once_and_its_number_is_not(paper: Document) -> None:
    assert paper.text.split("\n")[0] == "মেঘবতী জেলা কার্যালয়"
    assert "১" not in paper.text.split("\n")


def test_a_table_inside_a_table_of_layout_is_a_table(paper: Document) -> None:
    assert [[row.texts for row in table.rows] for table in paper.tables()] == [
        [("সূচক", "একক", "মান"), ("অনুষ্ঠিত সভা", "সংখ্যা", "৫")]
    ]
    assert "ছকের শিরোনাম" in paper.text.split("\n")
