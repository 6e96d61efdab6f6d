"""Fixed rows: the rows a form prints for every office, and the marks it gives them."""

from __future__ import annotations

from collections.abc import Iterator

from angikar.rules.bangla.text import key
from angikar.rules.frameworks.framework import Framework
from angikar.rules.plan import Plan
from angikar.rules.plan_table.check import at, bn
from angikar.rules.reading import Doubt, plain_doubt


def fixed_marks(plan: Plan, form: Framework | None) -> Iterator[Doubt]:
    """`form-weight-differs`: a row of the form, by code and title, that bears another mark than the form gives it.

    Forms differ by the level of an office, so this only tells.
    """
    official = {(row.code, key(row.title)): row.weight for row in form.rows} if form else {}
    for path, _, _, row in plan.indicators():
        weight = official.get((row.code, key(row.title)))
        if weight is not None and row.weight is not None and weight != row.weight:
            yield plain_doubt(
                "form-weight-differs", "info",
                f"সূচক [{bn(row.code)}]-এর মান {bn(row.weight)}; মন্ত্রণালয়ের ফরমে {bn(weight)}।",
                f"Indicator [{row.code}] weighs {row.weight}; the form of a ministry prints {weight}.",
                f"{path}.weight", at(row.lines), weight,
            )  # fmt: skip
