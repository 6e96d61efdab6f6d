"""Step by step in one process: read, mark, rank, write back; marking alone beside DuckDB and pandas; one plan with its read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np

from angikar.rules.scoring.ranks import ranked
from angikar.standings.engine import compiled, plain, store
from angikar.standings.engine.frame import GIVEN
from tools.bench_nation import rivals, sql
from tools.bench_nation.year import SUPERIORS, tallies

ROUNDS = 5


def lines(file: str, plans: int) -> Iterator[str]:
    """The tables, line by line; raises `AssertionError` where two do not make the same marks."""
    frame = tallies(plans)
    scored = compiled.score(frame)
    yield f"{plans} plans, {frame.num_rows} lines, {4 * frame.num_rows} quarters; medians of {ROUNDS} interleaved rounds"
    contestants = _contestants(frame, scored)
    took = _rounds(contestants)
    ours = took["the engine (numba)"]
    yield "marking alone, claimed and accepted, data in each one's own memory"
    for who, seconds in took.items():
        yield f"  {who:32} {1000 * seconds:9.1f} ms {seconds / ours:8.2f} ×"
    yield from _steps(file, frame, scored, plans)
    yield from _one_plan(file)


def _contestants(frame: Any, scored: Any) -> dict[str, Callable[[], object]]:
    """Everybody ready to mark, after all have made the same marks."""
    connection = rivals.duckdb()
    ready = compiled.on_every_core(compiled.columns, compiled.parts(frame))
    connection.register("given", frame)
    connection.execute("CREATE TABLE tallies AS SELECT * FROM given")
    marking = "CREATE OR REPLACE TABLE made AS " + sql.marks("duckdb", "tallies")
    connection.execute(marking)
    theirs = connection.execute("SELECT * FROM made ORDER BY line_id").to_arrow_table()
    assert compiled.differing(scored, theirs) == {}, "DuckDB makes other marks"
    pandas = frame.to_pandas()
    for name, made in zip(("raw", "marks", "accepted_raw", "accepted_marks"), rivals.pandas_marks(pandas), strict=True):
        assert np.array_equal(made, scored[name].fill_null(-1).to_numpy()), "pandas makes other marks"
    sample = list(zip(*(frame.slice(0, 6000)[name].to_pylist() for name in GIVEN), strict=True))
    assert plain.score(sample) == compiled.rows(scored.slice(0, 6000)), "plain Python makes other marks"
    return {
        "the engine (numba)": lambda: compiled.on_every_core(compiled.marked, ready),
        "the engine, from and to Arrow": lambda: compiled.score(frame),
        "DuckDB SQL, native table": lambda: connection.execute(marking),
        "pandas": lambda: rivals.pandas_marks(pandas),
    }


def _rounds(contestants: dict[str, Callable[[], object]]) -> dict[str, float]:
    took = defaultdict(list)
    for _ in range(ROUNDS):
        for who, call in contestants.items():
            start = perf_counter()
            call()
            took[who].append(perf_counter() - start)
    return {who: median(seconds) for who, seconds in took.items()}


def _steps(file: str, frame: Any, scored: Any, plans: int) -> Iterator[str]:
    """What each step of the full run takes, in SQLite."""
    totals = compiled.totals(scored)
    leagues = defaultdict(list)
    for total in totals:
        leagues[total.paper % SUPERIORS].append(total)

    def rank() -> None:
        for league in leagues.values():
            ranked(league, lambda total: total.accepted, lambda total: str(total.paper))

    with store.opened(file, in_columns=True) as kept:

        def write() -> None:
            with store.transaction(kept, writes=True):
                store.put_scores(kept, 1, plans, scored)

        steps = {
            "read the tallies (SQLite)": lambda: store.tallies(kept, 1, plans),
            "mark": lambda: compiled.score(frame),
            "add up": lambda: compiled.totals(scored),
            "rank, dense, by superior office": rank,
            "write the scores back (SQLite)": write,
        }
        yield "step by step"
        for what, seconds in _rounds(steps).items():
            yield f"  {what:32} {1000 * seconds:9.1f} ms"


def _one_plan(file: str) -> Iterator[str]:
    """One plan of sixty in plain Python, as a request does it, with its read."""
    with store.opened(file, in_columns=False) as kept:
        took = []
        for paper in range(1, 200):
            start = perf_counter()
            plain.totals(plain.score(store.tallies(kept, paper, paper)))
            took.append(perf_counter() - start)
        yield f"one plan with its read, plain     {1000 * median(took):9.3f} ms"
        rows = store.tallies(kept, 1, 1)
        start = perf_counter()
        for _ in range(100):
            plain.score(rows)
        yield f"one plan without its read, plain  {10 * (perf_counter() - start):9.3f} ms"
