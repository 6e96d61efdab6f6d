"""Who may read the data: its owner alone. What is made is private from the start; what is not is found, and put right by an upgrade."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

_OTHERS = 0o077
_PUBLIC = ("static",)
"""Folders of the data that hold no data: scripts and styles that everybody may read."""


def private() -> None:
    """Let whatever this process and those it starts make be readable by their owner alone."""
    os.umask(_OTHERS)


def loose(var: Path) -> Iterator[Path]:
    """The folder of the data and everything in it that others than its owner may read or write; links are left alone."""
    if _is_loose(var):
        yield var
    for folder, folders, files in os.walk(var):
        here = Path(folder)
        if here == var:
            folders[:] = [name for name in folders if name not in _PUBLIC]
        yield from (path for name in (*folders, *files) if _is_loose(path := here / name))


def mend(var: Path) -> int:
    """Take from others what they may do with the data. Returns how many files and folders that was."""
    found = list(loose(var))
    for path in found:
        path.chmod(path.stat().st_mode & 0o7700)
    return len(found)


def _is_loose(path: Path) -> bool:
    try:
        return not path.is_symlink() and bool(path.stat().st_mode & _OTHERS)
    except FileNotFoundError:  # it was a moment's, and is gone
        return False
