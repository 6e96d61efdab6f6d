"""Places: the number of a row of the index, which is its place among the results, so that the first ones are read and no others.

It is put together of its kind, its day counted back from the latest there can be, what has none last, and its number counted back: of each kind
the latest rows come first.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from angikar.search.models import IndexedKind

_KINDS = {kind: order for order, kind in enumerate(IndexedKind.values)}
_DAY_BITS, _NUMBER_BITS, _PART_BITS = 22, 38, 14
MOST_PARTS = 1 << _PART_BITS
"""So many sentences that one paper asks have a place."""
_UNDATED, _LAST_NUMBER = (1 << _DAY_BITS) - 1, (1 << _NUMBER_BITS) - 1


@dataclass(frozen=True, slots=True)
class Within:
    """The places of a kind from the first to the last, read from the last on where the way leads `back`."""

    kind: str
    first: int
    last: int
    back: bool = False


def place(kind: str, day: date | None, number: int, part: int = 0) -> int:
    """The place of a row: that of its kind by its day and number, of a paper its parts one after the other."""
    back = (number << _PART_BITS) + part if kind == IndexedKind.ASK else number
    return _base(kind, day) + _LAST_NUMBER - back


def of_kind(kind: str, start: int | None = None, *, back: bool = False) -> Within:
    """All places of a kind, or those from one on, or back from it."""
    first, last = _KINDS[kind] << _DAY_BITS + _NUMBER_BITS, _base(kind, None) + _LAST_NUMBER
    if start is not None:
        first, last = (first, start) if back else (start, last)
    return Within(kind, first, last, back)


def day_of(at: int) -> date | None:
    """The day of a place."""
    days_back = at >> _NUMBER_BITS & _UNDATED
    return None if days_back == _UNDATED else date.fromordinal(_UNDATED - days_back)


def months(within: Within, at: int, count: int) -> tuple[list[tuple[int, int]], Within, Within]:
    """So many months from that of a place on in the way that is gone, as years and months; which of the places are in them, and which
    behind them. No month for what has no day.
    """
    day = day_of(at)
    if day is None:
        edge = _base(within.kind, None)
        return [], replace(within, first=max(within.first, edge)), replace(within, last=edge - 1)
    named = list(_months(day, count, step=1 if within.back else -1))
    year, month = named[-1]
    if within.back:
        edge = _base(within.kind, date(year, month, monthrange(year, month)[1]))
        return named, replace(within, first=max(within.first, edge)), replace(within, last=edge - 1)
    edge = _base(within.kind, date(year, month, 1)) + _LAST_NUMBER
    return named, replace(within, last=min(within.last, edge)), replace(within, first=edge + 1)


def _months(day: date, count: int, *, step: int) -> Iterator[tuple[int, int]]:
    for number in range(count):
        year, month = divmod(day.year * 12 + day.month - 1 + step * number, 12)
        if date.min.year <= year <= date.max.year:
            yield year, month + 1


def _base(kind: str, day: date | None) -> int:
    days_back = _UNDATED if day is None else _UNDATED - day.toordinal()
    return (_KINDS[kind] << _DAY_BITS | days_back) << _NUMBER_BITS
