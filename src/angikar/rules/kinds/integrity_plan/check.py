"""The laws of an integrity plan: those of every plan, those of its quarters, and those of its form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from angikar.rules.bangla.digits import canonical
from angikar.rules.bangla.text import key
from angikar.rules.frameworks import framework
from angikar.rules.frameworks.framework import Framework
from angikar.rules.kinds.integrity_plan import sentences
from angikar.rules.kinds.integrity_plan.content import IntegrityPlan
from angikar.rules.kinds.integrity_plan.misplaced import misplaced
from angikar.rules.kinds.integrity_plan.names import name_laws
from angikar.rules.letters.laws import letter_laws
from angikar.rules.plan import Area
from angikar.rules.plan_table.check import at, plan_laws
from angikar.rules.plan_table.fixed import fixed_areas, fixed_marks
from angikar.rules.plan_table.quarters import quarter_laws
from angikar.rules.plan_table.sentences import FISCAL_YEAR_DISAGREES, UNIT_MISSING
from angikar.rules.plan_table.unlike.laws import likeness_laws
from angikar.rules.reading import Doubt
from angikar.rules.schedule.fiscal import canonical_year
from angikar.rules.sentence import Facts


def check(plan: IntegrityPlan, name: str | None) -> tuple[Doubt, ...]:
    """Every law the plan breaks; `name` is its framework. Raises `LookupError` for an unknown one."""
    form = framework(name) if name else None
    areas = tuple(_areas(plan, form))
    retitled = {doubt.path for doubt in areas if doubt.code == "area-title-differs"}
    shared = (_with_remainder(doubt, plan, form) for doubt in plan_laws(plan, form))
    return (
        *(doubt for doubt in shared if doubt.code != "text-misread" or doubt.path not in retitled),
        *quarter_laws(plan),
        *likeness_laws(plan),
        *letter_laws(plan.letter),
        *areas,
        *fixed_marks(plan, form),
        *fixed_areas(plan, form),
        *_rows(plan),
        *_year(plan),
        *name_laws(plan),
    )


def _with_remainder(doubt: Doubt, plan: IntegrityPlan, form: Framework | None) -> Doubt:
    """The only lost mark is the total less all others; that is proposed."""
    if doubt.code != "weight-missing" or form is None or form.total is None:
        return doubt
    known = [_marks(area) for area in plan.areas]
    lost = [row for _, _, _, row in plan.indicators() if row.weight is None]
    rest = Decimal(form.total) - sum((marks for marks in known if marks is not None), Decimal(0))
    return replace(doubt, suggestion=canonical(rest)) if len(lost) == 1 and None not in known and rest > 0 else doubt


def _rest(plan: IntegrityPlan, form: Framework, index: int) -> Decimal | None:
    """The total less the marks of the other areas, if no mark is lost in any of them."""
    others = [area for place, area in enumerate(plan.areas) if place != index]
    weights = [row.weight for area in others for activity in area.activities for row in activity.indicators]
    known = [_marks(area) for area in others]
    rest = Decimal(form.total or 0) - sum((marks for marks in known if marks is not None), Decimal(0))
    return rest if None not in weights and None not in known and rest > 0 else None


def _marks(area: Area) -> Decimal | None:
    """What the rows of an area add up to; of an area whose rows are lost, the mark printed after its title."""
    weights = [row.weight for activity in area.activities for row in activity.indicators]
    if not weights:
        return None if area.weight is None else Decimal(area.weight)
    return sum((Decimal(weight) for weight in weights if weight is not None), Decimal(0))


def _areas(plan: IntegrityPlan, form: Framework | None) -> Iterator[Doubt]:
    """`area-weight-missing`, `area-empty`, `area-title-differs`: the heading of each area against its rows and the form."""
    official = {area.code: area.title for area in form.areas} if form else {}
    for index, area in enumerate(plan.areas):
        path, place = f"areas.{index}", at(area.lines)
        if area.weight is None and form is not None and form.total is not None:
            weights = [row.weight for activity in area.activities for row in activity.indicators]
            whole = _marks(area) if weights and None not in weights else _rest(plan, form, index)
            likely = None if whole is None else canonical(whole)
            facts: Facts = {"area": area.code}
            yield Doubt(sentences.AREA_WEIGHT_MISSING, "warning", facts, f"{path}.weight", place, likely)
        if not area.activities:
            yield Doubt(sentences.AREA_EMPTY, "warning", {"area": area.code}, f"{path}.activities", place)
        title = official.get(str(index + 1))
        if title and key(title) != key(area.title):
            facts = {"title": area.title, "official": title}
            yield Doubt(sentences.AREA_TITLE_DIFFERS, "info", facts, f"{path}.title", place, title)


def _rows(plan: IntegrityPlan) -> Iterator[Doubt]:
    """`indicator-title-missing`, `indicator-repeated`: each row names what is measured, and no two rows in turn are the same."""
    rows = [(path, (area, activity), row) for path, area, activity, row in plan.indicators()]
    for path, _, row in rows:
        if not row.title:
            facts: Facts = {"code": row.code}
            yield Doubt(sentences.INDICATOR_TITLE_MISSING, "warning", facts, f"{path}.title", at(row.lines))
        if row.unit is None and row.title == "" and row.target:
            yield Doubt(UNIT_MISSING, "warning", {"code": row.code}, f"{path}.unit", at(row.lines))
    for (path, (area, one), row), (_, (next_area, other), after) in pairwise(rows):
        if row.title and area is next_area and one is not other and key(row.title) == key(after.title):
            facts = {"title": row.title, "one": one.code, "other": other.code}
            likely = misplaced(area, one, row)
            if likely is None and (row.weight, row.target) != (after.weight, after.target):
                continue  # two kinds of meetings are both counted as meetings held
            yield Doubt(sentences.INDICATOR_REPEATED, "warning", facts, f"{path}.title", at(row.lines), likely)


def _year(plan: IntegrityPlan) -> Iterator[Doubt]:
    named = canonical_year(plan.title)
    if named is not None and plan.fiscal_year is not None and named != plan.fiscal_year:
        yield Doubt(FISCAL_YEAR_DISAGREES, "warning", {"named": named, "year": plan.fiscal_year}, "title")
