"""Commands and servers of a house that begin at once: a process that has read all code makes one of itself for each, which may be killed."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from select import select
from signal import SIGKILL
from traceback import print_exception

from tests.e2e.server import ROOT, House

_READ = (
    *("backup", "doctor", "offices", "tend", "running.upgrading", "running.jobs", "checking.database"),
    *("checking.papers", "checking.rows", "checking.files"),
)
"""Modules of the command line that are read before the first command."""


class Begun:
    """A command that runs."""

    def __init__(self, forker: Forker, pid: int) -> None:
        self._forker, self.pid = forker, pid
        self._ended: int | None = None

    def kill(self, after: float) -> int:
        """Let it run for some seconds, then end it and all it began. Returns its exit code, negative where it was killed."""
        time.sleep(after)
        with suppress(ProcessLookupError):
            try:
                os.killpg(self.pid, SIGKILL)
            except ProcessLookupError:  # it has no group of its own yet
                os.kill(self.pid, SIGKILL)
        return self.wait()

    def poll(self) -> int | None:
        """Its exit code, or None while it runs."""
        if self._ended is None and self._forker.has_answered():
            self.wait()
        return self._ended

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end; its exit code. Raises `TimeoutError` where it does not end in so many seconds."""
        if self._ended is None:
            if timeout is not None and not self._forker.has_answered(timeout):
                raise TimeoutError
            self._ended = self._forker.answer()
        return self._ended


class Forker:
    """Begins commands and code of a house, one at a time; what they print goes into `log`."""

    def __init__(self, house: House) -> None:
        self.log = house.var.parent / "commands.log"
        orders, self._orders = os.pipe()
        answers, to = os.pipe()
        self._answers = os.fdopen(answers, "rb", buffering=0)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tools.siege.forking"], cwd=ROOT, env=house.environment(), stdin=orders, stdout=to
        )
        os.close(orders)
        os.close(to)

    def begin(self, *words: str, code: str = "", log: Path | None = None) -> Begun:
        """Begin `angikar` with some words, or a piece of code."""
        order = json.dumps({"words": words, "code": code, "log": str(log or self.log)})
        os.write(self._orders, order.encode() + b"\n")
        return Begun(self, self.answer())

    def do(self, *words: str, code: str = "") -> tuple[int, str]:
        """Do it to its end; its exit code and what it printed."""
        at = self.log.stat().st_size if self.log.exists() else 0
        ended = self.begin(*words, code=code).wait()
        with self.log.open("rb") as file:
            file.seek(at)
            return ended, file.read().decode(errors="replace")

    def answer(self) -> int:
        """The next number the process says."""
        return int(self._answers.readline())

    def has_answered(self, within: float = 0.0) -> bool:
        """Whether the process says a number within some seconds."""
        return bool(select([self._answers], [], [], within)[0])

    def close(self) -> None:
        """End the process."""
        os.close(self._orders)
        self._process.wait()
        self._answers.close()


def _serve() -> None:
    import django

    django.setup()
    import_module("angikar.site.urls")
    for module in _READ:
        import_module(f"angikar.cli.{module}")
    _look_once()
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if child == 0:
            _be(order)
        print(child, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _look_once() -> None:
    """Read the data once: what Django and the readers of content prepare at the first use is there in every command."""
    from django.db import connections

    from angikar.cli.doctor import data

    data()
    connections.close_all()
    gc.freeze()


def _be(order: dict[str, object]) -> None:
    """Be the command, and end with it."""
    from angikar.cli.main import main

    os.setsid()
    log = os.open(str(order["log"]), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for number, to in enumerate((os.open(os.devnull, os.O_RDONLY), log, log)):
        os.dup2(to, number)
    ended = 1
    try:
        if order["code"]:
            exec(str(order["code"]), {})  # noqa: S102  (code of the siege itself)
            ended = 0
        else:
            ended = main([str(word) for word in order["words"]])  # type: ignore[attr-defined]
    except SystemExit as asked:
        ended = asked.code if isinstance(asked.code, int) else 1
    finally:
        if (wrong := sys.exc_info()[1]) is not None and not isinstance(wrong, SystemExit):
            print_exception(wrong)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(ended)


if __name__ == "__main__":
    _serve()
