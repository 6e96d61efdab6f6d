"""The target of a year spread over its quarters, as the row is counted."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

from angikar.rules.bangla.digits import canonical
from angikar.rules.plan import MOST_PLACES, Counting, Quarters, Unit
from angikar.rules.plan_table.order import is_date
from angikar.rules.plan_table.quarters import own_quarters
from angikar.rules.schedule.fiscal import FiscalYear

_QUARTERS = 4


def spread(target: Sequence[str], unit: Unit | None, counting: Counting | None, year: FiscalYear) -> Quarters | None:
    """The figures of the quarters: of a sum equal parts that add up, what does not divide in the later ones; of what is counted up the
    part reached by then; of an average the target itself; of days each in its own quarter. `None` where the target does not tell.

    >>> year = FiscalYear.parse("2026-27")
    >>> spread(("10",), "number", "sum", year), spread(("10",), "number", "cumulative", year)
    (('2', '2', '3', '3'), ('2', '4', '7', '10'))
    >>> spread(("90",), "percent", None, year), spread(("2.5",), "money", "sum", year)
    (('90', '90', '90', '90'), ('0.6', '0.6', '0.6', '0.7'))
    >>> spread(("2026-12-31", "2027-05-15"), "date", "date", year), spread((), "number", "sum", year)
    ((None, '2026-12-31', None, '2027-05-15'), None)
    """
    if target and all(map(is_date, target)):
        placed = own_quarters(target, year)
        days = [None if each == "-" else each for each in placed.split(", ")] if placed else ()
        return (days[0], days[1], days[2], days[3]) if days else None
    if len(target) != 1 or is_date(target[0]) or unit == "date":
        return None
    if counting == "average" or (counting is None and unit in ("percent", "rate")):
        return target[0], target[0], target[0], target[0]
    parts = _parts(target[0])
    made = list(accumulate(parts)) if counting == "cumulative" else parts
    one, two, three, four = map(canonical, made)
    return one, two, three, four


def _parts(target: str) -> list[Decimal]:
    """A figure in four equal parts with the places that it has; what does not divide goes to the later ones."""
    figure = Decimal(target)
    scale = 10 ** min(MOST_PLACES, max(0, -int(figure.as_tuple().exponent)))
    each, rest = divmod(int(figure * scale), _QUARTERS)
    return [Decimal(each + (number >= _QUARTERS - rest)) / scale for number in range(_QUARTERS)]
