"""The rooms that remember keep the same promises on PostgreSQL: their own tests run once more against a real server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).parents[2]
PYTEST = (sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-m", "not nation")
STANDINGS = [
    *(
        f"standings/test_{name}.py"
        for name in ("receivers", "linked", "recount", "together", "engine_run", "migrations")
    ),
    "standings/circulars/test_first_rows.py",
]
ROOMS = {
    "what is written": ("history", "papers", "notices/test_delivering.py", *STANDINGS),
    "who may": ("offices", "access/test_sent_many_times.py", "test_remembered.py"),
    "what is owed": ("duties", "search"),
}
"""Three runs, so that no process of the test run is busy with all of them while the others are done."""


@pytest.mark.skipif(connection.vendor == "postgresql", reason="already on PostgreSQL")
@pytest.mark.parametrize("rooms", ROOMS)
def test_the_rooms_keep_their_promises_on_postgresql(rooms: str, postgres_url: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [*PYTEST, *(f"tests/{room}" for room in ROOMS[rooms])],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": postgres_url, "ANGIKAR_VAR": str(tmp_path)},
        check=False,
        capture_output=True,
        text=True,
    )
    print(done.stdout[-20_000:])  # shown where it fails
    assert done.returncode == 0
    assert " passed" in done.stdout
    assert "database: postgresql" in done.stdout, "it ran on SQLite again"
