"""Leads the readers: one process after another reads spoilt papers under the limits of a confined one, and is looked after from outside."""

from __future__ import annotations

import ctypes
import mmap
import os
import resource
import signal
import struct
import sys
import tempfile
import time
import traceback
from ast import literal_eval
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO

from angikar.formats.readers.registry import CONFINED
from angikar.formats.worker import confine
from tools.fuzz.ledger import Count, Ledger
from tools.fuzz.spoil import spoilt
from tools.fuzz.targets import READERS, judge

SLOW = 5.0
"""Seconds of the processor after which a small spoilt paper counts as a finding, whatever else the machine does."""
LARGE = 1024
"""Megabytes of memory that no small paper may take."""
_ROUND = 12.0
"""Seconds of the processor for one process, times the share of its reader; short of the limit it works under."""
_PATIENCE = 150.0
"""Seconds on the clock for one paper, where another program is waited for."""
_STATE = struct.Struct("qqqqddq")
"""Number under way, read, refused, findings, seconds of the slowest, all seconds, number of the slowest."""
_ABORTED = "aborted"
"""An engine gave up its own process, mostly for want of memory; whoever gave the file reads a sentence."""
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(slots=True)
class _Round:
    """One process and what it shares with us."""

    reader: str
    first: int
    seconds: float
    seed: str
    shared: mmap.mmap
    findings: Path


def run(ledger: Ledger, reader: str, share: float) -> None:
    """Let one process read papers of a reader for its share of the time, and write down what became of them."""
    count = ledger.counts.setdefault(reader, Count())
    with tempfile.TemporaryDirectory(prefix="angikar-") as folder, mmap.mmap(-1, _STATE.size) as shared:
        work = _Round(reader, count.following, _ROUND * share, ledger.seed, shared, Path(folder, "findings"))
        shared[:] = _STATE.pack(work.first, 0, 0, 0, 0.0, 0.0, work.first)
        number = os.fork()
        if not number:
            _work(work, folder)
        ended = _looked_after(number, shared)
        _enter(ledger, count, work, ended)


def _work(work: _Round, folder: str) -> None:
    """Read one paper after another until the time is over; never returns."""
    os.setpgid(0, 0)
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # it ends with us
    with open(os.devnull, "w") as silent:
        os.dup2(silent.fileno(), 2)
    with work.findings.open("a") as findings, _Finding(findings, -1) as whole:
        confine(READERS[work.reader], folder)
        _papers(work, findings)
    os._exit(1 if whole.name else 0)


class _Finding:
    """Writes down what a paper raised, to be looked at when the round is over; `name` is one for all that go wrong in one place."""

    def __init__(self, to: IO[str], number: int) -> None:
        self.name = ""
        self._to, self._number = to, number

    def __enter__(self) -> _Finding:
        return self

    def __exit__(self, kind: type[BaseException] | None, wrong: BaseException | None, _: TracebackType | None) -> bool:
        if isinstance(wrong, Exception):
            self.note("".join(traceback.format_exception(wrong)), _named(wrong))
        return isinstance(wrong, Exception)

    def note(self, what: str, name: str) -> None:
        """One line."""
        self.name = name
        self._to.write(f"{self._number}\t{self.name}\t{what!r}\n")
        self._to.flush()


def _papers(work: _Round, findings: IO[str]) -> None:
    read = refused = found = 0
    slowest, slow, number = 0.0, work.first, work.first
    begun = before = _spent()
    end, large = _spent_with_others() + work.seconds, False
    while _spent_with_others() < end and not large:
        work.shared[:] = _STATE.pack(number, read, refused, found, slowest, before - begun, slow)
        with _Finding(findings, number) as finding:
            outcome = judge(work.reader, number, spoilt(work.reader, number, work.seed))
            read, refused = read + (outcome == "read"), refused + (outcome == "refused")
        after = _spent()
        if after - before > SLOW:
            finding.note(f"{after - before:.1f} s", f"slow {work.reader}")
        large = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > LARGE * 1024
        if large:
            finding.note("", f"large {work.reader}")
        found += finding.name != ""
        if after - before > slowest:
            slowest, slow = after - before, number
        before, number = after, number + 1
    work.shared[:] = _STATE.pack(number, read, refused, found, slowest, before - begun, slow)


def _spent() -> float:
    return time.process_time()


def _spent_with_others() -> float:
    """Seconds of the processor, those of the programs included that a reader starts."""
    return sum(os.times()[:4])


def _named(wrong: Exception) -> str:
    """One name for all that go wrong in the same place."""
    steps = traceback.extract_tb(wrong.__traceback__)
    ours = [step for step in steps if "/angikar/" in step.filename] or list(steps)
    return f"{type(wrong).__name__} {ours[-1].filename.rpartition('/angikar/')[2]}:{ours[-1].name}"


def _looked_after(number: int, shared: mmap.mmap) -> str:
    """Wait for a process; end it where one paper takes too long. Returns how it ended: empty, when it went well."""
    last, since, spent = -1, time.monotonic(), 0.0
    while True:
        done, status = os.waitpid(number, os.WNOHANG)
        if done:
            return "" if status == 0 else _ABORTED if status == signal.SIGABRT else f"crash {status}"
        now: int = _STATE.unpack(shared[:])[0]
        used = _used(number)
        if now != last:
            last, since, spent = now, time.monotonic(), used
        elif used - spent > 2 * SLOW or time.monotonic() - since > _PATIENCE * 4:
            os.killpg(number, signal.SIGKILL)
            os.waitpid(number, 0)
            return "hang"
        time.sleep(0.2)


def _used(number: int) -> float:
    """Seconds of the processor that a process has taken."""
    try:
        parts = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(parts[11]) + int(parts[12])) / _TICKS


def _enter(ledger: Ledger, count: Count, work: _Round, ended: str) -> None:
    at, read, refused, found, slowest, seconds, slow = _STATE.unpack(work.shared[:])
    if ended == _ABORTED and work.reader in CONFINED:
        refused, at = refused + 1, at + 1
        count.aborted += 1
        ledger.keep(f"{ended} {work.reader}", work.reader, at - 1, spoilt(work.reader, at - 1, work.seed))
    elif ended:
        found, at = found + 1, at + 1
        ledger.keep(f"{ended} {work.reader}", work.reader, at - 1, spoilt(work.reader, at - 1, work.seed))
    for line in work.findings.read_text().splitlines() if work.findings.exists() else ():
        number, finding, what = line.split("\t", 2)
        data = spoilt(work.reader, int(number), work.seed) if int(number) >= 0 else b""
        ledger.keep(finding, work.reader, int(number), data, what=literal_eval(what))
    count.inputs += at - work.first
    count.read, count.refused, count.findings = count.read + read, count.refused + refused, count.findings + found
    count.following, count.seconds = at, count.seconds + seconds
    if slowest > count.slowest:
        count.slowest, count.slowest_number = slowest, slow
    count.memory_mb = max(
        count.memory_mb,
        resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024 if sys.platform == "linux" else 0,
    )
