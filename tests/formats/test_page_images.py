"""A page is shown as it is: its whole sheet, at a size that can be read and never larger."""

from __future__ import annotations

import io
from contextlib import suppress

import pikepdf
import pytest
from PIL import Image

from angikar.formats import Unreadable, write_docx, write_pdf
from angikar.formats.confined import page_picture, page_sizes
from angikar.formats.page_images import LONG_SIDE, measured, rendered
from angikar.rules.document import Document, PageBreak, Paragraph
from tests.formats.scans import drawn as scanned
from tests.formats.scans import plan_page, png
from tools.fuzz.seeds import SMALL_PDF

TWO = Document((Paragraph("প্রথম পৃষ্ঠা"), PageBreak(), Paragraph("দ্বিতীয় পৃষ্ঠা")))


def _picture(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def _cropped() -> bytes:
    """A page of 300 by 200 points whose upper left quarter is black, and of which only the lower right is printed."""
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(300, 200))
        page.Contents = pdf.make_stream(b"0 100 150 100 re f")
        page.CropBox = [150, 0, 300, 100]
        pdf.save(made)
    return made.getvalue()


def test_a_pdf_shows_each_of_its_pages() -> None:
    data = write_pdf(TWO)
    sizes = page_sizes(data)
    assert [(round(width), round(height)) for width, height in sizes] == [(595, 842)] * 2
    assert [_picture(page_picture(data, number)).size for number in (1, 2)] == [(1191, 1684)] * 2
    with pytest.raises(Unreadable, match="no such page"):
        page_picture(data, 3)


def test_places_are_counted_on_the_whole_sheet() -> None:
    data = _cropped()
    assert measured("pdf", data) == ((300.0, 200.0),)
    page = _picture(rendered("pdf", data, 1)).convert("L")
    assert [page.getpixel(dot) for dot in ((20, 20), (580, 20), (580, 380), (20, 380))] == [0, 255, 255, 255]


def test_a_scan_measures_what_its_places_are_counted_in() -> None:
    data = png(scanned(plan_page()))
    ((width, height),) = page_sizes(data)
    assert (round(width), round(height)) == (842, 595)
    assert max(_picture(page_picture(data, 1)).size) == LONG_SIDE


def test_no_page_is_larger_than_the_limit_whatever_it_claims() -> None:
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(14400, 9000))
        pdf.save(made)
    assert _picture(rendered("pdf", made.getvalue(), 1)).size == (LONG_SIDE, 1250)


@pytest.mark.parametrize("number", [0, 2])
def test_a_picture_has_no_other_page(number: int) -> None:
    with pytest.raises(Unreadable):
        rendered("picture", png(Image.new("L", (300, 200), 255)), number)


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(Unreadable, match="damaged"):
        page_sizes(b"%PDF-1.7 nothing follows")


def test_what_has_no_pages_shows_none() -> None:
    assert page_sizes(write_docx(TWO)) == page_sizes("পাতা নেই".encode()) == ()


@pytest.mark.parametrize("box", ["[0 0 0 0]", "[0 0 1 99999999999]", "[9 9 -9 9]", "[0 0 300 0.0000001]"])
def test_a_page_of_no_size_or_of_any_is_shown_or_refused(box: str) -> None:
    data = SMALL_PDF.replace(b"[0 0 300 200]", box.encode())
    for task in (lambda: rendered("pdf", data, 1), lambda: measured("pdf", data)):
        with suppress(Unreadable):
            assert task()


def test_a_picture_without_sides_is_refused() -> None:
    made = io.BytesIO()
    Image.new("L", (20, 10), 255).save(made, "TIFF")
    at = made.getvalue().index(b"\x00\x01", 8)  # the number of its breadth
    spoilt = made.getvalue()[:at] + b"\xff\xff" + made.getvalue()[at + 2 :]
    with pytest.raises(Unreadable):
        measured("picture", spoilt)


def test_a_page_that_inherits_its_size_is_as_large_as_it_is_shown() -> None:
    assert measured("pdf", SMALL_PDF) == ((300.0, 200.0),)
