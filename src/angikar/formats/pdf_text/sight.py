"""Sight: which words of a page's text layer its picture shows, so that what is invisible, pale, covered or off the page is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import cast

import pypdfium2
from PIL.Image import Image

from angikar.formats.grid import Box
from angikar.formats.pdf_text.glyph_order import BLANK, TextLetter
from angikar.rules.document import Place, Unseen

_LONG_SIDE = 2000
"""Dots of the longer side of the picture at most."""
_CONTRAST = 12
"""Steps of grey, of 255, by which ink differs from what is around it at least."""
_SMALL = 0.5
"""Points of the side of a letter of which nothing can be seen."""


def undrawn(found: Sequence[TextLetter], page: pypdfium2.PdfPage, height: float, number: int) -> Iterator[Unseen]:
    """The runs of words that the picture of a page does not show; of a page that lies on its side nothing is said."""
    if not found or page.get_rotation():
        return
    left, bottom, right, top = page.get_bbox()
    scale = min(1.0, _LONG_SIDE / max(right - left, top - bottom, 1.0))
    grey: Image = page.render(scale=scale, grayscale=True).to_pil()
    words = [list(word) for blank, word in groupby(found, key=lambda letter: letter.char in BLANK) if not blank]
    for is_drawn, run in groupby(words, key=lambda word: _is_drawn(word, grey, (left, height - top, scale))):
        if not is_drawn:
            letters = [letter for word in run for letter in (*word, _SPACE)]
            text = "".join(letter.char for letter in letters).strip()
            yield Unseen(text, "undrawn", Place(page=number, box=letters[0].box))


_SPACE = TextLetter(" ", (0.0, 0.0, 0.0, 0.0))


def _is_drawn(word: Iterable[TextLetter], grey: Image, origin: tuple[float, float, float]) -> bool:
    """Whether any letter of a word differs from what is around it; letters without a size of their own are not asked."""
    boxes = [letter.box for letter in word if _is_sized(letter.box)]
    return not boxes or any(_shows(box, grey, origin) for box in boxes)


def _is_sized(box: Box) -> bool:
    return box[2] - box[0] > _SMALL or box[3] - box[1] > _SMALL


def _shows(box: Box, grey: Image, origin: tuple[float, float, float]) -> bool:
    left, top, scale = origin
    x0, y0 = (max(0, int((edge - start) * scale) - 1) for edge, start in ((box[0], left), (box[1], top)))
    x1, y1 = (int((edge - start) * scale) + 2 for edge, start in ((box[2], left), (box[3], top)))
    part = (x0, y0, min(x1, grey.width), min(y1, grey.height))
    if part[0] >= part[2] or part[1] >= part[3]:
        return False
    darkest, lightest = cast("tuple[int, int]", grey.crop(part).getextrema())
    return lightest - darkest >= _CONTRAST
