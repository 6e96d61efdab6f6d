"""The full run: computes every mark of every plan again from its tallies, compares it with the stored one and corrects that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
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
    """What applies the law: from frames of `GIVEN` to frames of `SCORED`, in columns or in rows, `at_once` plans at a time."""

    score: Callable[[Any], Any]
    totals: Callable[[Any], list[PlanTotal]]
    differing: Callable[[Any, Any], dict[int, int]]
    in_columns: bool
    at_once: int


@dataclass(slots=True)
class RunResult:
    """The result of a run: plans and lines in all, the number of differing lines by plan, the plans with a differing sum."""

    engine: str
    plans: int = 0
    lines: int = 0
    differing: dict[int, int] = field(default_factory=dict)
    sums: list[int] = field(default_factory=list)


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
    at_once = AT_ONCE
    if engine.startswith("spark://"):
        session, at_once = import_module("angikar.standings.engine.spark").cluster(engine), _FOR_A_CLUSTER
    with session as score:
        yield Carrier(score, law.totals, law.differing, name == "compiled", at_once)


def run(database: str, engine: str, *, rewrite: bool = False) -> RunResult:
    """Go through a whole database. Stored marks that differ from the computed ones are counted and corrected; with `rewrite`
    all marks are stored again without a comparison.
    """
    result = RunResult(engine)
    with carrier(engine) as law, store.opened(database, in_columns=law.in_columns) as db:
        numbers = store.plans(db)
        result.plans = len(numbers)
        for start in range(0, len(numbers), law.at_once):
            part = numbers[start : start + law.at_once]
            ends = part[0], part[-1]
            if rewrite:
                result.lines += _rewrite(db, law, ends)
            else:
                _check(db, law, ends, result)
    return result


def _check(db: ScoreStore, law: Carrier, ends: tuple[int, int], result: RunResult) -> None:
    """Compare the stored marks of some plans with the computed ones, and store them again if any differs."""
    with store.transaction(db):
        given, stored, sums = store.tallies(db, *ends), store.scores(db, *ends), store.sums(db, *ends)
    scored = law.score(given)
    differing, wrong = law.differing(scored, stored), _wrong(law.totals(scored), sums)
    result.lines += len(given)
    result.differing |= differing
    result.sums += [total.paper for total in wrong]
    if differing or wrong:
        _rewrite(db, law, ends)


def _rewrite(db: ScoreStore, law: Carrier, ends: tuple[int, int]) -> int:
    """Store the marks of some plans again, from their tallies at this moment. Returns how many lines these plans have."""
    with store.transaction(db, writes=True):
        given = store.tallies(db, *ends)
        scored = law.score(given)
        store.put_scores(db, *ends, scored)
        store.put_sums(db, _wrong(law.totals(scored), store.sums(db, *ends)))
    return len(given)


def _wrong(made: list[PlanTotal], stored: set[PlanTotal]) -> list[PlanTotal]:
    """The computed sums that differ from the stored ones; a plan without stored marks has none."""
    marked = {total.paper for total in stored}
    return [total for total in made if total not in stored and total.paper in marked]
