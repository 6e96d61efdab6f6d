"""Fixed rows: the rows a form prints for every office, and the marks it gives them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from angikar.rules.bangla.digits import canonical
from angikar.rules.bangla.text import key
from angikar.rules.frameworks.framework import Framework
from angikar.rules.plan import Area, Plan
from angikar.rules.plan_table import sentences
from angikar.rules.plan_table.check import at
from angikar.rules.plan_table.unlike.sentences import AREA_BY_FORM
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Facts


def fixed_marks(plan: Plan, form: Framework | None) -> Iterator[Doubt]:
    """`form-weight-differs`: a row of the form, by code and title, that prints another mark than the form gives it.

    Forms differ by the level of an office, so this is an info.
    """
    official = {(row.code, key(row.title)): row.weight for row in form.rows} if form else {}
    for path, _, _, row in plan.indicators():
        weight = official.get((row.code, key(row.title)))
        if weight is not None and row.weight is not None and weight != row.weight:
            facts: Facts = {"code": row.code, "weight": row.weight, "official": weight}
            yield Doubt(sentences.FORM_WEIGHT_DIFFERS, "info", facts, f"{path}.weight", at(row.lines), weight)


def fixed_areas(plan: Plan, form: Framework | None) -> Iterator[Doubt]:
    """`area-weight-form`: the rows of an area add up to what the form gives it, where most areas of the plan do.

    Where most do not, the office has a form of its own, and nothing is said.
    """
    official = [area.weight for area in form.areas] if form else []
    pairs = [
        (index, area, Decimal(weight), whole)
        for index, (area, weight) in enumerate(zip(plan.areas, official, strict=False))
        if weight is not None and (whole := _whole(area)) is not None
    ]
    unlike = [(index, area, weight, whole) for index, area, weight, whole in pairs if weight != whole]
    if 2 * len(unlike) >= len(pairs):
        return
    for index, area, weight, whole in unlike:
        facts: Facts = {"area": area.code, "total": canonical(whole), "official": canonical(weight)}
        yield Doubt(AREA_BY_FORM, "warning", facts, f"areas.{index}.activities", at(area.lines))


def _whole(area: Area) -> Decimal | None:
    """What the rows of an area add up to, or without rows its own mark; `None` where a mark is lost."""
    weights = [row.weight for activity in area.activities for row in activity.indicators] or [area.weight]
    return None if None in weights else sum((Decimal(weight) for weight in weights if weight is not None), Decimal(0))
