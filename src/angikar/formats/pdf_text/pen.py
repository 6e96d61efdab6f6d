"""Pen: which glyphs of a page stand in one word, by how far the pen moves for each, whatever order a program drew them in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

_SAME_LINE = 0.25
"""The share of the size by which the base lines of glyphs of one line differ at most."""
_GAP = 0.17
"""The share of the size that parts two words on a page that prints no blanks."""
_GAP_BESIDE_BLANKS = 0.5
"""The same where blanks are printed: a smaller gap without one is only the distance between two faces, a wider one parts a label from its text."""
_PRINTS_BLANKS = 30
"""Where at least one glyph in so many is a blank, blanks are printed."""
_FINE = 50
"""The steps to a point by which two engines are held to speak of the same place."""

Place = tuple[int, int]


class Pen(NamedTuple):
    """What the pen did for a glyph: the word it stands in, counted from left to right line by line, and how far it moved on."""

    word: int
    advance: float


class _Glyph(NamedTuple):
    x0: float
    x1: float
    base: float
    size: float
    blank: bool


class Pens:
    """The glyphs of a page by the point where each was drawn."""

    def __init__(self, glyphs: Mapping[Place, Pen]) -> None:
        self._glyphs = glyphs

    def at(self, x: float, base: float) -> Pen | None:
        """The glyph drawn at a point; `base` counts from the foot of the page."""
        along, up = round(x * _FINE), round(base * _FINE)
        near = ((along + right, up + higher) for right in (0, -1, 1) for higher in (0, -1, 1))
        return next((self._glyphs[each] for each in near if each in self._glyphs), None)


def pens(chars: Iterable[Mapping[str, Any]]) -> Pens:
    """The pens of the glyphs that pdfplumber found on a page; those set aslant are left out."""
    glyphs = [_glyph(each) for each in chars if each["upright"]]
    blanks = sum(glyph.blank for glyph in glyphs)
    gap = _GAP_BESIDE_BLANKS if blanks * _PRINTS_BLANKS >= len(glyphs) else _GAP
    found: dict[Place, Pen] = {}
    word = 0
    for line in _lines(glyphs):
        for glyph, begins in _begun(line, gap):
            word += begins
            place = round(glyph.x0 * _FINE), round(glyph.base * _FINE)
            found.setdefault(place, Pen(word, glyph.x1 - glyph.x0))
    return Pens(found)


def _glyph(char: Mapping[str, Any]) -> _Glyph:
    blank = char["text"] != "" and char["text"].isspace()
    return _Glyph(
        char["matrix"][4], char["matrix"][4] + char["x1"] - char["x0"], char["matrix"][5], char["size"], blank
    )


def _lines(glyphs: Sequence[_Glyph]) -> Iterable[list[_Glyph]]:
    """The glyphs of each line from left to right."""
    ordered = sorted(glyphs, key=lambda glyph: -glyph.base)
    starts = [0]
    starts += [
        at + 1
        for at, (above, below) in enumerate(pairwise(ordered))
        if above.base - below.base > _SAME_LINE * min(above.size, below.size)
    ]
    for start, end in pairwise([*starts, len(ordered)]):
        yield sorted(ordered[start:end], key=lambda glyph: glyph.x0)


def _begun(line: Sequence[_Glyph], gap: float) -> Iterable[tuple[_Glyph, bool]]:
    """The glyphs of a line that are no blanks, each with whether it begins a word."""
    reached: float | None = None
    blank: _Glyph | None = None
    for glyph in line:
        if glyph.blank:
            blank = glyph
            continue
        parted = blank is not None and glyph.x0 > (blank.x0 + blank.x1) / 2
        begins = reached is None or parted or glyph.x0 - reached > gap * glyph.size
        yield glyph, begins
        blank = None if parted else blank
        reached = glyph.x1 if reached is None else max(reached, glyph.x1)
