"""A national year made up: 23,667 plans of 60 indicators of four quarters, in SQLite and in PostgreSQL, kept in build/nation."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

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
    columns |= {"dates": np.zeros(count, bool), "places": none, "excused": none, "unlike": none}
    columns |= {"stands_for_id": pa.nulls(count, pa.int64()), "stands_full": pa.nulls(count, pa.int32())}
    return pa.table(columns)


def plan_scores(plans: int) -> pa.Table:
    """The rows of plans, whose sums are still nought."""
    numbers = np.arange(1, plans + 1)
    nought, text = np.zeros(plans, np.int32), [f"{number:06}" for number in numbers]
    counts = ("claimed", "accepted", "full", "lines", "reported", "settled", "pending", "excused")
    columns: dict[str, Any] = {"paper_id": numbers, "fiscal_year": ["2022-23"] * plans, "kind": ["agreement"] * plans}
    columns |= {
        "subject": [""] * plans,
        "office_id": numbers,
        "office_path": text,
        "superior_id": numbers % SUPERIORS + 1,
    }
    columns |= {"in_force": np.ones(plans, bool)} | dict.fromkeys(counts, nought) | {"version": nought + 1}
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
        for table in ("standings_tally", "standings_planscore"):
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


def _fill(connection: Any, plans: int) -> None:
    with connection.cursor() as cursor:
        cursor.adbc_ingest("standings_tally", tallies(plans), mode="append")
        cursor.adbc_ingest("standings_planscore", plan_scores(plans), mode="append")
    connection.commit()
    connection.close()


def vacuum(url: str) -> None:
    """Clear away what earlier rounds have deleted, so that nobody pays for another's leavings."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE standings_linescore, standings_planscore")
