"""The laws of the four quarters: they make up the target, their days lie in them, and they show how the year is counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from angikar.rules.bangla.digits import canonical
from angikar.rules.document import NOWHERE
from angikar.rules.plan import Counting, Indicator, Plan, Quarters, Unit
from angikar.rules.plan_table import sentences
from angikar.rules.plan_table.check import at, listed
from angikar.rules.plan_table.order import is_date
from angikar.rules.plan_table.repair import Figures, Repair, sole_repair
from angikar.rules.reading import Doubt, Severity
from angikar.rules.schedule.fiscal import FiscalYear, Quarter, canonical_year
from angikar.rules.sentence import Facts

_COUNTED = ("number", "money")
"""Units whose quarters are counts: they add up to the target."""


def quarter_laws(plan: Plan) -> Iterator[Doubt]:
    """Every breach of the laws of the quarters, and what a row needs before a post can be asked for it.

    `value-smeared` and `actual-in-plan` name no place: the reader saw the very cell and gives the same doubt with it.
    """
    name = canonical_year(plan.fiscal_year or "")
    year = FiscalYear.parse(name) if name else None
    for path, _, _, row in plan.indicators():
        yield from _sums(path, row)
        yield from _kinds(path, row)
        if year is not None:
            yield from _days(path, row, year)
        yield from _gaps(path, row)


def of_quarters(plan: Plan) -> Iterator[Doubt]:
    """What the figures of quarters break in a plan that need not have any."""
    name = canonical_year(plan.fiscal_year or "")
    for path, _, _, row in plan.indicators():
        if any(row.quarter_targets):
            yield from (*_sums(path, row), *_kinds(path, row))
            yield from _days(path, row, FiscalYear.parse(name)) if name else ()


def counting_proven(unit: Unit | None, target: tuple[str, ...], quarters: Quarters) -> Counting | None:
    """How the quarters show that they make up the target; `None` where they do not.

    >>> counting_proven("number", ("4",), ("1", "1", "1", "1")), counting_proven("percent", ("80",), ("80",) * 4)
    ('sum', 'average')
    >>> counting_proven("number", ("2",), ("1", "1", "1", "1")), counting_proven("date", ("2018-07-31",), (None,) * 4)
    (None, 'date')
    """
    if unit == "date":
        return "date"
    filled = [quarter for quarter in quarters if quarter is not None and not is_date(quarter)]
    if len(target) != 1 or is_date(target[0]) or not filled:
        return None
    if unit in _COUNTED:
        return "sum" if _sum(filled) == Decimal(target[0]) else None
    return "average" if unit is not None and all(Decimal(each) == Decimal(target[0]) for each in filled) else None


def _sum(figures: list[str]) -> Decimal:
    return sum(map(Decimal, figures), Decimal(0))


def _sums(path: str, row: Indicator) -> Iterator[Doubt]:
    """`quarter-sum`: the quarters of a count add up to the target; those of a rate add up to it, average it or end on it."""
    filled = [quarter for quarter in row.quarter_targets if quarter is not None]
    figures = [*row.target, *filled]
    if len(row.target) != 1 or not filled or any(map(is_date, figures)) or row.unit == "date":
        return
    target, made = row.target[0], canonical(_sum(filled))
    if not _adds_up(row, target, filled):
        severity: Severity = "error" if row.unit in _COUNTED else "warning"
        facts: Facts = {"code": row.code, "target": target, "total": made}
        likely = _likely(path, row)
        if likely is None:
            yield Doubt(sentences.QUARTER_SUM, severity, facts, f"{path}.quarter_targets", at(row.lines))
        else:
            where, suggestion = _put(path, row, likely)
            facts = {**facts, **likely.facts}
            yield Doubt(sentences.QUARTER_SUM_DIGIT, severity, facts, where, at(row.lines), suggestion)


def _adds_up(row: Indicator, target: str, quarters: list[str]) -> bool:
    goal, total = Decimal(target), _sum(quarters)
    if row.unit in _COUNTED and row.counting in {None, "sum"}:
        return total == goal
    return goal in {total, total / len(quarters), Decimal(quarters[-1])}


def _likely(path: str, row: Indicator) -> Repair | None:
    """The one likely misreading of target or quarters under which they agree."""
    target = f"{path}.target.0"
    quarters = {f"{path}.quarter_targets.{n}": figure for n, figure in enumerate(row.quarter_targets) if figure}

    def holds(figures: Figures) -> bool:
        return _adds_up(row, figures[target], [figure for where, figure in figures.items() if where != target])

    return sole_repair({target: row.target[0], **quarters}, holds)


def _put(path: str, row: Indicator, repair: Repair) -> tuple[str, str | None]:
    """Where a repair is put and what: one figure in its own place, all four quarters as a row."""
    whole = f"{path}.quarter_targets"
    if {f"{whole}.{n}" for n in range(len(row.quarter_targets))} == repair.figures.keys():
        return whole, ", ".join(repair.figures.values())
    return repair.single(whole)


def _kinds(path: str, row: Indicator) -> Iterator[Doubt]:
    """`unit-value-mismatch`: quarters and baselines are dates where the unit is one, and only there."""
    if row.unit is None:
        return
    groups = {"quarter_targets": row.quarter_targets, "baselines": tuple(row.baselines.values())}
    for name, figures in groups.items():
        filled = [figure for figure in figures if figure is not None]
        wrong = [figure for figure in filled if is_date(figure) != (row.unit == "date")]
        if wrong:
            facts: Facts = {"code": row.code, "unit": row.unit_text or row.unit, "figure": wrong[0]}
            bare = name == "quarter_targets" and row.unit == "date" and wrong == filled
            likely = own_quarters(row.target) if bare and all(map(is_date, row.target)) else None
            yield Doubt(sentences.UNIT_PRINTED_MISMATCH, "error", facts, f"{path}.{name}", at(row.lines), likely)


def own_quarters(days: Iterable[str], year: FiscalYear | None = None) -> str | None:
    """Days as a row of four quarters, each in the one it lies in; `None` where one has no quarter of the year, or two share one.

    >>> own_quarters(["2019-01-31", "2018-07-31"]), own_quarters(["2018-07-31", "2018-08-31"])
    ('2018-07-31, -, 2019-01-31, -', None)
    """
    row = ["-"] * 4
    seen = set()
    for day in days:
        own = Quarter.of(date.fromisoformat(day))
        if own.year != (year or own.year) or row[own.number - 1] != "-":
            return None
        seen.add(own.year)
        row[own.number - 1] = day
    return ", ".join(row) if len(seen) == 1 else None


def _days(path: str, row: Indicator, year: FiscalYear) -> Iterator[Doubt]:
    """`date-outside-quarter`, `quarter-dates-differ`: a quarter's day lies in it and is a day of the target."""
    days = [(n, figure) for n, figure in enumerate(row.quarter_targets, 1) if figure is not None and is_date(figure)]
    if len(days) == len(row.quarter_targets) and len({day for _, day in days}) == 1:
        day = days[0][1]
        likely = own_quarters(row.target, year) if row.target == (day,) else None
        where, facts = f"{path}.quarter_targets", {"code": row.code, "day": day}
        yield Doubt(sentences.QUARTERS_SMEARED, "warning", facts, where, NOWHERE, likely)
        return
    placed = own_quarters((day for _, day in days), year)
    outside = [(number, day) for number, day in days if date.fromisoformat(day) not in year.quarter(number)]
    for number, day in outside[:1] if placed else outside:
        where = f"{path}.quarter_targets" + ("" if placed else f".{number - 1}")
        yield replace(_outside(where, row, (number, day), year), suggestion=placed)
    printed = {day for _, day in days}
    if days and all(map(is_date, row.target)) and printed != set(row.target):
        other = sorted(printed ^ set(row.target))
        differing: Facts = {"code": row.code, "days": listed(other)}
        yield Doubt(sentences.QUARTER_DATES_DIFFER, "warning", differing, f"{path}.quarter_targets", at(row.lines))


def _outside(path: str, row: Indicator, printed: tuple[int, str], year: FiscalYear) -> Doubt:
    number, day = printed
    own = Quarter.of(date.fromisoformat(day))
    facts: Facts = {"code": row.code, "quarter": number, "day": day}
    if own.year != year:
        return Doubt(sentences.DATE_IN_OTHER_YEAR, "warning", facts, path, at(row.lines))
    return Doubt(sentences.DATE_IN_OTHER_QUARTER, "warning", {**facts, "other": own.number}, path, at(row.lines))


def _gaps(path: str, row: Indicator) -> Iterator[Doubt]:
    """`target-missing`, `quarter-targets-missing`, `responsible-missing`, `actual-in-plan`: what is absent or too early."""
    facts: Facts = {"code": row.code}
    gaps = (
        (not row.target, "target", sentences.TARGET_MISSING),
        (bool(row.target) and not any(row.quarter_targets), "quarter_targets", sentences.QUARTER_TARGETS_MISSING),
        (not row.responsible, "responsible", sentences.RESPONSIBLE_MISSING),
    )
    for broken, field, sentence in gaps:
        if broken:
            yield Doubt(sentence, "warning", facts, f"{path}.{field}", at(row.lines))
    if any(row.quarter_actuals):
        yield Doubt(sentences.ACTUAL_IN_PLAN, "warning", facts, f"{path}.quarter_actuals")
