"""What a Word file holds outside plain paragraphs: lists numbered by style, heads of pages, tables that lay out a page."""

from __future__ import annotations

import io
import zipfile

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


DEADLINE = "তালিকা ১০ জানুয়ারি ২০২৪ তারিখের মধ্যে পাঠাতে হবে।"
BODY = ("১০ জানুয়ারি ২০২৪ তারিখের সভা।", "তালিকা মধ্যে মধ্যে পাঠাতে হবে।")
"""Lines that hold every word of the deadline, but not the deadline."""


def _with_part(name: str, root: str, texts: tuple[str, ...]) -> bytes:
    """A Word file with one more part that holds these paragraphs."""
    file, made = docx.Document(), io.BytesIO()
    for text in BODY:
        file.add_paragraph(text)
    file.save(made)
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    paragraphs = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr(f"word/{name}.xml", f"<w:{root} {space}>{paragraphs}</w:{root}>")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "root"),
    [("header7", "hdr"), ("footer7", "ftr"), ("footnotes", "footnotes"), ("endnotes", "endnotes")],
)
def test_a_deadline_outside_the_body_is_read(name: str, root: str) -> None:
    assert DEADLINE in read_docx(_with_part(name, root, (DEADLINE,))).text.split("\n")


def test_of_the_foot_of_a_page_its_number_and_the_address_are_left_out_and_a_sentence_is_read_once() -> None:
    foot = ("পৃষ্ঠা ১ / ৩", "মেঘবতী সড়ক, নদীকূল, ফোন: ০০০", DEADLINE, DEADLINE, BODY[0])
    lines = read_docx(_with_part("footer7", "ftr", foot)).text.split("\n")
    assert lines == [*BODY, DEADLINE]
