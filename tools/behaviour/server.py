"""The system under record: the `angikar` command beside this Python, with a data folder and a clock of its own."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException
from pathlib import Path
from typing import NamedTuple

from tools.behaviour import clock
from tools.behaviour.visitor import Visitor

COMMAND = Path(sys.executable).parent / "angikar"
PATIENCE = 120.0
"""Seconds the server may take until it answers."""
NOT_OURS = ("ANGIKAR_", "DJANGO_", "DATABASE_URL", "PYTHON")


class Said(NamedTuple):
    """How a command ended and what it printed."""

    code: int
    out: str
    error: str


class Server:
    """Runs commands and serves the screens; everything lies in one folder."""

    def __init__(self, room: Path) -> None:
        self.room = room
        self.port = 0
        (room / "clock").mkdir()
        shutil.copy(clock.__file__, room / "clock" / "sitecustomize.py")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(NOT_OURS)}
        self._environment = {
            **kept,
            "ANGIKAR_VAR": str(room / "var"),
            "ANGIKAR_SECRET_KEY": "only-for-a-record-" + "x" * 40,
            "PYTHONPATH": str(room / "clock"),
            "PYTHONHASHSEED": "0",
            "PYTHONUTF8": "1",
            "TZ": "Asia/Dhaka",
            clock.BEGAN: str(time.monotonic()),
        }

    def run(self, *arguments: str | Path) -> Said:
        """One `angikar` command."""
        done = subprocess.run(
            [COMMAND, *arguments], cwd=self.room, env=self._environment, capture_output=True, text=True, check=False
        )
        return Said(done.returncode, done.stdout, done.stderr)

    def visitor(self) -> Visitor:
        """Somebody new at the door."""
        return Visitor(self.port)

    @contextmanager
    def open(self) -> Iterator[None]:
        """Serve the screens until the block ends."""
        self.port = _free_port()
        with (self.room / "server.log").open("ab") as log:
            process = subprocess.Popen(
                [COMMAND, "serve", "--port", str(self.port)],
                cwd=self.room,
                env=self._environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
            try:
                self._wait(process)
                yield
            finally:
                with suppress(ProcessLookupError):  # it ended by itself
                    os.killpg(process.pid, signal.SIGTERM)
                process.wait(timeout=PATIENCE)

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        latest = time.monotonic() + PATIENCE
        while process.poll() is None and time.monotonic() < latest:
            with suppress(OSError, HTTPException):
                if self.visitor().get("/account/login/").status == 200:
                    return
            time.sleep(0.2)
        said = (self.room / "server.log").read_text(encoding="utf-8", errors="replace")
        raise RuntimeError(f"the server does not answer:\n{said}")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
