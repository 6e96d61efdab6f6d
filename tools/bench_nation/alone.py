"""Step by step in one process: read, mark, rank, write back; marking alone beside DuckDB and pandas; one plan with its read."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from statistics import median
from time import perf_counter
from typing import Any

from angikar.rules.scoring.ranks import ranked
from angikar.standings.engine import compiled, plain, store
from angikar.standings.engine.numbers import FIGURES, LAW, SCORED, MarkedPlan, PlanNumbers, opened, rows_of
from tools.bench_nation import rivals, sql, year
from tools.bench_nation.year import SUPERIORS, plans, tallies

ROUNDS = 5
_AT_ONCE = 256
"""Plans whose numbers stay in a core's own memory."""


def lines(file: str, count: int) -> Iterator[str]:
    """The tables, line by line; raises `AssertionError` where two do not make the same marks."""
    frame = tallies(count)
    kept = plans(frame)
    scored = compiled.score(kept)
    yield f"{count} plans, {frame.num_rows} lines, {4 * frame.num_rows} quarters; medians of {ROUNDS} interleaved rounds"
    contestants = _contestants(frame, kept, scored)
    took = _rounds(contestants)
    ours = took["the engine (numba)"]
    yield "marking alone, claimed and accepted, data in each one's own memory"
    for who, seconds in took.items():
        yield f"  {who:32} {1000 * seconds:9.1f} ms {seconds / ours:8.2f} ×"
    yield from _steps(file, kept, scored)
    yield from _one_plan(file)


def _contestants(frame: Any, kept: list[PlanNumbers], scored: list[MarkedPlan]) -> dict[str, Callable[[], object]]:
    """Everybody ready to mark, after all have made the same marks."""
    connection = rivals.duckdb()
    parts = [kept[first : first + _AT_ONCE] for first in range(0, len(kept), _AT_ONCE)]
    ready = [
        tuple(compiled.matrix([opened(block, len(names)) for block in blocks], 4) for blocks, names in _blocks(part))
        for part in parts
    ]
    connection.register("given", frame)
    connection.execute("CREATE TABLE tallies AS SELECT * FROM given")
    marking = "CREATE OR REPLACE TABLE made AS " + sql.marks("duckdb", "tallies")
    connection.execute(marking)
    ours = [row for plan in scored for row in rows_of(opened(plan.scores, len(SCORED)))]
    theirs = connection.execute("SELECT raw, marks, accepted_raw, accepted_marks, place FROM made ORDER BY line_id")
    assert theirs.fetchall() == ours, "DuckDB makes other marks"
    pandas = frame.to_pandas()
    for at, made in enumerate(rivals.pandas_marks(pandas)):
        assert list(made) == [-1 if row[at] is None else row[at] for row in ours], "pandas makes other marks"
    assert plain.score(kept[:100]) == scored[:100], "plain Python makes other marks"
    threads = ThreadPoolExecutor(os.cpu_count())
    return {
        "the engine (numba)": lambda: list(threads.map(lambda each: compiled.marked(*each), ready)),
        "the engine, from and to blocks": lambda: list(threads.map(compiled.score, parts)),
        "DuckDB SQL, native table": lambda: connection.execute(marking),
        "pandas": lambda: rivals.pandas_marks(pandas),
    }


def _blocks(part: list[PlanNumbers]) -> tuple[tuple[list[bytes], tuple[str, ...]], ...]:
    return ([plan.law for plan in part], LAW), ([plan.figures for plan in part], FIGURES)


def _rounds(contestants: dict[str, Callable[[], object]]) -> dict[str, float]:
    took = defaultdict(list)
    for _ in range(ROUNDS):
        for who, call in contestants.items():
            start = perf_counter()
            call()
            took[who].append(perf_counter() - start)
    return {who: median(seconds) for who, seconds in took.items()}


def _steps(file: str, kept: list[PlanNumbers], scored: list[MarkedPlan]) -> Iterator[str]:
    """What each step of the full run takes, in SQLite, one after the other."""
    leagues = defaultdict(list)
    for plan in scored:
        leagues[plan.paper % SUPERIORS].append(plan)

    def rank() -> None:
        for league in leagues.values():
            ranked(league, lambda plan: plan.accepted, lambda plan: str(plan.paper))

    with store.opened(file) as db:

        def write() -> None:
            year.forget(file)
            with store.writing(db):
                store.put_scores(db, scored)

        steps = {
            "read the numbers (SQLite)": lambda: store.stored(db, 1, len(kept)),
            "mark": lambda: compiled.score(kept),
            "rank, dense, by superior office": rank,
            "write the scores twice (SQLite)": write,
        }
        yield "step by step"
        for what, seconds in _rounds(steps).items():
            yield f"  {what:32} {1000 * seconds:9.1f} ms"


def _one_plan(file: str) -> Iterator[str]:
    """One plan of sixty in plain Python, as a request does it, with its read."""
    with store.opened(file) as db:
        took = []
        for paper in range(1, 200):
            start = perf_counter()
            plain.score([plan.numbers for plan in store.stored(db, paper, paper)])
            took.append(perf_counter() - start)
        yield f"one plan with its read, plain     {1000 * median(took):9.3f} ms"
