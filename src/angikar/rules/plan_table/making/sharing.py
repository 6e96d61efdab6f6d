"""A national target shared out: each office its part by weight, the parts adding up to it exactly, the levels following their target."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from angikar.rules.bangla.digits import canonical
from angikar.rules.plan import MOST_PLACES, Indicator
from angikar.rules.plan_table.order import is_date


def shares(total: str, weights: Sequence[Decimal]) -> tuple[str, ...]:
    """The parts of a figure by weight, with the places it has itself; what is left over goes to the largest remainders, of equal ones to
    the first. Without any weight all parts are equal.

    >>> shares("10", (Decimal(1), Decimal(1), Decimal(1))), shares("10", (Decimal(3), Decimal(0), Decimal(1)))
    (('4', '3', '3'), ('8', '0', '2'))
    >>> shares("2.5", (Decimal(0), Decimal(0))), shares("0", (Decimal(2),))
    (('1.3', '1.2'), ('0',))
    """
    scale = 10 ** _places(total)
    whole, all_weights = int(Decimal(total) * scale), sum(weights, Decimal(0))
    by = list(weights) if all_weights else [Decimal(1)] * len(weights)
    all_weights = all_weights or Decimal(len(by))
    parts = [divmod(whole * each, all_weights) for each in by]
    left = whole - int(sum(part for part, _ in parts))
    first = sorted(range(len(by)), key=lambda number: (-parts[number][1], number))[:left]
    return tuple(canonical((part + (number in first)) / scale) for number, (part, _) in enumerate(parts))


def is_shared(row: Indicator) -> bool:
    """Whether the target of a row can be shared out: one number that is counted.

    >>> is_shared(Indicator(code="1", title="ক", unit="number", target=("10",)))
    True
    >>> is_shared(Indicator(code="1", title="ক", unit="percent", target=("90",)))
    False
    """
    counted = row.unit in ("number", "money", "other") and row.counting in (None, "sum", "cumulative")
    return counted and len(row.target) == 1 and not is_date(row.target[0])


def with_share(row: Indicator, share: str) -> Indicator:
    """A row with its share as target; its levels keep their proportion to the target, its quarters are open.

    >>> row = Indicator(code="1", title="ক", unit="number", target=("100",), criteria=("100", "90", None))
    >>> (made := with_share(row, "7")).target, made.criteria
    (('7',), ('7', '6', None))
    """
    total, unit = Decimal(row.target[0]), Decimal(1).scaleb(-_places(row.target[0]))

    def level(figure: str | None) -> str | None:
        if figure is None or is_date(figure) or not total:
            return figure
        return canonical((Decimal(figure) * Decimal(share) / total).quantize(unit, ROUND_HALF_UP))

    none = (None, None, None, None)
    return row.model_copy(
        update={"target": (share,), "criteria": tuple(map(level, row.criteria)), "quarter_targets": none}
    )


def _places(figure: str) -> int:
    return min(MOST_PLACES, max(0, -int(Decimal(figure).as_tuple().exponent)))
