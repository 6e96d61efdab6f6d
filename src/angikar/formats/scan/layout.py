"""Layout: a scanned page made ready to be read: grey, 300 dots to the inch, upright, and cut into cells and lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PIL import Image

from angikar.formats.scan import ruled_tables, strips, turning
from angikar.formats.scan.cleaning import cleaned
from angikar.formats.scan.picture import DPI
from angikar.formats.scan.ruled_tables import Box, Ink

_LEANING = 3.0
"""Degrees up to which a page may lean."""


class Page(NamedTuple):
    """A page ready to be read: grey dots, which of them are ink, how many points a dot measures, and by how many quarters it was turned
    to the right.
    """

    grey: Image.Image
    ink: Ink
    point: float
    quarters: int = 0

    def box(self, region: Box) -> tuple[float, float, float, float]:
        """A region in points."""
        x0, top, x1, bottom = (round(edge * self.point, 1) for edge in region)
        return x0, top, x1, bottom

    @property
    def size(self) -> tuple[float, float]:
        """Breadth and height in points, as the page stands upright."""
        return self.grey.width * self.point, self.grey.height * self.point


def prepared(picture: Image.Image, dpi: float) -> Page:
    """A picture of a page as it is read: grey, upright and at 300 dots to the inch."""
    lying = cleaned(picture.convert("L"))
    right = turning.quarters(lying, dpi)
    grey = turning.rotated(lying, right)
    breadth = grey.width
    if not 0.9 < dpi / DPI < 1.1:
        size = (max(1, round(grey.width * DPI / dpi)), max(1, round(grey.height * DPI / dpi)))
        grey = grey.resize(size, Image.Resampling.LANCZOS)
    else:
        size = grey.size
    angle = _leaning(_ink(grey))
    if angle:
        grey = grey.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    return Page(grey, _ink(grey), 72 * breadth / dpi / size[0], right)


def tables(page: Page) -> list[list[Box]]:
    """The cells of the ruled tables of a page."""
    return ruled_tables.tables(page.ink, DPI)


def lines(page: Page, taken: Sequence[Box]) -> list[Box]:
    """The lines of text outside the regions taken by tables, in the order in which they are read."""
    return strips.lines(page.ink, taken)


def _ink(grey: Image.Image) -> Ink:
    """Which dots are ink: darker than the border that parts the dark from the light best (Otsu)."""
    counts = np.bincount(np.asarray(grey).ravel(), minlength=256).astype(float)
    levels = np.arange(256)
    dark, weighed = counts.cumsum(), (counts * levels).cumsum()
    light = dark[-1] - dark
    with np.errstate(divide="ignore", invalid="ignore"):
        between = dark * light * (weighed / dark - (weighed[-1] - weighed) / light) ** 2
    border = float(np.nan_to_num(between).argmax())
    return np.asarray(grey) <= min(max(border, 60.0), 200.0)


def _leaning(ink: Ink) -> float:
    """Degrees by which the page must be rotated to make its lines level; 0 when they are."""
    ys, xs = np.nonzero(ink[::3, ::3])
    if not len(ys):
        return 0.0

    def sharpness(angle: float) -> float:
        rows = np.round(ys - xs * np.tan(np.radians(angle))).astype(np.int64)
        return float((np.bincount(rows - rows.min()).astype(float) ** 2).sum())

    coarse = max(np.arange(-_LEANING, _LEANING + 0.1, 0.25), key=sharpness)
    best = max(np.arange(coarse - 0.2, coarse + 0.21, 0.05), key=sharpness)
    return float(best) if abs(best) > 0.04 and sharpness(best) > 1.02 * sharpness(0.0) else 0.0
