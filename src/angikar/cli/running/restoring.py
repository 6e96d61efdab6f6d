"""Bringing an archive back into an empty place, in steps that may be cut off after each: until the last one nothing but another
restore opens the folder, and that one puts away what the first has left.

Files are unpacked beside their places and held against their digests; then they take their places, the database comes last.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from angikar.cli import sentences
from angikar.cli.refusal import CannotDo
from angikar.cli.running import archive, dumps
from angikar.cli.setup import UNFINISHED, enter

_STATE = "state.json"


@dataclass(frozen=True, slots=True)
class _Begun:
    """What an earlier restore has noted: the files that it put in their places, and the digest of its archive."""

    moved: tuple[str, ...] = ()
    digest: str = ""


def into(var: Path, plain: Callable[[Path], Path], *, postgresql: bool) -> None:
    """Bring an archive back into a folder and, for PostgreSQL, the database of the settings; `plain` gives the archive readable, in a
    folder that is removed again. Raises `CannotDo`, and leaves then everything as it was.
    """
    with _alone(var):
        place = var / UNFINISHED
        earlier = _read(place / _STATE)
        _put_away(var, earlier.moved)
        shutil.rmtree(place / "unpacked", ignore_errors=True)
        place.mkdir(mode=0o700, exist_ok=True)
        try:
            _bring_back(var, plain(place), earlier.digest, postgresql=postgresql)
        except CannotDo:
            if not earlier.digest:
                _put_away(var, _read(place / _STATE).moved)
                shutil.rmtree(place)
            raise
        os.sync()
        shutil.rmtree(place)


def _bring_back(var: Path, plain: Path, earlier: str, *, postgresql: bool) -> None:
    unpacked = var / UNFINISHED / "unpacked"
    names = archive.unpack(plain, unpacked)
    if (archive.POSTGRESQL in names) != postgresql:
        raise CannotDo(sentences.OTHER_DATABASE)
    digest = hashlib.sha256((unpacked / archive.SUMS).read_bytes()).hexdigest()
    is_loaded = False
    if postgresql:
        enter(restoring=True)
        is_loaded = not dumps.is_empty()
        if is_loaded and earlier != digest:
            raise CannotDo(sentences.DATABASE_NOT_EMPTY)
    names.remove(archive.POSTGRESQL if postgresql else archive.SQLITE)
    state = json.dumps({"moved": [*names, archive.SQLITE], "digest": digest})
    archive.written_out(var / UNFINISHED / _STATE, state)
    _move(unpacked, var, names)
    if not postgresql:
        _move(unpacked, var, [archive.SQLITE])
    elif not is_loaded:
        dumps.load(unpacked / archive.POSTGRESQL)


def _move(unpacked: Path, var: Path, names: Sequence[str]) -> None:
    for name in names:
        (var / name).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        (unpacked / name).replace(var / name)


def _put_away(var: Path, names: Sequence[str]) -> None:
    """Remove the files, and the folders that hold nothing without them: a later restore takes them for data."""
    for name in names:
        (var / name).unlink(missing_ok=True)
        for folder in (var / name).parents:
            if folder == var or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()


def _read(state: Path) -> _Begun:
    try:
        read = json.loads(state.read_text(encoding="utf-8"))
        return _Begun(tuple(map(str, read["moved"])), str(read["digest"]))
    except (OSError, ValueError, KeyError, TypeError):  # it was cut off before anything took its place
        return _Begun()


@contextmanager
def _alone(var: Path) -> Iterator[None]:
    """No other restore runs in this folder while the block does. Raises `CannotDo`."""
    folder = os.open(var, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as busy:
        raise CannotDo(sentences.RESTORE_RUNS, folder=str(var)) from busy
    finally:
        os.close(folder)
