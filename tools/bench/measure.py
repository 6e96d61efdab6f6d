"""Measure: the median time of a call, and a row of the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was done, its time in milliseconds, and what it is told beside it.

    `floor` is the time in milliseconds of the least that could be done instead; 0 where there is nothing to compare.
    """

    what: str
    ms: float
    floor: float = 0.0
    note: str = ""

    def __str__(self) -> str:
        ratio = f"{self.ms / self.floor:6.1f} ×" if self.floor else " " * 8
        return f"{self.what:44} {self.ms:10.2f} ms {ratio}  {self.note}".rstrip()


def median_ms(call: Callable[[], object], times: int = 9) -> float:
    """The median time of a call in milliseconds; one call before the count warms everything up."""
    call()
    taken = []
    for _ in range(times):
        start = perf_counter()
        call()
        taken.append(perf_counter() - start)
    return 1000 * median(taken)
