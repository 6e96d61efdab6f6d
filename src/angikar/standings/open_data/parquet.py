"""Rows as Parquet, typed and packed, and what has changed from one such file to the next."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from angikar.history.refusal import Refused
from angikar.standings import sentences
from angikar.standings.open_data.columns import COLUMNS, KEY, ColumnType

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

INSTALL = "pip install 'angikar[parquet]'"
"""The line that brings what writes Parquet."""
_SQL: dict[ColumnType, str] = {"string": "VARCHAR", "integer": "BIGINT", "number": "DECIMAL(18, 4)", "date": "DATE"}


class Changes(NamedTuple):
    """How many rows are there that were not, are gone, or have another value."""

    added: int
    removed: int
    changed: int


def need_packages() -> None:
    """Raises `Refused` with the line that installs them where they are not here."""
    if find_spec("duckdb") is None:
        raise Refused(sentences.PARQUET_MISSING, install=INSTALL)


def pack(lines: Path, to: Path) -> None:
    """JSON Lines as Parquet, the columns in their types."""
    types = {column.name: _SQL[column.type] for column in COLUMNS}
    with _database() as database:
        rows = database.read_json(str(lines), columns=types, format="newline_delimited")
        rows.write_parquet(str(to), compression="zstd")


def changes(before: Path, now: Path) -> Changes:
    """What has changed between two Parquet files. Days on which a plan was scored are no change."""
    compared = ", ".join(column.name for column in COLUMNS if column.name != "scored_on")
    columns = f"{', '.join(KEY)}, md5(row({compared})::VARCHAR) AS digest"
    same_row = " AND ".join(f"now.{name} = before.{name}" for name in KEY)
    with _database() as database:
        old, new = (database.read_parquet(str(file)).project(columns) for file in (before, now))
        both = new.set_alias("now").join(old.set_alias("before"), same_row, how="outer")
        found = both.aggregate(
            "count(*) FILTER (before.digest IS NULL), count(*) FILTER (now.digest IS NULL), count(*) FILTER (now.digest <> before.digest)"
        ).fetchall()
    return Changes(*found[0])


def _database() -> DuckDBPyConnection:
    """A database in memory that loads nothing from outside."""
    import duckdb

    return duckdb.connect(config={"autoinstall_known_extensions": False, "autoload_known_extensions": False})
