"""Writing files of the data: whole or not at all, and readable by their owner alone."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile


def make_folder(path: Path) -> None:
    """Make a folder with those above it where they are missing, each its owner's alone."""
    if not path.is_dir():
        make_folder(path.parent)
        path.mkdir(mode=0o700, exist_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that appears whole or not at all, also when several processes write it at once."""
    make_folder(path.parent)
    with NamedTemporaryFile(dir=path.parent, delete=False) as part:
        try:
            part.write(data)
            part.flush()
            os.fsync(part.fileno())
            Path(part.name).replace(path)
        finally:
            Path(part.name).unlink(missing_ok=True)  # a full disk keeps no part of it
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)  # its name survives a power cut as its bytes do
    finally:
        os.close(folder)
