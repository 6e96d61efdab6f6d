"""Words of a PDF by how far the pen moved: printed by a browser, its fonts mixed, its pages turned, its tables close together."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pikepdf
import pytest

from angikar.assets import FONT_DIR
from angikar.formats import read
from angikar.formats.pdf_text.pen import pens
from angikar.formats.pdf_text.tables import parted
from angikar.formats.readers.pdf import read_pdf
from angikar.rules.document import Document, FileRepair, Place
from tests.formats.pdf_text.test_foreign_pdf import made_of, typeset

LINES = (
    "পরিচালনা পর্ষদের ১১২তম সভার কার্যবিবরণী",
    "অর্ধবার্ষিক মূল্যায়নের নির্ধারিত সময়, প্রধান হিসাবরক্ষণ কর্মকর্তা (ক্রয়)",
)
ROWS = (
    ("সভাপতি", ":", "মহাপরিচালক, মেঘবতী অধিদপ্তর"),
    ("স্থান", ":", "সভাকক্ষ"),
)
WIDE = (
    ("ক্রমিক", "আলোচনা", "গৃহীত সিদ্ধান্ত", "বাস্তবায়নকারী কর্তৃপক্ষ", "মন্তব্য"),
    ("১", "সেচনালার নির্মাণকার্য", "অর্ধেক কার্যাদেশ দিতে হবে", "নির্বাহী প্রকৌশলী", "চলমান"),
)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Document:
    """What is read of a page that a browser printed to PDF."""
    home = tmp_path_factory.mktemp("browser")
    (home / "fonts").symlink_to(FONT_DIR)
    table = "<table>{}</table>"
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in (*ROWS, *WIDE))
    style = "body{font:11pt 'Angikar Serif Bengali'} table{border-collapse:collapse} td{border:1px solid #000}"
    body = "".join(f"<p>{line}</p>" for line in LINES) + table.format(rows)
    (home / "page.html").write_text(
        f"<!doctype html><meta charset=utf-8><style>{style}</style>{body}", encoding="utf-8"
    )
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={home}/profile"]
    command += ["--no-pdf-header-footer", f"--print-to-pdf={home}/page.pdf", (home / "page.html").as_uri()]
    subprocess.run(
        command, check=True, capture_output=True, timeout=120, env={"XDG_DATA_HOME": str(home), "HOME": str(home)}
    )
    return read((home / "page.pdf").read_bytes(), "page.pdf")


def test_what_a_browser_printed_has_the_words_of_the_page(printed: Document) -> None:
    read_words = printed.text.split()
    assert read_words == " ".join((*LINES, *(cell for row in (*ROWS, *WIDE) for cell in row))).split()


def test_rows_with_other_columns_are_a_table_of_their_own() -> None:
    upper = [(x, 0.0, x + 50, 10.0) for x in (0.0, 50.0)]
    lower = [(x, 10.0, x + 25, 20.0) for x in (0.0, 25.0, 75.0)]
    assert [len(each) for each in parted([*upper, *lower])] == [2, 3]
    shared = [(x, 10.0, x + 25, 20.0) for x in (0.0, 25.0, 50.0, 75.0)]
    title = [(0.0, -10.0, 100.0, 0.0)]
    assert [len(each) for each in parted([*title, *upper, *shared])] == [7]


def char(text: str, x: float, breadth: float) -> dict[str, object]:
    """A glyph as pdfplumber has it, of size 10 on one line."""
    matrix = (10, 0, 0, 10, x, 100.0)
    return {"text": text, "x0": x, "x1": x + breadth, "matrix": matrix, "size": 10.0, "upright": True}


@pytest.mark.parametrize(
    ("glyphs", "words"),
    [
        ([("২", 0, 7), ("2", 9.1, 7), (" ", 16.1, 3), ("ক", 19.1, 7)], [1, 1, 2]),
        ([("ক", 0, 7), ("খ", 7, 7), ("গ", 16, 7)], [1, 1, 2]),
        ([("ক", 0, 7), (" ", 7, 3), ("ঁ", 7, 0), ("খ", 10, 7)], [1, 1, 2]),
        ([("ক", 0, 7), (" ", 7, 3), ("খ", 30, 7)], [1, 2]),
        ([(")", 0, 4), ("আ", 9.5, 10), (" ", 19.5, 3), ("ক", 22.5, 7)], [1, 2, 3]),
    ],
)
def test_words_are_parted_by_blanks_where_blanks_are_printed_and_else_by_gaps(
    glyphs: list[tuple[str, float, float]], words: list[int]
) -> None:
    found = pens(char(*glyph) for glyph in glyphs)
    seen = [found.at(x, 100.0) for text, x, _ in glyphs if text != " "]
    assert [pen.word if pen else 0 for pen in seen] == words


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read_as_it_prints(tmp_path: Path, angle: int) -> None:
    upright = typeset(tmp_path, f"#rotate({angle}deg, reflow: true)[#block(width: 200pt)[{LINES[0]}]]")
    assert upright.text == LINES[0]
    assert upright.repairs == (FileRepair("rotated", count=360 - angle, place=Place(page=1)),)


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_the_angle_a_viewer_shows_a_page_at_changes_nothing(tmp_path: Path, angle: int) -> None:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(made_of(tmp_path, LINES[1]))) as pdf:
        pdf.pages[0].Rotate = angle
        pdf.save(made)
    document = read_pdf(made.getvalue())
    assert document.text.split() == LINES[1].split()
    assert document.repairs == (FileRepair("rotated", count=360 - angle, place=Place(page=1)),)


def test_a_page_whose_two_turns_make_it_stand_upright_raises_no_doubt(tmp_path: Path) -> None:
    made, source = io.BytesIO(), made_of(tmp_path, f"#rotate(90deg, reflow: true)[#block(width: 200pt)[{LINES[0]}]]")
    with pikepdf.open(io.BytesIO(source)) as pdf:
        pdf.pages[0].Rotate = 270
        pdf.save(made)
    document = read_pdf(made.getvalue())
    assert (document.text, document.repairs) == (LINES[0], ())
