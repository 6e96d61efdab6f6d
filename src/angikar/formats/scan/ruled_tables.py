"""Ruled: the tables of a picture by the lines that rule them, each as the boxes of its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ink = NDArray[np.bool_]
"""A picture in two colours, row by row; True is ink."""

Box = tuple[int, int, int, int]
"""x0, top, x1, bottom in dots, from the upper left corner."""


class Ruling(NamedTuple):
    """A straight line: its place across its direction, and from where to where it runs along it."""

    at: int
    start: int
    end: int

    def meets(self, other: Ruling, near: int) -> bool:
        """Whether a line of the other direction crosses or touches this one."""
        along = self.start - near <= other.at <= self.end + near
        return along and other.start - near <= self.at <= other.end + near


def tables(ink: Ink, dpi: float) -> list[list[Box]]:
    """The cells of every ruled table of a picture, tables from top to bottom, cells by row and column.

    A headline of Bangla letters is as long as many a ruling; but a ruling of a table ends at other rulings. Where it is longer than any
    word these may be as short as those of a table of one row.
    """
    near = max(3, round(dpi / 60))
    short = _rules(_thick(ink.T), dpi * 0.18, near)
    uprights = [rule for rule in short if rule.end - rule.start >= dpi * 0.3]
    levels = [
        rule
        for rule in _rules(_thick(ink), dpi * 0.12, near)
        if _is_bounded(rule, short if rule.end - rule.start >= 2 * dpi else uprights, near)
    ]
    uprights = [rule for rule in _rules(_thick(ink.T), dpi * 0.08, near) if _is_bounded(rule, levels, near)]
    found = [_cells(*group, near) for group in _groups(levels, uprights, near)]
    return sorted((cells for cells in found if len(cells) > 1), key=lambda cells: cells[0][1])


def _thick(ink: Ink) -> Ink:
    """Each dot of ink also one step across: a line that leans a little stays one line."""
    thick = ink.copy()
    thick[1:] |= ink[:-1]
    thick[:-1] |= ink[1:]
    return thick


def _rules(ink: Ink, least: float, gap: int) -> list[Ruling]:
    """The rows of ink longer than `least`, breaks up to `gap` overlooked, neighbouring rows taken as one line."""
    edges = np.diff(np.pad(ink, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    if not len(rows):
        return []
    opens = np.flatnonzero(np.r_[True, (rows[1:] != rows[:-1]) | (starts[1:] - ends[:-1] > gap)])
    closes = np.r_[opens[1:] - 1, len(rows) - 1]
    long = ends[closes] - starts[opens] >= least
    return _united(
        [
            Ruling(*map(int, run))
            for run in zip(rows[opens][long], starts[opens][long], ends[closes][long], strict=True)
        ],
        gap,
    )


def _united(runs: list[Ruling], near: int) -> list[Ruling]:
    """Runs that lie side by side or overlap, as one rule through their middle."""
    open_runs: list[list[Ruling]] = []
    done: list[list[Ruling]] = []
    for run in runs:
        done += [group for group in open_runs if run.at - group[-1].at > near]
        open_runs = [group for group in open_runs if run.at - group[-1].at <= near]
        touching = [g for g in open_runs if any(run.start <= r.end + near and r.start <= run.end + near for r in g)]
        merged = [rule for group in touching for rule in group]
        open_runs = [group for group in open_runs if group not in touching]
        open_runs.append(sorted((*merged, run)))
    return sorted(
        Ruling((group[0].at + group[-1].at) // 2, min(r.start for r in group), max(r.end for r in group))
        for group in (*done, *open_runs)
    )


def _is_bounded(rule: Ruling, across: Sequence[Ruling], near: int) -> bool:
    """Whether lines of the other direction meet both ends of a ruling."""
    met = [other.at for other in across if rule.meets(other, near)]
    return any(abs(at - rule.start) <= 2 * near for at in met) and any(abs(at - rule.end) <= 2 * near for at in met)


def _groups(levels: list[Ruling], uprights: list[Ruling], near: int) -> Iterator[tuple[list[Ruling], list[Ruling]]]:
    """The lines of each table: those that meet, and those that meet these."""
    left, right = set(levels), set(uprights)
    while left:
        mine, theirs = {left.pop()}, set[Ruling]()
        size = -1
        while size != len(mine) + len(theirs):
            size = len(mine) + len(theirs)
            theirs |= {rule for rule in right if any(rule.meets(level, near) for level in mine)}
            mine |= {rule for rule in left if any(rule.meets(upright, near) for upright in theirs)}
        left -= mine
        right -= theirs
        yield sorted(mine), sorted(theirs)


def _cells(levels: list[Ruling], uprights: list[Ruling], near: int) -> list[Box]:
    """The boxes between lines; where no line parts two neighbours they are one cell."""
    ys, xs = (_edges([rule.at for rule in rules], 2 * near) for rules in (levels, uprights))
    taken: set[tuple[int, int]] = set()
    cells: list[Box] = []
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in taken:
                continue
            middle, height = (xs[column] + xs[column + 1]) // 2, (ys[row] + ys[row + 1]) // 2
            right = next(
                (x for x in range(column + 1, len(xs)) if _has_line(uprights, xs[x], height, near)), len(xs) - 1
            )
            below = next((y for y in range(row + 1, len(ys)) if _has_line(levels, ys[y], middle, near)), len(ys) - 1)
            taken |= {(y, x) for y in range(row, below) for x in range(column, right)}
            cells.append((xs[column], ys[row], xs[right], ys[below]))
    return cells


def _edges(values: list[int], near: int) -> list[int]:
    """The distinct places of lines, those nearer than a line's breadth taken as one."""
    ordered = sorted(values)
    return ordered[:1] + [later for earlier, later in pairwise(ordered) if later - earlier > near]


def _has_line(rules: Sequence[Ruling], at: int, along: int, near: int) -> bool:
    return any(abs(rule.at - at) <= 2 * near and rule.start <= along <= rule.end for rule in rules)
