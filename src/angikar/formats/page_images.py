"""Page images: the pages of a PDF or of a picture file as pictures, to compare with what was read of them.

PDFium has global state, so this is asked only in a process of its own (`worker`). Places in a Document are
counted in points from the upper left corner of these pages.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

import pypdfium2
from PIL import Image

from angikar.formats import sentences
from angikar.formats.errors import Unreadable
from angikar.formats.intake import Kind, damaged
from angikar.formats.scan import picture

PAGE_LIMIT = 500
"""Pages that are shown; no reader takes more."""

LONG_SIDE = 2000
"""Dots of the longer side of a rendered page at the most, whatever size the file claims."""

_SCALE = 2.0
"""Dots to the point: 144 to the inch, at which the small print of a plan can be read."""
_GREYS = 16


def measured(kind: Kind, data: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of every page in points. Raises Unreadable for a damaged or endless file."""
    if kind == "picture":
        return tuple(_points(frame, dpi) for frame, dpi in picture.frames(data))
    with _opened(data) as pages:
        return tuple(_whole(page).get_size() for page in pages)


def rendered(kind: Kind, data: bytes, number: int) -> bytes:
    """The page of that number, from 1, as grey PNG of at most `LONG_SIDE` dots a side. Raises Unreadable."""
    if number < 1:
        raise _no_such_page()
    page = _frame(data, number) if kind == "picture" else _pdf_page(data, number)
    page.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS)
    made = io.BytesIO()
    page.convert("L").quantize(_GREYS, dither=Image.Dither.NONE).save(made, "PNG")
    return made.getvalue()


def _points(frame: Image.Image, dpi: float) -> tuple[float, float]:
    return round(frame.width * 72 / dpi, 1), round(frame.height * 72 / dpi, 1)


def _frame(data: bytes, number: int) -> Image.Image:
    for frame, _ in islice(picture.frames(data), number - 1, number):
        return frame
    raise _no_such_page()


def _pdf_page(data: bytes, number: int) -> Image.Image:
    with _opened(data) as pages:
        if number > len(pages):
            raise _no_such_page()
        page = _whole(pages[number - 1])
        scale = min(_SCALE, LONG_SIDE / max(*page.get_size(), 1.0))
        image: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
        return image


@contextmanager
def _opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    try:
        pages = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as cause:
        raise damaged() from cause
    try:
        if len(pages) > PAGE_LIMIT:
            raise Unreadable(sentences.TOO_MANY_PAGES_TO_SHOW, most=PAGE_LIMIT)
        yield pages
    except (pypdfium2.PdfiumError, ValueError, OverflowError) as cause:  # a page without breadth, or of any
        raise damaged() from cause
    finally:
        pages.close()


def _whole(page: pypdfium2.PdfPage) -> pypdfium2.PdfPage:
    """A page with all its paper: places are counted from the corner of the sheet, not of what is cropped from it.

    PDFium does not say the size of a sheet that all pages have in common; such a page is as large as it is shown.
    """
    own = page.get_mediabox(fallback_ok=False)
    if own is not None:
        page.set_cropbox(*own)
    return page


def _no_such_page() -> Unreadable:
    return Unreadable(sentences.PAGE_MISSING)
