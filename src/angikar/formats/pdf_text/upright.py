"""Upright: pages whose text stands on its side or its head are turned before they are read, whatever angle a viewer shows them at."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence
from math import pi

import pikepdf
import pypdfium2
import pypdfium2.raw as raw

_SAMPLE = 200
"""Letters of a page that are asked for the angle they stand at."""


def set_upright(data: bytes) -> tuple[bytes, dict[int, int]]:
    """The PDF with every page so that its text runs from left to right, and by how many degrees to the right each page, from 1, was
    turned against what a viewer shows; the same bytes where each stands so already.
    """
    angles = _angles(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        sideways = [
            (number, page, angle or 0, int(page.get("/Rotate", 0)) % 360)
            for number, (page, angle) in enumerate(zip(pdf.pages, angles, strict=True), start=1)
            if angle is not None and (angle or int(page.get("/Rotate", 0)) % 360)
        ]
        if not sideways:
            return data, {}
        for _, page, angle, _ in sideways:
            _turn(page, angle)
        made = io.BytesIO()
        pdf.save(made)
    rotations = {number: -(angle + shown) % 360 for number, _, angle, shown in sideways}
    return made.getvalue(), {number: degrees for number, degrees in rotations.items() if degrees}


def _angles(data: bytes) -> Sequence[int | None]:
    """By how many degrees the text of each page is turned to the right, None where a page has no text."""
    pages = pypdfium2.PdfDocument(data)
    try:
        return [_angle(page) for page in pages]
    finally:
        pages.close()


def _angle(page: pypdfium2.PdfPage) -> int | None:
    layer = page.get_textpage()
    try:
        count = min(layer.count_chars(), _SAMPLE)
        seen = [index for index in range(count) if raw.FPDFText_IsGenerated(layer, index) != 1]
        quarters = Counter(round(raw.FPDFText_GetCharAngle(layer, index) / (pi / 2)) % 4 for index in seen)
    finally:
        layer.close()
    return 90 * quarters.most_common(1)[0][0] if quarters else None


def _turn(page: pikepdf.Page, angle: int) -> None:
    """Turn what a page shows to the left by the angle, and show it as it is then."""
    x0, y0, x1, y1 = (float(edge) for edge in page.mediabox)
    page.Rotate = 0
    if not angle:
        return
    matrix, breadth, height = {
        270: ((0, -1, 1, 0, -y0, x1), y1 - y0, x1 - x0),
        180: ((-1, 0, 0, -1, x1, y1), x1 - x0, y1 - y0),
        90: ((0, 1, -1, 0, y1, -x0), y1 - y0, x1 - x0),
    }[angle]
    page.contents_add(f"q {' '.join(f'{each:.4f}' for each in matrix)} cm\n".encode(), prepend=True)
    page.contents_add(b"\nQ")
    page.mediabox = pikepdf.Array([0, 0, breadth, height])
    for name in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
        if name in page:
            del page[name]
