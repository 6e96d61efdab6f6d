"""Ease: criteria set so close to one another that the lowest is nearly the highest, and no office can fail."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from angikar.rules.cached import KEPT_ROWS, cached
from angikar.rules.plan import Indicator, Plan
from angikar.rules.plan_table import sentences
from angikar.rules.plan_table.check import at
from angikar.rules.plan_table.order import is_date
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Facts

NARROW = 5
"""Per cent of the target: a smaller distance between the best criterion and the lowest asks no effort."""
_FEWEST = 3
"""Criteria of a row: with fewer, their distance is not judged."""


def narrow_criteria(plan: Plan) -> Iterator[Doubt]:
    """`criteria-narrow`: the best criterion and the lowest differ by less than a twentieth of the target.

    Days are not judged: a month is much for a meeting and little for a building.
    """
    for path, _, _, row in plan.indicators():
        yield from _narrow(path, row)


@cached(most=KEPT_ROWS)
def _narrow(path: str, row: Indicator) -> Iterator[Doubt]:
    criteria = [Decimal(figure) for figure in row.criteria if figure and not is_date(figure)]
    if len(criteria) < _FEWEST or not criteria[0]:
        return
    spread = abs(criteria[0] - criteria[-1]) * 100 / abs(criteria[0])
    if 0 < spread < NARROW:
        best, lowest = row.criteria[0] or "", next(figure for figure in reversed(row.criteria) if figure)
        facts: Facts = {"code": row.code, "best": best, "lowest": lowest, "share": NARROW}
        yield Doubt(sentences.CRITERIA_NARROW, "info", facts, f"{path}.criteria", at(row.lines))
