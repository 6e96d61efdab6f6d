"""A machine whose clock is set and whose disk is full or read-only while processes run, by a library that is loaded into them."""

from __future__ import annotations

import mmap
import struct
import subprocess
from pathlib import Path

from tools.siege.power_cut import compiler

SOURCE = Path(__file__).with_name("machine.c")
_STATE = struct.Struct("=qq")
_WELL, _READ_ONLY, _FULL = range(3)


class Machine:
    """The machine as the processes of one house see it; `environment` is theirs."""

    def __init__(self, folder: Path, root: Path) -> None:
        library, state = folder / "machine.so", folder / "machine"
        subprocess.run(
            [compiler() or "cc", "-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE), "-ldl"], check=True
        )
        state.write_bytes(_STATE.pack(0, 0))
        state.chmod(0o644)  # PostgreSQL runs as another user
        with state.open("r+b") as file:
            self._state = mmap.mmap(file.fileno(), _STATE.size)
        self._clock, self._disk = 0, _WELL
        self.environment = {
            "LD_PRELOAD": str(library),
            "SIEGE_MACHINE": str(state),
            "SIEGE_ROOT": str(root.resolve()),
        }

    def set_clock(self, seconds: int) -> None:
        """Let the clock be so many seconds ahead, or behind where they are negative."""
        self._clock = seconds
        self._write()

    def set_read_only(self, is_read_only: bool) -> None:
        """Let nothing be written on the disk of the house, or let it be again."""
        self._disk = _READ_ONLY if is_read_only else _WELL
        self._write()

    def set_full(self, is_full: bool) -> None:
        """Let no file on the disk of the house become longer, or let it again."""
        self._disk = _FULL if is_full else _WELL
        self._write()

    def _write(self) -> None:
        _STATE.pack_into(self._state, 0, self._clock, self._disk)
