"""Scans: the grid is found, figures are right or doubted, and without the program one sentence says what to install."""

from __future__ import annotations

import io
import unicodedata

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from angikar.formats import Unreadable
from angikar.formats.readers.pdf import read_pdf
from angikar.formats.readers.scan import is_odd, read_scan
from angikar.formats.scan import figures, layout, picture, ruled_tables, tesseract
from angikar.formats.writers.typeface import font_files
from angikar.rules.document import Cell, Document, Paragraph, Place
from angikar.rules.kinds import understand
from tests.formats.samples import letter
from tests.formats.scans import drawn, plan_page, png, spoilt

FIGURES = set("০১২৩৪৫৬৭৮৯.,%-")


def cells_of(document: Document) -> list[Cell]:
    return [cell for table in document.tables() for row in table.rows for cell in row.cells]


def same(first: str, second: str) -> bool:
    return unicodedata.normalize("NFC", first).split() == unicodedata.normalize("NFC", second).split()


@pytest.fixture(scope="module")
def page() -> Image.Image:
    return drawn(plan_page())


@pytest.mark.usefixtures("reads_pictures")
@pytest.mark.parametrize(("worn", "share"), [(False, 0.97), (True, 0.95)], ids=["clean", "worn"])
def test_a_plan_of_seventeen_columns_is_read_and_every_wrong_figure_doubted(
    page: Image.Image, worn: bool, share: float
) -> None:
    found = cells_of(read_scan(png(spoilt(page) if worn else page)))
    meant = cells_of(plan_page())
    assert [(c.colspan, c.rowspan) for c in found] == [(c.colspan, c.rowspan) for c in meant]
    right = [same(one.text, other.text) for one, other in zip(found, meant, strict=True)]
    assert sum(right) >= share * len(meant)
    numbers = [
        (one, other) for one, other in zip(found, meant, strict=True) if other.text and set(other.text) <= FIGURES
    ]
    assert len(numbers) == 94
    assert [one.text for one, other in numbers if one.text != other.text and one.unsure is None] == []
    assert sum(one.text == other.text for one, other in numbers) >= 0.97 * len(numbers)
    assert sum(one.unsure is not None for one, _ in numbers) <= 0.2 * len(numbers)


@pytest.mark.usefixtures("reads_pictures")
def test_each_cell_knows_its_box_on_the_page(page: Image.Image) -> None:
    document = read_scan(png(page))
    (code,) = (cell for cell in cells_of(document) if cell.text.startswith("[১.১.১]"))
    assert code.place.page == 1
    assert code.place.box is not None
    x0, top, x1, bottom = code.place.box
    assert (round(x0), round(top), round(x1), round(bottom)) == (215, 94, 287, 115)


@pytest.mark.usefixtures("reads_pictures")
def test_a_letter_is_read_in_paragraphs_without_its_page_number() -> None:
    document = read_scan(png(drawn(letter())))
    words, meant = set(document.text.split()), letter().text.split()
    assert sum(word in words for word in meant) >= 0.9 * len(meant)
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    assert {"১।", "২।", "(ক)", "(খ)"} <= {each.label for each in paragraphs}
    assert any(each.text.startswith("উপর্যুক্ত") and each.text.endswith("করতে হবে।") for each in paragraphs)
    assert "পৃষ্ঠা" not in document.text


@pytest.mark.usefixtures("reads_pictures")
def test_a_pdf_that_is_only_pictures_is_read_like_one(page: Image.Image) -> None:
    made = io.BytesIO()
    page.save(made, "PDF", resolution=300)
    assert len(cells_of(read_pdf(made.getvalue()))) == len(cells_of(plan_page()))


@pytest.mark.usefixtures("reads_pictures")
def test_english_lines_are_read_as_english() -> None:
    face = ImageFont.truetype(str(font_files()[-1]), 38)
    paper = Image.new("L", (2480, 400), 255)
    ImageDraw.Draw(paper).text((200, 100), "Annual Report of the Sample Directorate", font=face, fill=0)
    assert read_scan(png(paper)).text == "Annual Report of the Sample Directorate"


@pytest.mark.usefixtures("reads_pictures")
def test_an_empty_page_is_refused() -> None:
    with pytest.raises(Unreadable, match="No text was found"):
        read_scan(png(Image.new("L", (2480, 3508), 255)))


def test_what_is_not_certain_becomes_a_doubt_at_its_place() -> None:
    given = (("১২", None), ("পাঠ", "পাট"), ("২৪", "২৯"), ("", ""))
    lines = (Paragraph(text, unsure=other, place=Place(line, 1)) for line, (text, other) in enumerate(given, start=1))
    read = Document(tuple(lines))
    doubts = [doubt for doubt in understand(read, "plain_letter").doubts if doubt.code == "ocr-uncertain"]
    said = [(doubt.place.line, doubt.severity, doubt.suggestion) for doubt in doubts]
    assert said == [(2, "warning", "পাট"), (3, "warning", "২৯"), (4, "warning", None)]
    assert all(
        "২৯" in text for doubt in doubts if doubt.suggestion == "২৯" for text in (doubt.message, doubt.message_en)
    )


def test_without_the_program_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "installed", lambda: False)
    with pytest.raises(Unreadable) as refused:
        read_scan(png(drawn(letter())))
    assert tesseract.INSTALL in refused.value.message
    assert tesseract.INSTALL in refused.value.message_en


@settings(max_examples=60, deadline=None)
@given(st.text("০১২৩৪৫৬৭৮৯", min_size=1, max_size=6), st.sampled_from(font_files()), st.integers(28, 60))
@example("০১২৩৪৫৬৭৮৯", font_files()[0], 33)
@example("২৩", font_files()[1], 33)
def test_the_reader_of_figures_knows_every_digit(digits: str, face: object, size: int) -> None:
    paper = Image.new("L", (600, 120))
    ImageDraw.Draw(paper).text((20, 20), digits, font=ImageFont.truetype(str(face), size), fill=255)
    assert figures.numbers(np.asarray(paper).astype(np.float32) / np.float32(255)) == digits


@pytest.mark.parametrize("text", ["সংখ্যা", "জন", "গড়", "কি.মি.", "a", "ক", "চ", "ঠ", "।", "[]"])
def test_the_reader_of_figures_takes_no_letter_for_one(text: str) -> None:
    paper = Image.new("L", (600, 120))
    ImageDraw.Draw(paper).text((20, 20), text, font=ImageFont.truetype(str(font_files()[1]), 33), fill=255)
    assert figures.numbers(np.asarray(paper).astype(np.float32) / np.float32(255)) is None


@given(
    st.lists(st.integers(40, 300), min_size=1, max_size=8),
    st.lists(st.integers(40, 200), min_size=1, max_size=8),
    st.integers(1, 5),
)
@settings(max_examples=30, deadline=None)
@example([40, 40], [85], 5)
@example([40, 40], [85], 4)
def test_a_ruled_grid_is_found_line_for_line(widths: list[int], heights: list[int], thick: int) -> None:
    """A line counts from 90 dots on (0.3 inches at 300 dots to the inch), the breadth of the lines it ends at included."""
    xs, ys = np.cumsum([50, *widths]).tolist(), np.cumsum([50, *heights]).tolist()
    paper = Image.new("1", (xs[-1] + 50, ys[-1] + 50))
    pen = ImageDraw.Draw(paper)
    for x in xs:
        pen.line((x, ys[0], x, ys[-1]), 1, thick)
    for y in ys:
        pen.line((xs[0], y, xs[-1], y), 1, thick)
    found = ruled_tables.tables(np.asarray(paper), 300)
    count = len(widths) * len(heights)
    tall = ys[-1] - ys[0] + thick
    assert [len(cells) for cells in found] == ([count] if count > 1 and tall >= 90 else [])


def test_a_page_that_leans_is_set_upright(page: Image.Image) -> None:
    grids = [layout.tables(layout.prepared(spoilt(page, rotation=rotation), 300)) for rotation in (-1.5, 0.4)]
    assert [[len(cells) for cells in tables] for tables in grids] == [[159], [159]]


def test_a_picture_states_its_size_or_is_taken_for_a4(page: Image.Image) -> None:
    silent = io.BytesIO()
    page.save(silent, "PNG")
    ((_, stated),) = picture.frames(png(page))
    ((_, guessed),) = picture.frames(silent.getvalue())
    assert abs(stated - guessed) < 1


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("।।", True),
        ("্", True),
        ("২০.১২,২৩", True),
        ("১৭.১২-২১৯", True),
        ("১৯,১২.২২.২৩", True),
        ("১৯,১২.২২", True),
        ("০১.১০,২৪ ১২", True),
        ("", False),
        ("-", False),
        ("১০০%", False),
        ("৩১.১২.২৩", False),
        ("১,২৩,৪৫৬.৭৮", False),
        ("২০২১-২২", False),
        ("জন", False),
    ],
)
def test_what_no_office_writes_is_doubted_though_both_readers_agree(text: str, odd: bool) -> None:
    assert is_odd(text) is odd
