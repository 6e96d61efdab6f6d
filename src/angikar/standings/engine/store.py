"""The tables of tallies and scores of one database, read and written plan by plan, in rows or in columns.

In columns by ADBC, as Arrow tables; in rows by the drivers of the system. Only numbers go into the statements. A process
that opens a SQLite file here opens it with this driver only: two SQLite libraries in one process would release each
other's locks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any

from angikar.standings.engine.frame import GIVEN, SCORED, PlanTotal

_BEGIN = {
    ("sqlite", False): ("BEGIN",),
    ("sqlite", True): ("BEGIN IMMEDIATE",),
    ("postgresql", False): ("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",),
    # A request that saves a report locks its tally first: one of the two waits for the other.
    ("postgresql", True): ("BEGIN", "LOCK TABLE standings_tally IN EXCLUSIVE MODE"),
}
# From plan to plan along the index, past the lines of each.
_PLANS = """
WITH RECURSIVE plan (number) AS (
    SELECT MIN(paper_id) FROM standings_tally
    UNION ALL
    SELECT (SELECT MIN(paper_id) FROM standings_tally WHERE paper_id > plan.number) FROM plan WHERE plan.number IS NOT NULL
)
SELECT number FROM plan WHERE number IS NOT NULL
"""
_PRAGMAS = ("busy_timeout = 20000", "synchronous = NORMAL", "cache_size = -64000")


@dataclass(frozen=True, slots=True)
class ScoreStore:
    """One open database: its `connection`, the `vendor` of its SQL, and whether its driver reads and writes columns."""

    connection: Any
    vendor: str
    in_columns: bool


@contextmanager
def opened(database: str, *, in_columns: bool) -> Iterator[ScoreStore]:
    """Opens a database: the path of a SQLite file, or the address (postgresql://…) of a PostgreSQL."""
    vendor = "postgresql" if database.startswith(("postgres://", "postgresql://")) else "sqlite"
    connection = _connected(database, vendor, in_columns)
    try:
        db = ScoreStore(connection, vendor, in_columns)
        for pragma in _PRAGMAS if vendor == "sqlite" else ():
            _do(db, f"PRAGMA {pragma}")
        yield db
    finally:
        connection.close()


def _connected(database: str, vendor: str, in_columns: bool) -> Any:
    """A connection without automatic transactions; each driver is imported only where it is used."""
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
def transaction(db: ScoreStore, *, writes: bool = False) -> Iterator[None]:
    """One short transaction: it reads one state of the tables; where it `writes`, no other process changes a tally meanwhile."""
    for statement in _BEGIN[db.vendor, writes]:
        _do(db, statement)
    ending = "ROLLBACK"
    try:
        yield
        ending = "COMMIT"
    finally:
        _do(db, ending)


def plans(db: ScoreStore) -> list[int]:
    """The numbers of all plans that have tallies, in order."""
    return [row[0] for row in _asked(db, _PLANS)]


def versions(db: ScoreStore, first: int, last: int) -> list[tuple[Any, ...]]:
    """The plans from `first` to `last` with their versions: every action that changes a tally raises that of its plan."""
    query = f"SELECT paper_id, version FROM standings_planscore WHERE paper_id BETWEEN {first:d} AND {last:d}"  # noqa: S608 - numbers
    return _asked(db, f"{query} ORDER BY paper_id")


def tallies(db: ScoreStore, first: int, last: int) -> Any:
    """The lines of the plans from `first` to `last` as a frame of `GIVEN`: rows, or an Arrow table."""
    return _frame(db, "standings_tally", GIVEN, (first, last))


def scores(db: ScoreStore, first: int, last: int) -> Any:
    """The stored scores of the lines of these plans, as a frame of `SCORED`."""
    return _frame(db, "standings_linescore", SCORED, (first, last))


def sums(db: ScoreStore, first: int, last: int) -> set[PlanTotal]:
    """The stored totals of these plans where their form gives marks."""
    query = "SELECT paper_id, claimed, accepted FROM standings_planscore WHERE claimed IS NOT NULL AND "
    return {PlanTotal(*row) for row in _asked(db, f"{query}paper_id BETWEEN {first:d} AND {last:d}")}


def put_scores(db: ScoreStore, first: int, last: int, scored: Any) -> None:
    """Store a frame of `SCORED` in place of all stored scores of these plans."""
    _do(db, f"DELETE FROM standings_linescore WHERE paper_id BETWEEN {first:d} AND {last:d}")  # noqa: S608 - numbers
    with closing(db.connection.cursor()) as cursor:
        if db.in_columns:
            cursor.adbc_ingest("standings_linescore", scored, mode="append")
        else:
            place = "%s" if db.vendor == "postgresql" else "?"
            into = f"INSERT INTO standings_linescore ({', '.join(SCORED)}) VALUES ({', '.join([place] * len(SCORED))})"  # noqa: S608 - names of ours
            cursor.executemany(into, scored)


def put_sums(db: ScoreStore, totals: Iterable[PlanTotal]) -> None:
    """Store the totals of plans and raise their version, so that caches of the old figure are renewed."""
    rows = ", ".join(f"({total.paper:d}, {total.claimed:d}, {total.accepted:d})" for total in totals)
    if rows:
        update = "UPDATE standings_planscore SET claimed = made.column2, accepted = made.column3, version = version + 1"
        plans = f"FROM (VALUES {rows}) AS made WHERE paper_id = made.column1 AND claimed IS NOT NULL"
        _do(db, f"{update} {plans}")


def _frame(db: ScoreStore, table: str, names: Sequence[str], plans: tuple[int, int]) -> Any:
    query = f"SELECT {', '.join(names)} FROM {table} WHERE paper_id BETWEEN {plans[0]:d} AND {plans[1]:d}"  # noqa: S608 - names of ours
    if not db.in_columns:
        return _asked(db, query)
    with closing(db.connection.cursor()) as cursor:
        cursor.execute(query)
        return cursor.fetch_arrow_table()


def _asked(db: ScoreStore, query: str) -> list[tuple[Any, ...]]:
    with closing(db.connection.cursor()) as cursor:
        cursor.execute(query)
        return cursor.fetchall()  # type: ignore[no-any-return]


def _do(db: ScoreStore, statement: str) -> None:
    with closing(db.connection.cursor()) as cursor:
        cursor.execute(statement)
