"""Upgrading: what will change is said, a backup comes first, and tables of a newer version are left alone."""

from __future__ import annotations

import sqlite3
import tarfile
from contextlib import closing
from pathlib import Path

import pytest

from angikar.cli.running.modes import loose
from tests.cli.processes import called, served


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose data lacks one migration."""
    place = tmp_path_factory.mktemp("older")
    assert called(place, "manage", "migrate", "-v0").returncode == 0
    assert called(place, "manage", "migrate", "-v0", "sessions", "zero").returncode == 0
    return place


def test_what_is_missing_is_said_and_a_backup_comes_first(older: Path) -> None:
    assert "run angikar upgrade" in called(older, "tend", "--once").stderr
    looked = called(older, "upgrade", "--dry-run")
    assert (looked.returncode, "sessions.0001_initial" in looked.stdout) == (0, True)
    assert not (older / "var" / "backups").exists()
    assert not list(loose(older / "var")), "what a command makes is its owner's alone"
    (older / "var").chmod(0o755)
    (older / "var" / "db.sqlite3").chmod(0o644)

    done = called(older, "upgrade")
    assert done.returncode == 0, done.stderr
    assert "The database gets 1 change:" in done.stdout
    assert "Others on this machine could read" in done.stdout
    assert not list(loose(older / "var"))
    assert "sessions.0001_initial" in done.stdout
    (kept,) = (older / "var" / "backups").iterdir()
    assert kept.name.startswith("before-upgrade-")
    with tarfile.open(kept) as tar:
        assert "db.sqlite3" in tar.getnames()

    again = called(older, "upgrade")
    assert "up to date" in again.stdout
    assert len(list((older / "var" / "backups").iterdir())) == 1
    assert called(older, "tend", "--once").returncode == 0


def test_tables_of_a_newer_version_are_left_alone(older: Path) -> None:
    with closing(sqlite3.connect(older / "var" / "db.sqlite3")) as connection, connection:
        connection.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('offices', '9999_later', '2026-01-01')"
        )
    for command in ("upgrade", "serve"):
        refused = called(older, command)
        assert refused.returncode == 2
        assert "offices.9999_later" in refused.stderr
    with closing(sqlite3.connect(older / "var" / "db.sqlite3")) as connection, connection:
        connection.execute("DELETE FROM django_migrations WHERE name = '9999_later'")


def test_a_server_upgrades_the_same_way(older: Path) -> None:
    assert called(older, "manage", "migrate", "-v0", "sessions", "zero").returncode == 0
    with served(older, "--no-tend") as server:
        assert "All data was backed up first" in server.printed
        assert server.get("/account/login/")[0] == 200
        assert not list(loose(older / "var")), "nor what a server makes while it runs"
