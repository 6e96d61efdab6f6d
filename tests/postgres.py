"""Postgres starts a server of the tests' own, in a temporary folder, on a free port, with the system's own programs."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any


def programs() -> Path | None:
    """The folder of `initdb` and `pg_ctl`: on the path, or the newest of Debian's; None where there is no server."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    kept = [place.parent for place in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(kept, key=lambda folder: int(folder.parent.name), default=None)


def _owner() -> pwd.struct_passwd | None:
    """Whom the server runs as: initdb refuses root, so root lends it to `postgres` or to `nobody`."""
    if os.getuid() != 0:
        return None
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _run(command: list[str], owner: pwd.struct_passwd | None, folder: Path, more: dict[str, str]) -> None:
    identity: dict[str, Any] = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner else {}
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(folder), **more}
    # The server inherits what it is given; a pipe of ours would never close.
    with (folder / "programs.log").open("ab") as log:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=folder,
            env=environment,
            check=False,
            **identity,
        )
    if done.returncode:
        raise RuntimeError(f"{Path(command[0]).name} failed:\n{(folder / 'programs.log').read_text()}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Cluster:
    """A PostgreSQL server with its data in a folder: started, stopped and, where a test wants it, killed as a power cut would. Only one
    that is `durable` waits for the disk; `more` is added to its environment when it starts.
    """

    def __init__(self, binaries: Path, folder: Path, data: Path | None = None, *, durable: bool = False) -> None:
        self.folder, self.data = folder, data or folder / "data"
        self.port, self.durable = _free_port(), durable
        self.more: dict[str, str] = {}
        self._binaries, self._owner = binaries, _owner()
        for place in (folder, self.data if data else folder):
            place.mkdir(parents=True, exist_ok=True)
            if self._owner:
                os.chown(place, self._owner.pw_uid, self._owner.pw_gid)
        if not (self.data / "PG_VERSION").exists():
            sums = ["-k"] if durable else []
            self._do("initdb", "-D", str(self.data), "-U", "angikar", "-A", "trust", "-E", "UTF8", *sums)

    @property
    def url(self) -> str:
        """The database of its superuser."""
        return self.database("postgres")

    def database(self, name: str) -> str:
        """The URL of one of its databases."""
        return f"postgres://angikar@127.0.0.1:{self.port}/{name}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = f"-p {self.port} -c listen_addresses=127.0.0.1 -k {self.folder}"
        if not self.durable:  # nothing in it must survive a power cut, so nothing waits for the disk
            settings += " -c fsync=off -c full_page_writes=off"
        self._do("pg_ctl", "-D", str(self.data), "-w", "-o", settings, "start")

    def stop(self, how: str = "fast") -> None:
        """Stop it: `fast` lets it write everything out, `immediate` does not."""
        self._do("pg_ctl", "-D", str(self.data), "-m", how, "stop")

    def kill(self) -> None:
        """End all its processes at once, as a power cut does."""
        first = int((self.data / "postmaster.pid").read_text().split()[0])
        asked = subprocess.run(["ps", "-o", "pid=", "--ppid", str(first)], capture_output=True, text=True, check=False)
        for process in (first, *map(int, asked.stdout.split())):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        while _is_running(first):
            time.sleep(0.01)
        for lock in (self.data / "postmaster.pid", self.folder / f".s.PGSQL.{self.port}.lock"):
            lock.unlink()  # its number may not be free yet, and would be taken for a server that runs

    def _do(self, program: str, *words: str) -> None:
        _run([str(self._binaries / program), *words], self._owner, self.folder, self.more)


def _is_running(process: int) -> bool:
    state = Path(f"/proc/{process}/stat")
    try:
        return state.read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@contextmanager
def server(binaries: Path, kept: Path | None = None, *, durable: bool = False) -> Iterator[str]:
    """A running server as a URL of its superuser's database; it and its folder are gone afterwards, unless its data is
    `kept` in a folder, where the next one finds it. A `durable` one waits for the disk.
    """
    folder = Path(tempfile.mkdtemp(prefix="angikar-pg-"))
    try:
        cluster = Cluster(binaries, folder, kept, durable=durable)
        cluster.start()
        try:
            yield cluster.url
        finally:
            cluster.stop("fast" if kept else "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
