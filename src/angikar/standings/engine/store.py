"""The books: the tables of tallies and scores of one database, read and written plan by plan, in rows or in columns.

In columns by ADBC, as Arrow tables; in rows by the drivers the house has anyway. Numbers alone go into the statements.
The process that opens a SQLite file here opens it with this driver only: two SQLites in one process would take each
other's locks away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any

from angikar.standings.engine.frame import GIVEN, SCORED, Total

_BEGIN = {
    ("sqlite", False): ("BEGIN",),
    ("sqlite", True): ("BEGIN IMMEDIATE",),
    ("postgresql", False): ("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",),
    # Who saves a report locks its tally first; he waits here, or we wait for him.
    ("postgresql", True): ("BEGIN", "LOCK TABLE standings_tally IN EXCLUSIVE MODE"),
}
_PRAGMAS = ("busy_timeout = 20000", "synchronous = NORMAL", "cache_size = -64000")


@dataclass(frozen=True, slots=True)
class Books:
    """One database held open: its `connection`, whose SQL it speaks, and whether its driver gives and takes columns."""

    connection: Any
    vendor: str
    in_columns: bool


@contextmanager
def opened(database: str, *, in_columns: bool) -> Iterator[Books]:
    """The books of a database: the path of a SQLite file, or the address (postgresql://…) of a PostgreSQL."""
    vendor = "postgresql" if database.startswith(("postgres://", "postgresql://")) else "sqlite"
    connection = _connected(database, vendor, in_columns)
    try:
        books = Books(connection, vendor, in_columns)
        for pragma in _PRAGMAS if vendor == "sqlite" else ():
            _do(books, f"PRAGMA {pragma}")
        yield books
    finally:
        connection.close()


def _connected(database: str, vendor: str, in_columns: bool) -> Any:
    """A connection that begins no transaction by itself; each driver is imported only where it is asked for."""
    if in_columns and vendor == "sqlite":
        from adbc_driver_sqlite import dbapi as sqlite_columns

        return sqlite_columns.connect(database, autocommit=True)
    if in_columns:
        from adbc_driver_postgresql import dbapi as postgresql_columns

        return postgresql_columns.connect(database, autocommit=True)
    if vendor == "sqlite":
        import pysqlite3

        return pysqlite3.connect(database, isolation_level=None, timeout=20)
    import psycopg

    return psycopg.connect(database, autocommit=True)


@contextmanager
def turn(books: Books, *, writes: bool = False) -> Iterator[None]:
    """One short transaction: it sees one state of the books and, where it writes, nobody changes a tally meanwhile."""
    for statement in _BEGIN[books.vendor, writes]:
        _do(books, statement)
    ending = "ROLLBACK"
    try:
        yield
        ending = "COMMIT"
    finally:
        _do(books, ending)


def plans(books: Books) -> list[int]:
    """The numbers of all plans that have tallies, in order."""
    found = _asked(books, "SELECT DISTINCT paper_id FROM standings_tally ORDER BY paper_id")
    return [row[0] for row in found]


def tallies(books: Books, first: int, last: int) -> Any:
    """The lines of the plans from `first` to `last` as a frame of `GIVEN`: rows, or an Arrow table."""
    return _frame(books, "standings_tally", GIVEN, (first, last))


def scores(books: Books, first: int, last: int) -> Any:
    """What is stored of the lines of these plans, as a frame of `SCORED`."""
    return _frame(books, "standings_linescore", SCORED, (first, last))


def sums(books: Books, first: int, last: int) -> set[Total]:
    """What is stored of these plans where their form gives marks."""
    query = "SELECT paper_id, claimed, accepted FROM standings_planscore WHERE claimed IS NOT NULL AND "
    return {Total(*row) for row in _asked(books, f"{query}paper_id BETWEEN {first:d} AND {last:d}")}


def put_scores(books: Books, first: int, last: int, scored: Any) -> None:
    """Store a frame of `SCORED` in place of everything stored of the lines of these plans."""
    _do(books, f"DELETE FROM standings_linescore WHERE paper_id BETWEEN {first:d} AND {last:d}")  # noqa: S608 - numbers
    with closing(books.connection.cursor()) as cursor:
        if books.in_columns:
            cursor.adbc_ingest("standings_linescore", scored, mode="append")
        else:
            place = "%s" if books.vendor == "postgresql" else "?"
            into = f"INSERT INTO standings_linescore ({', '.join(SCORED)}) VALUES ({', '.join([place] * len(SCORED))})"  # noqa: S608 - names of ours
            cursor.executemany(into, scored)


def put_sums(books: Books, totals: Iterable[Total]) -> None:
    """Store what plans add up to, and let whoever has seen the old figure look again."""
    rows = ", ".join(f"({total.paper:d}, {total.claimed:d}, {total.accepted:d})" for total in totals)
    if rows:
        update = "UPDATE standings_planscore SET claimed = made.column2, accepted = made.column3, version = version + 1"
        plans = f"FROM (VALUES {rows}) AS made WHERE paper_id = made.column1 AND claimed IS NOT NULL"
        _do(books, f"{update} {plans}")


def _frame(books: Books, table: str, names: Sequence[str], plans: tuple[int, int]) -> Any:
    query = f"SELECT {', '.join(names)} FROM {table} WHERE paper_id BETWEEN {plans[0]:d} AND {plans[1]:d}"  # noqa: S608 - names of ours
    if not books.in_columns:
        return _asked(books, query)
    with closing(books.connection.cursor()) as cursor:
        cursor.execute(query)
        return cursor.fetch_arrow_table()


def _asked(books: Books, query: str) -> list[tuple[Any, ...]]:
    with closing(books.connection.cursor()) as cursor:
        cursor.execute(query)
        return cursor.fetchall()  # type: ignore[no-any-return]


def _do(books: Books, statement: str) -> None:
    with closing(books.connection.cursor()) as cursor:
        cursor.execute(statement)
