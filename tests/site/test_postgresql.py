"""The rooms that remember keep the same promises on PostgreSQL: their own tests run once more against a real server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).parents[2]
ROOMS = (
    "history",
    "offices",
    "papers",
    "duties",
    "access/test_sent_many_times.py",
    "notices/test_delivering.py",
    *(f"standings/test_{name}.py" for name in ("cells", "receivers", "linked", "recount", "together")),
)


@pytest.mark.skipif(connection.vendor == "postgresql", reason="already on PostgreSQL")
def test_the_rooms_keep_their_promises_on_postgresql(postgres_url: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *(f"tests/{room}" for room in ROOMS)],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": postgres_url, "ANGIKAR_VAR": str(tmp_path)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-4000:]
    assert " passed" in done.stdout
    assert "needs a database file of its own" in done.stdout, "it ran on SQLite again"
