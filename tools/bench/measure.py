"""Measure: the median time of a call, the rows of the table, and a table of many columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was done, its time in milliseconds, and a note.

    `floor` is the time in milliseconds of the least that could be done instead; 0 where there is nothing to compare. `goal` is how
    many times the floor it may take at most, `most` how many milliseconds, `allowed` how many `statements` of the database; 0 where
    no goal is set.
    """

    what: str
    ms: float
    floor: float = 0.0
    note: str = ""
    goal: float = 0.0
    most: float = 0.0
    statements: int = 0
    allowed: int = 0

    @property
    def ratio(self) -> float:
        """How many times the floor it took; 0 where there is nothing to compare."""
        return self.ms / self.floor if self.floor else 0.0

    def __str__(self) -> str:
        ratio = f"{self.ratio:6.1f} ×" if self.floor else " " * 8
        goal = f"  goal {self.goal:g} ×: {'met' if self.ratio <= self.goal else 'missed'}" if self.goal else ""
        most = f"  goal {self.most:g} ms: {'met' if self.ms <= self.most else 'missed'}" if self.most else ""
        enough = "met" if self.statements <= self.allowed else "missed"
        asks = f"  {self.statements} statements, goal {self.allowed}: {enough}" if self.allowed else ""
        return f"{self.what:44} {self.ms:10.2f} ms {ratio}{goal}{most}{asks}  {self.note}".rstrip()


def median_ms(
    call: Callable[[], object], times: int = 9, *, warm: bool = True, clock: Callable[[], float] = perf_counter
) -> float:
    """The median time of a call in milliseconds; one call before the count warms everything up, unless it is too dear. By the `clock`
    `process_time` what other programs take of the machine does not count.
    """
    if warm:
        call()
    taken = []
    for _ in range(times):
        start = clock()
        call()
        taken.append(clock() - start)
    return 1000 * median(taken)


@dataclass(frozen=True, slots=True)
class Share:
    """One line of what came out right: so many of so many; `of` is 0 where nothing was measured, and the note says why."""

    what: str
    right: int = 0
    of: int = 0
    note: str = ""

    @property
    def percent(self) -> str:
        """The share in percent, cut and never rounded up, so that 100 means every one."""
        return f"{self.right * 1000 // self.of / 10:.1f} %" if self.of else "not measured"

    def __str__(self) -> str:
        figures = f"{self.right} of {self.of}" if self.of else ""
        return f"{self.what:44} {self.percent:>13} {figures:>13}  {self.note}".rstrip()


def table(head: Sequence[str], rows: Iterator[Sequence[str]]) -> Iterator[str]:
    """A table as lines, each as soon as its row is known: the first column for names, the others wide enough for their headings."""
    for row in chain((head,), rows):
        cells = (f"{text:>{max(len(title), 8)}}" for text, title in zip(row[1:], head[1:], strict=True))
        yield "  ".join((f"{row[0]:28}", *cells))
