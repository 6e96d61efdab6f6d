"""Commands that back the data up into one archive, and restore it into an empty place.

An archive holds the database (a snapshot of SQLite, or a dump of PostgreSQL) and the files taken in, each with its digest.
"""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from angikar.cli import sentences
from angikar.cli.clock import now
from angikar.cli.refusal import CannotDo, two_sentences
from angikar.cli.running import archive, dumps
from angikar.cli.setup import enter, enter_existing, folder


@two_sentences
def backup(call: Namespace) -> int:
    """`angikar backup [OUT.tar.gz] [--keep N]`: all data of the system, as it is at this moment."""
    var = enter_existing(current=False)
    if call.archive is None:
        out, count = back_up(var, "angikar")
        _thin(var / "backups", call.keep)
    else:
        out, count = write(var, Path(call.archive))
    print(f"{out}  {count} files")
    return 0


def back_up(var: Path, label: str) -> tuple[Path, int]:
    """Write an archive named by the moment into the folder `backups` of the data. Returns it and how many files it holds."""
    return write(var, var / "backups" / f"{label}-{now():%Y%m%d-%H%M%S}.tar.gz")


def write(var: Path, out: Path) -> tuple[Path, int]:
    """Write an archive of all data, and note that it was. Returns it and how many files it holds; raises `CannotDo`."""
    if out.exists():
        raise CannotDo(sentences.ARCHIVE_EXISTS, file=str(out))
    from angikar.notices.kept import keep

    with TemporaryDirectory(dir=var) as place:
        dumped = dumps.dump(Path(place))
        count = archive.write(out, _contents(var, dumped))
    keep("last-backup", now(), file=str(out.resolve()), bytes=out.stat().st_size)
    return out, count


def _contents(var: Path, dumped: Path) -> Iterator[tuple[Path, str]]:
    yield dumped, dumped.name
    files = var / "files"
    yield from ((path, path.relative_to(var).as_posix()) for path in sorted(files.rglob("*")) if path.is_file())


def _thin(backups: Path, keep: int) -> None:
    """Remove the oldest archives of the folder that `backup` named itself; 0 keeps all."""
    named = sorted(backups.glob("angikar-*.tar.gz"))
    for old in named[:-keep] if keep else []:
        old.unlink()


@two_sentences
def restore(call: Namespace) -> int:
    """`angikar restore ARCHIVE [--try]`: into an empty place; every file is checked against its digest first."""
    source = Path(call.archive)
    if getattr(call, "try"):
        return _tried(source)
    var, postgresql = folder(), bool(os.environ.get("DATABASE_URL"))
    if (var / archive.SQLITE).exists() or (var / "files").exists():
        raise CannotDo(sentences.FOLDER_HAS_DATABASE, folder=str(var))
    if not archive.is_archive(source):
        raise CannotDo(sentences.ARCHIVE_NOT_OPENED, file=str(source))
    var.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=var) as place:
        unpacked = Path(place)
        names = archive.unpack(source, unpacked)
        if (archive.POSTGRESQL in names) != postgresql:
            raise CannotDo(sentences.OTHER_DATABASE)
        if postgresql:
            _into_postgresql(unpacked / archive.POSTGRESQL)
        for name in ("files", archive.SQLITE):
            if (unpacked / name).exists():
                (unpacked / name).rename(var / name)
    print(f"{var}")
    return 0


def _into_postgresql(dumped: Path) -> None:
    enter()
    if not dumps.is_empty():
        raise CannotDo(sentences.DATABASE_NOT_EMPTY)
    dumps.load(dumped)


def _tried(source: Path) -> int:
    """Restore into a place that is removed again, and let the doctor look at it; a dump of PostgreSQL is only held against
    its digest.
    """
    with TemporaryDirectory() as place:
        names = archive.unpack(source, Path(place))
        if archive.SQLITE in names:
            environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
            looked = subprocess.run(
                [sys.executable, "-m", "angikar.cli.main", "doctor"],
                env={**environment, "ANGIKAR_VAR": place},
                check=False,
            )
            if looked.returncode:
                return looked.returncode
    print(f"{source}  {len(names)} files")
    print(*sentences.ARCHIVE_WHOLE.both(), sep="\n")
    return 0
