"""The database as one file and back: a snapshot of SQLite while people work, or the dump of PostgreSQL's own programs."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from angikar.cli import sentences
from angikar.cli.refusal import CannotDo
from angikar.cli.running.archive import POSTGRESQL, SQLITE


def dump(folder: Path) -> Path:
    """Write the database as it is at this moment into a folder. Returns the file; raises `CannotDo`."""
    from django.db import DatabaseError, connection

    if connection.vendor == "postgresql":
        out = folder / POSTGRESQL
        _program("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={out}")
        return out
    out = folder / SQLITE
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(out)])
    except DatabaseError as wrong:  # the disk is full, or a page of the database is damaged
        raise CannotDo(sentences.PROGRAM_FAILED, program="SQLite", reason=str(wrong)) from wrong
    return out


def is_empty() -> bool:
    """Whether the PostgreSQL database has no table yet."""
    from django.db import connection

    return not connection.introspection.table_names()


def load(dumped: Path, url: str = "") -> None:
    """Bring a dump into the empty PostgreSQL database of the settings, or of a URL, whole or not at all. Raises `CannotDo`."""
    name = _arguments(url)[0]
    _program(
        "pg_restore",
        "--exit-on-error",
        "--single-transaction",
        "--no-owner",
        "--no-privileges",
        f"--dbname={name}",
        str(dumped),
        url=url,
    )


class NotAllowed(Exception):
    """The server does not let us make a database."""


@contextmanager
def trial_database(url: str) -> Iterator[str]:
    """A database of its own on the server of a URL, as a URL; it is gone after the block. Raises `NotAllowed`."""
    import psycopg

    name = f"angikar_try_{secrets.token_hex(6)}"
    try:
        server = psycopg.connect(url, autocommit=True)
    except psycopg.Error as wrong:
        raise NotAllowed(str(wrong).strip()) from wrong
    with server:
        try:
            server.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'".encode())
        except psycopg.Error as wrong:
            raise NotAllowed(str(wrong).strip()) from wrong
        try:
            yield urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def _arguments(url: str = "") -> tuple[str, dict[str, str]]:
    """The name of the database of the settings or of a URL, and how its programs reach it: a password never stands on a command line."""
    if url:
        from psycopg.conninfo import conninfo_to_dict

        known = {name: str(value) for name, value in conninfo_to_dict(url).items()}
        return known.pop("dbname"), {f"PG{name.upper()}": value for name, value in known.items()}
    from django.db import connection

    kept = connection.settings_dict
    named = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    reached = {variable: str(kept[setting]) for variable, setting in named.items() if kept[setting]}
    options = {f"PG{option.upper()}": str(value) for option, value in kept["OPTIONS"].items() if isinstance(value, str)}
    return str(kept["NAME"]), {**options, **reached}


def _program(program: str, *arguments: str, url: str = "") -> None:
    found = shutil.which(program)
    if found is None:
        raise CannotDo(sentences.PROGRAM_MISSING, program=program)
    name, reached = _arguments(url)
    done = subprocess.run(  # noqa: S603  (PostgreSQL's own program)
        [found, *arguments],
        env={**os.environ, "PGDATABASE": name, **reached},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or [str(done.returncode)])[0]
        raise CannotDo(sentences.PROGRAM_FAILED, program=program, reason=reason)
