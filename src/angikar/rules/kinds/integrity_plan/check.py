"""The laws of an integrity plan: what every plan must keep, what its quarters must, and what its form prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from angikar.rules.bangla.digits import canonical
from angikar.rules.bangla.text import key
from angikar.rules.frameworks import framework
from angikar.rules.frameworks.framework import Framework
from angikar.rules.kinds.integrity_plan.content import IntegrityPlan
from angikar.rules.kinds.integrity_plan.misplaced import misplaced
from angikar.rules.kinds.integrity_plan.names import name_laws
from angikar.rules.letters.laws import letter_laws
from angikar.rules.plan import Area
from angikar.rules.plan_table.check import at, bn, plan_laws
from angikar.rules.plan_table.fixed import fixed_marks
from angikar.rules.plan_table.quarters import quarter_laws
from angikar.rules.reading import Doubt, plain_doubt
from angikar.rules.schedule.fiscal import canonical_year


def check(plan: IntegrityPlan, name: str | None) -> tuple[Doubt, ...]:
    """Every law the plan breaks; `name` is the framework it stands on. Raises `LookupError` for an unknown one."""
    form = framework(name) if name else None
    areas = tuple(_areas(plan, form))
    mended = {doubt.path for doubt in areas if doubt.code == "area-title-differs"}
    shared = (_with_remainder(doubt, plan, form) for doubt in plan_laws(plan, form))
    return (
        *(doubt for doubt in shared if doubt.code != "text-misread" or doubt.path not in mended),
        *quarter_laws(plan),
        *letter_laws(plan.letter),
        *areas,
        *fixed_marks(plan, form),
        *_rows(plan),
        *_year(plan),
        *name_laws(plan),
    )


def _with_remainder(doubt: Doubt, plan: IntegrityPlan, form: Framework | None) -> Doubt:
    """A lost mark is what the rest leaves of the total, if it is the only one lost."""
    if doubt.code != "weight-missing" or form is None or form.total is None:
        return doubt
    known = [_marks(area) for area in plan.areas]
    lost = [row for _, _, _, row in plan.indicators() if row.weight is None]
    rest = Decimal(form.total) - sum((marks for marks in known if marks is not None), Decimal(0))
    return replace(doubt, suggestion=canonical(rest)) if len(lost) == 1 and None not in known and rest > 0 else doubt


def _rest(plan: IntegrityPlan, form: Framework, index: int) -> Decimal | None:
    """What the other areas leave of the total to one, if no mark is lost in any of them."""
    others = [area for place, area in enumerate(plan.areas) if place != index]
    weights = [row.weight for area in others for activity in area.activities for row in activity.indicators]
    known = [_marks(area) for area in others]
    rest = Decimal(form.total or 0) - sum((marks for marks in known if marks is not None), Decimal(0))
    return rest if None not in weights and None not in known and rest > 0 else None


def _marks(area: Area) -> Decimal | None:
    """What the rows of an area add up to; of an area whose rows are lost, the mark printed beside its title."""
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
            yield plain_doubt(
                "area-weight-missing", "warning", f"[{bn(area.code)}] ক্ষেত্রের শিরোনামে মান ছাপা নেই।",
                f"The heading of area [{area.code}] prints no mark.", f"{path}.weight", place,
                None if whole is None else canonical(whole),
            )  # fmt: skip
        if not area.activities:
            yield plain_doubt(
                "area-empty", "warning", f"[{bn(area.code)}] ক্ষেত্রে কোনো কার্যক্রম নেই।",
                f"Area [{area.code}] holds no activity.", f"{path}.activities", place,
            )  # fmt: skip
        title = official.get(str(index + 1))
        if title and key(title) != key(area.title):
            yield plain_doubt(
                "area-title-differs", "info", f"ক্ষেত্রের শিরোনাম “{area.title}”; ফরমে আছে “{title}”।",
                f"The area is titled “{area.title}”; the form prints “{title}”.", f"{path}.title", place, title,
            )  # fmt: skip


def _rows(plan: IntegrityPlan) -> Iterator[Doubt]:
    """`indicator-title-missing`, `indicator-repeated`: each row says what is measured, and no two in a row the same."""
    rows = [(path, (area, activity), row) for path, area, activity, row in plan.indicators()]
    for path, _, row in rows:
        if not row.title:
            yield plain_doubt(
                "indicator-title-missing", "warning", f"সূচক [{bn(row.code)}]-এর শিরোনাম নেই।",
                f"Indicator [{row.code}] has no title.", f"{path}.title", at(row.lines),
            )  # fmt: skip
        if row.unit is None and row.title == "" and row.target:
            yield plain_doubt(
                "unit-missing", "warning", f"সূচক [{bn(row.code)}]-এর একক নেই।",
                f"Indicator [{row.code}] has no unit.", f"{path}.unit", at(row.lines),
            )  # fmt: skip
    for (path, (area, one), row), (_, (beside, other), after) in pairwise(rows):
        if row.title and area is beside and one is not other and key(row.title) == key(after.title):
            yield plain_doubt(
                "indicator-repeated", "warning",
                f"“{row.title}” সূচকটি পরপর [{bn(one.code)}] ও [{bn(other.code)}] কার্যক্রমে আছে; সারি সরে থাকতে পারে।",
                f"The same indicator stands under activities [{one.code}] and [{other.code}]; rows may have slipped.",
                f"{path}.title", at(row.lines), misplaced(area, one, row),
            )  # fmt: skip


def _year(plan: IntegrityPlan) -> Iterator[Doubt]:
    named = canonical_year(plan.title)
    if named is not None and plan.fiscal_year is not None and named != plan.fiscal_year:
        yield plain_doubt(
            "fiscal-year-disagrees", "warning", f"শিরোনামে {bn(named)}, ছকে {bn(plan.fiscal_year)} অর্থবছর।",
            f"The title names the fiscal year {named}, the table {plan.fiscal_year}.", "title",
        )  # fmt: skip
