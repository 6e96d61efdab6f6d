"""Keeping the house: one archive out, the same house back in, damage found before it is believed."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import subprocess
import tarfile
import unicodedata
from pathlib import Path

import pytest

from tests.cli.processes import ANGIKAR, called, surroundings

ENTRY = """
from angikar.offices.actions import create_post, enrol, found_office
from angikar.papers import store
from angikar.jobs import waiting
from angikar.jobs.models import Job
from angikar.papers.models import File
from angikar.history.signing.keys import house_key
house_key()
office = found_office("নদীকূল জেলা", kind="district", by=None)
File.objects.create(sha256=store.put(b"proof"), **store.describe(b"proof", "proof.txt"))
by, post = enrol("doel", "দোয়েল", by=None), create_post(office, "প্রধান", by=None)
for number in (1, 2):
    args = {"files": [waiting.put(b"a scan")], "name": "scan.pdf", "office": office.pk, "kind": None}
    state = ("waiting", "done")[number - 1]
    Job.objects.create(work="take-in", key=str(number), title=f"scan {number}.pdf", by=by, post=post, args=args, state=state)
"""

NOWHERE = "postgres://angikar@127.0.0.1:1/angikar"
"""A database that nobody serves."""


def angikar(var: Path, *call: str, url: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command on a house of its own, in SQLite or in the PostgreSQL of a URL."""
    return called(Path.cwd(), *call, ANGIKAR_VAR=str(var), **({"DATABASE_URL": url} if url else {}))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house with an office, a post and an officer, each in its history, and a kept file."""
    var = tmp_path_factory.mktemp("house")
    assert angikar(var, "manage", "migrate", "-v0").returncode == 0
    made = angikar(var, "manage", "shell", "-c", ENTRY)
    assert made.returncode == 0, made.stderr
    return var


@pytest.fixture(scope="module")
def archive(house: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of that house."""
    out = tmp_path_factory.mktemp("out") / "house.tar.gz"
    assert angikar(house, "backup", str(out)).returncode == 0
    return out


def test_what_was_kept_is_restored_whole(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys").chmod(0o755)
    (tmp_path / "keys" / "other.pub").write_text("of another key", encoding="ascii")
    restored = angikar(tmp_path, "restore", str(archive))
    assert restored.returncode == 0, restored.stderr
    assert [path.read_bytes() for path in (tmp_path / "waiting").iterdir()] == [b"a scan"] * 2
    assert len(list((tmp_path / "keys").glob("*.pub"))) == 2, "the public keys of the archive join those that are there"
    looked = angikar(tmp_path, "doctor")
    assert "BAD file modes" in looked.stdout, "the folder was there before"
    (tmp_path / "keys").chmod(0o700)
    (tmp_path / "keys" / "other.pub").chmod(0o600)
    looked = angikar(tmp_path, "doctor")
    assert looked.returncode == 0, looked.stdout
    assert "history: 3 entries" in looked.stdout
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


def test_a_backup_that_lacks_a_file_is_written_and_says_so(archive: Path, tmp_path: Path) -> None:
    assert angikar(tmp_path, "restore", str(archive)).returncode == 0
    kept = next(path for path in (tmp_path / "files").rglob("*") if path.is_file())
    (kept.parent / "tmp1a2b3c").write_bytes(b"an upload that was killed")
    for damage, left in ((lambda: kept.write_bytes(b"other"), {kept.name}), (kept.unlink, set())):
        damage()
        done = angikar(tmp_path, "backup", str(tmp_path / f"{len(left)}.tar.gz"))
        assert done.returncode == 1
        assert "1 file is missing in the backup or altered: proof.txt" in done.stderr
        assert len(done.stderr.strip().splitlines()) == 2
        with tarfile.open(tmp_path / f"{len(left)}.tar.gz") as tar:
            assert {Path(name).name for name in tar.getnames() if name.startswith("files/")} == left


def test_a_backup_that_lacks_a_file_that_waits_says_so_and_costs_no_older_one(archive: Path, tmp_path: Path) -> None:
    assert angikar(tmp_path, "restore", str(archive)).returncode == 0
    older = tmp_path / "backups" / "angikar-20220101-000000.tar.gz"
    older.parent.mkdir(mode=0o700)
    older.touch(mode=0o600)
    for path in (tmp_path / "waiting").iterdir():
        path.unlink()
    done = angikar(tmp_path, "backup", "--keep", "1")
    assert done.returncode == 1
    assert "1 file is missing in the backup or altered: scan 1.pdf" in done.stderr, "the other job has ended"
    assert older.exists()


def test_the_log_of_a_database_that_was_taken_away_is_not_joined_to_another(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "db.sqlite3-wal").write_bytes(b"of another")
    assert angikar(tmp_path, "restore", str(archive)).returncode == 2
    assert not (tmp_path / "db.sqlite3").exists()


PHRASE = "নদী পাহাড় সাতটি কলম"


def with_phrase(var: Path, *call: str, phrase: str = PHRASE, url: str = "") -> subprocess.CompletedProcess[str]:
    """The command with a passphrase on a descriptor of its own."""
    read, write = os.pipe()
    os.write(write, f"{phrase}\n".encode())
    os.close(write)
    try:
        return called(
            Path.cwd(),
            *call,
            "--passphrase-fd",
            str(read),
            passed=(read,),
            ANGIKAR_VAR=str(var),
            **({"DATABASE_URL": url} if url else {}),
        )
    finally:
        os.close(read)


def test_a_backup_under_a_passphrase_opens_by_it_alone(house: Path, tmp_path: Path) -> None:
    out = tmp_path / "house.tar.gz.age.tar"
    done = with_phrase(house, "backup", str(tmp_path / "house.tar.gz"))
    assert (done.returncode, out.stat().st_mode & 0o077) == (0, 0), done.stderr
    assert [path.name for path in tmp_path.iterdir()] == [out.name]
    with tarfile.open(out) as tar:
        assert tar.getnames() == ["key.age", "archive.tar.gz.age"]
    opened = with_phrase(tmp_path / "var", "restore", str(out), phrase=unicodedata.normalize("NFD", PHRASE))
    assert opened.returncode == 0, opened.stderr
    assert (tmp_path / "var" / "keys" / "house.ed25519").read_bytes() == (house / "keys" / "house.ed25519").read_bytes()


def test_an_encrypted_backup_opens_with_its_key_alone(house: Path, tmp_path: Path) -> None:
    made = angikar(house, "backup", "--new-key", str(tmp_path / "key.txt"))
    public = made.stdout.split()[-1]
    assert public.startswith("age1")
    assert angikar(house, "backup", str(tmp_path / "house.tar.gz"), "--to", public).returncode == 0
    out = tmp_path / "house.tar.gz.age"
    assert [path.stat().st_mode & 0o077 for path in (out, tmp_path / "key.txt")] == [0, 0]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["house.tar.gz.age", "key.txt"]
    refused = angikar(tmp_path / "var", "restore", str(out))
    assert (refused.returncode, "--identity" in refused.stderr) == (2, True)
    assert angikar(house, "backup", "--new-key", str(tmp_path / "other.txt")).returncode == 0
    refused = angikar(tmp_path / "var", "restore", str(out), "--identity", str(tmp_path / "other.txt"))
    assert (refused.returncode, "cannot be opened with this key" in refused.stderr) == (2, True)
    opened = angikar(tmp_path / "var", "restore", str(out), "--identity", str(tmp_path / "key.txt"))
    assert opened.returncode == 0, opened.stderr
    assert (tmp_path / "var" / "keys" / "house.ed25519").read_bytes() == (house / "keys" / "house.ed25519").read_bytes()


_WRITER = """
import itertools
from angikar.offices.actions import found_office
from angikar.papers import store
from angikar.papers.models import File
for number in itertools.count():
    data = str(number).encode()
    File.objects.create(sha256=store.put(data), **store.describe(data, f"{number}.txt"))
    found_office(f"দপ্তর {number}", kind="district", by=None)
    print(number, flush=True)
"""


def test_a_backup_is_whole_while_people_write(archive: Path, tmp_path: Path) -> None:
    assert angikar(tmp_path, "restore", str(archive)).returncode == 0
    writer = subprocess.Popen(
        [*ANGIKAR, "manage", "shell", "-v0", "-c", _WRITER],
        env=surroundings(ANGIKAR_VAR=str(tmp_path)),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    try:
        writer.stdout.readline()
        done = angikar(tmp_path, "backup", str(tmp_path / "while.tar.gz"))
        assert writer.poll() is None, "it wrote no longer"
    finally:
        writer.kill()
        writer.wait()
    assert done.returncode == 0, done.stderr
    tried = angikar(tmp_path, "restore", str(tmp_path / "while.tar.gz"), "--try")
    assert tried.returncode == 0, tried.stdout + tried.stderr


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
    assert "BAD kept files: 1 file is missing or altered: proof.txt" in looked.stdout


def test_the_doctor_finds_an_overwritten_page(archive: Path, tmp_path: Path) -> None:
    assert angikar(tmp_path, "restore", str(archive)).returncode == 0
    database = tmp_path / "db.sqlite3"
    whole = database.read_bytes()
    with sqlite3.connect(database) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'offices_office'").fetchone()
    database.write_bytes(whole[: (root - 1) * size] + b"\xa5" * size + whole[root * size :])
    looked = angikar(tmp_path, "doctor")
    assert (looked.returncode, "Traceback" in looked.stderr) == (1, False)
    assert "BAD pages: The database is damaged" in looked.stdout
    assert "angikar restore ARCHIVE --try" in looked.stdout
    refused = angikar(tmp_path, "backup", str(tmp_path / "x.tar.gz"))
    assert (refused.returncode, "Traceback" in refused.stderr) == (2, False)


def test_an_archive_is_tried_without_leaving_a_trace(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "DATABASE_URL").write_text(NOWHERE, encoding="utf-8")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    tried = angikar(tmp_path / "var", "restore", str(archive), "--try")
    assert tried.returncode == 0, tried.stderr
    assert "history: 3 entries" in tried.stdout
    assert "all can be restored from it" in tried.stdout
    assert not (tmp_path / "var").exists()
    asked = angikar(tmp_path / "var", "backup", str(tmp_path / "x.tar.gz"))
    assert "database does not answer" in asked.stderr, "it is that of the credential, though no file is there"


def test_archives_named_by_the_moment_are_thinned(archive: Path, tmp_path: Path) -> None:
    assert angikar(tmp_path, "restore", str(archive)).returncode == 0
    kept = tmp_path / "backups"
    kept.mkdir()
    for day in ("01", "02"):
        (kept / f"angikar-202201{day}-000000.tar.gz").touch()
    for name in ("angikar-20220102-000000-2.tar.gz.age", "angikar-20220102-000000-10.tar.gz.age.tar"):
        (kept / name).touch()
    for name in ("before-upgrade-20220101-000000.tar.gz", "angikar-of-the-old-house.tar.gz"):
        (kept / name).touch()
    assert angikar(tmp_path, "backup", "--keep", "2").returncode == 0
    oldest, *others = sorted(path.name for path in kept.iterdir())
    assert oldest == "angikar-20220102-000000-10.tar.gz.age.tar", "the tenth of a second is later than its second"
    assert others[1:] == ["angikar-of-the-old-house.tar.gz", "before-upgrade-20220101-000000.tar.gz"]
    newest = kept / others[0]
    assert json.loads((tmp_path / "last-backup.json").read_text())["file"] == str(newest)
    assert newest.stat().st_mode & 0o077 == 0
