"""A process beside the web workers, such as tending: started with the server, ended with it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_STOP = 20
"""Seconds it may take to end once it is asked to."""


@contextmanager
def beside(command: str, wanted: bool) -> Iterator[None]:
    """While the block runs, that command of `angikar` runs in a process of its own, where that is wanted."""
    if not wanted:
        yield
        return
    begun = begin(command)
    try:
        yield
    finally:
        end(begun)


def begin(command: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Begin a command of `angikar` that ends with this process."""
    line = [sys.executable, "-m", "angikar.cli.main", command, "--parent", str(os.getpid()), *arguments]
    environment = {name: value for name, value in os.environ.items() if name != "PROMETHEUS_MULTIPROC_DIR"}
    return subprocess.Popen(line, stdin=subprocess.DEVNULL, env=environment)  # noqa: S603  (our own command)


def end(begun: subprocess.Popen[bytes]) -> None:
    """Ask it to end, and end it where it does not."""
    begun.terminate()
    try:
        begun.wait(_STOP)
    except subprocess.TimeoutExpired:
        begun.kill()
        begun.wait()
