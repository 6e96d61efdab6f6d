"""The laws every plan must obey, whoever wrote it: codes, weights, units, criteria, dates and baselines.

Each law takes a plan and yields the Doubts of its breaches; `plan_laws` runs them all. A paper with an error cannot be
issued, a warning is for the person who signs, an info names another possible meaning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from angikar.rules.bangla.digits import canonical
from angikar.rules.cached import KEPT_ROWS, cached
from angikar.rules.document import NOWHERE, Place
from angikar.rules.frameworks.framework import Framework
from angikar.rules.plan import Activity, Area, Indicator, Part, Plan
from angikar.rules.plan_table import sentences
from angikar.rules.plan_table.order import is_date, one_way
from angikar.rules.plan_table.repair import Figures, Law, sole_repair
from angikar.rules.reading import Doubt, Severity
from angikar.rules.schedule.fiscal import FiscalYear, canonical_year
from angikar.rules.sentence import Both, Facts, Sentence, fill
from angikar.rules.spelling.prose import prose_laws

_PARTS: Mapping[Part, Both] = {"own": ("নিজস্ব", "own"), "governance": ("সুশাসন ও সংস্কারমূলক", "governance")}


def plan_laws(plan: Plan, framework: Framework | None) -> Iterator[Doubt]:
    """Every breach of the laws all plans share."""
    yield from area_weights(plan, framework)
    yield from totals(plan, framework)
    yield from codes(plan)
    yield from units(plan)
    yield from dates(plan)
    if framework is not None and framework.scoring != "none":
        yield from missing(plan, framework)
    yield from orders(plan, len(framework.levels) if framework else 0)
    yield from letter_year(plan)
    yield from prose_laws(plan)


def at(lines: Iterable[int]) -> Place:
    """The place of the first of the lines a value was read from."""
    first = next(iter(lines), None)
    return NOWHERE if first is None else Place(line=first)


def listed(figures: Iterable[str], between: str = ", ") -> Both:
    """Canonical figures as a list in both languages.

    >>> listed(["2019-01-31", "12"])
    ('৩১ জানুয়ারি ২০১৯, ১২', '2019-01-31, 12')
    """
    shown = [[fill("{figure:d}", {"figure": each}, bangla=bangla) for bangla in (True, False)] for each in figures]
    return between.join(bangla for bangla, _ in shown), between.join(english for _, english in shown)


def area_weights(plan: Plan, framework: Framework | None) -> Iterator[Doubt]:
    """`area-weight-sum`: the weights of an area's indicators add up to the area's own."""
    rows_of: dict[int, list[tuple[str, Indicator]]] = defaultdict(list)
    for path, its, _, row in plan.indicators():
        rows_of[id(its)].append((f"{path}.weight", row))
    for index, area in enumerate(plan.areas):
        rows = rows_of[id(area)]
        weights = {path: row.weight for path, row in rows if row.weight is not None}
        if area.weight is None or not rows or len(weights) < len(rows):
            continue
        total = _added(weights.values())
        if total != Decimal(area.weight):
            own = f"areas.{index}.weight"
            repair = sole_repair({own: area.weight, **weights}, _weighing(plan, framework, own), leader=[own])
            path, likely = repair.single(own) if repair else (own, None)
            lines = {own: area.lines, **{where: row.lines for where, row in rows}}[path]
            facts: Facts = {"area": area.code, "weight": area.weight, "total": canonical(total)}
            if repair is None:
                yield Doubt(sentences.AREA_WEIGHT_SUM, "error", facts, path, at(lines))
            else:
                sentence = sentences.AREA_WEIGHT_SUM_LEADER if repair.dot else sentences.AREA_WEIGHT_SUM_DIGIT
                yield Doubt(sentence, "error", {**facts, **repair.facts}, path, at(lines), likely)


def _weighing(plan: Plan, framework: Framework | None, own: str) -> Law:
    """The area's rows add up to it; and, where they did, all areas still to what the form fixes."""
    others = [area.weight for index, area in enumerate(plan.areas) if f"areas.{index}.weight" != own]
    before = _added(area.weight for area in plan.areas if area.weight is not None)
    total = framework.total if framework and framework.total and before == Decimal(framework.total) else None

    def holds(figures: Figures) -> bool:
        rows = _added(figure for path, figure in figures.items() if path != own)
        whole = _added(weight for weight in (*others, figures[own]) if weight is not None)
        return rows == Decimal(figures[own]) and (total is None or whole == Decimal(total))

    return holds


def _added(figures: Iterable[str]) -> Decimal:
    return sum(map(Decimal, figures), Decimal(0))


def totals(plan: Plan, framework: Framework | None) -> Iterator[Doubt]:
    """`plan-weight-total`, `part-weight-total`: the areas add up to what the form fixes for the whole and each part."""
    if framework is None or framework.total is None or any(area.weight is None for area in plan.areas):
        return
    total = canonical(_added(area.weight or "0" for area in plan.areas))
    if plan.areas and Decimal(total) != Decimal(framework.total):
        yield Doubt(sentences.PLAN_WEIGHT_TOTAL, "error", {"total": total, "expected": framework.total}, "areas")
    for part, expected in framework.parts.items() if plan.areas else ():
        found = canonical(_added(area.weight or "0" for area in plan.areas if area.part == part))
        if Decimal(found) != Decimal(expected):
            facts: Facts = {"part": _PARTS[part], "total": found, "expected": expected}
            yield Doubt(sentences.PART_WEIGHT_TOTAL, "error", facts, "areas")


def codes(plan: Plan) -> Iterator[Doubt]:
    """`code-sequence`, `code-duplicate`, `code-parent`: codes count from 1, appear once, begin with the parent's."""
    for part in ("own", "governance"):
        areas = [(f"areas.{i}", area) for i, area in enumerate(plan.areas) if area.part == part]
        yield from _sequence("", [(path, area.code, at(area.lines)) for path, area in areas])
        for path, area in areas:
            yield from _activity_codes(path, area)
    seen: set[tuple[str, str]] = set()
    for path, area, _, indicator in plan.indicators():
        known = len(seen)
        seen.add((area.part, indicator.code))
        if len(seen) == known:  # the first of two equal codes is taken for the right one
            facts: Facts = {"code": indicator.code}
            yield Doubt(sentences.CODE_DUPLICATE, "error", facts, f"{path}.code", at(indicator.lines))


def _activity_codes(path: str, area: Area) -> Iterator[Doubt]:
    activities = [(f"{path}.activities.{j}", activity) for j, activity in enumerate(area.activities)]
    yield from _sequence(area.code, [(p, activity.code, _first_line(activity)) for p, activity in activities])
    for where, activity in activities:
        rows = [(f"{where}.indicators.{k}", row.code, at(row.lines)) for k, row in enumerate(activity.indicators)]
        yield from _sequence(activity.code, rows)


def _first_line(activity: Activity) -> Place:
    return at(line for indicator in activity.indicators for line in indicator.lines)


def _sequence(parent: str, children: Iterable[tuple[str, str, Place]]) -> Iterator[Doubt]:
    """The codes under one parent: each begins with the parent's, its last number is its rank."""
    for number, (path, code, place) in enumerate(children, start=1):
        expected = f"{parent}.{number}" if parent else str(number)
        facts: Facts = {"code": code, "expected": expected}
        head, _, last = code.rpartition(".")
        if head != parent:
            yield Doubt(sentences.CODE_PARENT, "error", facts, f"{path}.code", place, expected)
        elif last != str(number):
            yield Doubt(sentences.CODE_SEQUENCE, "warning", facts, f"{path}.code", place, expected)


_MISSING: Mapping[str, Sentence] = {
    "weight": sentences.WEIGHT_MISSING,
    "unit": sentences.UNIT_MISSING,
    "counting": sentences.COUNTING_MISSING,
}
"""What a row lacks, by the slot of the form and the field of an indicator, which have one name."""


def missing(plan: Plan, framework: Framework) -> Iterator[Doubt]:
    """`weight-missing`, `unit-missing`, `counting-missing`: what the form has a column for and scoring needs."""
    columns = {column.slot for column in framework.columns}
    for path, _, _, row in plan.indicators():
        for slot, sentence in _MISSING.items():
            if getattr(row, slot) is None and slot in columns:
                yield Doubt(sentence, "error", {"code": row.code}, f"{path}.{slot}", at(row.lines))


def units(plan: Plan) -> Iterator[Doubt]:
    """`unit-value-mismatch`: a date is measured by dates, every other unit by numbers; what is promised by days alone is a date."""
    for path, _, _, row in plan.indicators():
        yield from _unit(path, row)


@cached(most=KEPT_ROWS)
def _unit(path: str, row: Indicator) -> Iterator[Doubt]:
    figures = [figure for figure in (*row.target, *row.criteria) if figure]
    wrong = [figure for figure in figures if row.unit is not None and is_date(figure) != (row.unit == "date")]
    if wrong:
        facts: Facts = {"code": row.code, "unit": row.unit_text or str(row.unit), "figure": wrong[0]}
        likely = "date" if all(map(is_date, figures)) else None
        yield Doubt(sentences.UNIT_VALUE_MISMATCH, "error", facts, f"{path}.unit", at(row.lines), likely)


def dates(plan: Plan) -> Iterator[Doubt]:
    """`date-outside-year`: every dated target lies in the plan's own fiscal year."""
    name = canonical_year(plan.fiscal_year or "")
    if name is None:
        return
    year = FiscalYear.parse(name)
    for path, _, _, row in plan.indicators():
        yield from _outside(path, row, year)


@cached(most=KEPT_ROWS)
def _outside(path: str, row: Indicator, year: FiscalYear) -> Iterator[Doubt]:
    days = dict.fromkeys(figure for figure in (*row.target, *row.criteria) if figure and is_date(figure))
    for day in days:
        if date.fromisoformat(day) not in year:
            facts: Facts = {"code": row.code, "day": day, "year": str(year)}
            yield Doubt(sentences.DATE_OUTSIDE_YEAR, "error", facts, f"{path}.criteria", at(row.lines))


def letter_year(plan: Plan) -> Iterator[Doubt]:
    """`letter-outside-year`: a plan is sent within its fiscal year or the year before it."""
    name, sent = canonical_year(plan.fiscal_year or ""), plan.letter.date
    if name is None or sent is None:
        return
    year = FiscalYear.parse(name)
    if not year.shifted(-1).start <= date.fromisoformat(sent) <= year.end:
        facts: Facts = {"sent": sent, "year": str(year)}
        yield Doubt(sentences.LETTER_OUTSIDE_YEAR, "warning", facts, "letter.date")


def orders(plan: Plan, levels: int) -> Iterator[Doubt]:
    """`criteria-not-monotone`, `criteria-count`: criteria go one way from best to worst, one for each level."""
    for path, _, _, row in plan.indicators():
        yield from _order(path, row, levels)


@cached(most=KEPT_ROWS)
def _order(path: str, row: Indicator, levels: int) -> Iterator[Doubt]:
    filled = [figure for figure in row.criteria if figure]
    if not one_way(filled):
        facts: Facts = {"code": row.code, "criteria": listed(filled, " / ")}
        yield Doubt(sentences.CRITERIA_NOT_MONOTONE, "error", facts, f"{path}.criteria", at(row.lines))
    if levels and row.unit != "marks":
        yield from _count(path, row, len(filled), levels)


def _count(path: str, row: Indicator, filled: int, levels: int) -> Iterator[Doubt]:
    """Some official rows fill only the upper levels: that is an info, a row without any criterion is an error."""
    if filled < levels:
        facts: Facts = {"code": row.code, "levels": levels, "filled": filled}
        severity: Severity = "info" if filled else "error"
        yield Doubt(sentences.CRITERIA_COUNT, severity, facts, f"{path}.criteria", at(row.lines))
