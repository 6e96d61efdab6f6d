"""Figures: reads printed Bangla numbers sign by sign, by their likeness to the signs of our own faces."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont, ImageOps

from angikar.formats.writers.typeface import font_files

Grey = NDArray[np.float32]
"""A picture as the share of ink in every dot, 0 to 1."""

_FULL = np.float32(255)

SIGNS = "০১২৩৪৫৬৭৮৯.,-%/()[]:।"
"""The signs that numbers, dates, shares and the codes of indicators are made of."""

_DIGITS = SIGNS[:10]

FAR = 0.11
"""A sign farther than this from its nearest likeness is not one of ours; the right one is some 0.03 away, a wrong one 0.2."""
_NARROW = 0.04
"""How much the next best sign must be behind, or the sign is not certain."""

_WIDTH, _HEIGHT = 16, 20
_INK = 0.4
_SIZES = (24, 34, 72)
"""Dots of an em in which the likenesses are rendered: eight points scanned at 200 and 300 dots to the inch, and large."""


_LOW, _BROAD = 10, 90
"""Dots that a dash is high and broad at most, and """
_FLAT = 1.8
"""so many times as broad as high at least."""


class Sign(NamedTuple):
    """The likeness of one sign: its dots scaled to one size, how broad it is for its height, how high beside a digit."""

    dots: Grey
    breadth: float
    height: float


def numbers(region: Grey) -> str | None:
    """The numbers that a picture of one or more lines shows, parted by spaces; None when it shows anything else."""
    read = [number(word) for line in _lines(region) for word in _words(line)]
    found = [text for text in read if text]
    return " ".join(found) if found and len(found) == len(read) else None


def is_dash(region: Grey) -> bool:
    """Whether all the ink of a picture is one low, short stroke, as stands in a cell for nothing: a reader of letters takes it for what it likes."""
    inked = region > _INK
    rows, columns = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    if not len(rows):
        return False
    height, width = rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1
    return bool(height <= _LOW and _FLAT * height <= width <= _BROAD and len(columns) == width)


def thrice(picture: Image.Image) -> Image.Image:
    """The ink of a picture three times side by side, a blank of half its height between."""
    box = ImageOps.invert(picture).point([255 if level > _INK * 255 else 0 for level in range(256)]).getbbox()
    inked = picture.crop(box) if box else picture
    step = inked.width + inked.height // 2
    row = Image.new("L", (2 * step + inked.width, inked.height), 255)
    for at in range(3):
        row.paste(inked, (at * step, 0))
    return row


def is_thrice(figure: str, text: str) -> bool:
    """Whether a text is a figure three times, once of them perhaps misread.

    >>> [is_thrice("১৩", "১৩-১৩৮৩"), is_thrice("৩", "৬৬৬"), is_thrice("১", "১১১১১১")]
    [True, False, False]
    """
    bare, meant = ("".join(each.replace("-", "").split()) for each in (text, figure))
    return bool(meant) and bare.count(meant) >= 2 and abs(len(bare) - 3 * len(meant)) <= max(1, len(meant) // 2)


def _lines(region: Grey) -> list[Grey]:
    """The lines of a region, parted by rows without ink."""
    rows = np.flatnonzero((region > _INK).any(axis=1))
    parts = np.split(rows, np.flatnonzero(np.diff(rows) > 2) + 1)
    return [region[part[0] : part[-1] + 1] for part in parts if len(part) > 1]


def _words(line: Grey) -> list[Grey]:
    """The words of a line, parted by gaps of more than half its height."""
    columns = np.flatnonzero((line > _INK).any(axis=0))
    parts = np.split(columns, np.flatnonzero(np.diff(columns) > max(6, len(line) / 2)) + 1)
    return [line[:, part[0] : part[-1] + 1] for part in parts if len(part)]


def number(word: Grey) -> str | None:
    """The number that a picture of one word shows; None when any part of it is not certainly one of `SIGNS`."""
    pieces = list(_pieces(word))
    tall = [len(piece) for piece in pieces if 2 * len(piece) > max(map(len, pieces))]
    read = [_read(piece, float(np.median(tall))) for piece in pieces]
    text = "".join(char or "" for char in read)
    certain = all(read) and (any(char in _DIGITS for char in text) or text in ("-", "%"))
    return text if certain else None


def _read(piece: Grey, digit: float) -> str | None:
    """The sign of a piece, or the two signs that touch in it: it is cut where it is thinnest and both halves are signs."""
    if sign := _nearest(_sign(piece, digit)):
        return sign
    width = piece.shape[1]
    if width < len(piece) or 2 * len(piece) < digit:
        return None
    middle = range(width // 4, width - width // 4)
    for cut in sorted(middle, key=lambda column: float(piece[:, column].sum()))[:6]:
        halves = [_trimmed(half) for half in (piece[:, :cut], piece[:, cut:])]
        signs = [_nearest(_sign(half, digit)) for half in halves if half.size]
        if len(signs) == 2 and all(signs):
            return "".join(filter(None, signs))
    return None


def _pieces(word: Grey) -> Iterator[Grey]:
    inked = np.flatnonzero((word > _INK).any(axis=0))
    if not len(inked):
        return
    for columns in np.split(inked, np.flatnonzero(np.diff(inked) > 1) + 1):
        piece = _trimmed(word[:, columns[0] : columns[-1] + 1])
        if piece.size > 2:  # less is dust
            yield piece


def _trimmed(piece: Grey) -> Grey:
    """A piece without the rows and columns around it without ink."""
    inked = piece > _INK
    rows, columns = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    return piece[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] if len(rows) else piece[:0]


def _sign(piece: Grey, digit: float) -> Sign:
    height, width = piece.shape
    resized = Image.fromarray((piece * 255).astype(np.uint8)).resize((_WIDTH, _HEIGHT), Image.Resampling.BOX)
    return Sign(np.asarray(resized).astype(np.float32) / _FULL, float(np.log(width / height)), height / digit)


def _nearest(sign: Sign) -> str | None:
    names, dots, shapes = _likenesses()
    shape = np.array([sign.breadth, sign.height], dtype=np.float32)
    distances = ((dots - sign.dots.ravel()) ** 2).mean(axis=1) + 0.15 * ((shapes - shape) ** 2).sum(axis=1)
    best = int(distances.argmin())
    others = distances[[name != names[best] for name in names]]
    return names[best] if distances[best] < FAR and others.min() - distances[best] > _NARROW else None


@cache
def _likenesses() -> tuple[list[str], Grey, Grey]:
    """Every sign in every face: its name, its dots in a row, its breadth and height."""
    names: list[str] = []
    made: list[Sign] = []
    for path, size in product(font_files(), _SIZES):
        face = ImageFont.truetype(str(path), size)
        digit = float(np.median([len(_rendered(face, char)) for char in _DIGITS]))
        for char in SIGNS:
            names.append(char)
            made.append(_sign(_rendered(face, char), digit))
    dots = np.stack([sign.dots.ravel() for sign in made])
    return names, dots, np.array([(sign.breadth, sign.height) for sign in made], dtype=np.float32)


def _rendered(face: ImageFont.FreeTypeFont, char: str) -> Grey:
    paper = Image.new("L", (200, 200))
    ImageDraw.Draw(paper).text((60, 40), char, font=face, fill=255)
    return _trimmed(np.asarray(paper).astype(np.float32) / _FULL)
