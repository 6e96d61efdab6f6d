"""The five levels of a row filled by a rule from its target: by a step, by per cent of it, by fortnights later; or the lower the better."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from angikar.rules.bangla.digits import canonical
from angikar.rules.plan_table.order import is_date

Filling = Literal["step", "percent", "fortnights", "lower"]
"""`step` takes so much off for each level, `lower` adds so much; `percent` takes the shares of the levels; `fortnights` goes that many
fortnights on for each level."""
FILLINGS: tuple[Filling, ...] = ("step", "percent", "fortnights", "lower")
_FORTNIGHT = timedelta(days=15)


def filled(
    target: str, rule: Filling, step: str, levels: Sequence[int], last_day: date
) -> tuple[str | None, ...] | None:
    """The figures of the levels, best first; `None` where the rule does not fit the target. What would fall below nought or behind the
    last day of the year stays empty.

    >>> filled("10", "step", "1", (100, 90, 80, 70, 60), date(2027, 6, 30))
    ('10', '9', '8', '7', '6')
    >>> filled("30", "percent", "", (100, 90, 80, 70, 60), date(2027, 6, 30))
    ('30', '27', '24', '21', '18')
    >>> filled("2027-05-15", "fortnights", "1", (100, 90, 80, 70, 60), date(2027, 6, 30))
    ('2027-05-15', '2027-05-30', '2027-06-14', '2027-06-29', None)
    >>> filled("10", "lower", "2", (100, 90, 80, 70, 60), date(2027, 6, 30))
    ('10', '12', '14', '16', '18')
    """
    if rule == "fortnights":
        return _days(target, int(step or 1) if (step or "1").isdecimal() else 0, len(levels), last_day)
    if is_date(target) or (rule != "percent" and not step):
        return None
    number = Decimal(target)
    if rule == "percent":
        return _shares(number, levels)
    by = Decimal(step) if rule == "lower" else -Decimal(step)
    figures = [number + by * place for place in range(len(levels))]
    return tuple(canonical(each) if each >= 0 else None for each in figures)


def _shares(number: Decimal, levels: Sequence[int]) -> tuple[str, ...]:
    """The share of each level, as exact as the target is, and more exact where two levels would be the same."""
    exponent = number.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    for more in range(places, places + 3):
        unit = Decimal(1).scaleb(-more)
        found = [(number * level / 100).quantize(unit, ROUND_HALF_UP) for level in levels]
        if len(set(found)) == len(found):
            break
    return tuple(map(canonical, found))


def _days(target: str, fortnights: int, count: int, last_day: date) -> tuple[str | None, ...] | None:
    if not is_date(target) or fortnights < 1:
        return None
    days = [date.fromisoformat(target) + place * fortnights * _FORTNIGHT for place in range(count)]
    return tuple(day.isoformat() if day <= last_day else None for day in days)
