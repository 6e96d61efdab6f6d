"""House: the real server in a folder of its own, opened, closed and, where a test wants it, killed."""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Protocol
from urllib.error import URLError
from urllib.request import urlopen

import psycopg

from tests import tables

ROOT = Path(__file__).parents[2]
ELSEWHERE = "office.test"
"""Another name of the house: to a browser it is another machine, without HTTPS."""
_PATIENCE = 120.0
"""Seconds a house may take to open on a busy machine."""


class Server(Protocol):
    """The first process of a server, the leader of a group of its own."""

    @property
    def pid(self) -> int:
        """Its number, and that of its group."""

    def poll(self) -> int | None:
        """How it ended, or None while it runs."""

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end, and how it ended."""


class House:
    """One house: `angikar serve` with its two workers on a free port, over SQLite in `var` or the PostgreSQL of a `url`; `more` is
    added to the server's environment.
    """

    def __init__(
        self,
        var: Path,
        founding: str = "from tests.e2e.register import found; found()",
        *,
        url: str = "",
        **more: str,
    ) -> None:
        self.var = var
        self.more = more
        self.database = url
        self.url = ""
        self._server: Server | None = None
        if not url:
            tables.copy_to(var / "db.sqlite3")
        self.founded = self.say(founding)

    def open(self) -> None:
        """Serve, and wait until the door answers."""
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self._server = self._begun(port)
        self.wait()

    def _begun(self, port: int) -> Server:
        command = [sys.executable, "-m", "angikar.cli.main", "serve", "--port", str(port), "--no-tend"]
        with (self.var / "server.log").open("ab") as log:
            return subprocess.Popen(
                command,
                cwd=ROOT,
                env={**self.environment(), **self.more},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def wait(self) -> None:
        """Wait until the door answers."""
        latest = time.monotonic() + _PATIENCE
        while not _answers(f"{self.url}/account/login/"):
            if self._server is None or self._server.poll() is not None or time.monotonic() > latest:
                self.kill()
                raise AssertionError(f"the house did not open:\n{self.log()}")
            time.sleep(0.1)

    @property
    def is_open(self) -> bool:
        """Whether it serves."""
        return self._server is not None and self._server.poll() is None

    def processes(self) -> list[int]:
        """The processes that the server has begun."""
        assert self._server is not None
        asked = subprocess.run(["ps", "-o", "pid=", "--ppid", str(self._server.pid)], capture_output=True, check=False)
        return [int(each) for each in asked.stdout.split()]

    def kill(self) -> None:
        """The power fails: every process of the server ends at once."""
        self._end(signal.SIGKILL)

    @property
    def group(self) -> int:
        """The group of processes of the server that runs."""
        assert self._server is not None
        return self._server.pid

    def close(self) -> None:
        """Ask the server to end."""
        self._end(signal.SIGTERM)

    def log(self) -> str:
        """What the server said."""
        return (self.var / "server.log").read_text(encoding="utf-8", errors="replace")

    def rows(self, question: str, *values: object) -> list[tuple[object, ...]]:
        """Ask the database past the server."""
        if self.database:
            with psycopg.connect(self.database) as connection:
                return connection.execute(question.replace("?", "%s").encode(), values).fetchall()
        with closing(sqlite3.connect(self.var / "db.sqlite3", timeout=20)) as connection:
            return connection.execute(question, values).fetchall()

    def set_plans_aside(self) -> None:
        """Let the plans that are in force make room for others of the same year."""
        with closing(sqlite3.connect(self.var / "db.sqlite3", timeout=60)) as connection, connection:
            connection.execute("UPDATE papers_paper SET plan_of = NULL")

    def say(self, code: str) -> str:
        """What a line of Python prints inside the house's own settings."""
        command = [sys.executable, "-c", f"import django; django.setup(); {code}"]
        done = subprocess.run(command, cwd=ROOT, env=self.environment(), capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def read(self, pdf: bytes) -> dict[str, Any]:
        """What the command line of the house reads in a PDF."""
        file = self.var / "read.pdf"
        file.write_bytes(pdf)
        command = [sys.executable, "-m", "angikar.cli.main", "read", "--json", str(file)]
        done = subprocess.run(command, cwd=ROOT, env=self.environment(), capture_output=True, text=True, check=False)
        assert done.returncode in (0, 1), done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    def build(self, sample: str, office: str) -> int:
        """Issue a paper of the demo in the name of the head of an office; returns its number."""
        return int(self.say(f"from tests.e2e.register import build; print(build({sample!r}, {office!r}))"))

    def _end(self, how: signal.Signals) -> None:
        if self._server is not None:
            with suppress(ProcessLookupError):  # it ended by itself
                os.killpg(self._server.pid, how)
            self._server.wait(timeout=_PATIENCE)
            self._server = None

    def environment(self) -> dict[str, str]:
        """What its commands are given, and nothing of the system's settings besides."""
        ours = ("ANGIKAR_", "DJANGO_", "DATABASE_URL", "PYTEST_")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        return {
            **kept,
            "ANGIKAR_VAR": str(self.var),
            "ANGIKAR_HTTPS": "0",
            "ANGIKAR_HOSTS": f"127.0.0.1,localhost,{ELSEWHERE}",
            "ANGIKAR_SECRET_KEY": "only-for-this-walk-" + "x" * 40,
            "DJANGO_SETTINGS_MODULE": "angikar.site.settings",
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            "PYTHONUTF8": "1",
            **({"DATABASE_URL": self.database} if self.database else {}),
        }


def free_port() -> int:
    """A port that no process listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, ConnectionError, TimeoutError):
        return False
