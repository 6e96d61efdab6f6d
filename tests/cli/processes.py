"""The command line as an operator calls it: a process of its own in a folder of its own, and a server that is opened and closed."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ANGIKAR = (sys.executable, "-m", "angikar.cli.main")
PATIENCE = 120.0
"""Seconds a process may take on a busy machine."""


def surroundings(**settings: str) -> dict[str, str]:
    """The environment without any setting of the system but those given."""
    ours = ("ANGIKAR_", "DJANGO_", "DATABASE_", "PYTEST_", "PROMETHEUS_")
    return {**{name: value for name, value in os.environ.items() if not name.startswith(ours)}, **settings}


def called(
    folder: Path, *call: str | Path, passed: Sequence[int] = (), **settings: str
) -> subprocess.CompletedProcess[str]:
    """Call the command in a folder, with no terminal, and wait for its end; descriptors that are `passed` are open to it."""
    return subprocess.run(
        [*ANGIKAR, *map(str, call)],
        cwd=folder,
        env=surroundings(**settings),
        stdin=subprocess.DEVNULL,
        pass_fds=passed,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


class Server:
    """`angikar serve` as a process, with what it printed."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path, port: int, host: str) -> None:
        self.process = process
        self.port = port
        self.host = host
        self._log = log

    @property
    def printed(self) -> str:
        """Everything the server has printed so far."""
        return self._log.read_text(encoding="utf-8")

    def get(self, path: str, *, host: str = "", **headers: str) -> tuple[int, str]:
        """The status and text of an answer; `host` is the name that is asked for."""
        line = http.client.HTTPConnection(self.host, self.port, timeout=20)
        line.request("GET", path, headers={"Host": host or f"{self.host}:{self.port}", **headers})
        answer = line.getresponse()
        text = answer.read().decode()
        line.close()
        return answer.status, text

    def stop(self) -> int:
        """Ask it to end, and wait until it has; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)


@contextmanager
def served(folder: Path, *call: str, host: str = "127.0.0.1", **settings: str) -> Iterator[Server]:
    """A server in a folder on a free port, ended with the block."""
    port = free_port()
    log = folder / "server.log"
    with log.open("ab") as to:
        process = subprocess.Popen(
            [*ANGIKAR, "serve", "--port", str(port), *call],
            cwd=folder,
            env=surroundings(**settings),
            stdin=subprocess.DEVNULL,
            stdout=to,
            stderr=to,
            start_new_session=True,
        )
    server = Server(process, log, port, host)
    try:
        _wait(server)
        yield server
    finally:
        if process.poll() is None:
            server.stop()


def _wait(server: Server) -> None:
    latest = time.monotonic() + PATIENCE
    while True:
        try:
            with socket.create_connection((server.host, server.port), timeout=1):
                return
        except OSError:
            if server.process.poll() is not None or time.monotonic() > latest:
                raise AssertionError(f"the server did not open:\n{server.printed}") from None
            time.sleep(0.1)


def free_port() -> int:
    """A port that no process listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
