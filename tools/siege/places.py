"""Where a house is besieged: over SQLite in a folder, or over a PostgreSQL cluster of its own that waits for the disk. Each round
begins with a fresh copy of a scene that was built once.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import ClassVar

import psycopg

from tests import postgres
from tests.e2e.clerk import Clerk
from tests.e2e.server import House, Server
from tools.siege.forking import Forker

_NAME = "siege"
MEMORY = Path("/dev/shm")  # noqa: S108  (a folder of its own is made in it)
"""Where files cost no time: what ends a process leaves what it wrote, on a disk or not."""


def _memory() -> Path | None:
    return MEMORY if MEMORY.is_dir() else None


class QuickHouse(House):
    """A house whose server begins at once, in a process that has read all code; where `more` is set it begins like any other."""

    _forker: Forker | None = None

    def _begun(self, port: int) -> Server:
        if self.more:
            return super()._begun(port)
        if self._forker is None:
            self._forker = Forker(self)
        code = f"from tools.siege.serving import serve; serve({port})"
        return self._forker.begin(code=code, log=self.var / "server.log")

    def close_forker(self) -> None:
        """End the process that servers begin in."""
        if self._forker is not None:
            self._forker.close()


class Place:
    """A house in a folder, its scene by name, and a process that begins its commands."""

    name: ClassVar[str] = "SQLite"

    def __init__(self, work: Path) -> None:
        self.work, self.var = work, work / "var"
        self.var.mkdir(parents=True, mode=0o700)
        self.house = QuickHouse(self.var, url=self._url())
        self.forker = Forker(self.house)
        self.clerks: list[Clerk] = []
        self.forker.do(code="from tools.siege.scenes import private; private()")
        self.keep("found")

    def keep(self, scene: str) -> None:
        """Keep the closed house as it is, as a scene."""
        self._settle()
        shutil.copytree(self.var, self.work / scene)

    def fresh(self, scene: str) -> None:
        """Make the house as it was in a scene."""
        self.clerks = []
        shutil.rmtree(self.var, ignore_errors=True)
        shutil.copytree(self.work / scene, self.var)

    def empty(self) -> None:
        """Leave a folder without any data."""
        shutil.rmtree(self.var, ignore_errors=True)
        self.var.mkdir(mode=0o700)

    def quiet(self) -> None:
        """Wait until nobody writes in the database any more whose process was killed."""

    def close(self) -> None:
        """End all processes."""
        self.house.kill()
        self.house.close_forker()
        self.forker.close()

    def _url(self) -> str:
        return ""

    def _settle(self) -> None:
        with closing(sqlite3.connect(self.var / "db.sqlite3")) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


class Clustered(Place):
    """A house over PostgreSQL; its scenes are databases from which new ones are made."""

    name = "PostgreSQL"

    def __init__(self, work: Path) -> None:
        binaries = postgres.programs()
        if binaries is None:
            raise RuntimeError("there is no PostgreSQL server on this machine")
        # Its server is another user, who may not enter the folder of this place.
        self._folder = Path(tempfile.mkdtemp(prefix="angikar-pg-", dir=_memory()))
        self.cluster = postgres.Cluster(binaries, self._folder, durable=True)
        self.cluster.start()
        self._do(f"CREATE DATABASE {_NAME}")
        with psycopg.connect(self._url(), autocommit=True) as connection:
            connection.execute("CREATE EXTENSION amcheck")
        super().__init__(work)

    def keep(self, scene: str) -> None:
        """Keep the closed house as it is, as a scene."""
        super().keep(scene)
        self._do(f"CREATE DATABASE scene_{scene} TEMPLATE {_NAME}")

    def fresh(self, scene: str) -> None:
        """Make the house as it was in a scene; its files are copied, and nothing of them is in the memory of the server."""
        super().fresh(scene)
        self._remove()
        self._do(f"CREATE DATABASE {_NAME} TEMPLATE scene_{scene} STRATEGY file_copy")

    def restart(self, more: dict[str, str]) -> None:
        """Start the cluster again with something more in its environment."""
        self.cluster.stop()
        self.cluster.more = more
        self.cluster.start()

    def files(self) -> list[Path]:
        """The files of tables and indexes of the house, those of the server itself among them."""
        with psycopg.connect(self.cluster.url) as connection:
            rows = connection.execute("SELECT oid FROM pg_database WHERE datname = %s", [_NAME]).fetchall()
        folder = self.cluster.data / "base" / str(rows[0][0])
        return [each for each in folder.iterdir() if each.name.isdecimal() and each.stat().st_size]

    def empty(self) -> None:
        """Leave a folder and a database without any data."""
        super().empty()
        self._remove()
        self._do(f"CREATE DATABASE {_NAME}")

    def quiet(self) -> None:
        """Wait until nobody writes in the database any more whose process was killed."""
        latest = time.monotonic() + 60
        with psycopg.connect(self.cluster.url, autocommit=True) as connection:
            while connection.execute("SELECT 1 FROM pg_stat_activity WHERE datname = %s", [_NAME]).fetchone():
                if time.monotonic() > latest:
                    raise RuntimeError("somebody still writes in the database")
                time.sleep(0.01)

    def close(self) -> None:
        """End all processes."""
        super().close()
        self.cluster.stop("immediate")
        shutil.rmtree(self._folder)

    def _url(self) -> str:
        return self.cluster.database(_NAME)

    def _settle(self) -> None:
        self.quiet()

    def _remove(self) -> None:
        self._do(f"DROP DATABASE IF EXISTS {_NAME} WITH (FORCE)")

    def _do(self, statement: str) -> None:
        with psycopg.connect(self.cluster.url, autocommit=True) as connection:
            connection.execute(statement.encode())


PLACES: dict[str, type[Place]] = {"sqlite": Place, "postgresql": Clustered}


@contextmanager
def place(database: str) -> Iterator[Place]:
    """A place over a database, in memory where the machine has such a folder, ended with the block."""
    with tempfile.TemporaryDirectory(prefix="angikar-siege-", dir=_memory()) as name:
        made = PLACES[database](Path(name) / "place")
        try:
            yield made
        finally:
            made.close()
