"""A page on its side or its head is set upright before it is read; its places are those of the page as it lies in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from angikar.formats.readers.scan import read_scan
from angikar.formats.scan.turning import before_turning, quarters, rotated
from angikar.rules.document import FileRepair, Paragraph, Place
from tests.formats.samples import letter
from tests.formats.scans import drawn, png

DPI = 200


@pytest.fixture(scope="module")
def page() -> Image.Image:
    return drawn(letter(), DPI)


@pytest.mark.usefixtures("reads_pictures")
@pytest.mark.parametrize("right", range(4))
def test_a_page_shows_how_far_it_must_be_rotated(page: Image.Image, right: int) -> None:
    assert quarters(rotated(page, -right), DPI) == right


@pytest.mark.usefixtures("reads_pictures")
def test_a_page_on_its_side_says_the_same_at_its_own_places(page: Image.Image) -> None:
    upright, aside = read_scan(png(page, DPI)), read_scan(png(rotated(page, -1), DPI))
    assert aside.text == upright.text
    assert upright.repairs == ()
    assert aside.repairs == (FileRepair("rotated", count=90, place=Place(page=1)),)
    assert not aside.landscape
    height = page.height * 72 / DPI
    boxes = [
        (one.place.box, other.place.box)
        for one, other in zip(upright.blocks, aside.blocks, strict=True)
        if isinstance(one, Paragraph)
    ]
    for box, seen in boxes:
        assert box is not None
        assert seen is not None
        assert seen == pytest.approx((box[1], 595 - box[2], box[3], 595 - box[0]), abs=1.5)
        assert seen[2] < height


def test_a_page_with_too_few_letters_is_left_as_it_lies() -> None:
    assert quarters(Image.new("L", (600, 400), 255), DPI) == 0


@given(st.integers(0, 7), st.integers(0, 30), st.integers(0, 40), st.integers(1, 20), st.integers(1, 20))
def test_a_box_is_given_back_where_its_ink_lies(right: int, x: int, top: int, breadth: int, height: int) -> None:
    lying = Image.new("L", (60, 90), 0)
    ImageDraw.Draw(lying).rectangle((x, top, x + breadth - 1, top + height - 1), 255)
    upright = rotated(lying, right)
    box = upright.getbbox()
    assert box is not None
    assert before_turning(box, right, upright.size) == (x, top, x + breadth, top + height)
