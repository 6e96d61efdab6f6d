"""The full run: every mark of every plan made anew from its tallies, held against what is stored, and mended there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple

from angikar.standings.engine import store as kept
from angikar.standings.engine.frame import Total
from angikar.standings.engine.store import Books

NEEDED = ("numba", "numpy", "pyarrow", "adbc_driver_sqlite", "adbc_driver_postgresql")
AT_ONCE = 2_000
"""So many plans are read, marked and written in one short transaction: a fraction of a second on one machine."""
_FOR_A_CLUSTER = 20_000


class Carrier(NamedTuple):
    """Who applies the law: frames of `GIVEN` to frames of `SCORED`, in columns or in rows, so many plans at once."""

    score: Callable[[Any], Any]
    totals: Callable[[Any], list[Total]]
    differing: Callable[[Any, Any], dict[int, int]]
    in_columns: bool
    at_once: int


@dataclass(slots=True)
class Outcome:
    """What a run saw: plans and lines in all, how many lines of which plan were stored otherwise, which plans' sums."""

    engine: str
    plans: int = 0
    lines: int = 0
    differing: dict[int, int] = field(default_factory=dict)
    sums: list[int] = field(default_factory=list)


def missing(engine: str) -> list[str]:
    """The packages that an engine needs and this Python has not."""
    wanted = () if engine == "plain" else NEEDED if engine == "numba" else (*NEEDED, "pyspark")
    return [name for name in wanted if find_spec(name) is None]


@contextmanager
def carrier(engine: str) -> Iterator[Carrier]:
    """The carrier of a name: `plain`, `numba`, or the address of a cluster, `spark://host:port`."""
    name = "plain" if engine == "plain" else "compiled"
    law = import_module(f"angikar.standings.engine.{name}")
    session = nullcontext(law.score)
    at_once = AT_ONCE
    if engine.startswith("spark://"):
        session, at_once = import_module("angikar.standings.engine.spark").cluster(engine), _FOR_A_CLUSTER
    with session as score:
        yield Carrier(score, law.totals, law.differing, name == "compiled", at_once)


def run(database: str, engine: str, *, rewrite: bool = False) -> Outcome:
    """Go through a whole database. What is stored otherwise than it should be is counted and mended; with `rewrite`
    everything is stored anew and nothing is held against anything.
    """
    outcome = Outcome(engine)
    with carrier(engine) as law, kept.opened(database, in_columns=law.in_columns) as books:
        numbers = kept.plans(books)
        outcome.plans = len(numbers)
        for start in range(0, len(numbers), law.at_once):
            part = numbers[start : start + law.at_once]
            ends = part[0], part[-1]
            if rewrite:
                outcome.lines += _rewritten(books, law, ends)
            else:
                _proven(books, law, ends, outcome)
    return outcome


def _proven(books: Books, law: Carrier, ends: tuple[int, int], outcome: Outcome) -> None:
    """Hold what is stored of some plans against the law, and store them anew if anything differs."""
    with kept.turn(books):
        given, stored, sums = kept.tallies(books, *ends), kept.scores(books, *ends), kept.sums(books, *ends)
    scored = law.score(given)
    differing, wrong = law.differing(scored, stored), _wrong(law.totals(scored), sums)
    outcome.lines += len(given)
    outcome.differing |= differing
    outcome.sums += [total.paper for total in wrong]
    if differing or wrong:
        _rewritten(books, law, ends)


def _rewritten(books: Books, law: Carrier, ends: tuple[int, int]) -> int:
    """Store the marks of some plans anew, from their tallies as they are at this moment; how many lines these have."""
    with kept.turn(books, writes=True):
        given = kept.tallies(books, *ends)
        scored = law.score(given)
        kept.put_scores(books, *ends, scored)
        kept.put_sums(books, _wrong(law.totals(scored), kept.sums(books, *ends)))
    return len(given)


def _wrong(made: list[Total], stored: set[Total]) -> list[Total]:
    """The sums that are stored otherwise; a plan of which no marks are stored has none."""
    marked = {total.paper for total in stored}
    return [total for total in made if total not in stored and total.paper in marked]
