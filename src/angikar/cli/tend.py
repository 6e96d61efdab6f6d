"""`angikar tend`: the periodic work of the system, once or every few minutes."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import threading
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from angikar.cli import sentences
from angikar.cli.doctor import look_over
from angikar.cli.refusal import two_sentences
from angikar.cli.running.leftovers import sweep
from angikar.cli.setup import enter_existing, existing

PAUSE = 300
"""Seconds between two rounds."""
_GLANCE = 2
"""Seconds after which a tending process looks again whether the server beside it still runs."""
_PATIENT = 19
"""How much lower than a page the look over the data stands, the last work of a round beside a server, which only reads, for minutes in a nation."""
_REFUSED = 2
"""How a round ends that could not begin: there is no data, or the database does not answer."""


@two_sentences
def tend(call: Namespace) -> int:
    """`angikar tend [--once]`: remind, notify the office above, send what waits; then again every five minutes. Each round is a
    process of its own, so that one that fails ends no other.
    """
    if call.once:
        if call.quiet:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # a round that a loop began is ended by its loop
        return _round(enter_existing(), quiet=call.quiet)
    existing()
    stop = threading.Event()
    _end_softly(stop)
    while not stop.is_set():
        beside = subprocess.Popen([sys.executable, "-m", "angikar.cli.main", "tend", "--once", "--quiet"])
        ended = beside.wait()
        if ended == _REFUSED and not call.parent:
            return ended
        if _rested(stop, call.parent):
            break
    return 0


def _round(var: Path, *, quiet: bool) -> int:
    """One round, unless another process has one under way."""
    from django.utils import timezone

    from angikar.notices.tend import tend as round_of
    from angikar.offices.guessing.counting import forget_old

    with _alone(var) as alone:
        if not alone:
            print(*sentences.TENDING_ALREADY.both(), sep="\n")
            return 0
        done = {**round_of(timezone.now(), timezone.localdate()), "guesses": forget_old(timezone.now())}
        done["parts"] = sweep(var)
        if quiet:
            _give_way()
        done["unwell"] = look_over(timezone.localtime())
    text = ", ".join(f"{name} {count}" for name, count in done.items() if count)
    if text or not quiet:
        print(f"{timezone.localtime():%Y-%m-%d %H:%M} {text or '-'}", flush=True)
    return 0


def _give_way() -> None:
    """Let pages go before what follows in this process, here and in PostgreSQL, which would put all cores of its machine to a long question."""
    from django.db import connection

    os.nice(_PATIENT)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET max_parallel_workers_per_gather = 0")


@contextmanager
def _alone(var: Path) -> Iterator[bool]:
    """Whether no other process tends the same data while the block runs; nothing is sent twice."""
    with (var / "tend.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def _end_softly(stop: threading.Event) -> None:
    """Let a round that runs come to its end before the process ends."""

    def ask(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, ask)
    signal.signal(signal.SIGINT, ask)


def _rested(stop: threading.Event, parent: int) -> bool:
    """Wait for the next round. Returns true where the process is to end: it was asked to, or its server is gone."""
    return any(stop.wait(_GLANCE) or (parent and os.getppid() != parent) for _ in range(PAUSE // _GLANCE))
