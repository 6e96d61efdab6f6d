"""Strips: where the lines of text of a page lie outside its tables, columns that stand side by side one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median

import numpy as np

from angikar.formats.scan.picture import DPI
from angikar.formats.scan.ruled_tables import Box, Ink

_GAP = DPI // 4
"""Dots of a gap that no blank between words makes: between a memo number and its date, an address and a signature."""
_LOW = DPI // 30
"""Dots of a strip that is lower than any letter."""
_LINE = 0.5
"""Of the height of most strips, what a line of a column has at least: less is a sign below or above one."""
_LEADER = 8
"""Dots in a row, at least, that lead from a title to its figure."""
_DOT = DPI // 25
"""Dots that a colon is broad at most."""


def lines(ink: Ink, taken: Sequence[Box]) -> list[Box]:
    """The lines of text outside the regions taken by tables, in the order in which they are read."""
    ink = ink.copy()
    for x0, top, x1, bottom in taken:
        ink[max(0, top - 6) : bottom + 7, max(0, x0 - 6) : x1 + 7] = False
    strips = _rows(ink, (0, 0, ink.shape[1], ink.shape[0]), _LOW)
    usual = min(DPI / 6, median([bottom - top for _, top, _, bottom in strips] or [0]))
    found = [line for strip in strips for line in _cut(ink, strip, max(_LOW, usual * _LINE))]
    return _by_columns(ink, found)


def has_gap(ink: Ink, box: Box) -> bool:
    """Whether a line holds a gap that no blank makes, so that it was not broken for want of room."""
    return len(_columns(ink, box)) > 1


def around_leader(ink: Ink, box: Box) -> tuple[Box, ...]:
    """The parts of a line before and behind a leader, the row of dots that leads from a title to its figure; the line where it has none."""
    x0, top, x1, bottom = box
    inside = ink[top:bottom, x0:x1]
    columns = np.flatnonzero(inside.any(axis=0))
    if not len(columns):
        return (box,)
    blobs = np.split(columns, np.flatnonzero(np.diff(columns) > 1) + 1)
    dots = [
        len(blob) <= _DOT and np.ptp(np.flatnonzero(inside[:, blob[0] : blob[-1] + 1].any(axis=1))) < _DOT
        for blob in blobs
    ]
    runs = [list(run) for is_dot, run in groupby(range(len(blobs)), key=lambda at: bool(dots[at])) if is_dot]
    longest = max(runs, key=len, default=[])
    if len(longest) < _LEADER:
        return (box,)
    first, last = x0 + int(blobs[longest[0]][0]), x0 + int(blobs[longest[-1]][-1]) + 1
    return tuple(part for part in ((x0, top, first, bottom), (last, top, x1, bottom)) if part[2] - part[0] > _DOT)


def _by_columns(ink: Ink, found: list[Box]) -> list[Box]:
    """Lines that stand side by side, as an address beside a signature, one column after the other; a label beside its value stays a line."""
    made: list[Box] = []
    block: list[tuple[Box, Box]] = []
    for line in found:
        parts = _columns(ink, line)
        beside = (parts[0], parts[1]) if len(parts) == 2 and not any(_is_label(ink, part) for part in parts) else None
        if block and (beside is None or not _go_together(block[-1], beside)):
            made += _one_by_one(block)
            block = []
        if beside is None:
            made.append(line)
        else:
            block.append(beside)
    return [*made, *_one_by_one(block)]


def _one_by_one(block: Sequence[tuple[Box, Box]]) -> list[Box]:
    """The lines of two columns, one after the other; of a single line side by side, the whole line."""
    if len(block) > 1:
        return [column for side in zip(*block, strict=True) for column in side]
    return [(left[0], left[1], right[2], right[3]) for left, right in block]


def _go_together(above: tuple[Box, Box], below: tuple[Box, Box]) -> bool:
    """Whether two lines of two columns each are lines of the same columns."""
    height = above[0][3] - above[0][1]
    gutter = min(above[1][0], below[1][0]) - max(above[0][2], below[0][2])
    return gutter > _GAP and below[0][1] - above[0][3] < 2 * height


def _is_label(ink: Ink, part: Box) -> bool:
    """Whether a part of a line begins or ends with a colon: two dots, one above the other."""
    x0, top, x1, bottom = part
    inside = ink[top:bottom, x0:x1]
    columns = np.flatnonzero(inside.any(axis=0))
    blobs = np.split(columns, np.flatnonzero(np.diff(columns) > 1) + 1)
    for blob in (blobs[0], blobs[-1]):
        rows = np.flatnonzero(inside[:, blob[0] : blob[-1] + 1].any(axis=1))
        if len(blob) <= _DOT and np.count_nonzero(np.diff(rows) > 2) == 1:
            return True
    return False


def _cut(ink: Ink, strip: Box, least: float) -> Iterator[Box]:
    """A strip as it is, or the lines of its columns where one of them has several."""
    parts = _columns(ink, strip)
    found = [_rows(ink, part, least) for part in parts]
    if len(parts) < 2 or max(map(len, found)) < 2:
        yield strip
        return
    for rows in found:
        for row in rows:
            yield from _cut(ink, row, least)


def _rows(ink: Ink, box: Box, least: float) -> list[Box]:
    """The strips of a region between rows without ink, each as broad as its ink."""
    x0, top, x1, bottom = box
    inside = ink[top:bottom, x0:x1]
    rows = np.flatnonzero(inside.sum(axis=1) > 1)
    found = []
    for strip in np.split(rows, np.flatnonzero(np.diff(rows) > 2) + 1):
        if len(strip) < least:
            continue
        columns = np.flatnonzero(inside[strip[0] : strip[-1] + 1].any(axis=0))
        edges = (int(columns[0]), int(strip[0]), int(columns[-1]) + 1, int(strip[-1]) + 1)
        found.append((x0 + edges[0], top + edges[1], x0 + edges[2], top + edges[3]))
    return found


def _columns(ink: Ink, box: Box) -> list[Box]:
    """The parts of a strip between gaps that no blank makes."""
    x0, top, x1, bottom = box
    columns = np.flatnonzero(ink[top:bottom, x0:x1].any(axis=0))
    if not len(columns):
        return []
    parts = np.split(columns, np.flatnonzero(np.diff(columns) > _GAP) + 1)
    return [(x0 + int(part[0]), top, x0 + int(part[-1]) + 1, bottom) for part in parts]
