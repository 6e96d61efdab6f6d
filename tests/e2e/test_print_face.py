"""Wide screens on A4: what stands on the screen stands within the pages, the heads are repeated, and it is said who printed them when."""

from __future__ import annotations

import json
import re

import pypdfium2
import pytest

from tests.e2e.acts import Person
from tests.e2e.conftest import Seat
from tests.e2e.server import House

SCREENS = {
    "focal": {"/grid/{agreement}/?quarter=1": True, "/results/{agreement}/": True, "/papers/{agreement}/": True},
    "registrar": {"/circulars/{circular}/compliance/": True, "/papers/{circular}/receipts/": False},
}
"""Screens, and whether their pages lie on their side."""
SHOWN = """
() => [...document.querySelectorAll("main *")].filter((each) => each.checkVisibility({ visibilityProperty: true }))
  .filter((each) => !each.closest(".hidden-text, .skip, svg"))
  .flatMap((each) => each.matches("input.cell") ? [each.value] : [...each.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data))
"""
"""The texts that are shown in print, and what is typed in the cells of a grid."""


@pytest.fixture(scope="module")
def scene(house: House) -> dict[str, int]:
    """Papers in force, by short names."""
    return dict(json.loads(house.say("from tests.e2e.register import scene; print(scene())")))


def _squeezed(text: str) -> str:
    """A text without spaces, for a reader of PDFs parts the letters of Bangla; without a reph and its letter, and with what stands twice once, for
    it gives out what is drawn as one sign once for each of its letters.
    """
    return re.sub(r"(.{2,9}?)\1+", r"\1", re.sub(r"[\s\u200b-\u200d\ufffe\u00ad]|র্.", "", text))


def _printed(person: Person) -> tuple[list[str], set[bool]]:
    """The text within each page, and which pages lie on their side."""
    person.page.emulate_media(media="print")
    pages = list(pypdfium2.PdfDocument(person.page.pdf(prefer_css_page_size=True)))
    return [_squeezed(each.get_textpage().get_text_bounded()) for each in pages], {
        each.get_width() > each.get_height() for each in pages
    }


@pytest.mark.parametrize("who", SCREENS)
def test_a_wide_screen_is_printed_whole(seat: Seat, scene: dict[str, int], who: str) -> None:
    person = seat(who, viewport={"width": 1366, "height": 768})
    lost = {}
    for path, wide in SCREENS[who].items():
        person.goto(path.format(**scene))
        pages, on_their_side = _printed(person)
        text = "".join(pages)
        lost[path] = [each for each in map(_squeezed, person.page.evaluate(SHOWN)) if each not in text]
        assert on_their_side == {wide}, path
        assert "ছাপিয়েছেন" in text, path
        heads = [_squeezed(each) for each in person.page.locator("main thead").first.locator("th").all_inner_texts()]
        parted = [each for each in pages[1:] if any(row in each for row in heads)]
        assert len(pages) < 3 or parted, f"the head stands on the first page alone: {path}"
    assert {path: each for path, each in lost.items() if each} == {}
