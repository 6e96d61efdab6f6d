"""A row of a plan as whole numbers alone, so that it can be stored and marked without its paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from angikar.rules.frameworks.framework import Framework
from angikar.rules.plan import MOST_PLACES, Area, Counting, Indicator, Unit
from angikar.rules.reading import Doubt
from angikar.rules.scoring import grades, sentences
from angikar.rules.scoring.counting import AVERAGE, FINER, METHODS, MISSING, pair
from angikar.rules.scoring.figures import Scale, is_date, scaled
from angikar.rules.scoring.laws import Ladder, Law, Shares, counting_of, law_of
from angikar.rules.scoring.reports import ReportRow

WEIGHT_PLACES = 4
QUARTERS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class FlatLine:
    """What `grades.mark` takes for a row: the law and how, values and levels on the row's scale, the weight in
    ten-thousandths of a mark. The quarters alone are missing; `figures` makes them from reports.
    """

    law: int
    how: tuple[int, int]
    scale: Scale
    values: tuple[int, ...]
    levels: tuple[int, ...]
    weight: int


def flat(area: Area, indicator: Indicator, framework: Framework) -> FlatLine | Doubt:
    """A row under its framework as whole numbers, or what it lacks to be marked."""
    law, weight = law_of(area, indicator, framework), weight_of(indicator, framework)
    if isinstance(law, Doubt):
        return law
    return weight if isinstance(weight, Doubt) else flattened(law, counting_of(indicator), weight, indicator.unit)


def weight_of(indicator: Indicator, framework: Framework) -> int | Doubt:
    """The weight in ten-thousandths, nought where the framework gives no marks."""
    if framework.scoring == "none":
        return 0
    try:
        return scaled(indicator.weight or "", WEIGHT_PLACES)
    except ValueError:
        return Doubt(sentences.WEIGHT_MISSING, "error")


def flattened(law: Law, counting: Counting, weight: int, unit: Unit | None = None) -> FlatLine:
    """A law and its weight as whole numbers; figures keep as many decimals as any may have. A part by its whole counts
    in per cent where that is the `unit`.
    """
    dates = is_date(law.values[0] if isinstance(law, Ladder) else law.targets[0][1])
    scale = Scale(dates, 0 if dates else MOST_PLACES)
    method = METHODS[counting]
    if method == AVERAGE:
        method += FINER * (scale.places + (2 if unit == "percent" else 0))
    if isinstance(law, Ladder):
        return _ladder(law, method, scale, weight)
    rule, values = _shares(law, scale)
    if law.scored:
        return FlatLine(rule, (method, 0), scale, values, (), weight)
    return FlatLine(grades.NO_MARKS, (method, rule), scale, values, (), 0)


def _ladder(law: Ladder, method: int, scale: Scale, weight: int) -> FlatLine:
    values, levels = tuple(scale.number(value) for value in law.values), law.levels
    if scale.dates and len(values) == 1:  # a single day says nothing of direction: earlier is better
        values, levels = (values[0], values[0] + 1), (levels[0], levels[-1], levels[-1])
    return FlatLine(grades.LADDER, (method, int(law.step)), scale, values, levels, weight)


def _shares(law: Shares, scale: Scale) -> tuple[int, tuple[int, ...]]:
    if law.quarters:
        of_quarter = {quarter: scale.number(target) for quarter, target in law.targets}
        return (
            grades.DATES_BY_QUARTER if scale.dates else grades.SHARE,
            tuple(of_quarter.get(quarter, 0) for quarter in QUARTERS),
        )
    values = tuple(scale.number(target) for _, target in law.targets)
    if law.fortnight is not None and scale.dates:
        return grades.FORTNIGHT, (law.fortnight.days, scaled(law.fortnight.marks, WEIGHT_PLACES), *values)
    return (grades.DATES if scale.dates else grades.SHARE_OF_YEAR), values


def figures(scale: Scale, rows: Mapping[int, ReportRow], sort: Literal["value", "accepted"]) -> tuple[int, ...]:
    """What was claimed (or accepted) in the four quarters on a row's scale, `MISSING` where nothing counts; `ValueError`
    where a figure is not of the row's sort.
    """
    reported = (getattr(rows[quarter], sort) if quarter in rows else None for quarter in QUARTERS)
    return tuple(MISSING if figure is None else scale.number(figure) for figure in reported)


def with_parts(
    method: int, scale: Scale, rows: Mapping[int, ReportRow], sort: Literal["value", "accepted"]
) -> tuple[int, ...]:
    """The same, by parts and wholes where they count: of a mean whose every quarter was reported so. An accepted figure
    that differs from the one claimed has no parts.
    """
    plain = figures(scale, rows, sort)
    if method % FINER != AVERAGE or scale.dates:
        return plain
    counted = [
        rows.get(quarter) if figure != MISSING else None for quarter, figure in zip(QUARTERS, plain, strict=True)
    ]
    if not any(counted) or not all(row is None or row.has_parts(sort) for row in counted):
        return plain
    return tuple(MISSING if row is None else pair(*row.parts) for row in counted)
