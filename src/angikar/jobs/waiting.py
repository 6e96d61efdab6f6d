"""Waiting: the files that jobs need, and those that they made, each under a name of its own in a folder until it is removed."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from pathlib import Path

from django.conf import settings

from angikar.history.disk import write_whole


def put(data: bytes) -> str:
    """Store a file. Returns the name under which it waits."""
    name = secrets.token_hex(16)
    write_whole(_path(name), data)
    return name


def get(name: str) -> bytes | None:
    """The bytes of a file that waits; `None` where it is not there any more."""
    path = _path(name)
    return path.read_bytes() if path.is_file() else None


def remove(name: str) -> None:
    """Remove a file that waits no more."""
    _path(name).unlink(missing_ok=True)


def remove_left_over(named: Collection[str], before: float) -> int:
    """Remove the files that no job names and that are older than a moment, in seconds. Returns how many there were: a worker that was
    killed may leave one.
    """
    folder = Path(settings.WAITING)
    left = [
        path
        for path in (folder.iterdir() if folder.is_dir() else ())
        if path.name not in named and path.stat().st_mtime < before
    ]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)


def _path(name: str) -> Path:
    return Path(settings.WAITING) / name
