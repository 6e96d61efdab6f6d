"""Keeping the house: one archive out, the same house back in, damage found before it is believed."""

from __future__ import annotations

import io
import os
import sqlite3
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

_ENTRY = """
from angikar.history.actions import record
from angikar.offices.actions import found_office
from angikar.papers import store
from angikar.papers.models import File
found_office("নদীকূল জেলা", kind="district", by=None)
File.objects.create(sha256=store.put(b"proof"), **store.describe(b"proof", "proof.txt"))
"""


def angikar(var: Path, *call: str) -> subprocess.CompletedProcess[str]:
    """Run the command on a house of its own."""
    env = {
        name: value for name, value in os.environ.items() if not name.startswith(("ANGIKAR_", "DJANGO_", "DATABASE_"))
    }
    command = [sys.executable, "-m", "angikar.cli.main", *call]
    return subprocess.run(command, env={**env, "ANGIKAR_VAR": str(var)}, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house with an office, an entry in its history and a kept file."""
    var = tmp_path_factory.mktemp("house")
    assert angikar(var, "manage", "migrate", "-v0").returncode == 0
    made = angikar(var, "manage", "shell", "-c", _ENTRY)
    assert made.returncode == 0, made.stderr
    return var


@pytest.fixture(scope="module")
def archive(house: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of that house."""
    out = tmp_path_factory.mktemp("out") / "house.tar.gz"
    assert angikar(house, "backup", str(out)).returncode == 0
    return out


def test_what_was_kept_is_restored_whole(archive: Path, tmp_path: Path) -> None:
    assert angikar(tmp_path, "restore", str(archive)).returncode == 0
    looked = angikar(tmp_path, "doctor")
    assert looked.returncode == 0, looked.stdout
    assert "history: 1 entries" in looked.stdout
    assert "kept files: 1 whole" in looked.stdout
    rows = sqlite3.connect(tmp_path / "db.sqlite3").execute("SELECT name FROM offices_office").fetchall()
    assert rows == [("নদীকূল জেলা",)]


def test_a_house_that_is_not_empty_is_left_alone(house: Path, archive: Path) -> None:
    refused = angikar(house, "restore", str(archive))
    assert refused.returncode == 2
    assert len(refused.stderr.strip().splitlines()) == 2


def test_an_archive_is_not_written_over_another(house: Path, archive: Path) -> None:
    assert angikar(house, "backup", str(archive)).returncode == 2


def test_a_damaged_archive_is_refused_and_restores_no_file(archive: Path, tmp_path: Path) -> None:
    folder = tmp_path / "unpacked"
    with tarfile.open(archive) as tar:
        tar.extractall(folder)
    kept = next(path for path in (folder / "files").rglob("*") if path.is_file())
    kept.write_bytes(b"other")
    with tarfile.open(tmp_path / "bad.tar.gz", "w:gz") as tar:
        for path in folder.iterdir():
            tar.add(path, path.name)
    var = tmp_path / "var"
    assert angikar(var, "restore", str(tmp_path / "bad.tar.gz")).returncode == 2
    assert not (var / "db.sqlite3").exists()


def test_names_that_lead_out_of_the_house_are_not_followed(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "sly.tar.gz", "w:gz") as tar:
        for name in ("../sly", "/tmp/sly-angikar", "files/../../sly"):
            entry = tarfile.TarInfo(name)
            entry.size = 3
            tar.addfile(entry, io.BytesIO(b"sly"))
    assert angikar(tmp_path / "var", "restore", str(tmp_path / "sly.tar.gz")).returncode == 2
    assert not (tmp_path / "sly").exists()
    assert not Path("/tmp/sly-angikar").exists()


@pytest.mark.parametrize("data", [b"", b"rubbish"])
def test_what_is_no_archive_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "no.tar.gz").write_bytes(data)
    refused = angikar(tmp_path / "var", "restore", str(tmp_path / "no.tar.gz"))
    assert (refused.returncode, "Traceback" in refused.stderr) == (2, False)


def test_the_doctor_finds_a_kept_file_that_was_altered(archive: Path, tmp_path: Path) -> None:
    assert angikar(tmp_path, "restore", str(archive)).returncode == 0
    kept = next(path for path in (tmp_path / "files").rglob("*") if path.is_file())
    kept.chmod(0o600)
    kept.write_bytes(b"other")
    looked = angikar(tmp_path, "doctor")
    assert looked.returncode == 1
    assert "BAD kept files: missing or altered: proof.txt" in looked.stdout
