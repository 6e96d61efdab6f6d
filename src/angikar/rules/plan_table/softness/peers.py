"""Peers: what offices of the same kind promise of the same indicator, their median and their spread, and who promises less."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from angikar.rules.bangla.digits import canonical
from angikar.rules.bangla.text import key
from angikar.rules.plan import Indicator, Plan
from angikar.rules.plan_table.order import is_date
from angikar.rules.plan_table.softness.rows import Soft, best_of, levels_of, place_of
from angikar.rules.sentence import Facts

FEWEST = 5
"""Offices: what fewer promise is no measure."""
PeerName = tuple[str, str]
"""By what the same indicator of several offices is known: its title as it is compared, and its unit."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Of so many figures the median, and the two between which the middle half of them lies."""

    count: int
    median: Decimal
    low: Decimal
    high: Decimal


def peer_name(title: str, unit: str | None) -> PeerName:
    """By what an indicator is known among those of other offices."""
    return key(title), unit or ""


def spread(figures: Sequence[Decimal]) -> Spread | None:
    """Median and spread of figures; `None` of too few.

    >>> spread([Decimal(each) for each in (10, 50, 20, 40, 30)])
    Spread(count=5, median=Decimal('30'), low=Decimal('20'), high=Decimal('40'))
    """
    if len(figures) < FEWEST:
        return None
    found, last = sorted(figures), len(figures) - 1
    quarter = last // 4
    return Spread(len(found), (found[last // 2] + found[last - last // 2]) / 2, found[quarter], found[last - quarter])


def below_peers(plan: Plan, peers: Mapping[PeerName, Spread]) -> Iterator[Soft]:
    """The rows that promise less than three quarters of the other offices do; where less is better, more."""
    for path, _, _, row in plan.indicators():
        target, known = best_of(row), peers.get(peer_name(row.title, row.unit))
        if known is None or target is None or is_date(target):
            continue
        if is_less(row, Decimal(target), known):
            facts: Facts = {
                "code": row.code,
                "target": target,
                "median": canonical(known.median),
                "low": canonical(known.low),
                "high": canonical(known.high),
                "count": known.count,
            }
            yield Soft("below-peers", place_of(path, row), facts)


def is_less(row: Indicator, target: Decimal, known: Spread) -> bool:
    """Whether a target is the easy side of the middle half."""
    levels = levels_of(row)
    falls = len(levels) > 1 and not is_date(levels[0]) and Decimal(levels[0]) < Decimal(levels[-1])
    return target > known.high if falls else target < known.low
