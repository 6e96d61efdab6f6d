"""Grey paper and uneven light become white, dust goes, and a clean page is left as it is."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from angikar.formats.scan.cleaning import cleaned
from tests.formats.samples import letter
from tests.formats.scans import drawn


@pytest.fixture(scope="module")
def page() -> Image.Image:
    return drawn(letter(), 200)


def ink_of(page: Image.Image) -> NDArray[np.bool_]:
    return np.asarray(page) < 128


def test_a_clean_page_is_left_as_it_is(page: Image.Image) -> None:
    assert np.array_equal(np.asarray(cleaned(page)), np.asarray(page))


def test_grey_paper_that_is_lit_from_one_side_becomes_white(page: Image.Image) -> None:
    shade = np.linspace(0.95, 0.6, page.width)[None, :]
    grey = Image.fromarray(((np.asarray(page) * 0.75 + 60) * shade).astype(np.uint8))
    seen = cleaned(grey)
    assert np.median(np.asarray(seen)) > 245
    assert (ink_of(seen) == ink_of(page)).mean() > 0.99


def test_dust_goes_and_the_smallest_full_stop_stays(page: Image.Image) -> None:
    dots = np.asarray(page).copy()
    dots[10:12, 10:12] = 0
    dusty = dots.copy()
    dusty[20:-20:40, 20:-20:40] = 0
    seen = np.asarray(cleaned(Image.fromarray(dusty)))
    assert (seen[10:12, 10:12] == 0).all()
    assert ((seen < 128) != (dots < 128)).mean() < 2e-4 < ((dusty < 128) != (dots < 128)).mean()
