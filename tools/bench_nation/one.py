"""One contestant in a process of its own: who, on which database; the seconds it took and its peak memory leave as JSON."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from time import perf_counter, process_time

from tools.bench_nation import rivals
from tools.bench_nation.year import tallies

ORM_PLANS = 40


def engine(database: str) -> dict[str, float]:
    """The full run, storing everything again; the law is compiled before the clock starts, and its time is reported by itself."""
    from angikar.standings.engine.run import carrier, run

    start = perf_counter()
    with carrier("numba") as law:
        law.score(tallies(1))
    compiling = perf_counter() - start
    start, before = perf_counter(), process_time()
    run(database, "numba", rewrite=True)
    return {"seconds": perf_counter() - start, "cpu": process_time() - before, "compiling": compiling}


def orm(database: str) -> dict[str, float]:
    """The loop over Django's objects, for a sample of plans."""
    where = {"DATABASE_URL": database} if database.startswith("postgres") else {"DATABASE_URL": ""}
    os.environ.update(
        {
            "DJANGO_SETTINGS_MODULE": "angikar.site.settings",
            "ANGIKAR_DEBUG": "1",
            "ANGIKAR_VAR": "build/nation/var",
            **where,
        }
    )
    import django
    from django.conf import settings

    if not where["DATABASE_URL"]:
        settings.DATABASES["default"]["NAME"] = database
    django.setup()
    from django.db import connection

    if connection.vendor == "sqlite":  # the bench has neither offices nor papers, only what is made of them
        connection.cursor().execute("PRAGMA foreign_keys = OFF")
    return {"seconds": rivals.orm(ORM_PLANS), "plans": ORM_PLANS}


def main(who: str, database: str) -> dict[str, float]:
    """What one contestant took."""
    before = process_time()
    if who == "engine":
        took = engine(database)
    elif who == "orm":
        took = orm(database)
    else:
        took = {"seconds": {"duckdb": rivals.duckdb_attached, "inside": rivals.inside}[who](database)}
    return {"cpu": process_time() - before, **took, "mb": _peak()}


def _peak() -> float:
    """The most memory this process has had, in MiB; that of its parent, which `getrusage` would hand down, is not counted."""
    said = Path("/proc/self/status").read_text(encoding="ascii")
    return int(said.split("VmHWM:")[1].split()[0]) / 1024


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:3])))
