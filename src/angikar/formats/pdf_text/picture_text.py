"""Picture text: what a program read off the picture of a page and put behind it, so that the page shows the picture and not the letters."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

import pdfplumber.page
import pypdfium2
from pypdfium2 import raw

from angikar.formats.grid import Box
from angikar.rules.document import Place, Unseen

_LARGE = 0.25
"""The share of a page that a picture of it covers at least."""
_UNSHOWN = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_FIGURES = 40
"""Words with figures that are named at most."""


def from_picture(
    shape: pdfplumber.page.Page, page: pypdfium2.PdfPage, layer: pypdfium2.PdfTextPage, number: int
) -> Iterator[Unseen]:
    """The words of a page that are invisible on a picture of it, or behind one; those with figures, where there are any."""
    large = _LARGE * shape.width * shape.height
    if not any((each["x1"] - each["x0"]) * (each["bottom"] - each["top"]) >= large for each in shape.images):
        return
    words = " ".join(
        _behind(list(page.get_objects([raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE])), layer, large)
    ).split()
    figures = [word for word in words if any(char.isdecimal() for char in word)]
    if words:
        yield Unseen(" ".join((figures or words)[:_FIGURES]), "ocr", Place(page=number))


def _behind(objects: Sequence[Any], layer: pypdfium2.PdfTextPage, large: float) -> Iterator[str]:
    """The texts that are invisible and lie on a large picture, or are drawn before one that covers them."""
    pictures = [
        (order, box)
        for order, each in enumerate(objects)
        if each.type == raw.FPDF_PAGEOBJ_IMAGE and _size(box := each.get_bounds()) >= large
    ]
    for order, each in enumerate(objects):
        if each.type == raw.FPDF_PAGEOBJ_TEXT:
            is_unshown = raw.FPDFTextObj_GetTextRenderMode(each.raw) in _UNSHOWN
            box = each.get_bounds()
            if any((is_unshown or order < later) and _covers(picture, box) for later, picture in pictures):
                yield _text(each, layer)


def _size(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _covers(picture: Box, box: Box) -> bool:
    along, up = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return picture[0] <= along <= picture[2] and picture[1] <= up <= picture[3]


def _text(each: Any, layer: pypdfium2.PdfTextPage) -> str:
    size = raw.FPDFTextObj_GetText(each.raw, layer.raw, None, 0)
    held = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(each.raw, layer.raw, ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort)), size)
    return held.raw.decode("utf-16-le", errors="replace").rstrip("\0")
