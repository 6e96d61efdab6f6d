"""The full run: computes every mark of every plan again from its tallies, compares it with the stored one and corrects that."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple

from angikar.standings.engine import store
from angikar.standings.engine.frame import PlanTotal
from angikar.standings.engine.store import ScoreStore

NEEDED = ("numba", "numpy", "pyarrow", "adbc_driver_sqlite", "adbc_driver_postgresql")
AT_ONCE = 2_000
"""Plans that one short transaction reads, marks and writes: a fraction of a second on one machine."""
_FOR_A_CLUSTER = 20_000
"""The same number for a cluster."""


class Carrier(NamedTuple):
    """What applies the law: from frames of `GIVEN` to frames of `SCORED`, in columns or in rows, `at_once` plans at a time, which are read and
    marked by so many `readers` beside each other.
    """

    score: Callable[[Any], Any]
    totals: Callable[[Any], list[PlanTotal]]
    differing: Callable[[Any, Any], dict[int, int]]
    in_columns: bool
    at_once: int
    readers: int


@dataclass(slots=True)
class RunResult:
    """The result of a run: plans and lines in all, the number of differing lines by plan, the plans with a differing sum."""

    engine: str
    plans: int = 0
    lines: int = 0
    differing: dict[int, int] = field(default_factory=dict)
    sums: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Seen:
    """Some plans as one reader saw them: their lines, the marks, the versions of the plans, and what differs from what is stored."""

    lines: int
    scored: Any
    versions: list[tuple[Any, ...]]
    differing: dict[int, int] = field(default_factory=dict)
    sums: list[int] = field(default_factory=list)


_Part = tuple[int, int]
"""The first and the last plan of a part."""


def missing(engine: str) -> list[str]:
    """The packages that an engine needs and this Python does not have."""
    wanted = () if engine == "plain" else NEEDED if engine == "numba" else (*NEEDED, "pyspark")
    return [name for name in wanted if find_spec(name) is None]


@contextmanager
def carrier(engine: str) -> Iterator[Carrier]:
    """The carrier of a name: `plain`, `numba`, or the address of a cluster, `spark://host:port`."""
    name = "plain" if engine == "plain" else "compiled"
    law = import_module(f"angikar.standings.engine.{name}")
    session = nullcontext(law.score)
    at_once, readers = AT_ONCE, 1 if engine == "plain" else os.cpu_count() or 1
    if engine.startswith("spark://"):
        session = import_module("angikar.standings.engine.spark").cluster(engine)
        at_once, readers = _FOR_A_CLUSTER, 1
    with session as score:
        yield Carrier(score, law.totals, law.differing, name == "compiled", at_once, readers)


def run(database: str, engine: str, *, rewrite: bool = False) -> RunResult:
    """Go through a whole database. Stored marks that differ from the computed ones are counted and corrected; with `rewrite`
    all marks are stored again without a comparison.

    Parts are read and marked ahead, without a lock, on connections of their own; one connection writes, part after part.
    """
    result = RunResult(engine)
    with carrier(engine) as law, store.opened(database, in_columns=law.in_columns) as db:
        numbers = store.plans(db)
        result.plans = len(numbers)
        ends = [(part[0], part[-1]) for part in _parts(numbers, law.at_once)]
        look = partial(_marked if rewrite else _compared, database, law)
        with ThreadPoolExecutor(law.readers) as readers:
            for part, seen in zip(ends, _ahead(readers, look, ends, law.readers), strict=True):
                result.lines += seen.lines
                result.differing |= seen.differing
                result.sums += seen.sums
                if rewrite or seen.differing or seen.sums:
                    _store(db, law, part, seen)
    return result


def _parts(numbers: list[int], at_once: int) -> list[list[int]]:
    return [numbers[start : start + at_once] for start in range(0, len(numbers), at_once)]


def _ahead(pool: ThreadPoolExecutor, work: Callable[[_Part], Seen], parts: list[_Part], count: int) -> Iterator[Seen]:
    """What becomes of each part, in order; so many are begun ahead of the one that is wanted, and no more: memory has an end."""
    begun: deque[Future[Seen]] = deque()
    for part in parts:
        begun.append(pool.submit(work, part))
        if len(begun) > count:
            yield begun.popleft().result()
    while begun:
        yield begun.popleft().result()


def _marked(database: str, law: Carrier, ends: _Part) -> Seen:
    """The marks of some plans from their tallies at one moment."""
    with store.opened(database, in_columns=law.in_columns) as db, store.transaction(db):
        given, versions = store.tallies(db, *ends), store.versions(db, *ends)
    return Seen(len(given), law.score(given), versions)


def _compared(database: str, law: Carrier, ends: _Part) -> Seen:
    """The marks of some plans beside those that are stored, all at one moment."""
    with store.opened(database, in_columns=law.in_columns) as db, store.transaction(db):
        given, versions = store.tallies(db, *ends), store.versions(db, *ends)
        stored, sums = store.scores(db, *ends), store.sums(db, *ends)
    scored = law.score(given)
    wrong = [total.paper for total in _wrong(law.totals(scored), sums)]
    return Seen(len(given), scored, versions, law.differing(scored, stored), wrong)


def _store(db: ScoreStore, law: Carrier, ends: _Part, seen: Seen) -> None:
    """Store the marks of some plans again; where a plan has changed since its tallies were read, from its tallies at this moment."""
    with store.transaction(db, writes=True):
        scored = seen.scored if store.versions(db, *ends) == seen.versions else law.score(store.tallies(db, *ends))
        store.put_scores(db, *ends, scored)
        store.put_sums(db, _wrong(law.totals(scored), store.sums(db, *ends)))


def _wrong(made: list[PlanTotal], stored: set[PlanTotal]) -> list[PlanTotal]:
    """The computed sums that differ from the stored ones; a plan without stored marks has none."""
    marked = {total.paper for total in stored}
    return [total for total in made if total not in stored and total.paper in marked]
