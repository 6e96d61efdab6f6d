"""The periodic work as a process beside the web workers: started with the server, ended with it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_STOP = 20
"""Seconds a round may take to end once it is asked to."""


@contextmanager
def tending(wanted: bool) -> Iterator[None]:
    """While the block runs, `angikar tend` runs in a process of its own, where that is wanted."""
    if not wanted:
        yield
        return
    command = [sys.executable, "-m", "angikar.cli.main", "tend", "--parent", str(os.getpid())]
    environment = {name: value for name, value in os.environ.items() if name != "PROMETHEUS_MULTIPROC_DIR"}
    beside = subprocess.Popen(command, stdin=subprocess.DEVNULL, env=environment)  # noqa: S603  (our own command)
    try:
        yield
    finally:
        beside.terminate()
        try:
            beside.wait(_STOP)
        except subprocess.TimeoutExpired:
            beside.kill()
            beside.wait()
