"""Figures of a plan held against other plans: last year's of its office, and what its sister offices have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from angikar.rules.bangla.text import key
from angikar.rules.plan import Area, Indicator, Plan
from angikar.rules.plan_table.check import at
from angikar.rules.plan_table.order import is_date
from angikar.rules.plan_table.unlike import sentences
from angikar.rules.reading import Doubt
from angikar.rules.schedule.fiscal import FiscalYear, canonical_year
from angikar.rules.scoring.years import Named, matches
from angikar.rules.sentence import Facts

_TIMES = Decimal("1.4")
"""A target so many times last year's, or so small a part of it, is far; """
_FEW = 3
"""unless both are small counts that differ by no more than so many."""
_REVISED = Decimal("1.05")
"""What a year achieved is often corrected a year later, by no more than so much."""
_DAYS = 3
"""Days by which a deadline moves from year to year, so that it is no holiday."""
_AGREED = 2
"""Sister offices, at least, that agree on a figure."""

_Pair = tuple[str, Indicator, Indicator]
"""The path of a row, itself, and the same row in another plan."""


def unlike_last_year(plan: Plan, before: Plan) -> Iterator[Doubt]:
    """`last-year-unlike`: a mark that alone has changed, a target far from last year's, a day one digit off last year's, and what a year
    achieved where the two plans do not agree. `before` is the plan of the same office and kind for the year before."""
    pairs = _pairs(plan, before)
    yield from _marks(plan, before, pairs)
    for path, row, then in pairs:
        yield from _days(path, row, then)
        yield from _target(path, row, then, plan.fiscal_year or "")
        yield from _achieved(path, row, then)


def unlike_sisters(plan: Plan, sisters: Sequence[Plan]) -> Iterator[Doubt]:
    """`sister-unlike`: a mark or a day of which all the offices beside this one have another, and the same one."""
    found: dict[str, list[Indicator]] = {}
    for each in sisters:
        for path, _, other in _pairs(plan, each):
            found.setdefault(path, []).append(other)
    for path, _, _, row in plan.indicators():
        others = found.get(path, [])
        if len(others) < _AGREED:
            continue
        facts: Facts = {"code": row.code, "count": len(others)}
        mark = _common([other.weight for other in others])
        if mark and row.weight and mark != row.weight:
            marks: Facts = {**facts, "figure": row.weight, "other": mark}
            yield Doubt(sentences.SISTER_MARK, "warning", marks, f"{path}.weight", at(row.lines))
        for place, day in enumerate(row.criteria):
            usual = _common([other.criteria[place] if place < len(other.criteria) else None for other in others])
            if day and usual and _is_slip(day, usual):
                days: Facts = {**facts, "figure": day, "other": usual}
                yield Doubt(sentences.SISTER_DAY, "warning", days, f"{path}.criteria.{place}", at(row.lines))


def _pairs(plan: Plan, other: Plan) -> list[_Pair]:
    """Every row of a plan that can be found in the other, with its row there."""
    rows = [(path, Named(area.part, row.code, row.title), row) for path, area, _, row in plan.indicators()]
    there = {Named(area.part, row.code, row.title): row for _, area, _, row in other.indicators()}
    same = matches([name for _, name, _ in rows], list(there))
    return [(path, row, there[same[name].row]) for path, name, row in rows if name in same]


def _marks(plan: Plan, before: Plan, pairs: Sequence[_Pair]) -> Iterator[Doubt]:
    """What one row or area weighs more, another weighs less: where all else is as it was, one changed mark alone is no decision."""
    rows = sum(1 for _ in plan.indicators())
    changed = [
        (path, row, then) for path, row, then in pairs if row.weight and then.weight and row.weight != then.weight
    ]
    if rows > 1 and rows == len(pairs) == sum(1 for _ in before.indicators()) and len(changed) == 1:
        path, row, then = changed[0]
        facts: Facts = {"code": row.code, "figure": row.weight or "", "other": then.weight or ""}
        yield Doubt(sentences.MARK_CHANGED, "warning", facts, f"{path}.weight", at(row.lines))
    now, earlier = _areas(plan), _areas(before)
    moved = [name for name in now if name in earlier and now[name][1].weight != earlier[name][1].weight]
    if len(now) > 1 and set(now) == set(earlier) and len(moved) == 1:
        (path, area), (_, was) = now[moved[0]], earlier[moved[0]]
        if area.weight and was.weight:
            marks: Facts = {"area": area.code, "figure": area.weight, "other": was.weight}
            yield Doubt(sentences.AREA_CHANGED, "warning", marks, f"{path}.weight", at(area.lines))


def _areas(plan: Plan) -> dict[tuple[str, str], tuple[str, Area]]:
    return {(area.part, key(area.title)): (f"areas.{number}", area) for number, area in enumerate(plan.areas)}


def _days(path: str, row: Indicator, then: Indicator) -> Iterator[Doubt]:
    """The first day of a row that is last year's, a year later, but for one digit."""
    for field, now, before in (("criteria", row.criteria, then.criteria), ("target", row.target, then.target)):
        for place, (day, was) in enumerate(zip(now, before, strict=False)):
            if day and was and is_date(was) and _is_slip(day, usual := _a_year_later(was)):
                facts: Facts = {"code": row.code, "figure": day, "other": usual}
                yield Doubt(sentences.DAY_CHANGED, "warning", facts, f"{path}.{field}.{place}", at(row.lines))
                return


def _is_slip(day: str, usual: str) -> bool:
    """Whether a day is another one but for one digit, and no few days off."""
    if not (is_date(day) and is_date(usual)) or day == usual:
        return False
    near = abs((date.fromisoformat(day) - date.fromisoformat(usual)).days) <= _DAYS
    return not near and sum(one != other for one, other in zip(day, usual, strict=True)) == 1


def _a_year_later(text: str) -> str:
    """The same day of the next year; of the last of February, its last.

    >>> _a_year_later("2023-02-28"), _a_year_later("2024-02-29"), _a_year_later("2022-10-15")
    ('2024-02-29', '2025-02-28', '2023-10-15')
    """
    day = date.fromisoformat(text)
    if day.year == date.max.year:
        return text
    last = date(day.year, 3, 1).toordinal() - 1 == day.toordinal()
    after = date.fromordinal(date(day.year + 1, 3, 1).toordinal() - 1) if last else day.replace(year=day.year + 1)
    return after.isoformat()


def _target(path: str, row: Indicator, then: Indicator, year: str) -> Iterator[Doubt]:
    """A target far from last year's, and from what was projected then for this year."""
    figure = next(iter((*filter(None, row.criteria[:1]), *row.target)), None)
    known = [*filter(None, then.criteria[:1]), *then.target[:1], then.projections.get(year)]
    numbers = [Decimal(each) for each in known if each and not is_date(each)]
    if figure is None or is_date(figure) or not numbers or row.unit != then.unit:
        return
    nearest = min(numbers, key=lambda each: abs(each - Decimal(figure)))
    least, most = sorted((Decimal(figure), nearest))
    if most - least > _FEW and least * _TIMES < most:
        field = "criteria" if row.criteria and row.criteria[0] else "target"
        facts: Facts = {"code": row.code, "figure": figure, "other": f"{nearest:f}"}
        yield Doubt(sentences.TARGET_CHANGED, "warning", facts, f"{path}.{field}.0", at(row.lines))


def _achieved(path: str, row: Indicator, then: Indicator) -> Iterator[Doubt]:
    """What both plans print of one year."""
    for year, figure in row.baselines.items():
        was = then.baselines.get(year)
        if not figure or not was or is_date(figure) or is_date(was):
            continue
        least, most = sorted((Decimal(figure), Decimal(was)))
        if least * _REVISED < most:
            facts: Facts = {"code": row.code, "year": year, "figure": figure, "other": was}
            yield Doubt(sentences.ACHIEVED_DIFFERS, "warning", facts, f"{path}.baselines.{year}", at(row.lines))


def _common(figures: Sequence[str | None]) -> str | None:
    """The figure that all have; `None` where they differ or one has none."""
    return figures[0] if len(set(figures)) == 1 else None


def year_before(year: str) -> str | None:
    """The fiscal year before another.

    >>> year_before("2022-23"), year_before("")
    ('2021-22', None)
    """
    return str(FiscalYear.parse(year).shifted(-1)) if canonical_year(year) else None
