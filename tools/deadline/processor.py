"""The processor's time that a server has taken: that of its web processes, of what runs beside them, and of this one that drives."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

_NANO = 1e9
_BESIDE = {b"tend", b"jobs"}


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of the processor: of the web processes with what opens files for them, of tending and jobs, of the driver."""

    web: float
    beside: float
    driver: float

    def since(self, before: Spent) -> Spent:
        """What was taken between two readings."""
        return Spent(self.web - before.web, self.beside - before.beside, self.driver - before.driver)


def spent(server: int) -> Spent:
    """What a server has taken so far, by the number of its first process; what processes took that have ended is left out."""
    web, beside = _own(server), 0.0
    for child in _children(server):
        seconds = _with_children(child)
        if _BESIDE & set(_line(child)):
            beside += seconds
        else:
            web += seconds
    return Spent(web, beside, time.process_time())


def memory(server: int) -> list[int]:
    """The megabytes that each web process holds for itself alone."""
    return [_private(child) for child in _children(server) if not _BESIDE & set(_line(child)) and _private(child) > 30]


def _with_children(process: int) -> float:
    return _own(process) + sum(_with_children(child) for child in _children(process))


def _own(process: int) -> float:
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / _NANO
    except OSError:
        return 0.0


def _children(process: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []


def _line(process: int) -> list[bytes]:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return []


def _private(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) // 1024
