"""Spending watched: a limit a circular sets for a class of spenders and an item, and how near the reported sums have come to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from angikar.rules.content import Content

Counting = Literal["sum", "cumulative"]
Reach = Literal["within", "near", "reached", "over"]

NEAR = 80
"""From so many per cent of a limit on it is warned of."""


class Limit(Content):
    """The `most` that may be spent (canonical figure, in `unit`), by which spenders (`subject`: a class of candidates) and on what (`item`);
    `source` is the paper or law that sets it.
    """

    subject: str
    item: str = ""
    most: str
    unit: str = "টাকা"
    source: str = ""

    @property
    def name(self) -> str:
        """Subject and item together, as a list shows it."""
        return f"{self.subject}: {self.item}" if self.item else self.subject


@dataclass(frozen=True, slots=True)
class Spent:
    """One reported spending: `who` spent `amount` under the limit of that name; `place` tells apart who share a name, `teller`
    who reported it, `report` the number of the report, `on` its day, `accepted` whether it was looked over.
    """

    who: str
    limit: str
    amount: Decimal
    place: str = ""
    teller: int = 0
    report: int = 0
    on: date = date.min
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class Watched:
    """One spender against one limit: the sum as reported, the part of it that is accepted, and the reports behind it."""

    who: str
    place: str
    limit: Limit
    claimed: Decimal
    accepted: Decimal
    behind: tuple[Spent, ...]

    @property
    def percent(self) -> int:
        """The whole per cent of the limit that is spent, never rounded up: 99.9 is 99."""
        return int(self.claimed * 100 // Decimal(self.limit.most))

    @property
    def reach(self) -> Reach:
        """How near the reported sum has come."""
        most = Decimal(self.limit.most)
        if self.claimed > most:
            return "over"
        if self.claimed == most:
            return "reached"
        return "near" if self.claimed * 100 >= most * NEAR else "within"


def watch(limits: Sequence[Limit], spent: Iterable[Spent], counting: Counting = "sum") -> list[Watched]:
    """Every spender of every limit, the nearest to its limit first. With `cumulative` each report tells what was spent so far,
    so that only the latest of each teller counts; with `sum` each tells what was spent since.

    >>> limit = Limit(subject="সদস্য", most="100000")
    >>> [(each.percent, each.reach) for each in watch([limit], [Spent("ক", "সদস্য", Decimal(60000)), Spent(" ক", "সদস্য", Decimal(20000))])]
    [(80, 'near')]
    """
    known = {limit.name: limit for limit in limits}
    groups: dict[tuple[str, str, str], list[Spent]] = {}
    for each in spent:
        if each.limit in known:
            groups.setdefault((" ".join(each.who.split()), each.place, each.limit), []).append(each)
    watched = [
        _watched(who, place, known[limit], _counted(group, counting)) for (who, place, limit), group in groups.items()
    ]
    return sorted(watched, key=lambda each: (-each.claimed / Decimal(each.limit.most), each.place, each.who))


def _counted(group: list[Spent], counting: Counting) -> tuple[Spent, ...]:
    ordered = sorted(group, key=lambda each: (each.on, each.report))
    if counting == "sum":
        return tuple(ordered)
    last = {each.teller: each.report for each in ordered}
    return tuple(each for each in ordered if last[each.teller] == each.report)


def _watched(who: str, place: str, limit: Limit, behind: tuple[Spent, ...]) -> Watched:
    claimed = sum((each.amount for each in behind), Decimal(0))
    accepted = sum((each.amount for each in behind if each.accepted), Decimal(0))
    return Watched(who, place, limit, claimed, accepted, behind)
