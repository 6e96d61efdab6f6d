"""Doubts of a row: everything about the reading of one row that a person should look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from angikar.rules.bangla.digits import parse_number
from angikar.rules.bangla.text import normal
from angikar.rules.frameworks.framework import Column
from angikar.rules.kinds.integrity_plan import sentences
from angikar.rules.kinds.integrity_plan.placing import PlacedCells
from angikar.rules.kinds.integrity_plan.promise import QUARTERS, in_unit, post_named, posts
from angikar.rules.plan import Indicator
from angikar.rules.plan_table import sentences as table
from angikar.rules.plan_table.cells import read_unit
from angikar.rules.plan_table.order import is_date
from angikar.rules.plan_table.quarters import own_quarters
from angikar.rules.plan_table.repair import digits_meant
from angikar.rules.plan_table.row_doubts import moves_listed
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Facts, Sentence

_DERIVED: Mapping[str, Sentence] = {
    "sum": sentences.COUNTING_DERIVED_SUM,
    "average": sentences.COUNTING_DERIVED_AVERAGE,
}


def row_doubts(cells: PlacedCells, row: Indicator, columns: Sequence[Column], path: str) -> Iterator[Doubt]:
    """Cells that slipped, smeared, got lost or cannot be read; words mapped; an achievement printed in a plan."""
    names = {column.slot: column.name for column in columns}
    if cells.moved:
        yield _shifted(cells, names, path)
    yield from _smeared(cells, row, path)
    yield from _unreadable(cells, names, path)
    yield from _unplaced(cells, path)
    yield from _words(cells, row, path)
    yield from _sums(cells, row, path)
    if not cells.smeared:
        yield from _too_early(cells, row, path)


def _shifted(cells: PlacedCells, names: dict[str, str], path: str) -> Doubt:
    moves = moves_listed(cells.moved, names, cells.text)
    place = cells.row.at(min(move.cell for move in cells.moved))
    return Doubt(table.CELL_SHIFTED, "info", {"moves": moves}, path, place)


def _smeared(cells: PlacedCells, row: Indicator, path: str) -> Iterator[Doubt]:
    if cells.smeared:
        first = cells.smeared[0]
        numbers = ", ".join(str(cell + 1) for cell in cells.smeared)
        facts: Facts = {"text": cells.row.texts[first], "cells": numbers}
        likely = own_quarters(row.target) if len(row.target) == 1 and is_date(row.target[0]) else None
        yield Doubt(sentences.VALUE_SMEARED, "warning", facts, f"{path}.quarter_targets", cells.row.at(first), likely)


def _unreadable(cells: PlacedCells, names: dict[str, str], path: str) -> Iterator[Doubt]:
    """A cell without the figure it should have; one doubt is for all quarters of a row."""
    field = "quarter_targets" if cells.aim == "target" else "quarter_actuals"
    quarters = [slot for slot in QUARTERS if _broken(cells, slot)]
    others = [slot for slot in ("weight", "baseline", "target") if _broken(cells, slot)]
    for slot, where in [*((slot, slot) for slot in others), *((slot, field) for slot in quarters[:1])]:
        text = cells.text(slot)
        meant = digits_meant(text) if where in {"weight", "target"} else None
        facts: Facts = {"column": (names[slot], slot), "text": text}
        yield Doubt(table.CELL_UNREADABLE, "error", facts, f"{path}.{where}", cells.place(slot), meant)


def _broken(cells: PlacedCells, slot: str) -> bool:
    found = in_unit(cells.text(slot), cells.text("unit"))
    return slot in cells.forced or found is None or (slot != "target" and len(found) > 1)


def _unplaced(cells: PlacedCells, path: str) -> Iterator[Doubt]:
    for cell in cells.lost:
        yield Doubt(table.CELL_LOST, "error", {"text": cells.row.texts[cell]}, path, cells.row.at(cell))
    for cell in () if cells.smeared else cells.extra:
        yield Doubt(sentences.CELL_EXTRA, "info", {"text": cells.row.texts[cell]}, path, cells.row.at(cell))


def _words(cells: PlacedCells, row: Indicator, path: str) -> Iterator[Doubt]:
    """Words of closed lists that were spelt otherwise, and a counting method no column states."""
    unit = read_unit(cells.text("unit"))
    if unit is not None and not unit.as_spelt:
        yield _spelling(cells, "unit", f"{path}.unit", (cells.text("unit"), unit.official))
    for index, post in enumerate(posts(cells.text("responsible"))):
        official = post_named(post)
        if official is not None and normal(official) != normal(post):
            yield _spelling(cells, "responsible", f"{path}.responsible.{index}", (post, official))
    derived = _DERIVED.get(row.counting or "")
    if derived is not None:
        yield Doubt(derived, "info", path=f"{path}.counting", place=cells.row.place)


def _spelling(cells: PlacedCells, slot: str, path: str, words: tuple[str, str]) -> Doubt:
    text, official = words
    facts: Facts = {"text": text, "official": official}
    return Doubt(table.SPELLING, "info", facts, path, cells.place(slot), official)


def _sums(cells: PlacedCells, row: Indicator, path: str) -> Iterator[Doubt]:
    """`sum-in-brackets`: a bracket after the target makes up the same figure; `total-disagrees`: so does the printed total."""
    number = parse_number(normal(cells.text("target")))
    if number is not None and number.agrees is False:
        facts: Facts = {"text": cells.text("target")}
        yield Doubt(sentences.SUM_IN_BRACKETS, "error", facts, f"{path}.target", cells.place("target"))
    total = in_unit(cells.text("total"), cells.text("unit"))
    if not total or cells.smeared or cells.aim == "actual":
        return
    filled = [quarter for quarter in row.quarter_targets if quarter and not is_date(quarter)]
    made = sum(map(Decimal, filled), Decimal(0))
    if total[0] not in row.target and (is_date(total[0]) or Decimal(total[0]) != made):
        facts = {"text": cells.text("total")}
        yield Doubt(sentences.TOTAL_DISAGREES, "warning", facts, f"{path}.quarter_targets", cells.place("total"))


def _too_early(cells: PlacedCells, row: Indicator, path: str) -> Iterator[Doubt]:
    """`actual-in-plan`: an unissued plan cannot have achieved anything yet."""
    places = [cells.place("marks")] if in_unit(cells.text("marks"), "") else []
    places += [] if cells.stray is None else [cells.row.at(cells.stray)]
    places += [cells.place(slot) for slot in QUARTERS if cells.aim == "actual" and in_unit(cells.text(slot), "")][:1]
    for place in places:
        facts: Facts = {"text": cells.row.texts[place.cell or 0]}
        yield Doubt(sentences.ACTUAL_IN_CELL, "warning", facts, f"{path}.quarter_actuals", place)
