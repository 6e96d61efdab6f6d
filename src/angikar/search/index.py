"""The index over the tokens of `Indexed`: FTS5 beside the table on SQLite, GIN on PostgreSQL; and how it is asked.

It is put up after every `migrate`, not by a migration, for SQLite loses a table's triggers whenever it rebuilds the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from django.db import DatabaseError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from angikar.rules.bangla.asking import Every, Token, Wanted, any_mark
from angikar.search import marks, places
from angikar.search.places import Within
from angikar.search.written import in_fts5, in_tsquery

TABLE = "search_indexed"
_INDEX = "search_indexed_terms"
_TERMS = "array_to_tsvector(string_to_array(terms, ' '))"
_OLD = f"INSERT INTO {_INDEX}({_INDEX}, rowid, terms) VALUES ('delete', OLD.id, OLD.terms);"  # noqa: S608  # names of ours
_NEW = f"INSERT INTO {_INDEX}(rowid, terms) VALUES (NEW.id, NEW.terms);"  # noqa: S608
_SQLITE = (
    f"CREATE VIRTUAL TABLE {_INDEX} USING fts5(terms, content='{TABLE}', content_rowid='id', detail='none', "
    "tokenize=\"unicode61 remove_diacritics 0 categories 'L* M* N* Co' tokenchars '._='\")",
    f"CREATE TRIGGER {_INDEX}_insert AFTER INSERT ON {TABLE} BEGIN {_NEW} END",
    f"CREATE TRIGGER {_INDEX}_delete AFTER DELETE ON {TABLE} BEGIN {_OLD} END",
    f"CREATE TRIGGER {_INDEX}_update AFTER UPDATE OF terms ON {TABLE} WHEN OLD.terms <> NEW.terms BEGIN {_OLD} {_NEW} END",
    f"INSERT INTO {_INDEX}({_INDEX}) VALUES ('rebuild')",  # noqa: S608
    f"INSERT INTO {_INDEX}({_INDEX}) VALUES ('optimize')",  # noqa: S608
)
_PARTS = (_INDEX, *(f"{_INDEX}_{event}" for event in ("insert", "delete", "update")))
"""What makes the index on SQLite: the table and its three triggers."""
_SPANS = 5
"""So often PostgreSQL is asked for some months, then for all that is left."""
_SURE = 1.4
"""So many times as many rows are expected of these months as are wanted; another question costs more than some rows too many."""
_MORE = 4
"""No more than so many times as many months are asked next."""
FEW = 2_000
"""Rows in all that PostgreSQL is asked for at once, where it expects no more."""


def put_up(using: str = "default", **_signal: object) -> None:
    """Put the index up where it is missing or is not as it is made now, over all that is there; the receiver of `post_migrate`."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if TABLE not in connection.introspection.table_names(cursor):
            return
        if connection.vendor == "postgresql":
            cursor.execute(f"CREATE INDEX IF NOT EXISTS {_INDEX} ON {TABLE} USING gin (({_TERMS}))")
            return
        cursor.execute("SELECT sql FROM sqlite_master WHERE name IN (%s, %s, %s, %s)", _PARTS)
        if {sql for (sql,) in cursor.fetchall()} != set(_SQLITE[: len(_PARTS)]):
            _build(connection)


def _build(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for trigger in _PARTS[1:]:
            cursor.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        cursor.execute(f"DROP TABLE IF EXISTS {_INDEX}")
        for statement in _SQLITE:
            cursor.execute(statement)


def sound(connection: BaseDatabaseWrapper) -> bool:
    """Whether the index holds what its table holds; PostgreSQL answers for its own."""
    if connection.vendor == "postgresql":
        return True
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {_INDEX}({_INDEX}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
    except DatabaseError:
        return False
    return True


def places_with(wanted: Wanted, within: Within, most: int, using: str = "default") -> list[int]:
    """The places of the rows of a kind that answer to what is wanted, the first so many."""
    if connections[using].vendor == "postgresql":
        return _on_postgresql(wanted, within, most, using, _expected(wanted, using))
    return _on_sqlite(wanted, within, most, using)


def of_each_kind(wanted: Wanted, kinds: Sequence[str], most: int, using: str = "default") -> dict[str, list[int]]:
    """The places of the rows of some kinds, given in the order of the kinds, that answer to what is wanted: of each the first so many. FTS5
    reads on from one kind into the next, for each time it is asked it opens every token of a question once more.
    """
    within = [places.of_kind(kind) for kind in kinds]
    if connections[using].vendor == "postgresql":
        expected = _expected(wanted, using)
        return {each.kind: _on_postgresql(wanted, each, most, using, expected) for each in within}
    found: dict[str, list[int]] = {each.kind: [] for each in within}
    start: int | None = within[0].first
    while start is not None:
        some = _on_sqlite(wanted, replace(within[-1], first=start), most, using)
        for each in within:
            found[each.kind] += [at for at in some if each.first <= at <= each.last]
        start = some[-1] + 1 if len(some) == most else None
        for each, following in pairwise(within):
            if start is not None and each.first < start <= each.last and len(found[each.kind]) >= most:
                start = following.first
        if start is not None and within[-1].first < start and len(found[within[-1].kind]) >= most:
            start = None
    return {kind: numbers[:most] for kind, numbers in found.items()}


def _on_sqlite(wanted: Wanted, within: Within, most: int, using: str) -> list[int]:
    """FTS5 goes through its rows by their numbers and stops when there are enough."""
    sql = f"SELECT rowid FROM {_INDEX} WHERE {_INDEX} MATCH %s AND rowid BETWEEN %s AND %s {_order('rowid', within)} LIMIT {most}"  # noqa: S608
    return _read(sql, [in_fts5(wanted), within.first, within.last], using)


def _expected(wanted: Wanted, using: str) -> int | list[int]:
    """About how many rows PostgreSQL expects to answer; where they are few, their places. The inner table keeps it from looking through the rows
    for the first so many.
    """
    answers, tokens = _answering(wanted)
    sql = f"SELECT id FROM {TABLE} WHERE {answers}"  # noqa: S608
    with connections[using].cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", tokens)
        ((plan,),) = cursor.fetchone()
    expected = int(plan["Plan"]["Plan Rows"])
    if expected > FEW:
        return expected
    found = _read(f"WITH hit AS MATERIALIZED ({sql}) SELECT id FROM hit LIMIT {FEW + 1}", tokens, using)  # noqa: S608
    return found if len(found) <= FEW else FEW


def _on_postgresql(wanted: Wanted, within: Within, most: int, using: str, expected: int | list[int]) -> list[int]:
    """GIN gives all its rows at once and in no order, so it is asked for the months in which enough are expected, then for more by what these
    gave, until there are enough; of few in all those are taken. Neither the order nor the bounds may be read from the index of the numbers, where each row would be looked into: hence the
    plus and the inner table.
    """
    if not isinstance(expected, int):
        return sorted((at for at in expected if within.first <= at <= within.last), reverse=within.back)[:most]
    kind, left, months = Token(marks.of_kind(within.kind)), within, 0
    found: list[int] = []
    for _ in range(_SPANS):
        near = _nearest(left, using)
        if near is None:
            return found
        months = months or max(1, round(_SURE * _months_of(left, near, using) * most / expected))
        named, inside, left = places.months(left, near, months)
        month = any_mark(f"=g{year}{number:02}" for year, number in named) if named else Token(marks.UNDATED)
        some = _asked(Every((wanted, kind, month)), inside, most - len(found), using)
        found += some
        if len(found) >= most:
            return found
        likely = round(_SURE * months * (most - len(found)) / len(some)) if some else _MORE * months
        months = min(max(1, likely), _MORE * months)
    return found + (_asked(Every((wanted, kind)), left, most - len(found), using) if left.first <= left.last else [])


def _asked(wanted: Wanted, inside: Within, most: int, using: str) -> list[int]:
    answers, tokens = _answering(wanted)
    sql = (
        f"WITH hit AS MATERIALIZED (SELECT id FROM {TABLE} WHERE {answers} AND id + 0 BETWEEN %s AND %s) "  # noqa: S608
        f"SELECT id FROM hit {_order('id', inside)} LIMIT {most}"
    )
    return _read(sql, [*tokens, inside.first, inside.last], using)


def _answering(wanted: Wanted) -> tuple[str, list[str | int]]:
    """The condition of what is wanted, and its values: one for each part that must hold, so that GIN weighs each by itself and passes over what
    one of them rules out, where it would weigh all tokens of one large question at every row.
    """
    parts = list(_parts_of(wanted))
    return " AND ".join([f"{_TERMS} @@ %s::tsquery"] * len(parts)), [in_tsquery(each) for each in parts]


def _parts_of(wanted: Wanted) -> Iterator[Wanted]:
    if isinstance(wanted, Every):
        for each in wanted.parts:
            yield from _parts_of(each)
    else:
        yield wanted


def _months_of(within: Within, near: int, using: str) -> int:
    """About how many months the rows of these places are spread over; what has no day lies in one."""
    far = _nearest(replace(within, back=not within.back), using) or near
    one, other = places.day_of(near), places.day_of(far)
    return 1 if one is None or other is None else 1 + abs(one.toordinal() - other.toordinal()) // 30


def _nearest(within: Within, using: str) -> int | None:
    """The first place that has a row."""
    sql = f"SELECT id FROM {TABLE} WHERE id BETWEEN %s AND %s {_order('id', within)} LIMIT 1"  # noqa: S608
    return next(iter(_read(sql, [within.first, within.last], using)), None)


def _order(column: str, within: Within) -> str:
    return f"ORDER BY {column} {'DESC' if within.back else 'ASC'}"


def _read(sql: str, given: list[str | int], using: str) -> list[int]:
    with connections[using].cursor() as cursor:
        cursor.execute(sql, given)
        return [number for (number,) in cursor.fetchall()]
