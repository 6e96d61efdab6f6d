"""One contestant in a process of its own: who, on which database; the seconds it took and its peak memory leave as JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter, process_time

from tools.bench_nation import rivals, year

ORM_PLANS = 40


def engine(database: str) -> dict[str, float]:
    """The full run as the command starts it, in a process of its own from its start to its end, with all marks to write; what it took is that of
    the process. The compiled law is kept on the disk, as after the first night.
    """
    year.forget(database)
    cache = str(year.FOLDER / "cache")
    asked = {"database": database, "engine": "numba", "rewrite": False, "cache": cache, "secret": "bench"}
    start, before = perf_counter(), getrusage(RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "angikar.standings.engine"],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, after = perf_counter() - start, getrusage(RUSAGE_CHILDREN)
    seen = json.loads(done.stdout.splitlines()[-1])
    assert len(seen["differing"]) == seen["plans"], "a plan was not written"
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"seconds": seconds, "cpu": cpu, "mb": after.ru_maxrss / 1024}


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
    return {"cpu": process_time() - before, "mb": _peak(), **took}


def _peak() -> float:
    """The most memory this process has had, in MiB; that of its parent, which `getrusage` would hand down, is not counted."""
    said = Path("/proc/self/status").read_text(encoding="ascii")
    return int(said.split("VmHWM:")[1].split()[0]) / 1024


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:3])))
