"""The laws of a progress report: marks add up and stay below their weights, quarters make up the figure of the year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from angikar.rules.bangla.digits import canonical
from angikar.rules.kinds.progress_report import sentences
from angikar.rules.kinds.progress_report.content import ProgressArea, ProgressReport, ProgressRow
from angikar.rules.plan import Indicator
from angikar.rules.plan_table.cells import read_unit
from angikar.rules.plan_table.check import at
from angikar.rules.plan_table.order import is_date
from angikar.rules.plan_table.unlike.levels import above_hundred
from angikar.rules.plan_table.unlike.quarters import unlike_quarters
from angikar.rules.reading import Doubt


def check(report: ProgressReport, framework: str | None) -> tuple[Doubt, ...]:
    """Every law a report breaks, with the path into it and, if known, the line it was read from."""
    areas = (doubt for index, area in enumerate(report.areas) for doubt in _sum_of(f"areas.{index}", area, area.rows))
    rows = (
        doubt
        for i, area in enumerate(report.areas)
        for k, row in enumerate(area.rows)
        for law in (_above_weight, _total, _likeness)
        for doubt in law(f"areas.{i}.rows.{k}", row)
    )
    return (*areas, *_sum_of("", report, report.areas), *rows)


def _sum_of(
    path: str, whole: ProgressArea | ProgressReport, parts: tuple[ProgressArea, ...] | tuple[ProgressRow, ...]
) -> Iterator[Doubt]:
    """`marks-sum`: the marks of rows make up those of their area, and those of areas the whole."""
    sums = {
        "claimed": (whole.claimed, [_marks_of(part, "claimed") for part in parts]),
        "accepted": (whole.accepted, [_marks_of(part, "accepted") for part in parts]),
    }
    for name, (printed, marks) in sums.items():
        total = sum((Decimal(mark) for mark in marks if mark is not None), Decimal(0))
        if printed is not None and Decimal(printed) != total:
            facts = {"total": str(total), "printed": printed}
            at_sum = f"{path}.{name}".lstrip(".")
            yield Doubt(sentences.MARKS_SUM, "error", facts, at_sum, suggestion=str(total))


def _marks_of(part: ProgressArea | ProgressRow, side: Literal["claimed", "accepted"]) -> str | None:
    """The mark of an area or a row; an area that prints none has what its rows have together."""
    printed = part.claimed if side == "claimed" else part.accepted
    if printed is not None or isinstance(part, ProgressRow):
        return printed
    marks = [mark for row in part.rows if (mark := _marks_of(row, side)) is not None]
    return str(sum(map(Decimal, marks), Decimal(0))) if marks else None


def _above_weight(path: str, row: ProgressRow) -> Iterator[Doubt]:
    """`marks-above-weight`: no row earns more than it weighs."""
    for slot, mark in (("claimed", row.claimed), ("accepted", row.accepted)):
        if mark is not None and row.weight is not None and Decimal(mark) > Decimal(row.weight):
            facts = {"code": row.code, "weight": row.weight, "mark": mark}
            yield Doubt(sentences.MARKS_ABOVE_WEIGHT, "error", facts, f"{path}.{slot}", at(row.lines))


def _likeness(path: str, row: ProgressRow) -> Iterator[Doubt]:
    """`percent-above-hundred`, `quarter-unlike`: what the quarters of a row say of each other."""
    unit = read_unit(row.unit_text or "")
    as_planned = Indicator(
        code=row.code,
        title=row.title,
        unit=unit.value if unit else None,
        target=row.target,
        quarter_targets=row.quarter_targets,
        quarter_actuals=row.quarter_actuals,
        lines=row.lines,
    )
    yield from (*above_hundred(path, as_planned), *unlike_quarters(path, as_planned))


def _total(path: str, row: ProgressRow) -> Iterator[Doubt]:
    """`total-disagrees`: the figure of the year is the sum of its quarters, or where they do not add up, one of them or their mean."""
    done = [Decimal(each) for each in row.quarter_actuals if each is not None and not is_date(each)]
    last = max((n for n, each in enumerate(row.quarter_actuals) if each is not None), default=-1)
    is_whole = all(row.quarter_actuals[n] is not None or row.quarter_states[n] for n in range(last))
    if row.actual is None or is_date(row.actual) or not done or not is_whole:
        return
    total, mean = sum(done, Decimal(0)), sum(done, Decimal(0)) / len(done)
    possible = {"sum": {total}, "average": {mean}, "cumulative": {done[-1]}}.get(
        row.counting or "", {total, mean, done[-1]}
    )
    near = (
        Decimal("0.5") if "." not in row.actual and len(done) > 1 else Decimal("0.01")
    )  # a mean printed as a whole number
    rounded = {mean: near}
    if not any(abs(Decimal(row.actual) - each) < rounded.get(each, Decimal("0.01")) for each in possible):
        facts = {"code": row.code, "actual": row.actual, "total": canonical(total)}
        yield Doubt(sentences.TOTAL_DISAGREES, "warning", facts, f"{path}.actual", at(row.lines))
