"""Commands that back the data up into one archive, and restore it into an empty place.

An archive holds the database (a snapshot of SQLite, or a dump of PostgreSQL), the files taken in, the anchors of the history and the public keys of
the house, each with its digest. Only one that is encrypted holds the house's own key too.
"""

from __future__ import annotations

import os
import re
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from angikar.cli import sentences
from angikar.cli.clock import now
from angikar.cli.refusal import CannotDo, two_sentences
from angikar.cli.running import archive, dumps, encryption, restoring, trying
from angikar.cli.running.modes import private
from angikar.cli.setup import UNFINISHED, behind, enter_existing, folder
from angikar.rules.sentence import Both

_KEPT = re.compile(r"files/[0-9a-f]{2}/[0-9a-f]{62}|keys/[0-9a-f]+\.pub|anchors/[0-9-]+\.json")
"""The names of whole files in the folders of the data."""
_KEY = "keys/house.ed25519"
_NAMED = 5
"""Names of missing files that are said."""


class Backup(NamedTuple):
    """An archive that was written: where, how many files it holds, and the names of those that should be in it and are not, or are altered."""

    archive: Path
    files: int
    wrong: tuple[str, ...]


@two_sentences
def backup(call: Namespace) -> int:
    """`angikar backup [OUT.tar.gz] [--keep N] [--to KEY]`: all data of the system, as it is at this moment. Exit code 1 where a file
    is missing in it.
    """
    if call.new_key is not None:
        file = Path(call.new_key)
        print(*sentences.KEY_MADE.both(file=str(file), public=encryption.make_key(file)), sep="\n")
        return 0
    var = enter_existing(current=False)
    done = back_up(var, "angikar", call.to) if call.archive is None else write(var, Path(call.archive), call.to)
    if call.archive is None:
        _thin(var / "backups", call.keep)
    print(f"{done.archive}  {done.files} files")
    if done.wrong:
        print(*incomplete(done), sep="\n", file=sys.stderr)
    return 1 if done.wrong else 0


def incomplete(done: Backup) -> Both:
    """What to say of an archive that lacks files."""
    return sentences.BACKUP_INCOMPLETE.both(count=len(done.wrong), names=", ".join(done.wrong[:_NAMED]))


def back_up(var: Path, label: str, keys: Sequence[str] = ()) -> Backup:
    """Write an archive named by the moment into the folder `backups` of the data."""
    return write(var, var / "backups" / f"{label}-{now():%Y%m%d-%H%M%S}.tar.gz", keys)


def write(var: Path, out: Path, keys: Sequence[str] = ()) -> Backup:
    """Write an archive of all data, encrypted for these keys or those of the settings, and note that it was. Raises `CannotDo`."""
    from django.conf import settings

    from angikar.history.chain.actions import checkpoint
    from angikar.notices.kept import keep

    to = encryption.recipients(keys or settings.BACKUP_RECIPIENTS)
    if to and out.suffix != encryption.SUFFIX:
        out = out.with_name(out.name + encryption.SUFFIX)
    if out.exists():
        raise CannotDo(sentences.ARCHIVE_EXISTS, file=str(out))
    (var / "tmp").mkdir(mode=0o700, exist_ok=True)
    with TemporaryDirectory(dir=var / "tmp", prefix="backup-") as place:
        if not behind():
            checkpoint()
        dumped = dumps.dump(Path(place))
        wanted = _wanted()
        sums = archive.write(out, _contents(var, dumped, secret=bool(to)), to)
    wrong = tuple(name for name, path, sha256 in wanted if sums.get(path) != sha256)
    keep("last-backup", now(), file=str(out.resolve()), bytes=out.stat().st_size, wrong=len(wrong))
    return Backup(out, len(sums), wrong)


def _wanted() -> list[tuple[str, str, str]]:
    """Every file that the database knows, after it was dumped: its name, its path in an archive and its digest."""
    from django.db import DatabaseError

    from angikar.papers.models import File

    try:
        rows = list(File.objects.order_by("pk").values_list("name", "sha256"))
    except DatabaseError:  # tables from before there were files
        return []
    return [(name, f"files/{sha256[:2]}/{sha256[2:]}", sha256) for name, sha256 in rows]


def _contents(var: Path, dumped: Path, *, secret: bool) -> Iterator[tuple[Path, str]]:
    """What goes into an archive: whole files alone, none that was still being written; the house's own key only where it is `secret`."""
    yield dumped, dumped.name
    for held in archive.FOLDERS:
        for path in sorted((var / held).rglob("*")):
            name = path.relative_to(var).as_posix()
            if path.is_file() and (_KEPT.fullmatch(name) or (secret and name == _KEY)):
                yield path, name


def _thin(backups: Path, keep: int) -> None:
    """Remove the oldest archives of the folder that `backup` named itself; 0 keeps all."""
    named = sorted(path for path in backups.glob("angikar-*.tar.gz*") if path.suffix in (".gz", encryption.SUFFIX))
    for old in named[:-keep] if keep else []:
        old.unlink()


@two_sentences
def restore(call: Namespace) -> int:
    """`angikar restore ARCHIVE [--try] [--identity FILE]`: into an empty place, or one in which another was cut off; every file is
    checked against its digest first.
    """
    private()
    source = Path(call.archive)
    if getattr(call, "try"):
        with TemporaryDirectory() as place:
            return trying.tried(_plain(source, Path(place), call.identity), source)
    var, postgresql = folder(), bool(os.environ.get("DATABASE_URL"))
    if not (var / UNFINISHED).is_dir() and ((var / archive.SQLITE).exists() or (var / "files").exists()):
        raise CannotDo(sentences.FOLDER_HAS_DATABASE, folder=str(var))
    if not encryption.is_encrypted(source) and not archive.is_archive(source):
        raise CannotDo(sentences.ARCHIVE_NOT_OPENED, file=str(source))
    var.mkdir(mode=0o700, parents=True, exist_ok=True)
    restoring.into(var, lambda place: _plain(source, place, call.identity), postgresql=postgresql)
    print(f"{var}")
    return 0


def _plain(source: Path, place: Path, identity: str | None) -> Path:
    """The archive as it is, or decrypted into a place that is removed again."""
    if not encryption.is_encrypted(source):
        return source
    plain = place / "archive.tar.gz"
    encryption.decrypt(source, plain, identity)
    return plain
