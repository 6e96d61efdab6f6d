"""Ease: criteria set so close to one another that the lowest is nearly the highest, and nobody can fail."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from angikar.rules.plan import Plan
from angikar.rules.plan_table.check import at, bn
from angikar.rules.plan_table.order import is_date
from angikar.rules.reading import Doubt, plain_doubt

NARROW = 5
"""Per cent of the target below which the whole way from the best criterion to the lowest is no way at all."""
_FEWEST = 3


def narrow_criteria(plan: Plan) -> Iterator[Doubt]:
    """`criteria-narrow`: from the best criterion to the lowest lies less than a twentieth of the target.

    Days are not judged: a month is much for a meeting and little for a building.
    """
    for path, _, _, row in plan.indicators():
        criteria = [Decimal(figure) for figure in row.criteria if figure and not is_date(figure)]
        if len(criteria) < _FEWEST or not criteria[0]:
            continue
        spread = abs(criteria[0] - criteria[-1]) * 100 / abs(criteria[0])
        if 0 < spread < NARROW:
            best, lowest = row.criteria[0] or "", next(figure for figure in reversed(row.criteria) if figure)
            yield plain_doubt(
                "criteria-narrow", "info",
                f"সূচক [{bn(row.code)}]-এর সর্বোচ্চ {bn(best)} ও সর্বনিম্ন {bn(lowest)} নির্ণায়কের ব্যবধান "
                f"লক্ষ্যমাত্রার {bn(str(NARROW))}% এরও কম।",
                f"The best criterion of indicator [{row.code}], {best}, and the lowest, {lowest}, "
                f"lie less than {NARROW} % of the target apart.",
                f"{path}.criteria", at(row.lines),
            )  # fmt: skip
