"""A national year made up: 23,667 plans of 60 indicators of four quarters, in SQLite and in PostgreSQL, kept in build/nation.

Besides the blocks that the system keeps it has the same numbers as rows, two tables of one row for each line, for those who mark in SQL.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from angikar.standings.engine import store
from angikar.standings.engine.numbers import (
    ABSENT,
    ACCEPTED,
    CLAIMED,
    FIGURES,
    LAW,
    LEVELS,
    SCORED,
    VALUES,
    MarkedPlan,
    PlanNumbers,
    headed,
)

PLANS, LINES = 23_667, 60
FOLDER = Path("build/nation")
SUPERIORS = 500
"""So many offices look plans over; ranks are taken among the plans of one."""


def tallies(plans: int) -> pa.Table:
    """The tallies of so many plans, always the same: ladders of five criteria, three ways of counting, 15 % of quarters missing."""
    chance, count = np.random.default_rng(4), plans * LINES
    method = chance.integers(0, 3, count).astype(np.int16)
    values = chance.integers(50, 20_000, count)[:, None] * 100 + chance.integers(1, 400, count)[
        :, None
    ] * 25 * np.arange(4, -1, -1)
    rising = chance.random(count) < 0.15
    values[rising] = values[rising][:, ::-1]
    low, width = values.min(1), values.max(1) - values.min(1)
    year = np.maximum(low - width // 8 + (chance.random(count) * width * 1.3).astype(np.int64), 0)
    claimed = np.repeat(year[:, None], 4, 1) // np.where(method == 0, 4, 1)[:, None] + chance.integers(
        -20, 20, (count, 4)
    )
    missing = chance.random((count, 4)) < 0.15
    accepted = claimed - np.where(chance.random((count, 4)) < 0.2, chance.integers(0, 100, (count, 4)), 0)
    unseen = missing | (chance.random((count, 4)) < 0.1)
    none = np.zeros(count, np.int16)
    columns: dict[str, Any] = {
        "line_id": np.arange(1, count + 1),
        "paper_id": np.repeat(np.arange(1, plans + 1), LINES),
    }
    columns |= {"law": none, "method": method, "step": none, "weight": chance.integers(1, 5, count) * 5_000}
    columns |= {f"v{at + 1}": values[:, at] for at in range(5)}
    columns |= {f"l{at + 1}": np.full(count, level, np.int16) for at, level in enumerate((100, 90, 80, 70, 60, 0))}
    columns |= {f"q{at + 1}": pa.array(claimed[:, at], mask=missing[:, at]) for at in range(4)}
    columns |= {f"a{at + 1}": pa.array(accepted[:, at], mask=unseen[:, at]) for at in range(4)}
    return pa.table(columns)


def plans(frame: pa.Table) -> list[PlanNumbers]:
    """The same tallies as the blocks of plans."""
    count = frame.num_rows
    nought, places = np.zeros(count, np.int32), np.arange(count) % LINES
    own = {"line": places} | dict.fromkeys(("dates", "places", "is_once", "is_linked", "excused", "unlike"), nought)
    laws, figures = (
        np.stack([own[name] if name in own else _filled(frame[name]) for name in names], axis=1).astype("<i4")
        for names in (LAW, FIGURES)
    )
    found = []
    for paper in range(count // LINES):
        lines = slice(paper * LINES, (paper + 1) * LINES)
        law, mine = (headed(rows[lines].tobytes(), 4, rows.shape[1]) for rows in (laws, figures))
        found.append(PlanNumbers(paper + 1, law, mine))
    return found


def _filled(column: pa.ChunkedArray) -> Any:
    return column.cast(pa.int64()).fill_null(ABSENT[4]).to_numpy()


def plan_scores(plans: int) -> pa.Table:
    """The rows of plans, whose sums are still nought."""
    numbers = np.arange(1, plans + 1)
    nought, text = np.zeros(plans, np.int32), [f"{number:06}" for number in numbers]
    counts = ("claimed", "accepted", "full", "unscored", "lines", "reported", "settled", "pending", "excused")
    columns: dict[str, Any] = {"paper_id": numbers, "fiscal_year": ["2022-23"] * plans, "kind": ["agreement"] * plans}
    columns |= {
        "subject": [""] * plans,
        "office_id": numbers,
        "office_path": text,
        "superior_id": numbers % SUPERIORS + 1,
    }
    columns |= (
        {"quarters": [",,,"] * plans, "in_force": np.ones(plans, bool)}
        | dict.fromkeys(counts, nought)
        | {"version": nought + 1}
    )
    return pa.table(columns)


def sqlite(plans: int) -> Path:
    """The file of a year of so many plans, made where it is absent."""
    file = FOLDER / f"{plans}.sqlite3"
    if not file.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        folder = FOLDER / f"making-{plans}"
        _tables({"ANGIKAR_VAR": str(folder), "DATABASE_URL": ""})
        from adbc_driver_sqlite import dbapi

        _fill(dbapi.connect(str(folder / "db.sqlite3")), plans)
        (folder / "db.sqlite3").rename(file)
    return file


def postgresql(server: str, plans: int) -> str:
    """The address of a year of so many plans on a server of ours; the database is made where it is absent."""
    import psycopg

    url = f"{server.rsplit('/', 1)[0]}/nation{plans}"
    with psycopg.connect(server, autocommit=True) as connection:
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [f"nation{plans}"]).fetchone():
            return url
        connection.execute(f"CREATE DATABASE nation{plans:d}")
    _tables({"ANGIKAR_VAR": str(FOLDER / "var"), "DATABASE_URL": url})
    with psycopg.connect(url) as connection:  # the bench has neither lines nor papers, only what is made of them
        for table in ("standings_plantally", "standings_planscore"):
            named = connection.execute(
                "SELECT conname FROM pg_constraint WHERE contype = 'f' AND conrelid = %s::regclass", [table]
            )
            for (name,) in named.fetchall():
                connection.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    from adbc_driver_postgresql import dbapi

    _fill(dbapi.connect(url), plans)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
    return url


def _tables(surroundings: dict[str, str]) -> None:
    """The tables of the house, by its own migrations."""
    settings = {"DJANGO_SETTINGS_MODULE": "angikar.site.settings", "ANGIKAR_DEBUG": "1"}
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "-v0"], check=True, env={**os.environ, **settings, **surroundings}
    )


ROWS = {
    "bench_tally": "line_id bigint PRIMARY KEY, paper_id bigint, law smallint, method smallint, step smallint, weight bigint, "
    + ", ".join(
        f"{name} {'smallint' if name in LEVELS else 'bigint'}" for name in (*VALUES, *LEVELS, *CLAIMED, *ACCEPTED)
    ),
    "bench_score": "line_id bigint PRIMARY KEY, paper_id bigint, raw int, marks int, accepted_raw int, accepted_marks int, place smallint",
}
"""The tables of rows, as the system once kept them."""


def _fill(connection: Any, count: int) -> None:
    frame = tallies(count)
    blocks = plans(frame)
    empty = headed(b"\0" * (LINES * len(SCORED) * 4), 4, len(SCORED))
    with connection.cursor() as cursor:
        for table, columns in ROWS.items():
            cursor.execute(f"CREATE TABLE {table} ({columns})")
            cursor.execute(f"CREATE INDEX {table}_paper ON {table} (paper_id)")
        cursor.adbc_ingest("bench_tally", frame, mode="append")
        cursor.adbc_ingest("standings_planscore", plan_scores(count), mode="append")
        kept = pa.table(
            {
                "paper_id": pa.array([each.paper for each in blocks]),
                "law": pa.array([each.law for each in blocks], pa.binary()),
                "figures": pa.array([each.figures for each in blocks], pa.binary()),
                "scores": pa.array([empty] * len(blocks), pa.binary()),
                "first_line_id": pa.array([(each.paper - 1) * LINES + 1 for each in blocks]),
            }
        )
        cursor.adbc_ingest("standings_plantally", kept, mode="append")
    connection.commit()
    connection.close()


def forget(database: str) -> None:
    """Put noughts in the place of all stored marks, so that a run has all of them to write."""
    empty = headed(b"\0" * (LINES * len(SCORED) * 4), 4, len(SCORED))
    with store.opened(database) as db:
        store.put_scores(db, [MarkedPlan(paper, empty, 0, 0) for paper in store.plans(db)])
        with closing(db.connection.cursor()) as cursor:
            cursor.execute("UPDATE standings_planscore SET claimed = 0, accepted = 0")
            if db.vendor == "sqlite":
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def vacuum(url: str) -> None:
    """Clear away what earlier rounds have deleted, so that nobody pays for another's leavings."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE bench_score, standings_plantally, standings_planscore")
