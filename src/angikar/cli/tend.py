"""`angikar tend`: the periodic work of the system, once or every few minutes."""

from __future__ import annotations

import os
import signal
import threading
from argparse import Namespace
from types import FrameType

from angikar.cli.refusal import two_sentences
from angikar.cli.setup import enter_existing

PAUSE = 300
"""Seconds between two rounds."""
_GLANCE = 2
"""Seconds after which a tending process looks again whether the server beside it still runs."""


@two_sentences
def tend(call: Namespace) -> int:
    """`angikar tend [--once]`: remind, notify the office above, send what waits; then again every five minutes."""
    enter_existing()
    stop = threading.Event()
    _end_softly(stop)
    while True:
        _round(call.once)
        if call.once or _rested(stop, call.parent):
            return 0


def _round(once: bool) -> None:
    from django.db import close_old_connections
    from django.utils import timezone

    from angikar.notices.tend import tend as round_of

    done = round_of(timezone.now(), timezone.localdate())
    text = ", ".join(f"{name} {count}" for name, count in done.items() if count)
    if text or once:
        print(f"{timezone.localtime():%Y-%m-%d %H:%M} {text or '-'}", flush=True)
    close_old_connections()


def _end_softly(stop: threading.Event) -> None:
    """Let a round that runs come to its end before the process ends."""

    def ask(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, ask)
    signal.signal(signal.SIGINT, ask)


def _rested(stop: threading.Event, parent: int) -> bool:
    """Wait for the next round. Returns true where the process is to end: it was asked to, or its server is gone."""
    return any(stop.wait(_GLANCE) or (parent and os.getppid() != parent) for _ in range(PAUSE // _GLANCE))
