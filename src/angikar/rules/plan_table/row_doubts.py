"""Doubts of a placed row: every cell that slipped, merged, got lost or cannot be read, and every word spelt otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from angikar.rules.bangla.digits import to_bangla
from angikar.rules.frameworks.framework import Column
from angikar.rules.plan_table import sentences
from angikar.rules.plan_table.align import Moved
from angikar.rules.plan_table.cells import figures, read_method, read_unit, types_of
from angikar.rules.plan_table.form import PlacedRow
from angikar.rules.plan_table.repair import digits_meant
from angikar.rules.plan_table.row_values import figure_at, window_of
from angikar.rules.reading import Doubt, Severity
from angikar.rules.sentence import Both, Facts

SURE = 0.5
"""Points of `align` by which the best placement must beat the next, so that a person need not look at it.

A weight and five criteria, all one column right, have a margin of 1: an info. Where a number has slipped in front of
five days, it may be the figure of either year before; the margin is 0.4, and a person should look: a warning.
"""
_FIGURED = frozenset({"area_weight", "weight", "baseline", "criteria", "target", "projection"})
"""The groups of slots whose cells are figures."""


def row_doubts(placed: PlacedRow, columns: Sequence[Column], path: str) -> Iterator[Doubt]:
    """What a person should look at in a placed row; `path` is the path of its indicator."""
    names = {column.slot: column.name for column in columns}
    if placed.found.moved:
        yield _shifted(placed, names, path)
    for cell, slots in placed.found.merged:
        facts: Facts = {"first": placed.text(slots[0]), "second": placed.text(slots[1])}
        yield Doubt(sentences.CELLS_MERGED, "info", facts, path, placed.row.at(cell))
    for cell in placed.found.lost:
        text = placed.row.texts[cell]
        severity: Severity = "info" if cell in placed.head.strange and "text" in types_of(text) else "error"
        yield Doubt(sentences.CELL_LOST, severity, {"text": text}, path, placed.row.at(cell))
    yield from _unreadable(placed, names, path)
    yield from _windows(placed, path)
    yield from _spelling(placed, path)


def moves_listed(moved: Sequence[Moved], names: Mapping[str, str], text: Callable[[str], str]) -> Both:
    """Which cell was taken for which column: `names` are the columns by slot, `text` gives the text of a slot.

    >>> moves_listed([Moved("weight", 7, 6)], {"weight": "মান"}, lambda slot: "২")
    ('মান ← ৮ নং ঘর “২”', 'weight from cell 8 “২”')
    """
    return (
        "; ".join(f"{names[each.slot]} ← {to_bangla(str(each.cell + 1))} নং ঘর “{text(each.slot)}”" for each in moved),
        "; ".join(f"{each.slot} from cell {each.cell + 1} “{text(each.slot)}”" for each in moved),
    )


def _shifted(placed: PlacedRow, names: Mapping[str, str], path: str) -> Doubt:
    """One doubt for the whole row."""
    moved = placed.found.moved
    severity: Severity = "info" if placed.found.margin >= SURE else "warning"
    moves = moves_listed(moved, names, placed.text)
    return Doubt(sentences.CELL_SHIFTED, severity, {"moves": moves}, path, placed.row.at(moved[0].cell))


def _unreadable(placed: PlacedRow, names: Mapping[str, str], path: str) -> Iterator[Doubt]:
    """A cell of figures without one, and a cell that cannot be what its column asks for."""
    for slot in placed.form:
        text = placed.text(slot)
        unread = slot.partition(".")[0] in _FIGURED and figures(text) is None
        if text and (unread or slot in placed.found.forced):
            meant = digits_meant(text) if slot == "weight" else None
            facts: Facts = {"column": (names[slot], slot), "text": text}
            where = path if meant is None else f"{path}.{slot}"
            yield Doubt(sentences.CELL_UNREADABLE, "error", facts, where, placed.place(slot), meant)


def _windows(placed: PlacedRow, path: str) -> Iterator[Doubt]:
    """A window of days where one day was asked for: its last day counts."""
    for slot in (slot for slot in placed.form if slot.partition(".")[0] in {"criteria", "target"}):
        text = placed.text(slot)
        if window_of(text):
            last = figure_at(placed, slot)
            yield Doubt(sentences.DATE_WINDOW, "info", {"text": text}, path, placed.place(slot), last)


def _spelling(placed: PlacedRow, path: str) -> Iterator[Doubt]:
    for slot, word in (("counting", read_method(placed.text("counting"))), ("unit", read_unit(placed.text("unit")))):
        if word and not word.as_spelt:
            facts: Facts = {"text": placed.text(slot), "official": word.official}
            yield Doubt(sentences.SPELLING, "info", facts, f"{path}.{slot}", placed.place(slot), word.official)
