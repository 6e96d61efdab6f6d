"""A commit that was answered survives a power cut, with one wait for the disk for all who commit together."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from django.db import OperationalError, connections

from angikar.site.durable_sqlite3.base import DatabaseWrapper
from tests.conftest import ROOT, absent
from tools.siege import power_cut

CUTS, COMMITS, WRITERS = 25, 60, 4

_WRITE = """
import json, sys, threading, time
sys.modules["sqlite3"] = sys.modules["sqlite3.dbapi2"] = __import__("pysqlite3")
from django.conf import settings
name, engine, sync, commits, writers = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5])
pragmas = f"PRAGMA journal_mode=WAL;PRAGMA synchronous={sync};"
options = {"transaction_mode": "IMMEDIATE", "timeout": 60, "init_command": pragmas}
settings.configure(DATABASES={"default": {"ENGINE": engine, "NAME": name, "OPTIONS": options}})
import django
django.setup()
from django.db import connection, transaction
with connection.cursor() as cursor:
    cursor.execute("CREATE TABLE kept (writer INTEGER, number INTEGER, text TEXT)")
done = []
def write(writer):
    for number in range(commits):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("INSERT INTO kept VALUES (%s, %s, %s)", [writer, number, "ক" * 300])
        done.append((time.monotonic_ns(), writer, number))
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO kept VALUES (%s, %s, '')", [writer, commits])
    done.append((time.monotonic_ns(), writer, commits))
threads = [threading.Thread(target=write, args=(number,)) for number in range(writers)]
[each.start() for each in threads]
[each.join() for each in threads]
print(json.dumps(done))
sys.stdout.flush()
import os
os._exit(0)
"""


def _lost(folder: Path, engine: str, sync: str) -> tuple[int, int]:
    """How many answered commits power cuts lose, and how often it was waited for the disk."""
    (folder / "before").mkdir(parents=True)
    (folder / "var").mkdir()
    watch = power_cut.watched(folder / "disk.so", folder / "var", folder / "log")
    name = folder / "var" / "db.sqlite3"
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **watch}
    command = [sys.executable, "-c", _WRITE, str(name), engine, sync, str(COMMITS), str(WRITERS)]
    run = subprocess.run(command, env=surroundings, check=True, capture_output=True, text=True)
    answered = sorted(map(tuple, json.loads(run.stdout)))
    log, luck, lost = power_cut.notes(folder / "log"), Random(7), 0
    for turn in range(CUTS):
        moment = luck.randint(answered[0][0], answered[-1][0] + 1_000_000)
        out = folder / f"cut{turn}"
        out.mkdir()
        power_cut.cut(folder / "before", folder / "var", log, moment=moment, out=out, luck=luck)
        with closing(sqlite3.connect(out / name.name)) as found:
            assert found.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            made = found.execute("SELECT count(*) FROM sqlite_master WHERE name = 'kept'").fetchone()[0]
            kept = set(found.execute("SELECT writer, number FROM kept").fetchall()) if made else set()
        lost += sum((writer, number) not in kept for at, writer, number in answered if at <= moment)
    return lost, sum(note.what == 2 and note.path.endswith("-wal") for note in log)


@pytest.fixture
def disk() -> None:
    """A machine on which a disk can be watched."""
    if power_cut.compiler() is None or sys.platform != "linux":
        absent("no C compiler on this machine, with which a disk is watched")


def test_what_was_answered_survives_a_power_cut(disk: None, tmp_path: Path) -> None:
    lost, waits = _lost(tmp_path / "ours", "angikar.site.durable_sqlite3", "FULL")
    assert lost == 0
    assert waits < COMMITS * WRITERS, "those who commit together wait together"
    assert _lost(tmp_path / "django", "django.db.backends.sqlite3", "NORMAL")[0] > 0, "the cut is a real one"


@pytest.mark.django_db
def test_whether_there_is_json_is_not_asked_of_a_disk_that_may_fail(tmp_path: Path) -> None:
    away = DatabaseWrapper(
        {**connections.settings["default"], "NAME": str(tmp_path / "no such folder" / "db.sqlite3")}, "away"
    )
    with pytest.raises(OperationalError):
        away.ensure_connection()
    assert away.features.supports_json_field
