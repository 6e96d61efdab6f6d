"""Who else could mark a nation: DuckDB, the database itself, pandas, and the loop over objects."""

from __future__ import annotations

from time import perf_counter
from typing import Any

import numpy as np

from tools.bench_nation import sql
from tools.bench_nation.year import FOLDER

INTO = "(line_id, paper_id, raw, marks, accepted_raw, accepted_marks, place)"


def duckdb(database: str | None = None) -> Any:
    """DuckDB, with one of our databases attached as `src`."""
    import duckdb as engine
    from duckdb_extensions import import_extension

    kind = "postgres" if database and database.startswith("postgres") else "sqlite"
    connection = engine.connect(config={"extension_directory": str((FOLDER / "extensions").resolve())})
    if database:
        import_extension(f"{kind}_scanner", con=connection)
        connection.execute(f"LOAD {kind}_scanner")
        connection.execute(f"ATTACH '{database}' AS src (TYPE {kind})")
    return connection


def duckdb_attached(database: str) -> float:
    """Seconds from database to database by DuckDB attached to it."""
    connection = duckdb(database)
    start = perf_counter()
    connection.execute("CREATE TABLE made AS " + sql.marks("duckdb", "src.bench_tally"))
    connection.execute("BEGIN")
    connection.execute("DELETE FROM src.bench_score")
    connection.execute(f"INSERT INTO src.bench_score {INTO} SELECT * FROM made")
    connection.execute("COMMIT")
    sums = connection.execute(sql.sums("made")).fetchall()
    rows = ", ".join(f"({paper}, {claimed}, {accepted})" for paper, claimed, accepted in sums)
    connection.execute("CREATE TABLE sums (paper_id bigint, claimed int, accepted int)")
    connection.execute(f"INSERT INTO sums VALUES {rows}")
    return perf_counter() - start


def inside(database: str) -> float:
    """Seconds by one statement inside the database itself."""
    vendor = "postgresql" if database.startswith("postgres") else "sqlite"
    if vendor == "sqlite":
        import pysqlite3

        connection = pysqlite3.connect(database, isolation_level=None)
    else:
        import psycopg

        connection = psycopg.connect(database, autocommit=True)
    start = perf_counter()
    connection.execute("BEGIN")
    connection.execute("DELETE FROM bench_score")
    connection.execute(f"INSERT INTO bench_score {INTO} {sql.marks(vendor, 'bench_tally')}")
    connection.execute(
        "UPDATE standings_planscore SET claimed = s.claimed, accepted = s.accepted "
        f"FROM ({sql.sums('bench_score')}) AS s WHERE s.paper_id = standings_planscore.paper_id"
    )
    connection.execute("COMMIT")
    return perf_counter() - start


def pandas_marks(frame: Any) -> list[Any]:
    """The same marks by pandas' columns, from a data frame of tallies; raw and marks of both sides."""
    values = [frame[f"v{at + 1}"].to_numpy() for at in range(5)]
    sign = np.where(values[0] >= values[4], 1, -1)
    made = []
    for side in ("q", "a"):
        quarters = frame[[f"{side}{at}" for at in range(1, 5)]]
        reported, last = quarters.notna().sum(axis=1), quarters.ffill(axis=1).iloc[:, -1].fillna(0).astype("int64")
        over = quarters.fillna(0).sum(axis=1).astype("int64").where(frame["method"] != 2, last).to_numpy() * sign
        unit = reported.where((frame["method"] == 1) & (reported > 0), 1).to_numpy() * sign
        reached = [over >= unit * value for value in values]
        rung = np.select(reached, range(5), 5)
        levels = np.stack([frame[f"l{at + 1}"].to_numpy() for at in range(6)])
        ladder, at = np.stack(values), np.clip(rung, 1, 4)
        index, between = np.arange(len(frame)), (rung > 0) & (rung < 5)
        low = levels[rung, index].astype("int64")
        rise = np.where(between, levels[at - 1, index].astype("int64") - levels[at, index], 0)
        above = np.where(between, over - unit * ladder[at, index], 0)
        width = np.where(between, unit * (ladder[at - 1, index] - ladder[at, index]), 1)
        weight = frame["weight"].to_numpy()
        made += [
            (200 * low + 200 * rise * above // width + 1) // 2,
            (weight * low + weight * rise * above // width + 5000) // 10000,
        ]
        made[-2:] = [np.where(reported > 0, each, -1) for each in made[-2:]]
    return made


def orm(plans: int) -> float:
    """Seconds of Django's objects for so many plans: read, mark, put back, sum, save; Django must be set up."""
    from angikar.standings.models import PlanScore, PlanTally
    from angikar.standings.plan_tallies import put_back, tallies_of
    from angikar.standings.tally import scored

    start = perf_counter()
    for plan in PlanScore.objects.order_by("pk")[:plans]:
        kept = PlanTally.objects.get(paper=plan.pk)
        claimed = accepted = 0
        tallies = tallies_of(kept)
        put_back(kept, tallies)
        for made in map(scored, tallies):
            claimed, accepted = claimed + (made.marks or 0), accepted + (made.accepted_marks or 0)
        kept.save()
        plan.claimed, plan.accepted = claimed, accepted
        plan.save()
    return perf_counter() - start
