"""The kept numbers and marks of one database, read and written some plans at a time, by the drivers of the system."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

from angikar.standings.engine.numbers import MarkedPlan, PlanNumbers

_ADDRESSES = ("postgres://", "postgresql://")
_BEGIN = {
    "sqlite": ("BEGIN IMMEDIATE",),
    # A request that saves a report locks the numbers of its plan first: one of the two waits for the other.
    "postgresql": ("BEGIN", "LOCK TABLE standings_plantally IN EXCLUSIVE MODE"),
}
_PRAGMAS = ("busy_timeout = 20000", "synchronous = NORMAL", "cache_size = -16000", "wal_autocheckpoint = 0")
_ALL = """
SELECT numbers.paper_id, law, figures, scores, version, claimed, accepted
FROM standings_plantally AS numbers LEFT JOIN standings_planscore AS plan ON plan.paper_id = numbers.paper_id
WHERE numbers.paper_id BETWEEN {first:d} AND {last:d} ORDER BY numbers.paper_id
"""


@dataclass(frozen=True, slots=True)
class ScoreStore:
    """One open database: its `connection`, and the `vendor` of its SQL."""

    connection: Any
    vendor: str


class StoredPlan(NamedTuple):
    """What is stored of one plan: its numbers, their scores, its version and its totals. Every action that changes the numbers of a plan raises
    its version; the totals are `None` where its form gives no marks, the version too where it has no score.
    """

    paper: int
    law: bytes
    figures: bytes
    scores: bytes
    version: int | None
    claimed: int | None
    accepted: int | None

    @property
    def numbers(self) -> PlanNumbers:
        """What its marks are computed from."""
        return PlanNumbers(self.paper, self.law, self.figures)


@contextmanager
def opened(database: str) -> Iterator[ScoreStore]:
    """Opens a database: the path of a SQLite file, or the address (postgresql://…) of a PostgreSQL."""
    vendor = "postgresql" if database.startswith(_ADDRESSES) else "sqlite"
    connection = _connected(database, vendor)
    try:
        db = ScoreStore(connection, vendor)
        for pragma in _PRAGMAS if vendor == "sqlite" else ():
            _do(db, f"PRAGMA {pragma}")
        yield db
    finally:
        connection.close()


def _connected(database: str, vendor: str) -> Any:
    """A connection without automatic transactions; each driver is imported only where it is used."""
    if vendor == "sqlite":
        import pysqlite3

        return pysqlite3.connect(database, isolation_level=None, timeout=20, check_same_thread=False)
    import psycopg

    return psycopg.connect(database, autocommit=True)


@contextmanager
def settling(database: str) -> Iterator[Callable[[], None]]:
    """A function that lets SQLite carry what was written from its log into its file, beside what goes on: the disk is waited for by a thread of
    its own. PostgreSQL does so itself.
    """
    if database.startswith(_ADDRESSES):
        yield lambda: None
        return
    under_way: list[Future[None]] = []

    def settle() -> None:
        if not under_way or under_way[-1].done():
            under_way[:] = [thread.submit(_do, db, "PRAGMA wal_checkpoint(PASSIVE)")]

    with opened(database) as db, ThreadPoolExecutor(1) as thread:
        yield settle
        thread.submit(_do, db, "PRAGMA wal_checkpoint(PASSIVE)")


@contextmanager
def writing(db: ScoreStore) -> Iterator[None]:
    """One short transaction in which no other process changes the numbers of a plan."""
    for statement in _BEGIN[db.vendor]:
        _do(db, statement)
    ending = "ROLLBACK"
    try:
        yield
        ending = "COMMIT"
    finally:
        _do(db, ending)


def plans(db: ScoreStore) -> list[int]:
    """The numbers of all plans that are counted, in order."""
    return [row[0] for row in _asked(db, "SELECT paper_id FROM standings_plantally ORDER BY paper_id")]


def stored(db: ScoreStore, first: int, last: int) -> list[StoredPlan]:
    """What is stored of the plans from `first` to `last`, all at one moment."""
    return [StoredPlan(*row) for row in _asked(db, _ALL.format(first=first, last=last))]


def versions(db: ScoreStore, first: int, last: int) -> dict[int, int]:
    """The versions of these plans."""
    query = f"SELECT paper_id, version FROM standings_planscore WHERE paper_id BETWEEN {first:d} AND {last:d}"  # noqa: S608 - numbers
    return dict(_asked(db, query))


def put_scores(db: ScoreStore, scored: Sequence[MarkedPlan]) -> None:
    """Store the scores of the lines of plans."""
    papers, scores = [each.paper for each in scored], [each.scores for each in scored]
    with closing(db.connection.cursor()) as cursor:
        if db.vendor == "postgresql":
            update = "UPDATE standings_plantally SET scores = made.scores FROM unnest(%b::bigint[], %b::bytea[]) AS made (paper, scores)"
            cursor.execute(f"{update} WHERE paper_id = made.paper", (papers, scores))
        else:
            update = "UPDATE standings_plantally SET scores = ? WHERE paper_id = ?"
            cursor.executemany(update, zip(scores, papers, strict=True))


def put_sums(db: ScoreStore, scored: Sequence[MarkedPlan]) -> None:
    """Store the totals of plans and raise their version, so that caches of the old figure are renewed."""
    rows = ", ".join(f"({plan.paper:d}, {plan.claimed:d}, {plan.accepted:d})" for plan in scored)
    if rows:
        update = "UPDATE standings_planscore SET claimed = made.column2, accepted = made.column3, version = version + 1"
        _do(db, f"{update} FROM (VALUES {rows}) AS made WHERE paper_id = made.column1 AND claimed IS NOT NULL")


def _asked(db: ScoreStore, query: str) -> list[tuple[Any, ...]]:
    with closing(db.connection.cursor(binary=True) if db.vendor == "postgresql" else db.connection.cursor()) as cursor:
        cursor.execute(query)
        return cursor.fetchall()  # type: ignore[no-any-return]


def _do(db: ScoreStore, statement: str) -> None:
    with closing(db.connection.cursor()) as cursor:
        cursor.execute(statement)
