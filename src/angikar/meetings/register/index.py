"""The index in which decisions are searched: FTS5 beside the table on SQLite, GIN over its words on PostgreSQL.

Like the guards it is put up after every `migrate`, not by a migration, for SQLite loses a table's triggers whenever it
rebuilds the table. Both hold the words of `folded` as they stand, so that no parser of the database judges Bangla letters.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from angikar.meetings.models import Decision, Share
from angikar.offices.keyset import Around, Place

TABLE = "meetings_decision"
_INDEX = "meetings_decision_words"
_WORDS = "array_to_tsvector(string_to_array(folded, ' '))"
_SQLITE = (
    "CREATE VIRTUAL TABLE meetings_decision_words USING fts5(folded, content='meetings_decision', content_rowid='id', "
    "detail='none', tokenize=\"unicode61 remove_diacritics 0 categories 'L* M* N* Co' tokenchars '.'\")",
    "CREATE TRIGGER meetings_decision_words_insert AFTER INSERT ON meetings_decision BEGIN "
    "INSERT INTO meetings_decision_words(rowid, folded) VALUES (NEW.id, NEW.folded); END",
    "CREATE TRIGGER meetings_decision_words_delete AFTER DELETE ON meetings_decision BEGIN "
    "INSERT INTO meetings_decision_words(meetings_decision_words, rowid, folded) VALUES ('delete', OLD.id, OLD.folded); END",
    "CREATE TRIGGER meetings_decision_words_update AFTER UPDATE OF folded ON meetings_decision BEGIN "
    "INSERT INTO meetings_decision_words(meetings_decision_words, rowid, folded) VALUES ('delete', OLD.id, OLD.folded); "
    "INSERT INTO meetings_decision_words(rowid, folded) VALUES (NEW.id, NEW.folded); END",
    "INSERT INTO meetings_decision_words(meetings_decision_words) VALUES ('rebuild')",
)
FEW = 2_000
"""Up to so many shares are compared one by one."""
_PARTS = (_INDEX, *(f"{_INDEX}_{event}" for event in ("insert", "delete", "update")))
"""What makes the index on SQLite: the table and its three triggers."""


def put_up(using: str = "default", **_signal: object) -> None:
    """Put the index up where it is missing or has lost a part, over all that is there; the receiver of `post_migrate`."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if TABLE not in connection.introspection.table_names(cursor):
            return
        if connection.vendor == "postgresql":
            cursor.execute(f"CREATE INDEX IF NOT EXISTS {_INDEX} ON {TABLE} USING gin (({_WORDS}))")
            return
        cursor.execute("SELECT count(*) FROM sqlite_master WHERE name IN (%s, %s, %s, %s)", _PARTS)
        if cursor.fetchone()[0] != len(_PARTS):
            _build(connection)


def _build(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for trigger in _PARTS[1:]:
            cursor.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        cursor.execute(f"DROP TABLE IF EXISTS {_INDEX}")
        for statement in _SQLITE:
            cursor.execute(statement)


def holding(words: Sequence[str], vendor: str) -> RawSQL:
    """The numbers of the decisions that hold a word beginning with each of some words in the form of `folded`; for
    `pk__in`.
    """
    if vendor == "postgresql":
        return RawSQL(f"SELECT id FROM {TABLE} WHERE {_WORDS} @@ %s::tsquery", (_asked(words, vendor),))  # noqa: S608, S611  # names of ours
    return RawSQL(f"SELECT rowid FROM {_INDEX} WHERE {_INDEX} MATCH %s", (_asked(words, vendor),))  # noqa: S608, S611


def newest_holding(shares: QuerySet[Share], words: Sequence[str], vendor: str) -> QuerySet[Share]:
    """The shares of these decisions, the decision entered last first. SQLite walks its index from the newest entry on and
    stops when a page is full, which a second order would forbid; the plus keeps it from looking into the index again for every share.
    """
    if vendor == "postgresql":
        return shares.filter(decision__in=holding(words, vendor)).order_by("-decision_id", "office_path", "pk")
    return shares.extra(  # noqa: S610  # names of ours
        tables=[_INDEX],
        where=[f"{_INDEX} MATCH %s", f"+{_INDEX}.rowid = meetings_share.decision_id"],
        params=[_asked(words, vendor)],
        order_by=[f"-{_INDEX}.rowid"],
    )


def around(shares: QuerySet[Share], words: Sequence[str], size: int, few: int = FEW) -> Around[Share]:
    """The shares of the decisions that hold these words, for a page of so many rows from a place on. Where few shares are to be seen, their
    texts are compared; else the index, or without words the decisions, are walked from the place, for as many as can fill the page.
    """
    seen = list(shares.values_list("decision_id", flat=True)[: few + 1])

    def near(place: Place, back: bool) -> QuerySet[Share]:
        if len(seen) <= few:
            return shares.filter(decision__in=_holding_among(seen, words))
        return shares.filter(decision__in=_nearest(shares, words, size + 2, place=place, back=back))

    return near


def _holding_among(numbers: Sequence[int], words: Sequence[str]) -> list[int]:
    """Those of some decisions that hold these words."""
    held = Decision.objects.filter(pk__in=numbers).order_by()
    for word in words:
        held = held.filter(Q(folded__startswith=word) | Q(folded__contains=f" {word}"))
    return list(held.values_list("pk", flat=True))


def _nearest(shares: QuerySet[Share], words: Sequence[str], most: int, *, place: Place, back: bool) -> list[int]:
    """So many decisions with these words from a place on that have any of the shares; that of the place is the first."""
    connection = connections[shares.db]
    on_postgres = connection.vendor == "postgresql"
    by_text = on_postgres or not words
    number, match = ("d.id", _WORDS) if by_text else ("d.rowid", _INDEX)
    shown = shares.filter(decision_id=RawSQL(number, ())).values("pk")  # noqa: S611  # a name of ours
    inner, params = shown.query.sql_with_params()
    condition = f"{match} {'@@ %s::tsquery' if on_postgres else 'MATCH %s'}" if words else "true"
    edge = f" AND {number} {'>=' if back else '<='} %s" if place else ""
    sql = (
        f"SELECT {number} FROM {TABLE if by_text else _INDEX} d WHERE {condition}{edge} "  # noqa: S608  # names of ours
        f"AND EXISTS ({inner}) ORDER BY {number} {'ASC' if back else 'DESC'} LIMIT {most}"
    )
    with connection.cursor() as cursor:
        cursor.execute(
            sql, [*([_asked(words, connection.vendor)] if words else []), *([place[0]] if place else []), *params]
        )
        return [number for (number,) in cursor.fetchall()]


def _asked(words: Sequence[str], vendor: str) -> str:
    if vendor == "postgresql":
        return " & ".join(f"'{word}':*" for word in words)
    return " AND ".join(f'"{word}"*' for word in words)
