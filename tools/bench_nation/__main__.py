"""Runs the bench of the nation: `python -m tools.bench_nation [SHARE]`; everything interleaved in rounds, reported as medians and ratios."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from tests import postgres
from tools.bench_nation import alone, one, year

ROUNDS = 3
WHO = {
    "engine": "the engine, with its start",
    "duckdb": "DuckDB attached, SQL",
    "inside": "SQL inside the database",
    "orm": "Django's objects, plan by plan",
}


def _one(who: str, database: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tools.bench_nation.one", who, database], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-4000:])
    return {name: float(value) for name, value in json.loads(done.stdout.splitlines()[-1]).items()}


def _through(name: str, database: str, plans: int, settle: Callable[[], None]) -> None:
    """From database to database and back, everybody in turn."""
    took: dict[str, list[dict[str, float]]] = defaultdict(list)
    _one("engine", database)
    for _ in range(ROUNDS):
        for who in WHO:
            settle()
            took[who].append(_one(who, database))
    ours = median(each["seconds"] for each in took["engine"])
    print(f"\n{name}, {plans} plans, from database to database (medians of {ROUNDS}; ratio to the engine)")
    for who, rounds in took.items():
        scale = plans / one.ORM_PLANS if who == "orm" else 1.0
        seconds = median(each["seconds"] for each in rounds) * scale
        cpu = median(each["cpu"] for each in rounds)
        cost = f"{cpu:.2f} s of its own processor time, peak {max(each['mb'] for each in rounds):.0f} MiB"
        note = f"scaled from {one.ORM_PLANS} plans" if who == "orm" else cost
        print(f"  {WHO[who]:32} {seconds:9.2f} s {seconds / ours:8.2f} ×  {note}", flush=True)


def _growth(plans: int) -> None:
    """How the engine grows with the year, in SQLite."""
    print("\ngrowth, SQLite, the engine alone")
    sizes = [max(plans // 10, 1), plans, plans * 3]
    for size in sizes:
        took = [_one("engine", str(year.sqlite(size))) for _ in range(2)]
        seconds = min(each["seconds"] for each in took)
        print(
            f"  {size:7} plans {seconds:8.2f} s {1e6 * seconds / size / year.LINES:7.2f} µs a line, peak {took[0]['mb']:.0f} MiB",
            flush=True,
        )


def main(share: float) -> None:
    """The whole bench, for a share of a national year."""
    plans = max(round(year.PLANS * share), 1)
    start = perf_counter()
    file = str(year.sqlite(plans))
    for line in alone.lines(file, plans):
        print(line, flush=True)
    _through("SQLite", file, plans, lambda: None)
    binaries = postgres.programs()
    if binaries is not None:
        with postgres.server(binaries, Path("build/nation/postgresql").resolve()) as server:
            url = year.postgresql(server, plans)
            _through("PostgreSQL", url, plans, lambda: year.vacuum(url))
    _growth(plans)
    print(f"\n{perf_counter() - start:.0f} s in all")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0)
