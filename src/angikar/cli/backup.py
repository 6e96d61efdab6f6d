"""Commands that back the data up into one archive, and restore it into an empty place.

An archive holds the database (a snapshot of SQLite, or a dump of PostgreSQL), the files taken in and those that wait for a job, the anchors of the
history and the public keys of the house, each with its digest. Only one that is encrypted holds the house's own keys too.
"""

from __future__ import annotations

import errno
import re
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from angikar.cli import sentences
from angikar.cli.clock import now
from angikar.cli.refusal import CannotDo, two_sentences
from angikar.cli.running import archive, dumps, encryption, passphrases, restoring, trying
from angikar.cli.running.modes import private
from angikar.cli.setup import UNFINISHED, behind, database_url, enter_existing, folder
from angikar.rules.sentence import Both

_KEPT = re.compile(
    r"files/[0-9a-f]{2}/[0-9a-f]{62}|waiting/[0-9a-f]{32}|keys/[0-9a-f]+\.(?:pub|crt)|anchors/[0-9-]+\.json"
)
"""The names of whole files in the folders of the data."""
_KEYS = ("keys/house.ed25519", "keys/house-seal.pem")
_LOCKED = "|".join(map(re.escape, (encryption.SUFFIX, encryption.UNDER_PASSPHRASE)))
_NAME = re.compile(rf"angikar-(\d{{8}}-\d{{6}})(?:-(\d+))?\.tar\.gz(?:{_LOCKED})?")
"""The names that `backup` gives: the moment, and the number of those of one second."""
_NAMED = 5
"""Names of missing files that are said."""


class Backup(NamedTuple):
    """An archive that was written: where, how many files it holds, and the names of those that should be in it and are not, or are altered."""

    archive: Path
    files: int
    wrong: tuple[str, ...]


@two_sentences
def backup(call: Namespace) -> int:
    """`angikar backup [OUT.tar.gz] [--keep N] [--to KEY] [--passphrase]`: all data of the system, as it is at this moment. Exit code 1
    where a file is missing in it; then no older archive is removed.
    """
    asked = call.passphrase or call.passphrase_fd is not None
    phrase = passphrases.chosen(call.passphrase_fd) if asked else None
    if call.new_key is not None:
        file = Path(call.new_key)
        print(*sentences.KEY_MADE.both(file=str(file), public=encryption.make_key(file, phrase)), sep="\n")
        return 0
    var = enter_existing(current=False)
    out = named(var, "angikar", now()) if call.archive is None else Path(call.archive)
    done = write(var, out, call.to, phrase)
    if call.archive is None and not done.wrong:
        _thin(done.archive, call.keep)
    print(f"{done.archive}  {done.files} files")
    if done.wrong:
        print(*incomplete(done), sep="\n", file=sys.stderr)
    return 1 if done.wrong else 0


def incomplete(done: Backup) -> Both:
    """What to say of an archive that lacks files."""
    return sentences.BACKUP_INCOMPLETE.both(count=len(done.wrong), names=", ".join(done.wrong[:_NAMED]))


def back_up(var: Path, label: str) -> Backup:
    """Write an archive named by the moment into the folder `backups` of the data."""
    return write(var, named(var, label, now()))


def named(var: Path, label: str, at: datetime) -> Path:
    """The name of an archive written at a moment; a number stands behind it where there is another of the same second, encrypted or not."""
    folder_, moment = var / "backups", f"{label}-{at:%Y%m%d-%H%M%S}"
    names = (moment if number == 1 else f"{moment}-{number}" for number in count(1))
    return folder_ / f"{next(name for name in names if not any(folder_.glob(f'{name}.*')))}.tar.gz"


def write(var: Path, out: Path, keys: Sequence[str] = (), passphrase: str | None = None) -> Backup:
    """Write an archive of all data, encrypted for these keys or those of the settings and under a passphrase where there is one, and
    note that it was. Raises `CannotDo`.
    """
    from django.conf import settings

    from angikar.history.chain.actions import checkpoint
    from angikar.notices.kept import keep

    lock = encryption.lock(keys or settings.BACKUP_RECIPIENTS, passphrase)
    out = lock.named(out) if lock else out
    if out.exists():
        raise CannotDo(sentences.ARCHIVE_EXISTS, file=str(out))
    (var / "tmp").mkdir(mode=0o700, exist_ok=True)
    with TemporaryDirectory(dir=var / "tmp", prefix="backup-") as place:
        if not behind():
            checkpoint()
        held = Path(place) / "held"
        _hold(var / "waiting", held)
        dumped = dumps.dump(Path(place))
        _hold(var / "waiting", held)  # what came meanwhile; what was done meanwhile is held already
        wanted = _wanted()
        sums = archive.write(out, _contents(var, dumped, held, secret=lock is not None), lock)
    wrong = tuple(name for name, path, sha256 in wanted if _is_wrong(sums.get(path), sha256))
    keep("last-backup", now(), file=str(out.resolve()), bytes=out.stat().st_size, wrong=len(wrong))
    return Backup(out, len(sums), wrong)


def _wanted() -> list[tuple[str, str, str]]:
    """Every file that the database knows, after it was dumped: its name, its path in an archive and its digest; no digest is known of
    one that waits for a job.
    """
    from django.db import DatabaseError

    from angikar.jobs.queries import needed_files
    from angikar.papers.models import File

    try:
        rows = list(File.objects.order_by("pk").values_list("name", "sha256"))
        waiting = needed_files()
    except DatabaseError:  # tables from before there were files, or jobs
        return []
    return [
        *((name, f"files/{sha256[:2]}/{sha256[2:]}", sha256) for name, sha256 in rows),
        *((title, f"waiting/{name}", "") for name, title in waiting),
    ]


def _is_wrong(held: str | None, sha256: str) -> bool:
    """Whether a file is missing in an archive, or another than it was."""
    return held is None or bool(sha256 and held != sha256)


def _hold(waiting: Path, held: Path) -> None:
    """Keep the files that wait for a job, whatever the job does meanwhile: a second name for each, or a copy."""
    held.mkdir(exist_ok=True)
    for path in waiting.glob("*"):
        with suppress(FileExistsError, FileNotFoundError):  # held already, or done a moment ago
            try:
                (held / path.name).hardlink_to(path)
            except OSError as wrong:
                if wrong.errno not in (errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOTSUP):
                    raise
                shutil.copyfile(path, held / path.name)


def _contents(var: Path, dumped: Path, held: Path, *, secret: bool) -> Iterator[tuple[Path, str]]:
    """What goes into an archive: whole files alone, none that was still being written; the house's own keys only where it is `secret`."""
    yield dumped, dumped.name
    for folder_ in archive.FOLDERS:
        root = held if folder_ == "waiting" else var / folder_
        for path in sorted(root.rglob("*")):
            name = f"{folder_}/{path.relative_to(root).as_posix()}"
            if path.is_file() and (_KEPT.fullmatch(name) or (secret and name in _KEYS)):
                yield path, name


def _thin(newest: Path, keep: int) -> None:
    """Remove the oldest archives that `backup` named itself beside the newest; 0 keeps all."""
    others = {path: _NAME.fullmatch(path.name) for path in newest.parent.iterdir() if path != newest}
    moments = {path: (found[1], int(found[2] or 1)) for path, found in others.items() if found}
    for old in sorted(moments, key=lambda path: moments[path])[: len(moments) - keep + 1] if keep else []:
        old.unlink()


@two_sentences
def restore(call: Namespace) -> int:
    """`angikar restore ARCHIVE [--try] [--identity FILE] [--passphrase-fd N]`: into an empty place, or one in which another was cut off;
    every file is checked against its digest first.
    """
    private()
    source, opener = Path(call.archive), encryption.Opener(call.identity, call.passphrase_fd)
    if getattr(call, "try"):
        with TemporaryDirectory() as place:
            return trying.tried(_plain(source, Path(place), opener), source)
    var, postgresql = folder(), bool(database_url())
    taken = (
        any(var.glob(f"{archive.SQLITE}*")) or (var / "files").exists()
    )  # also the log of a database that was removed
    if taken and not (var / UNFINISHED).is_dir():
        raise CannotDo(sentences.FOLDER_HAS_DATABASE, folder=str(var))
    if not encryption.is_encrypted(source) and not archive.is_archive(source):
        raise CannotDo(sentences.ARCHIVE_NOT_OPENED, file=str(source))
    var.mkdir(mode=0o700, parents=True, exist_ok=True)
    restoring.into(var, lambda place: _plain(source, place, opener), postgresql=postgresql)
    print(f"{var}")
    return 0


def _plain(source: Path, place: Path, opener: encryption.Opener) -> Path:
    """The archive as it is, or decrypted into a place that is removed again."""
    if not encryption.is_encrypted(source):
        return source
    plain = place / "archive.tar.gz"
    encryption.decrypt(source, plain, opener)
    return plain
