"""The database as one file and back: a snapshot of SQLite while people work, or the dump of PostgreSQL's own programs."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from angikar.cli import sentences
from angikar.cli.refusal import CannotDo
from angikar.cli.running.archive import POSTGRESQL, SQLITE


def dump(folder: Path) -> Path:
    """Write the database as it is at this moment into a folder. Returns the file; raises `CannotDo`."""
    from django.db import connection

    if connection.vendor == "postgresql":
        out = folder / POSTGRESQL
        _program("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={out}")
        return out
    out = folder / SQLITE
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(out)])
    return out


def is_empty() -> bool:
    """Whether the PostgreSQL database has no table yet."""
    from django.db import connection

    return not connection.introspection.table_names()


def load(dumped: Path) -> None:
    """Bring a dump into the empty PostgreSQL database, whole or not at all. Raises `CannotDo`."""
    name = _arguments()[0]
    _program(
        "pg_restore",
        "--exit-on-error",
        "--single-transaction",
        "--no-owner",
        "--no-privileges",
        f"--dbname={name}",
        str(dumped),
    )


def _arguments() -> tuple[str, dict[str, str]]:
    """The name of the database, and how its programs reach it: a password never stands on a command line."""
    from django.db import connection

    kept = connection.settings_dict
    named = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    reached = {variable: str(kept[setting]) for variable, setting in named.items() if kept[setting]}
    options = {f"PG{option.upper()}": str(value) for option, value in kept["OPTIONS"].items() if isinstance(value, str)}
    return str(kept["NAME"]), {**options, **reached}


def _program(program: str, *arguments: str) -> None:
    found = shutil.which(program)
    if found is None:
        raise CannotDo(sentences.PROGRAM_MISSING, program=program)
    name, reached = _arguments()
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
