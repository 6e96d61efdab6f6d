"""The full run: computes every mark of every plan again from its numbers, compares it with the stored one and corrects that."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from threading import local
from typing import NamedTuple

from angikar.standings.engine import store
from angikar.standings.engine.numbers import (
    SCORED,
    DamagedNumbers,
    MarkedPlan,
    PlanNumbers,
    all_differing,
    is_sound,
)
from angikar.standings.engine.store import ScoreStore, StoredPlan

NEEDED = ("numba", "numpy")
_FOR_A_CLUSTER = ("pyarrow", "pyspark")
AT_ONCE = 2_000
"""Plans that one short transaction writes: a fraction of a second on one machine."""
_MANY_AT_ONCE = 20_000
"""The same number for a cluster."""

Score = Callable[[Sequence[PlanNumbers]], list[MarkedPlan]]
Differing = Callable[[Sequence[tuple[bytes, bytes]], int], list[int]]
_Opening = Callable[[], AbstractContextManager[ScoreStore]]
_Part = tuple[int, int]
"""The first and the last plan of a part."""


class Carrier(NamedTuple):
    """What applies the law to plans and counts the rows of pairs of blocks that differ, `at_once` plans at a time, which are read and marked by
    so many `readers` beside each other.
    """

    score: Score
    differing: Differing
    at_once: int
    readers: int


@dataclass(slots=True)
class RunResult:
    """The result of a run: plans and lines in all, the number of differing lines by plan, the plans with a differing sum, and those whose
    numbers cannot be read.
    """

    engine: str
    plans: int = 0
    lines: int = 0
    differing: dict[int, int] = field(default_factory=dict)
    sums: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Seen:
    """Some plans as one reader saw them: what they earn, the versions they had, the differing lines of each, the plans with another sum, and
    those whose numbers cannot be read.
    """

    lines: int
    scored: list[MarkedPlan]
    versions: dict[int, int]
    differing: dict[int, int] = field(default_factory=dict)
    sums: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)


def missing(engine: str) -> list[str]:
    """The packages that an engine needs and this Python does not have."""
    wanted = () if engine == "plain" else NEEDED if engine == "numba" else (*NEEDED, *_FOR_A_CLUSTER)
    return [name for name in wanted if find_spec(name) is None]


@contextmanager
def carrier(engine: str) -> Iterator[Carrier]:
    """The carrier of a name: `plain`, `numba`, or the address of a cluster, `spark://host:port`."""
    if engine == "plain":
        yield Carrier(import_module("angikar.standings.engine.plain").score, all_differing, AT_ONCE, 1)
        return
    compiled = import_module("angikar.standings.engine.compiled")
    if engine.startswith("spark://"):
        with import_module("angikar.standings.engine.spark").cluster(engine) as score:
            yield Carrier(score, compiled.all_differing, _MANY_AT_ONCE, 1)
    else:
        yield Carrier(compiled.score, compiled.all_differing, AT_ONCE, os.cpu_count() or 1)


def run(database: str, engine: str, *, rewrite: bool = False) -> RunResult:
    """Go through a whole database. Stored marks that differ from the computed ones are counted and corrected; with `rewrite`
    all marks are stored again.

    Parts are read and marked ahead, without a lock, on connections of their own; one connection writes, part after part.
    """
    result = RunResult(engine)
    with carrier(engine) as law, store.opened(database) as db:
        numbers = store.plans(db)
        result.plans = len(numbers)
        ends = [(numbers[at], numbers[at : at + law.at_once][-1]) for at in range(0, len(numbers), law.at_once)]
        with ExitStack() as lines, store.settling(database) as settle, ThreadPoolExecutor(law.readers) as readers:
            read = partial(_read, partial(store.opened, database), lines, local(), law)
            for part, seen in zip(ends, _ahead(readers, read, ends, law.readers), strict=True):
                result.lines += seen.lines
                result.differing |= {} if rewrite else seen.differing
                result.sums += [] if rewrite else seen.sums
                result.damaged += seen.damaged
                write(db, law, part, seen, rewrite=rewrite)
                settle()
    return result


def _ahead(pool: ThreadPoolExecutor, work: Callable[[_Part], Seen], parts: list[_Part], count: int) -> Iterator[Seen]:
    """What becomes of each part, in order; so many are begun ahead of the one that is wanted, and no more: memory has an end."""
    begun: deque[Future[Seen]] = deque()
    for part in parts:
        begun.append(pool.submit(work, part))
        if len(begun) > count:
            yield begun.popleft().result()
    while begun:
        yield begun.popleft().result()


def _read(opening: _Opening, lines: ExitStack, own: local, law: Carrier, ends: _Part) -> Seen:
    """Look at some plans over the line to the database that this reader opened for its first part; all are closed together."""
    if not hasattr(own, "db"):
        own.db = lines.enter_context(opening())
    return look(own.db, law, ends)


def look(db: ScoreStore, law: Carrier, ends: _Part) -> Seen:
    """What some plans earn, beside what is stored of them at the same moment."""
    return _judged(law, store.stored(db, *ends))


def _judged(law: Carrier, plans: list[StoredPlan]) -> Seen:
    scored, damaged = _scored(law.score, [plan.numbers for plan in plans])
    seen = Seen(
        sum(each.lines for each in scored),
        scored,
        {plan.paper: plan.version for plan in plans if plan.version is not None},
        damaged=damaged,
    )
    found = {plan.paper: plan for plan in plans}
    unlike = [made for made in scored if made.scores != found[made.paper].scores]
    counts = law.differing([(made.scores, found[made.paper].scores) for made in unlike], len(SCORED))
    seen.differing = {made.paper: lines for made, lines in zip(unlike, counts, strict=True) if lines}
    for made in scored:
        plan = found[made.paper]
        if plan.claimed is not None and (plan.claimed, plan.accepted) != (made.claimed, made.accepted):
            seen.sums.append(made.paper)
    return seen


def _scored(score: Score, plans: list[PlanNumbers]) -> tuple[list[MarkedPlan], list[int]]:
    """What plans earn, and those whose numbers cannot be read."""
    try:
        return score(plans), []
    except DamagedNumbers:
        sound = [plan for plan in plans if is_sound(plan)]
        kept = {plan.paper for plan in sound}
        return score(sound), [plan.paper for plan in plans if plan.paper not in kept]


def write(db: ScoreStore, law: Carrier, ends: _Part, seen: Seen, *, rewrite: bool = False) -> None:
    """Store the marks of some plans where they differ, or all with `rewrite`; where one of the plans has changed since it was read, from the
    numbers of this moment.
    """
    if not (rewrite or seen.differing or seen.sums):
        return
    with store.writing(db):
        if store.versions(db, *ends) != seen.versions:
            seen = _judged(law, store.stored(db, *ends))
        wrong, sums = seen.differing.keys(), set(seen.sums)
        store.put_scores(db, [each for each in seen.scored if rewrite or each.paper in wrong])
        store.put_sums(db, [each for each in seen.scored if each.paper in sums])
