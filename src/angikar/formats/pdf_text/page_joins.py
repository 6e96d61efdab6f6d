"""Page joins: a paragraph, or a row of a table, that continues on the next page becomes one again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from angikar.formats.grid import Box
from angikar.formats.pdf_text.line_joins import PrintedLine, goes_on, had_room
from angikar.formats.pdf_text.page import Lattice, Sheet, margin_inside

_NEAR = 2.5
_FULL = 1.5
_ENDS = "।;:"
_NUMBERED = re.compile(r"[\[(]?[০-৯0-9]{1,2}(?:[.।)\]]|$)")

CellLines = tuple[Box, list[PrintedLine]]
"""A cell with the lines in it."""


def together(sheets: Sequence[Sheet]) -> None:
    """Move the rest of a paragraph or row from the next page to the page where it begins."""
    heads: dict[int, Lattice] = {}
    for sheet, after in pairwise(sheets):
        if not (sheet.items and after.items and abs(sheet.breadth - after.breadth) < _NEAR):
            continue
        last, first = sheet.items[-1], after.items[0]
        if isinstance(last, Lattice) and isinstance(first, Lattice):
            head = heads.get(id(last), last)
            if _alike(last, first):
                heads[id(first)] = head
                level = _headed(head, first)
                after.items[0] = rest = _row_joined(last, first, level)
                heads[id(rest)] = head
                if all(box[3] < level + _NEAR for box, _ in rest.cells):
                    after.items.pop(0)
        elif not isinstance(last, Lattice) and not isinstance(first, Lattice):
            line, begun = last[-1][1], first[0][1]
            unended = not line.text.endswith(tuple(_ENDS)) or _is_filled(line, begun, sheet.edges)
            if unended and goes_on(line, begun, sheet.edges):
                sheet.items[-1] = [*last, *first]
                after.items.pop(0)


def _is_filled(line: PrintedLine, after: PrintedLine, edges: tuple[float, float]) -> bool:
    """Whether a line fills its breadth as the lines of a justified paragraph do, and the next one begins below it."""
    return edges[1] - line.box[2] < _FULL and abs(after.box[0] - line.box[0]) < _NEAR


def _alike(table: Lattice, after: Lattice) -> bool:
    """Whether two tables have the same left and right edges."""
    return all(abs(table.box[side] - after.box[side]) < _NEAR for side in (0, 2))


def _headed(head: Lattice, after: Lattice) -> float:
    """Down to where a table repeats the first rows of another; its top when it does not."""
    one, other = (sorted(table.cells, key=lambda cell: (round(cell[0][1]), cell[0][0])) for table in (head, after))
    same = 0
    while same < min(len(one), len(other)) and _content(one[same]) == _content(other[same]) and _content(one[same])[2]:
        same += 1
    while same:
        level = max(box[3] for box, _ in other[:same])
        if same == len(other) or other[same][0][1] >= level - _NEAR:
            return level
        same -= 1
    return after.box[1]


def _content(cell: CellLines) -> tuple[int, int, str]:
    box, lines = cell
    return round(box[0] / _NEAR), round(box[2] / _NEAR), " ".join(line.text for line in lines)


def _row_joined(table: Lattice, after: Lattice, level: float) -> Lattice:
    """The second table without its first row, when that goes on with the last row of the first, which then has it."""
    ending = [(box, lines) for box, lines in table.cells if box[3] > table.box[3] - _NEAR]
    begun = [(box, lines) for box, lines in after.cells if abs(box[1] - level) < _NEAR]
    pairs = [(_above(box, ending), lines) for box, lines in begun]
    if not begun or not _continues(pairs, table):
        return after
    for above, lines in pairs:
        if above is not None:
            above[1].extend(lines)
    bottom = min(box[3] for box, _ in begun)
    remaining = [
        ((box[0], level if abs(box[1] - bottom) < _NEAR else box[1], box[2], box[3]), lines)
        for box, lines in [each for each in after.cells if each not in begun]
        + [(box, []) for box, _ in begun if box[3] > bottom + _NEAR]
    ]
    return Lattice(after.box, remaining)


def _above(box: Box, ending: Sequence[CellLines]) -> CellLines | None:
    return next((cell for cell in ending if all(abs(cell[0][side] - box[side]) < _NEAR for side in (0, 2))), None)


def _continues(pairs: Sequence[tuple[CellLines | None, list[PrintedLine]]], table: Lattice) -> bool:
    """Whether the first row of a page is the rest of a row: it has something only where that row has, not everywhere where
    that row has, does not begin with a number, and a line of that row had no room for the first word here.
    """
    rows = [(above, lines) for above, lines in pairs if above is not None]
    filled = [(above, lines) for above, lines in rows if lines]
    if len(rows) < len(pairs) or not filled or not all(above[1] for above, _ in filled):
        return False
    level = max(box[1] for (box, _), _ in rows) - _NEAR
    own = [lines for (box, _), lines in filled if box[1] > level]
    if not own or _NUMBERED.match(own[0][0].text):
        return False
    ended = any(above[1] and not lines and above[0][1] > level for above, lines in rows)
    off = margin_inside(table)
    return ended and any(not had_room(lines[-1], rest[0], lines, box[2] - off) for (box, lines), rest in filled)
