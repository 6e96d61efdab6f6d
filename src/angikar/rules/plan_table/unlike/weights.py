"""Weights of a plan: one of nothing, and one that is several times every other, as a changed first digit leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from heapq import nlargest

from angikar.rules.plan import Plan
from angikar.rules.plan_table.check import at
from angikar.rules.plan_table.unlike import sentences
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Facts

_FEWEST = 2
"""Other rows that have a weight: from fewer nothing is usual."""
_ZERO = Decimal(0)
_FAR = 4
"""More than so many times the largest of the others is far."""


def unlike_weights(plan: Plan) -> Iterator[Doubt]:
    """`weight-unlike`: a row that weighs nothing, and one that weighs several times as much as any other."""
    rows = [(path, row, Decimal(row.weight)) for path, _, _, row in plan.indicators() if row.weight is not None]
    largest, second = nlargest(2, [*(weight for _, _, weight in rows), _ZERO, _ZERO])
    for path, row, weight in rows:
        others = second if weight == largest else largest
        facts: Facts = {"code": row.code}
        if not weight:
            yield Doubt(sentences.WEIGHT_ZERO, "warning", facts, f"{path}.weight", at(row.lines))
        elif len(rows) > _FEWEST and weight > _FAR * others > 0:
            facts = {**facts, "weight": row.weight or "", "largest": f"{others:f}"}
            yield Doubt(sentences.WEIGHT_FAR, "warning", facts, f"{path}.weight", at(row.lines))
