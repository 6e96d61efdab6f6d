"""The folder of files: bytes are stored under their own digest, so the same file is stored once and a changed
one is noticed.
"""

from __future__ import annotations

import hashlib
import mimetypes
from pathlib import Path

from django.conf import settings

from angikar.formats.file_names import file_name
from angikar.history.disk import write_whole
from angikar.papers.viruses import refuse_infected


def path_of(sha256: str) -> Path:
    """The path of the bytes with that digest: `files/ab/cdef…`."""
    return Path(settings.FILES) / sha256[:2] / sha256[2:]


def put(data: bytes) -> str:
    """Store bytes and return their SHA-256. Safe to repeat and safe to be killed at: the file appears whole or not
    at all. Raises `Refused` for what the scanner of the house finds infected.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    path = path_of(sha256)
    if not path.exists():
        refuse_infected(data)
        write_whole(path, data)
    return sha256


def get(sha256: str) -> bytes:
    """The bytes with that digest. Raises `FileNotFoundError` when they are missing and `ValueError` when they
    were altered.
    """
    data = path_of(sha256).read_bytes()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ValueError(f"the stored file {sha256} has been altered on disk")
    return data


def describe(data: bytes, name: str) -> dict[str, object]:
    """The columns of a `File` row for these bytes; only the last part of the name is stored."""
    base = file_name(name)
    return {"name": base, "mime": mimetypes.guess_type(base)[0] or "application/octet-stream", "size": len(data)}
