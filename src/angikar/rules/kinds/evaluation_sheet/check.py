"""The laws of an evaluation sheet: marks add up and stay below their weights, and no mark accepted is above what there is."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from angikar.rules.kinds.evaluation_sheet import sentences
from angikar.rules.kinds.evaluation_sheet.content import EvaluationArea, EvaluationRow, EvaluationSheet
from angikar.rules.plan_table.check import at
from angikar.rules.reading import Doubt

_SIDES = ("claimed", "accepted")


def check(sheet: EvaluationSheet, framework: str | None) -> tuple[Doubt, ...]:
    """Every law a sheet breaks, with the path into it and, if known, the line it was read from."""
    areas = (doubt for index, area in enumerate(sheet.areas) for doubt in _sum_of(f"areas.{index}.", area, area.rows))
    rows = (
        doubt
        for i, area in enumerate(sheet.areas)
        for k, row in enumerate(area.rows)
        for doubt in _above_weight(f"areas.{i}.rows.{k}", row)
    )
    return (*areas, *_sum_of("", sheet, sheet.areas), *rows)


def _sum_of(
    path: str,
    whole: EvaluationArea | EvaluationSheet,
    parts: tuple[EvaluationArea, ...] | tuple[EvaluationRow, ...],
) -> Iterator[Doubt]:
    """`marks-sum`: the marks of rows make up those of their area, and those of areas the whole."""
    for side in _SIDES:
        total = sum((_mark_of(part, side) for part in parts), Decimal(0))
        stated = getattr(whole, side)
        if stated is not None and Decimal(stated) != total:
            facts = {"total": str(total), "printed": stated}
            yield Doubt(sentences.MARKS_SUM, "error", facts, f"{path}{side}", suggestion=str(total))


def _mark_of(part: EvaluationArea | EvaluationRow, side: str) -> Decimal:
    """The mark of an area or a row; an area that prints none has what its rows have together."""
    printed: str | None = getattr(part, side)
    if printed is None and isinstance(part, EvaluationArea):
        return sum((_mark_of(row, side) for row in part.rows), Decimal(0))
    return Decimal(printed or 0)


def _above_weight(path: str, row: EvaluationRow) -> Iterator[Doubt]:
    """`marks-above-weight`: no row earns more than it weighs."""
    for side in _SIDES:
        mark = getattr(row, side)
        if mark is not None and row.weight is not None and Decimal(mark) > Decimal(row.weight):
            facts = {"code": row.code, "weight": row.weight, "mark": mark}
            yield Doubt(sentences.MARKS_ABOVE_WEIGHT, "error", facts, f"{path}.{side}", at(row.lines))
