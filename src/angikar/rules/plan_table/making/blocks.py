"""A block of cells put over the rows of a plan: the place of each of its cells, and the row each of its lines goes on to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from angikar.rules.plan import Plan
from angikar.rules.plan_table.making.lists import LISTS, item_at
from angikar.rules.plan_table.making.shaping import path_of, row_at

Step = Literal["area", "activity", "row"]
"""What the next line of a block begins: a new area, a new activity, or only a row."""
_DEPTH = 3
_ITEM = re.compile(r"([a-z_]+)\.([0-9]{1,5})\.")


@dataclass(frozen=True, slots=True)
class Onward:
    """The row that a line goes on to, by its path, and below which path it has to be added first, where it is not there yet."""

    row: str
    below: str = ""


def row_of(columns: Sequence[str]) -> str:
    """The path of the row over which the first line of a block lies: the innermost row that one of its columns belongs to.

    >>> row_of(("areas.0.title", "areas.0.activities.1.title", "areas.0.activities.1.indicators.2.weight"))
    'areas.0.activities.1.indicators.2'
    >>> row_of(("acronyms.3.short", "acronyms.3.full")), row_of(("evidence.4.evidence",)), row_of(("vision",))
    ('acronyms.3', 'evidence.4', '')
    """
    return max((_frame(each) for each in columns), key=len, default="")


def placed(column: str, row: str) -> str:
    """The place of a column in another row.

    >>> placed("areas.0.activities.1.indicators.2.criteria.4", "areas.0.activities.2.indicators.0")
    'areas.0.activities.2.indicators.0.criteria.4'
    >>> placed("areas.0.activities.1.title", "areas.1.activities.2.indicators.0")
    'areas.1.activities.2.title'
    """
    frame = _frame(column)
    depth = len(frame.split("."))
    return ".".join(row.split(".")[:depth]) + column.removeprefix(frame) if frame else column


def begins(columns: Sequence[str], line: Sequence[str], above: Sequence[str]) -> Step:
    """What a line of a block begins: where it names another area or activity than the line above it, that.

    >>> columns = ("areas.0.title", "areas.0.activities.0.title", "areas.0.activities.0.indicators.0.title")
    >>> [begins(columns, line, ("ক", "খ", "গ")) for line in (("ঘ", "", "ঙ"), ("", "চ", "ছ"), ("ক", "খ", "জ"), ("", "", "ঝ"))]
    ['area', 'activity', 'row', 'row']
    """
    named: tuple[tuple[int, Step], ...] = ((1, "area"), (2, "activity"))
    for depth, step in named:
        for column, text, known in zip(columns, line, above, strict=False):
            if _is_title(column, depth) and text.strip() and text.strip() != known.strip():
                return step
    return "row"


def names_activities(columns: Sequence[str]) -> bool:
    """Whether a block says itself which of its lines belong to one activity."""
    return any(_is_title(each, 2) for each in columns)


def carried_down(columns: Sequence[str], line: Sequence[str], above: Sequence[str]) -> tuple[str, ...]:
    """A line of a block with the names of area and activity that hold for it; those of the line above where it leaves them empty."""
    return tuple(
        known if not text.strip() and (_is_title(column, 1) or _is_title(column, 2)) else text
        for column, text, known in zip(columns, line, above, strict=False)
    )


def onward(plan: Plan, row: str, step: Step, *, grouped: bool) -> Onward | None:
    """The row that the next line goes on to; `None` where there is none and none can be added. `grouped`: the block says which rows
    belong to one activity; else its lines run through all activities of the area, and new rows are added to the last of them.
    """
    numbers = row_at(row)
    if not numbers:
        return _item(plan, row)
    area = plan.areas[numbers[0]]
    if step == "area" or len(numbers) == 1:
        beside = plan.areas[numbers[0] + 1 : numbers[0] + 2]
        there = bool(beside) and beside[0].part == area.part
        return _to(numbers, 0, there=there)
    activity = area.activities[numbers[1]]
    if step == "activity" or len(numbers) < _DEPTH:
        return _to(numbers, 1, there=numbers[1] + 1 < len(area.activities))
    if numbers[2] + 1 < len(activity.indicators) or grouped:
        return _to(numbers, 2, there=numbers[2] + 1 < len(activity.indicators))
    more = numbers[1] + 1 < len(area.activities)
    return _to(numbers, 1, there=True) if more else _to(numbers, 2, there=False)


def _to(numbers: Sequence[int], depth: int, *, there: bool) -> Onward:
    """The next row at a depth; the first inside it where the block's rows lie deeper."""
    further = (*numbers[:depth], numbers[depth] + 1, *(0 for _ in numbers[depth + 1 :]))
    return Onward(path_of(further), "" if there else path_of(numbers[: depth + 1]))


def _item(plan: Plan, row: str) -> Onward | None:
    """The next item of a list beside the table."""
    above, _, number = row.rpartition(".")
    if not number.isdecimal():
        return None
    items: object = plan
    for name in above.split("."):
        items = items[int(name)] if isinstance(items, tuple) else getattr(items, name)
    after = f"{above}.{int(number) + 1}"
    if isinstance(items, tuple) and int(number) + 1 < len(items):
        return Onward(after)
    return Onward(after, row) if row.partition(".")[0] in LISTS else None


def _is_title(column: str, depth: int) -> bool:
    return column.endswith(".title") and len(row_at(column)) == depth


def _frame(column: str) -> str:
    """The row, or the item of a list, in which a place lies."""
    if row := row_at(column):
        return path_of(row)
    item = _ITEM.match(column)
    return item_at(column) or (item[0].rstrip(".") if item else "")
