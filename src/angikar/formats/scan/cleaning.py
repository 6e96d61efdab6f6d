"""Cleaning: a page on grey paper or under uneven light becomes ink on white, and dust that is no letter goes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

_PATCH = 16
"""Dots a side of the patches that are looked at as one."""
_AROUND = 9
"""Patches a side over which paper is looked for: a letter or a ruling covers fewer."""
_WHITE = 235
"""Paper this bright needs nothing."""
_DARK = 60
"""A patch of dots darker than this beside paper is a picture or a black edge, not shade."""
_DUSTY = 4e-4
"""The share of dots that stand alone from which a page is dusty; a clean page has hardly any."""
_INK = 0.55
"""A dot is ink below this share of white: paper is even when dust is looked for."""

_Dots = NDArray[np.uint8]


def cleaned(grey: Image.Image) -> Image.Image:
    """A grey page with even, white paper and without single dots of dust; a clean one as it is."""
    return Image.fromarray(_swept(np.asarray(_evened(grey))))


def _evened(grey: Image.Image) -> Image.Image:
    """A page divided by the brightness of its paper, where that is not white."""
    small = grey.reduce(_PATCH) if min(grey.size) > 4 * _PATCH else grey
    paper = small.filter(ImageFilter.MaxFilter(_AROUND)).filter(ImageFilter.GaussianBlur(_AROUND / 2))
    low, _ = paper.getextrema()
    if not isinstance(low, int | float) or low >= _WHITE:
        return grey
    light = np.asarray(paper.resize(grey.size, Image.Resampling.BICUBIC)).astype(np.float32)
    dots = np.asarray(grey).astype(np.float32) * 255 / light.clip(_DARK, 255)
    return Image.fromarray(dots.clip(0, 255).astype(np.uint8))


def _swept(dots: _Dots) -> _Dots:
    """A page whose dots of ink that touch at most one other are paper, and the other way round, where it has many; else the same page.

    A full stop of the smallest print is two dots broad and high at 200 to the inch, so it stays.
    """
    ink = dots < _INK * 255
    black, white = ink & (_touching(ink) <= 1), ~ink & (_touching(~ink) <= 1)
    if black.mean() + white.mean() < _DUSTY:
        return dots
    usual = np.asarray(Image.fromarray(dots).filter(ImageFilter.MedianFilter(3)))
    return np.where(black | white, usual, dots)


def _touching(marked: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """How many of the eight dots around each dot are marked."""
    padded = np.pad(marked, 1).astype(np.uint8)
    rows = padded[:-2] + padded[1:-1] + padded[2:]
    around: NDArray[np.uint8] = rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:] - marked
    return around
