"""Grid: which columns and rows of a table its cells cover, so that spans survive every format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import sqrt

from angikar.formats import sentences
from angikar.formats.errors import Unreadable
from angikar.formats.limits import CELLS, CHARACTERS
from angikar.rules.document import NOWHERE, Cell, Place, Row, Table

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points, from the upper left corner."""

AREA = 2_000_000
"""Places of a grid that the cells of a table cover at most, however few they are."""
_NEAR = 2.5


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with the grid column it begins in, its spans cut so that it covers no other and stays in the table."""

    column: int
    colspan: int
    rowspan: int
    cell: Cell


def place(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[Placed, ...], ...]:
    """Give every cell its column, from left to right, past the cells that reach down from the rows above.

    This is the rule of HTML tables. A span that would cover another cell or leave the table is cut short. Raises Unreadable for
    a table that spreads wider and deeper than any paper.
    """
    taken: set[tuple[int, int]] = set()
    room = AREA
    placed: list[tuple[Placed, ...]] = []
    for y, row in enumerate(rows):
        line: list[Placed] = []
        x = 0
        for cell in row:
            while (y, x) in taken:
                x += 1
            colspan = _free(taken, y, x, min(cell.colspan, AREA))
            rowspan = max(1, min(cell.rowspan, len(rows) - y))
            room -= colspan * rowspan
            if room < 0:
                raise Unreadable(sentences.PAPER_TOO_LONG, characters=CHARACTERS, cells=CELLS)
            taken.update((y + down, x + right) for down in range(rowspan) for right in range(colspan))
            line.append(Placed(x, colspan, rowspan, cell))
            x += colspan
        placed.append(tuple(line))
    return tuple(placed)


def _free(taken: set[tuple[int, int]], y: int, x: int, wanted: int) -> int:
    width = 1
    while width < wanted and (y, x + width) not in taken:
        width += 1
    return width


def column_count(rows: Sequence[Sequence[Placed]]) -> int:
    """How many grid columns the placed rows need; 0 for no cells."""
    return max((placed.column + placed.colspan for row in rows for placed in row), default=0)


def gaps(rows: Sequence[Sequence[Placed]]) -> Iterator[tuple[int, int]]:
    """Every (row, column) of the grid that no cell covers, in order: ragged rows have them."""
    covered = {
        (y + down, placed.column + right)
        for y, row in enumerate(rows)
        for placed in row
        for down in range(placed.rowspan)
        for right in range(placed.colspan)
    }
    width = column_count(rows)
    return ((y, x) for y in range(len(rows)) for x in range(width) if (y, x) not in covered)


def shares(given: Table, rows: Sequence[Sequence[Placed]]) -> list[float]:
    """The relative width of each column: as given, or growing with the root of what the column has to hold."""
    columns = column_count(rows)
    if len(given.widths) == columns and all(width > 0 for width in given.widths):
        return list(given.widths)
    letters = [1] * columns
    for row in rows:
        for placed in row:
            if placed.colspan == 1:
                letters[placed.column] += len(placed.cell.text)
    return [sqrt(count) for count in letters]


def table(rows: Sequence[Sequence[Cell]], places: Sequence[Place] = (), header_rows: int = 0) -> Table:
    """A Table of these rows, each cell's place being that of its row narrowed to its grid column."""
    given = list(places) or [NOWHERE] * len(rows)
    return Table(
        tuple(
            Row(tuple(_at(placed, where) for placed in row), where)
            for row, where in zip(place(rows), given, strict=True)
        ),
        header_rows,
        place=given[0] if given else NOWHERE,
    )


def _at(placed: Placed, where: Place) -> Cell:
    cell = placed.cell
    place = replace(where.at(placed.column), box=cell.place.box or where.box)
    return replace(cell, colspan=placed.colspan, rowspan=placed.rowspan, place=place)


def table_of_boxes(cells: Iterable[tuple[Box, Cell]], page: int) -> Table:
    """The table of cells that lie in boxes on a page: an edge is a grid line, a cell covers all between its edges.

    `Place.line` is the row of the table, `Place.box` the box of the cell or the row.
    """
    lying = sorted(cells, key=lambda item: (item[0][1], item[0][0]))
    columns = _edges([edge for (x0, _, x1, _), _ in lying for edge in (x0, x1)])
    levels = _edges([edge for (_, top, _, bottom), _ in lying for edge in (top, bottom)])
    rows: list[list[Cell]] = [[] for _ in levels[1:]]
    for box, cell in lying:
        left, right = _nearest(columns, box[0]), _nearest(columns, box[2])
        first, last = _nearest(levels, box[1]), _nearest(levels, box[3])
        if right > left and last > first:
            rows[first].append(replace(cell, colspan=right - left, rowspan=last - first, place=Place(box=box)))
    places = [
        Place(y + 1, page, box=(columns[0], top, columns[-1], bottom))
        for y, (top, bottom) in enumerate(pairwise(levels))
    ]
    made = table(rows, places)
    return replace(made, widths=tuple(round(right - left, 1) for left, right in pairwise(columns)))


def _edges(values: Sequence[float]) -> list[float]:
    """The distinct grid lines, those nearer than a line's breadth taken as one."""
    edges: list[float] = []
    for edge in sorted(values):
        if not edges or edge - edges[-1] > _NEAR:
            edges.append(edge)
    return edges


def _nearest(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - value))
