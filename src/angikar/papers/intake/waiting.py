"""Waiting: the files that are still to be read, each under a name of its own in a folder; one that was read is removed."""

from __future__ import annotations

import secrets
from pathlib import Path

from django.conf import settings

from angikar.history.disk import write_whole


def put(data: bytes) -> str:
    """Store a file until it is read. Returns the name under which it waits."""
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


def _path(name: str) -> Path:
    return Path(settings.WAITING) / name
