"""How wide the columns of a Word table are: as the paper wants it, yet none narrower than its longest word, which Word would break."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from angikar.formats.grid import Placed

_MARK, _SPACING_MARK, _PLAIN, _LETTER = 0.0, 0.3, 0.52, 0.66
"""Widths of a mark above or below, of one beside its letter, of a digit or a Latin letter, and of a Bangla letter, by the size of the face."""


def word_width(text: str) -> float:
    """How wide the longest word of a text is, by the size of its letters. It is never broken: a date has no space in it.

    >>> round(word_width("৩১.০৩.২০২৩"), 2), word_width("")
    (5.2, 0.0)
    """
    return max((sum(map(_width, word)) for word in text.split()), default=0.0)


def fitted(
    rows: Sequence[Sequence[Placed]], weights: Sequence[float], room: int, *, sizes: range, margin: int
) -> tuple[list[int], int]:
    """The widths of the columns in twentieths of a point, and the size of the letters in half points: the largest of `sizes` at which every
    longest word fits its column, else the smallest. `margin` is left and right in a cell.
    """
    longest = [0.0] * len(weights)
    for placed in (each for row in rows for each in row if each.colspan == 1):
        longest[placed.column] = max(longest[placed.column], word_width(placed.cell.text))
    for size in sizes:
        least = [round(word * size * 10) + 2 * margin for word in longest]
        if sum(least) <= room:
            break
    return _shared(weights, least, room), size


def _shared(weights: Sequence[float], least: Sequence[int], room: int) -> list[int]:
    """The room shared by weight; a column that would be too narrow gets what it needs, and the others share the rest."""
    held: set[int] = set()
    while True:
        free = room - sum(least[column] for column in held)
        share = sum(weight for column, weight in enumerate(weights) if column not in held) or 1.0
        widths = [
            least[column] if column in held else max(1, round(free * weight / share))
            for column, weight in enumerate(weights)
        ]
        narrow = {column for column, width in enumerate(widths) if column not in held and width < least[column]}
        if not narrow or len(held | narrow) == len(weights):
            return widths
        held |= narrow


def _width(letter: str) -> float:
    kind = unicodedata.category(letter)
    if kind in ("Mn", "Cf"):
        return _MARK
    if kind == "Mc":
        return _SPACING_MARK
    return _PLAIN if letter.isascii() or kind == "Nd" else _LETTER
