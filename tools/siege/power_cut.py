"""A power cut at any moment of a run: what a disk would hold that kept what was waited for, and of the rest no more than luck left.

A run is watched by `disk.c`, which writes down every change of a file and every wait for the disk. From that, and from the
files as they were before, the folder is made again as it may have been left at a moment. What was written and not yet waited
for is there in part: each sector by a throw of a coin, for a disk keeps no order among them.
"""

from __future__ import annotations

import shutil
import struct
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import NamedTuple

SOURCE = Path(__file__).with_name("disk.c")
_HEAD = struct.Struct("=QQIIQQ")
_WRITE, _SYNC, _TRUNCATE, _RENAME, _UNLINK = range(1, 6)
_SECTOR = 512
_LEFT_OUT = ("-shm", "-sync")
"""Files that a running system keeps in memory only."""


class Note(NamedTuple):
    """One change, or one wait for the disk: when it began and ended, and of which file."""

    began: int
    ended: int
    what: int
    path: str
    at: int
    data: bytes


def compiler() -> str | None:
    """The C compiler of this machine."""
    return shutil.which("cc")


def watched(library: Path, root: Path, log: Path) -> dict[str, str]:
    """The environment in which a process writes down what it does to the files below `root`; the library is built first."""
    subprocess.run([compiler() or "cc", "-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE), "-ldl"], check=True)
    return {"LD_PRELOAD": str(library), "SIEGE_ROOT": str(root.resolve()), "SIEGE_LOG": str(log)}


def notes(log: Path) -> list[Note]:
    """What all processes and threads of a run wrote down, in the order in which it ended."""
    found = [note for each in log.parent.glob(f"{log.name}.*") for note in _notes_of(each.read_bytes())]
    return sorted(found, key=lambda note: note.ended)


def _notes_of(raw: bytes) -> Iterator[Note]:
    here = 0
    while here + _HEAD.size <= len(raw):
        began, ended, what, name, at, size = _HEAD.unpack_from(raw, here)
        here += _HEAD.size
        path = raw[here : here + name].decode()
        here += name
        has_bytes = what in (_WRITE, _RENAME)
        if here + (size if has_bytes else 0) > len(raw):
            return  # it was killed while it wrote this down
        yield Note(began, ended, what, path, at, raw[here : here + size] if has_bytes else b"")
        here += size if has_bytes else 0


@dataclass(slots=True)
class _File:
    """A file while it is made again: what it held before, and what was done to it since."""

    before: bytes = b""
    is_new: bool = True
    changes: list[Note] = field(default_factory=list)
    synced: int = -1
    """When the last wait that was over by the cut began."""


def cut(before: Path, root: Path, run: Iterable[Note], *, moment: int, out: Path, luck: Random) -> None:
    """Make the folder `root` again in `out`, as a power cut at a moment may have left it; `before` holds it as it was."""
    files = {
        str(root / path.relative_to(before)): _File(path.read_bytes(), is_new=False)
        for path in before.rglob("*")
        if path.is_file() and not path.name.endswith(_LEFT_OUT)
    }
    folders: dict[str, int] = {}
    moved: list[tuple[Note, str]] = []
    gone: dict[str, tuple[Note, _File]] = {}
    for note in run:
        if note.began > moment:
            continue
        if note.what == _SYNC:
            if note.ended <= moment:
                _wait(files, folders, note)
        elif note.what == _RENAME:
            moved.append((note, note.data.decode()))
            files[note.data.decode()] = files.pop(note.path, _File())
        elif note.what == _UNLINK:
            if note.path in files:
                gone[note.path] = note, files.pop(note.path)
        else:
            files.setdefault(note.path, _File()).changes.append(note)
    for note, name in moved:
        if folders.get(str(Path(name).parent), -1) < note.ended and luck.random() < 0.5:
            files.pop(name, None)
    for name, (note, file) in gone.items():
        if folders.get(str(Path(name).parent), -1) < note.ended and luck.random() < 0.5:
            files.setdefault(name, file)
    for name, each in files.items():
        kept = _content(each, luck)
        if kept is not None:
            path = out / Path(name).relative_to(root)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(kept)


def _wait(files: dict[str, _File], folders: dict[str, int], note: Note) -> None:
    if note.path in files:
        files[note.path].synced = max(files[note.path].synced, note.began)
    else:
        folders[note.path] = max(folders.get(note.path, -1), note.began)


def _content(each: _File, luck: Random) -> bytes | None:
    """What a file holds, or None where it is not there: a new one that nothing waited for may be lost whole."""
    if each.is_new and each.synced < 0 and luck.random() < 0.5:
        return None
    held = bytearray(each.before)
    for note in each.changes:
        is_safe = note.ended <= each.synced
        if note.what == _TRUNCATE:
            if is_safe or luck.random() < 0.5:
                del held[note.at :]
                held.extend(bytes(note.at - len(held)))
            continue
        for start in range(0, len(note.data), len(note.data) if is_safe else _SECTOR):
            part = note.data[start : start + (len(note.data) if is_safe else _SECTOR)]
            if is_safe or luck.random() < 0.5:
                end = note.at + start + len(part)
                held.extend(bytes(max(0, end - len(held))))
                held[note.at + start : end] = part
    return bytes(held)
