"""Commands that keep what the house holds: one archive out, and into an empty house back in.

An archive is a gzipped tar: `db.sqlite3` (a snapshot taken while people work) and `files/`, with `SHA256SUMS` over all of it.
A house on PostgreSQL is kept with PostgreSQL's own tools; the folder of files goes beside it.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import tarfile
import zlib
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from angikar.cli.refusal import CannotDo, two_sentences
from angikar.cli.setup import enter, open_house

_SUMS = "SHA256SUMS"


@two_sentences
def backup(call: Namespace) -> int:
    """`angikar backup OUT.tar.gz`: everything the house holds, as it is at this moment."""
    out = Path(call.archive)
    if out.exists():
        raise CannotDo(f"“{out}” আগে থেকেই আছে।", f"“{out}” exists already.")
    var = enter()
    with TemporaryDirectory(dir=var) as folder:
        snapshot = Path(folder) / "db.sqlite3"
        _snapshot(snapshot)
        part = out.with_name(f"{out.name}.part")
        try:
            with tarfile.open(part, "w:gz", compresslevel=6) as tar:
                sums = [_add(tar, path, name) for path, name in _held(var, snapshot)]
                _add_text(tar, _SUMS, "".join(f"{digest}  {name}\n" for name, digest in sums))
            part.replace(out)
        except OSError as wrong:
            raise CannotDo(f"“{out}” লেখা যায়নি।", f"“{out}” could not be written: {wrong.strerror}.") from wrong
        finally:
            part.unlink(missing_ok=True)
    print(f"{out}  {len(sums)} files")
    return 0


def _snapshot(to: Path) -> None:
    from django.db import connection

    if connection.vendor != "sqlite":
        raise CannotDo(
            "তথ্যভান্ডার PostgreSQL-এ; pg_dump দিয়ে রাখুন, সঙ্গে files ফোল্ডার।",
            "The database is PostgreSQL; keep it with pg_dump, and the folder files beside it.",
        )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(to)])


def _held(var: Path, snapshot: Path) -> Iterator[tuple[Path, str]]:
    yield snapshot, "db.sqlite3"
    files = var / "files"
    yield from ((path, path.relative_to(var).as_posix()) for path in sorted(files.rglob("*")) if path.is_file())


def _add(tar: tarfile.TarFile, path: Path, name: str) -> tuple[str, str]:
    tar.add(path, name, recursive=False)
    with path.open("rb") as file:
        return name, hashlib.file_digest(file, "sha256").hexdigest()


def _add_text(tar: tarfile.TarFile, name: str, text: str) -> None:
    data = text.encode()
    entry = tarfile.TarInfo(name)
    entry.size = len(data)
    tar.addfile(entry, io.BytesIO(data))


@two_sentences
def restore(call: Namespace) -> int:
    """`angikar restore ARCHIVE`: into a house that is still empty; every file is held against its digest first."""
    var = open_house()
    if (var / "db.sqlite3").exists():
        raise CannotDo(
            f"“{var}” ফোল্ডারে একটি তথ্যভান্ডার আছে; খালি ফোল্ডারে ফেরান।",
            f"There is a database in “{var}”; restore into an empty folder.",
        )
    with TemporaryDirectory(dir=var) as folder:
        kept = Path(folder)
        _unpack(Path(call.archive), kept)
        for name, digest in _sums(kept):
            path = kept / name
            if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
                raise CannotDo(f"আর্কাইভের “{name}” নষ্ট।", f"“{name}” in the archive is damaged.")
        for name in ("files", "db.sqlite3"):
            if (kept / name).exists():
                (kept / name).rename(var / name)
    print(f"{var}")
    return 0


def _unpack(archive: Path, to: Path) -> None:
    """Only plain files that `backup` writes are taken out; links, devices and names that lead elsewhere are not."""
    try:
        with tarfile.open(archive, "r:gz") as tar:
            for member in tar:
                name = PurePosixPath(member.name)
                source = tar.extractfile(member) if member.isfile() else None
                if source is None or not _is_ours(name):
                    continue
                path = to / name
                path.parent.mkdir(parents=True, exist_ok=True)
                with path.open("wb") as file:
                    shutil.copyfileobj(source, file)
    except (OSError, EOFError, tarfile.TarError, zlib.error) as wrong:
        raise CannotDo(
            f"“{archive}” খোলা যায়নি।", f"“{archive}” could not be opened as an archive of the house."
        ) from wrong


def _is_ours(name: PurePosixPath) -> bool:
    if name.as_posix() in ("db.sqlite3", _SUMS):
        return True
    return name.parts[0] == "files" and not name.is_absolute() and ".." not in name.parts


def _sums(kept: Path) -> list[tuple[str, str]]:
    try:
        lines = (kept / _SUMS).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as missing:
        raise CannotDo("এটি এই ঘরের আর্কাইভ নয়।", "This is no archive of the house.") from missing
    return [(name, digest) for digest, name in (line.split("  ", 1) for line in lines)]
