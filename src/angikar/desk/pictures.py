"""Pictures of figures, drawn as SVG by `pictures.html`: a whole and its parts, a bullet bar, bars that are compared, bars of plans by rank.

A picture says nothing that its table does not, and is read without colour by its shapes. It carries no style of its own: place and size are
attributes of whole numbers, ink comes from the style sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from angikar.rules.scoring.figures import marks_text
from angikar.rules.scoring.whole.marks import PlanMarks
from angikar.rules.scoring.whole.parted import MarksParted

WIDE, HIGH = 600, 24
"""The size of a bar in its own units; on the page it is as wide as there is room."""
_BEFORE = WIDE // 10
"""So far from the edge the scale of a bullet bar begins: below the worst level there is room for what has not reached it."""
MARKS: Final = ("accepted", "claimed", "open", "lost", "uncounted")
"""The parts of a plan's marks in the order of the bar."""
SCALE: Final = 1000
"""From the worst level of a row to the best."""
_LOW: Final = {"lost": (HIGH // 3, HIGH // 3), "uncounted": (HIGH // 2 - 1, 2)}
"""Top and height of parts that are not as high as the bar."""


class PictureBox(NamedTuple):
    """A rectangle with the name of its ink."""

    name: str
    x: int
    y: int
    width: int
    height: int


class Picture(NamedTuple):
    """A picture by its kind, and what is drawn in it from back to front."""

    kind: str
    boxes: tuple[PictureBox, ...]
    wide: int = WIDE
    high: int = HIGH


def widths(amounts: Sequence[int], wide: int) -> list[int]:
    """Whole widths in the proportion of the amounts that add up to the whole width; nothing where there is nothing.

    >>> widths([1, 1, 1], 100), widths([0, 0], 100)
    ([33, 34, 33], [0, 0])
    """
    total = sum(amounts)
    if not total:
        return [0] * len(amounts)
    ends = [(2 * each * wide + total) // (2 * total) for each in accumulate(amounts)]
    return [end - begin for begin, end in zip((0, *ends), ends, strict=False)]


def whole(parts: Sequence[tuple[str, int]]) -> Picture:
    """One bar of named parts: where a whole is. Lost marks are low, uncounted ones a line, so that they differ without colour."""
    boxes, at = [], 0
    for (name, _), width in zip(parts, widths([amount for _, amount in parts], WIDE), strict=True):
        if width:
            boxes.append(_box(name, at, width))
        at += width
    return Picture("whole", tuple(boxes))


class MarksPicture(NamedTuple):
    """Where the marks of a plan are: the bar, its parts in the order of the bar with their swatches and marks, and the whole."""

    bar: Picture
    parts: tuple[tuple[str, Picture, str], ...]
    full: str


def of_marks(found: MarksParted) -> MarksPicture:
    """The parts of a plan's marks, without those that hold nothing."""
    parts = [(name, amount) for name in MARKS if (amount := getattr(found, name))]
    named = tuple((name, swatch(name), marks_text(amount)) for name, amount in parts)
    return MarksPicture(whole(parts), named, marks_text(found.full))


def swatch(name: str) -> Picture:
    """The ink and shape of a part, to stand beside its word."""
    return Picture("swatch", (_box(name, 0, HIGH),), HIGH)


def bullet(levels: Sequence[int], claimed: int | None, accepted: int | None) -> Picture:
    """The levels of a row as ticks on its scale, what was claimed as a frame, what was accepted as a solid bar within it: further right is
    better.
    """
    ticks = [PictureBox("level", _place(level), 1, 2, HIGH - 2) for level in levels]
    bars = (("claimed", claimed, 5), ("accepted", accepted, 9))
    drawn = [PictureBox(name, 1, y, _place(at), HIGH - 2 * y) for name, at, y in bars if at is not None]
    return Picture("bullet", (*ticks, *drawn))


def compared(amount: int, within: int, most: int) -> Picture:
    """One bar of several that are compared: how much it is of the most, and how much of it is late."""
    full, late = (WIDE * each // most if most else 0 for each in (amount, within))
    return Picture(
        "compared", (PictureBox("all", 0, 1, full, HIGH - 2), PictureBox("late", 0, HIGH // 3, late, HIGH // 3))
    )


def ranked(marks: PlanMarks) -> Picture:
    """The bar of one plan of several on the scale of full marks: what was claimed as a frame, what was accepted as a solid bar within it. A
    mark that is none has no bar, and nought is a line.
    """
    bars = (("claimed", marks.of("claimed"), 5), ("accepted", marks.of("accepted"), 9))
    drawn = [(name, _share(mark.mark, mark.full), y) for name, mark, y in bars if mark.mark is not None]
    return Picture("ranked", tuple(PictureBox(name, 0, y, wide, HIGH - 2 * y) for name, wide, y in drawn))


def _share(amount: int, full: int) -> int:
    """The width of a bar: at least one unit, and no more than there is."""
    return min(max(WIDE * amount // full if full else 0, 1), WIDE)


def _place(share: int) -> int:
    """A share of the scale in units of the picture; what lies beyond its ends stands at them."""
    return _BEFORE + min(max(share, -SCALE // 10), SCALE) * (WIDE - _BEFORE - 2) // SCALE


def _box(name: str, at: int, width: int) -> PictureBox:
    y, height = _LOW.get(name, (1, HIGH - 2))
    return PictureBox(name, at, y, width, height)
