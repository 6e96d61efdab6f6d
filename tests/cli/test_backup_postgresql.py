"""A house on PostgreSQL: one archive out under a passphrase, the same house back in."""

from __future__ import annotations

import shutil
from pathlib import Path

import psycopg
import pytest

from tests.cli.test_backup import ENTRY, angikar, with_phrase
from tests.conftest import absent


def test_a_house_on_postgresql_is_backed_up_and_restored_whole(postgres_url: str, tmp_path: Path) -> None:
    if shutil.which("pg_dump") is None:
        absent("no pg_dump on this machine")
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        for name in ("kept", "again"):
            connection.execute(f"DROP DATABASE IF EXISTS {name}".encode())
            connection.execute(f"CREATE DATABASE {name}".encode())
    kept, again = (f"{postgres_url.rsplit('/', 1)[0]}/{name}" for name in ("kept", "again"))
    house, other, out = tmp_path / "house", tmp_path / "other", tmp_path / "house.tar.gz"
    assert angikar(house, "manage", "migrate", "-v0", url=kept).returncode == 0
    assert angikar(house, "manage", "shell", "-c", ENTRY, url=kept).returncode == 0
    backed_up = with_phrase(house, "backup", str(out), url=kept)
    out = out.with_name(f"{out.name}.age.tar")
    assert backed_up.returncode == 0, backed_up.stderr
    assert with_phrase(other, "restore", str(out)).returncode == 2, "an archive of PostgreSQL went into SQLite"
    tried = with_phrase(tmp_path / "none", "restore", str(out), "--try", url=again)
    assert tried.returncode == 0, tried.stdout + tried.stderr
    assert "history: 3 entries" in tried.stdout, "the doctor looked at a database of its own"
    with psycopg.connect(postgres_url) as connection:
        assert connection.execute("SELECT 1 FROM pg_database WHERE datname LIKE 'angikar_try%'").fetchall() == []
    restored = with_phrase(other, "restore", str(out), url=again)
    assert restored.returncode == 0, restored.stderr
    assert [path.read_bytes() for path in (other / "waiting").iterdir()] == [b"a scan"] * 2
    looked = angikar(other, "doctor", url=again)
    assert looked.returncode == 0, looked.stdout
    assert "history: 3 entries" in looked.stdout
    assert "kept files: 1 whole" in looked.stdout
    with psycopg.connect(again) as connection, pytest.raises(psycopg.Error, match="append-only"):
        connection.execute("DELETE FROM history_entry")
    assert with_phrase(tmp_path / "third", "restore", str(out), url=again).returncode == 2, "the database was not empty"
