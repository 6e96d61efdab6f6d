"""The marked copy: every doubt stands where its cell stands, in the format the paper came in."""

from __future__ import annotations

import io
import zipfile

import docx
import openpyxl
import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from angikar.cli.main import main
from angikar.formats import annotate
from angikar.formats.annotate.copy import annotate_as
from angikar.formats.intake import kind_of
from angikar.formats.readers.pdf import read_pdf
from angikar.formats.word import counted, xml
from angikar.formats.writers.docx import write_docx
from angikar.formats.writers.pdf import write_pdf
from angikar.formats.writers.xlsx import write_xlsx
from angikar.rules.document import Cell, Document, Place
from angikar.rules.reading import Doubt
from tests.doubts import doubt_of
from tests.formats.papers import DOCUMENTS, read_here
from tests.formats.samples import letter, wide_plan
from tests.formats.scans import drawn, plan_page, png


def doubt(place: Place, code: str = "sample", suggestion: str | None = None) -> Doubt:
    return doubt_of(code, "warning", ("বাংলা বাক্য", "English sentence"), place=place, suggestion=suggestion)


def cell_saying(document: Document, text: str) -> Cell:
    return next(cell for table in document.tables() for row in table.rows for cell in row.cells if cell.text == text)


def test_a_pdf_is_marked_over_the_very_cell() -> None:
    made = write_pdf(letter())
    place = cell_saying(read_pdf(made), "৩১.০৩.২০২৪").place
    marked, suffix = annotate(made, "x", [doubt(place, suggestion="৩০.০৩.২০২৪"), doubt(Place())])
    assert suffix == ".pdf"
    with pikepdf.open(io.BytesIO(marked)) as pdf:
        highlight, loose = pdf.pages[0].Annots
        assert (highlight.Subtype, loose.Subtype) == ("/Highlight", "/Text")
        assert all(
            said in str(highlight.Contents) for said in ("বাংলা বাক্য", "English sentence", "→ ৩০.০৩.২০২৪", "sample")
        )
        left, bottom, right, top = map(float, highlight.Rect)
    under = pypdfium2.PdfDocument(marked)[0].get_textpage().get_text_bounded(left, bottom, right, top)
    assert under.strip() == "৩১.০৩.২০২৪"


@pytest.mark.usefixtures("reads_pictures")
def test_a_scan_becomes_a_pdf_with_marks_of_its_size() -> None:
    page = png(drawn(plan_page()))
    place = cell_saying(read_here(page), "৮৬৪.৭৩").place
    marked, suffix = annotate(page, "x", [doubt(place)])
    assert suffix == ".pdf"
    with pikepdf.open(io.BytesIO(marked)) as pdf:
        assert [round(float(edge)) for edge in pdf.pages[0].mediabox] == [0, 0, 842, 595]
        (highlight,) = pdf.pages[0].Annots
        assert place.box is not None
        assert float(highlight.Rect[3]) == pytest.approx(595.4 - place.box[1], abs=1)


def test_a_word_file_is_commented_at_the_very_cell_and_paragraph() -> None:
    made = write_docx(letter())
    found = read_here(made)
    cell = cell_saying(found, "২৪").place
    subject = next(place for line, place in found.lines() if line.startswith("বিষয়"))
    marked, suffix = annotate(made, "x", [doubt(cell, "in-cell"), doubt(subject, "in-line"), doubt(Place(), "nowhere")])
    assert suffix == ".docx"
    word = docx.Document(io.BytesIO(marked))
    assert [comment.text.splitlines()[-1] for comment in word.comments] == ["(in-cell)", "(in-line)", "(nowhere)"]
    body = zipfile.ZipFile(io.BytesIO(marked)).read("word/document.xml").decode()
    starts = [body.index(f'<w:commentRangeStart w:id="{number}"/>') for number in range(3)]
    assert [next(word for word in ("২৪", "বিষয়", "গণপ্র") if word in body[at : at + 700]) for at in starts] == [
        "২৪",
        "বিষয়",
        "গণপ্র",
    ]
    assert read_here(marked).text == found.text


def test_a_workbook_is_noted_at_the_very_cell() -> None:
    made = write_xlsx(wide_plan())
    place = cell_saying(read_here(made), "সমষ্টি").place
    marked, suffix = annotate(made, "x", [doubt(place), doubt(place, "second"), doubt(Place())])
    assert suffix == ".xlsx"
    sheet = openpyxl.load_workbook(io.BytesIO(marked)).worksheets[(place.page or 0) - 1]
    assert place.line is not None
    assert place.cell is not None
    noted = sheet.cell(place.line, place.cell + 1)
    assert noted.value == "সমষ্টি"
    assert noted.comment is not None
    assert all(code in noted.comment.text for code in ("(sample)", "(second)"))


def test_a_text_has_each_doubt_on_a_line_of_its_own_below() -> None:
    marked, suffix = annotate("ক\n\nখ\tগ\n".encode(), "x.txt", [doubt(Place(3, cell=1)), doubt(Place(), "nowhere")])
    assert suffix == ".txt"
    first, *lines, last = marked.decode().splitlines()
    assert (first.count("nowhere"), lines, last[0], last[-1]) == (1, ["ক", "", "খ\tগ"], "⟦", "⟧")


def test_a_page_of_the_portal_is_marked_as_text() -> None:
    marked, suffix = annotate("<html><p>ক</p>\n<p>খ</p>".encode(), "x", [doubt(Place(2))])
    assert suffix == ".txt"
    assert [line[0] for line in marked.decode().splitlines()] == ["ক", "খ", "⟦"]


PLACES = st.builds(Place, st.none() | st.integers(0, 60), st.none() | st.integers(0, 4), st.none() | st.integers(0, 30))
WRITERS = {"docx": write_docx, "xlsx": write_xlsx, "pdf": write_pdf}


@settings(max_examples=30, deadline=None)
@given(
    DOCUMENTS.filter(lambda each: bool(each.text.strip())),
    st.lists(PLACES, max_size=4),
    st.sampled_from(sorted(WRITERS)),
)
def test_a_doubt_anywhere_finds_a_place_in_any_paper(document: Document, places: list[Place], kind: str) -> None:
    made = WRITERS[kind](document)
    doubts = tuple(doubt(place, f"number-{number}") for number, place in enumerate(places))
    marked = annotate_as(kind_of(made), made, doubts)
    assert read_here(marked).text == read_here(made).text


@settings(max_examples=30, deadline=None)
@given(DOCUMENTS.filter(lambda each: bool(each.text.strip())))
def test_the_lines_of_a_word_file_are_counted_as_they_are_read(document: Document) -> None:
    made = write_docx(document)
    body = xml(zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml"))[0]
    said = ["".join(each.itertext()) for each in counted(body)]
    for line, place in read_here(made).lines():
        assert "".join(line.split())[-3:] in "".join(said[(place.line or 0) - 1].split())


def test_the_shell_writes_the_copy_and_says_what_its_name_must_end_in(
    tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    paper, wrong, right = (f"{tmp_path}/{name}" for name in ("a.docx", "b.pdf", "b.docx"))
    with open(paper, "wb") as file:
        file.write(write_docx(letter()))
    assert main(["check", paper, "--annotate", wrong]) == 2
    assert "must end in .docx" in capsys.readouterr().err
    assert main(["check", paper, "--annotate", right]) in (0, 1)
    said = capsys.readouterr().out.splitlines()
    with open(right, "rb") as file:
        assert len(list(docx.Document(file).comments)) == len(said) > 0
