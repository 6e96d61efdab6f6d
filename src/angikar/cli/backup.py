"""Commands that back the data up into one archive, and restore it into an empty folder.

An archive is a gzipped tar: `db.sqlite3` (a snapshot taken while people work) and `files/`, with `SHA256SUMS` over all of it.
A PostgreSQL database is backed up with its own tools, together with the folder of files.
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

from angikar.cli import sentences
from angikar.cli.refusal import CannotDo, two_sentences
from angikar.cli.setup import enter_existing, folder, open_data

_SUMS = "SHA256SUMS"


@two_sentences
def backup(call: Namespace) -> int:
    """`angikar backup OUT.tar.gz`: all data of the system, as it is at this moment."""
    out = Path(call.archive)
    if out.exists():
        raise CannotDo(sentences.ARCHIVE_EXISTS, file=str(out))
    var = enter_existing(current=False)
    with TemporaryDirectory(dir=var) as place:
        snapshot = Path(place) / "db.sqlite3"
        _snapshot(snapshot)
        part = out.with_name(f"{out.name}.part")
        try:
            with tarfile.open(part, "w:gz", compresslevel=6) as tar:
                sums = [_add(tar, path, name) for path, name in _files_of(var, snapshot)]
                _add_text(tar, _SUMS, "".join(f"{digest}  {name}\n" for name, digest in sums))
            part.replace(out)
        except OSError as wrong:
            raise CannotDo(sentences.FILE_NOT_WRITTEN, file=str(out), reason=str(wrong.strerror)) from wrong
        finally:
            part.unlink(missing_ok=True)
    print(f"{out}  {len(sums)} files")
    return 0


def _snapshot(to: Path) -> None:
    from django.db import connection

    if connection.vendor != "sqlite":
        raise CannotDo(sentences.DATABASE_IS_POSTGRESQL)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(to)])


def _files_of(var: Path, snapshot: Path) -> Iterator[tuple[Path, str]]:
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
    """`angikar restore ARCHIVE`: into an empty folder; every file is checked against its digest first."""
    var, archive = folder(), Path(call.archive)
    if (var / "db.sqlite3").exists():
        raise CannotDo(sentences.FOLDER_HAS_DATABASE, folder=str(var))
    if not tarfile_at(archive):
        raise CannotDo(sentences.ARCHIVE_NOT_OPENED, file=str(archive))
    open_data()
    with TemporaryDirectory(dir=var) as place:
        unpacked = Path(place)
        _unpack(archive, unpacked)
        for name, digest in _sums(unpacked):
            path = unpacked / name
            if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
                raise CannotDo(sentences.ARCHIVE_DAMAGED, file=name)
        for name in ("files", "db.sqlite3"):
            if (unpacked / name).exists():
                (unpacked / name).rename(var / name)
    print(f"{var}")
    return 0


def tarfile_at(path: Path) -> bool:
    """Whether there is a tar archive under that name."""
    try:
        return tarfile.is_tarfile(path)
    except (OSError, EOFError, zlib.error):
        return False


def _unpack(archive: Path, to: Path) -> None:
    """Unpacks only plain files that `backup` writes; no links, no devices, no names that lead out of the folder."""
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
        raise CannotDo(sentences.ARCHIVE_NOT_OPENED, file=str(archive)) from wrong


def _is_ours(name: PurePosixPath) -> bool:
    if name.as_posix() in ("db.sqlite3", _SUMS):
        return True
    return name.parts[0] == "files" and not name.is_absolute() and ".." not in name.parts


def _sums(unpacked: Path) -> list[tuple[str, str]]:
    try:
        lines = (unpacked / _SUMS).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as missing:
        raise CannotDo(sentences.NOT_AN_ARCHIVE) from missing
    return [(name, digest) for digest, name in (line.split("  ", 1) for line in lines)]
