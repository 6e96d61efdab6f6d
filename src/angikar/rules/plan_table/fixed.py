"""Fixed rows: the rows a form prints for every office, and the marks it gives them."""

from __future__ import annotations

from collections.abc import Iterator

from angikar.rules.bangla.text import key
from angikar.rules.frameworks.framework import Framework
from angikar.rules.plan import Plan
from angikar.rules.plan_table import sentences
from angikar.rules.plan_table.check import at
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
