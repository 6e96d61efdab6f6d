"""One wait for the disk for all whose transactions have ended meanwhile, in whichever process or thread they run."""

from __future__ import annotations

import fcntl
import mmap
import os
import struct

_COUNTS = struct.Struct("=QQ")
"""How many waits have begun and how many have ended, shared by all processes in a file beside the database."""


class SyncedTogether:
    """The write-ahead log of a database, written out to the disk: who comes first waits for the disk, and all who wrote before that
    wait began are served by it.

    Each connection opens its files itself: a lock of `flock` belongs to the opening, so threads wait for each other as processes do.
    """

    def __init__(self, database: str) -> None:
        self._log = f"{database}-wal"
        self._wal: int | None = None
        self._lock = os.open(f"{database}-sync", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        try:
            if os.fstat(self._lock).st_size < _COUNTS.size:  # written: a hole in a file cannot be filled on a full disk
                os.pwrite(self._lock, bytes(_COUNTS.size), 0)
        finally:
            fcntl.flock(self._lock, fcntl.LOCK_UN)
        self._counts = mmap.mmap(self._lock, _COUNTS.size)

    def sync(self) -> None:
        """Return when everything that was written to the log before is on the disk. Raises `OSError` where the disk fails."""
        before, _ = _COUNTS.unpack_from(self._counts)
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        try:
            begun, ended = _COUNTS.unpack_from(self._counts)
            if ended > before:
                return
            _COUNTS.pack_into(self._counts, 0, begun + 1, ended)
            os.fdatasync(self._opened())
            _COUNTS.pack_into(self._counts, 0, begun + 1, begun + 1)
        finally:
            fcntl.flock(self._lock, fcntl.LOCK_UN)

    def close(self) -> None:
        """Close the files; nothing is waited for."""
        self._counts.close()
        os.close(self._lock)
        if self._wal is not None:
            os.close(self._wal)
            self._wal = None

    def _opened(self) -> int:
        """The log's file; opened again where another one took its place."""
        if self._wal is not None and os.fstat(self._wal).st_nlink == 0:
            os.close(self._wal)
            self._wal = None
        if self._wal is None:
            self._wal = os.open(self._log, os.O_RDWR | os.O_CLOEXEC)
        return self._wal
