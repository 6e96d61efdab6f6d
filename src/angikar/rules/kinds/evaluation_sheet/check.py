"""The laws of an evaluation sheet: marks add up and stay below their weights, and nobody accepts more than there is."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from angikar.rules.bangla.digits import to_bangla
from angikar.rules.kinds.evaluation_sheet.content import EvaluationArea, EvaluationRow, EvaluationSheet
from angikar.rules.plan_table.check import at, bn
from angikar.rules.reading import Doubt, plain_doubt

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
        total = sum((Decimal(getattr(part, side) or 0) for part in parts), Decimal(0))
        stated = getattr(whole, side)
        if stated is not None and Decimal(stated) != total:
            yield plain_doubt(
                "marks-sum", "error", f"নম্বরের যোগফল {to_bangla(str(total))}, কিন্তু লেখা আছে {to_bangla(stated)}।",
                f"The marks add up to {total}, but {stated} is written.", f"{path}{side}", suggestion=str(total),
            )  # fmt: skip


def _above_weight(path: str, row: EvaluationRow) -> Iterator[Doubt]:
    """`marks-above-weight`: no row earns more than it weighs."""
    for side in _SIDES:
        mark = getattr(row, side)
        if mark is not None and row.weight is not None and Decimal(mark) > Decimal(row.weight):
            yield plain_doubt(
                "marks-above-weight", "error",
                f"সূচক [{bn(row.code)}]-এর মান {bn(row.weight)}, কিন্তু নম্বর {bn(mark)}।",
                f"Indicator [{row.code}] weighs {row.weight}, but {mark} marks are written.", f"{path}.{side}", at(row.lines),
            )  # fmt: skip
