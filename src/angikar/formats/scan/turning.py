"""Turning: a page that lies on its side or stands on its head is set upright before it is read, and its places are given as it lies."""

from __future__ import annotations

from dataclasses import replace

from PIL import Image

from angikar.formats.grid import Box
from angikar.formats.scan import tesseract
from angikar.rules.document import Block, Cell, Place, Row, Table

_DPI = 200
"""Dots to the inch at which the letters of a page show how they stand; with 120 those of eight points do not."""
_SURE = 8.0
"""A page on its side shows no more than 10 for a direction, mostly none at all, an upright or an upside-down one 13 to 50."""
_LEAST = 3.0


def quarters(grey: Image.Image, dpi: float) -> int:
    """By how many quarters a page must be turned to the right to stand upright.

    Lines that run up or down the page show few letters; where so few are seen, the page is looked at once more on its side.
    """
    scale = _DPI / dpi
    page = grey if scale > 1 else grey.resize((max(1, round(grey.width * scale)), max(1, round(grey.height * scale))))
    straight, sure = tesseract.turn(page, min(_DPI, round(dpi)))
    if sure >= _SURE and not straight % 2:
        return straight
    aside, surer = tesseract.turn(page.transpose(Image.Transpose.ROTATE_90), min(_DPI, round(dpi)))
    if surer > max(sure, _LEAST):
        return (aside + 3) % 4
    return straight if sure > _LEAST else 0


def rotated(picture: Image.Image, right: int) -> Image.Image:
    """A picture turned to the right by so many quarters."""
    ways = (None, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)
    way = ways[right % 4]
    return picture if way is None else picture.transpose(way)


def before_turning(box: Box, right: int, size: tuple[float, float]) -> Box:
    """A box of a page of that size that was turned to the right by so many quarters, where it was before.

    >>> before_turning((0, 0, 10, 5), 1, (100, 200))
    (0, 90, 5, 100)
    >>> before_turning((0, 0, 10, 5), 2, (100, 200))
    (90, 195, 100, 200)
    """
    x0, top, x1, bottom = box
    breadth, height = size
    match right % 4:
        case 1:
            return top, breadth - x1, bottom, breadth - x0
        case 2:
            return breadth - x1, height - bottom, breadth - x0, height - top
        case 3:
            return height - bottom, x0, height - top, x1
        case _:
            return box


def back_in_place(block: Block, right: int, size: tuple[float, float]) -> Block:
    """A block of a page that was turned, its boxes where they lie in the file."""

    def place(old: Place) -> Place:
        if old.box is None:
            return old
        x0, top, x1, bottom = (round(edge, 1) for edge in before_turning(old.box, right, size))
        return replace(old, box=(x0, top, x1, bottom))

    def cell(old: Cell) -> Cell:
        return replace(old, place=place(old.place))

    if not right % 4:
        return block
    if isinstance(block, Table):
        rows = (Row(tuple(map(cell, row.cells)), place(row.place)) for row in block.rows)
        return replace(block, rows=tuple(rows), place=place(block.place))
    return replace(block, place=place(block.place))
