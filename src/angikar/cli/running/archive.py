"""Archives of all data: a gzipped tar of the database, its folders and `SHA256SUMS` over all of it; writing, opening, checking."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import tarfile
import zlib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from angikar.cli import sentences
from angikar.cli.refusal import CannotDo
from angikar.cli.running import encryption

SUMS = "SHA256SUMS"
SQLITE = "db.sqlite3"
POSTGRESQL = "db.pgdump"
FOLDERS = ("files", "waiting", "keys", "anchors")
"""The folders of the data that an archive holds."""


def write(out: Path, contents: Iterable[tuple[Path, str]], lock: encryption.Lock | None = None) -> dict[str, str]:
    """Write the files, each by its name in the archive, encrypted where there is a lock. Returns the digests by name; raises `CannotDo`."""
    part, locked = out.with_name(f"{out.name}.part"), out.with_name(f"{out.name}.locked")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tarfile.open(part, "w:gz", compresslevel=6) as tar:
            sums = [_add(tar, path, name) for path, name in contents]
            _add_text(tar, SUMS, "".join(f"{digest}  {name}\n" for name, digest in sums))
        part.chmod(0o600)
        if lock:
            encryption.encrypt(part, locked, lock)
            locked.replace(part)
        _wait(part)
        part.replace(out)
        _wait(out.parent)  # its name survives a power cut as its bytes do
    except OSError as wrong:
        raise CannotDo(sentences.FILE_NOT_WRITTEN, file=str(out), reason=str(wrong.strerror)) from wrong
    finally:
        part.unlink(missing_ok=True)
        locked.unlink(missing_ok=True)
    return dict(sums)


def written_out(path: Path, text: str) -> None:
    """Write a note that is there, whole, when this returns, or not at all."""
    part = path.with_name(f"{path.name}.part")
    part.write_text(text, encoding="utf-8")
    _wait(part)
    part.replace(path)
    _wait(path.parent)


def _wait(path: Path) -> None:
    """Wait until the disk holds a file, or the names in a folder."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _add(tar: tarfile.TarFile, path: Path, name: str) -> tuple[str, str]:
    tar.add(path, name, recursive=False)
    with path.open("rb") as file:
        return name, hashlib.file_digest(file, "sha256").hexdigest()


def _add_text(tar: tarfile.TarFile, name: str, text: str) -> None:
    data = text.encode()
    entry = tarfile.TarInfo(name)
    entry.size = len(data)
    tar.addfile(entry, io.BytesIO(data))


def is_archive(path: Path) -> bool:
    """Whether there is a tar archive under that name."""
    try:
        return tarfile.is_tarfile(path)
    except (OSError, EOFError, zlib.error):
        return False


def unpack(archive: Path, to: Path) -> list[str]:
    """Unpack what `write` wrote and hold every file against its digest. Returns the names; raises `CannotDo`."""
    _extract(archive, to)
    sums = _sums(to)
    for name, digest in sums:
        path = to / name
        if not path.is_file() or _digest(path) != digest:
            raise CannotDo(sentences.ARCHIVE_DAMAGED, file=name)
    return [name for name, _ in sums]


def _extract(archive: Path, to: Path) -> None:
    """Unpack only plain files that `write` writes; no links, no devices, no names that lead out of the folder."""
    if not is_archive(archive):
        raise CannotDo(sentences.ARCHIVE_NOT_OPENED, file=str(archive))
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
    if name.as_posix() in (SQLITE, POSTGRESQL, SUMS):
        return True
    return name.parts[0] in FOLDERS and not name.is_absolute() and ".." not in name.parts


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sums(unpacked: Path) -> list[tuple[str, str]]:
    """The names and digests an archive lists; none that leads out of the folder. Raises `CannotDo`."""
    try:
        lines = (unpacked / SUMS).read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, UnicodeDecodeError) as missing:
        raise CannotDo(sentences.NOT_AN_ARCHIVE) from missing
    pairs = [line.split("  ", 1) for line in lines]
    databases = [pair for pair in pairs if pair[-1] in (SQLITE, POSTGRESQL)]
    if len(databases) != 1 or not all(len(pair) == 2 and _is_ours(PurePosixPath(pair[1])) for pair in pairs):
        raise CannotDo(sentences.NOT_AN_ARCHIVE)
    return [(name, digest) for digest, name in pairs]
