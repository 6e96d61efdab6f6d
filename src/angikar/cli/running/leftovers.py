"""What uploads and writes leave behind that were killed: it is removed at the start and by every round of tending."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

OLD = 6 * 60 * 60
"""Seconds after which no upload and no write can still be under way."""


def sweep(var: Path, *, now: float | None = None) -> int:
    """Remove the parts of files that nobody finishes any more. Returns how many."""
    before = (time.time() if now is None else now) - OLD
    removed = 0
    for part in _parts(var):
        try:
            if part.stat().st_mtime >= before:
                continue
            if part.is_dir():
                shutil.rmtree(part, ignore_errors=True)
            else:
                part.unlink()
            removed += 1
        except FileNotFoundError:
            continue  # another process was quicker
    return removed


def _parts(var: Path) -> Iterator[Path]:
    yield from (var / "tmp").glob("*")
    yield from var.glob("tmp?*")  # backups of earlier versions
    for end in ("part", "locked", "inner"):
        yield from (var / "backups").glob(f"*.{end}")
    for kept in ("files", "pictures", "waiting", "keys", "anchors"):
        yield from (var / kept).rglob("tmp*")
