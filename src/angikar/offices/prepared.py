"""Prepared: a query that every request asks in the same shape is put into SQL once for each connection, and filled in each time.

Django makes the SQL of a query again whenever it runs, which costs more than the database takes to answer a small one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import count
from threading import local
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model, QuerySet
from django.db.models.base import ModelState
from django.db.models.query import get_related_populators

M = TypeVar("M", bound=Model)
V = TypeVar("V")
Value = int | date | str
"""What is filled in."""

NUMBERS = tuple(4_611_686_018_427_387_001 + place for place in range(8))
"""Stand in for the numbers of rows."""
SMALL = tuple(32_701 + place for place in range(8))
"""Stand in for small numbers, as of a quarter."""
DAYS = tuple(date(3, 2, 1 + place) for place in range(8))
"""Stand in for days."""
_LISTED = 4_611_686_018_428_000_000
"""From this number on stand-ins for the numbers of lists are counted."""
_NO_ROW, _NO_TEXT = 0, ""
"""Fill a list up: the number of no row, and a text below which there is none."""
_BEYOND = 2**63
"""The least whole number that no column can hold; below zero one more fits."""


class Prepared(Generic[M]):
    """A query whose values are filled in each time: `build` makes it of values that stand in for them, `marks` are these values."""

    def __init__(self, build: Callable[..., QuerySet[M, Any]], *marks: Value) -> None:
        self._build, self._marks = build, marks
        self._known = local()

    def __call__(self, *values: Value) -> list[M]:
        """The rows for these values, in the order of the marks; none for a number beyond any that a column can hold."""
        return [] if _beyond(values) else self._shape().models(values)

    def rows(self, *values: Value) -> Iterator[Any]:
        """The same as plain rows of columns, for a query that names its values (`values_list`)."""
        return iter(() if _beyond(values) else self._shape().rows(values))

    def _shape(self) -> _Shape:
        connection = connections[DEFAULT_DB_ALIAS]
        known: _Shape | None = getattr(self._known, "shape", None)
        if known is None or known.compiler.connection is not connection:
            known = self._known.shape = _Shape(self._build(*self._marks).query, self._marks, connection)
        return known


class PreparedLists(Generic[M]):
    """A prepared query that is also given lists of numbers, and of texts that bound ranges: `build` takes so many of these, then so many of those,
    then the values. A list is filled up to the next of a few lengths, so that few shapes serve all.
    """

    def __init__(self, build: Callable[..., QuerySet[M, Any]], lists: int, *marks: Value, bounds: int = 0) -> None:
        self._build, self._numbers, self._lists, self._marks = build, lists, lists + bounds, marks
        self._known: dict[tuple[int, ...], Prepared[M]] = {}

    def __call__(self, *given: Any) -> list[M]:
        """The rows for these lists, which come first, and these values."""
        prepared, values = self._of(given)
        return prepared(*values)

    def rows(self, *given: Any) -> Iterator[Any]:
        """The same as plain rows of columns."""
        prepared, values = self._of(given)
        return prepared.rows(*values)

    def _of(self, given: tuple[Any, ...]) -> tuple[Prepared[M], list[Value]]:
        lists: list[Sequence[Value]] = [_filled_up(sorted(each), _NO_ROW) for each in given[: self._numbers]]
        lists += [_filled_up(each, _NO_TEXT) for each in given[self._numbers : self._lists]]
        lengths = tuple(map(len, lists))
        prepared = self._known.get(lengths)
        if prepared is None:
            prepared = self._known[lengths] = self._made(lengths)
        return prepared, [*(value for each in lists for value in each), *given[self._lists :]]

    def _made(self, lengths: tuple[int, ...]) -> Prepared[M]:
        def build(*marks: Value) -> QuerySet[M, Any]:
            rest, lists = marks, list[tuple[Value, ...]]()
            for length in lengths:
                lists.append(rest[:length])
                rest = rest[length:]
            return self._build(*lists, *rest)

        numbers = count(_LISTED)
        marks = [next(numbers) for _ in range(sum(lengths[: self._numbers]))]
        bounds = [f"bound {next(numbers)}" for _ in range(sum(lengths[self._numbers :]))]
        return Prepared(build, *marks, *bounds, *self._marks)


def _filled_up(given: Sequence[V], rest: V) -> list[V]:
    """What is given in a list that is 2, 8, 32, … long."""
    length = 2
    while length < len(given):
        length *= 4
    return [*given, *[rest] * (length - len(given))]


def _beyond(values: Sequence[Value]) -> bool:
    return any(isinstance(value, int) and not -_BEYOND <= value < _BEYOND for value in values)


class _Shape:
    """The SQL of a query on one connection, where which value goes, and how a row becomes what Django makes of it."""

    def __init__(self, query: Any, marks: tuple[Value, ...], connection: Any) -> None:
        self.compiler = query.get_compiler(connection=connection)
        self._sql, params = self.compiler.as_sql()
        adapted = {_adapted(mark, connection): place for place, mark in enumerate(marks)}
        self._places = tuple(adapted.get(param) for param in params)
        self._params = tuple(params)
        if set(adapted.values()) - set(self._places):
            raise LookupError("a value that stands in for another does not stand in the query")
        columns = [each[0] for each in self.compiler.select[: self.compiler.col_count]]
        self._converters = self.compiler.get_converters(columns)
        about, select = self.compiler.klass_info, self.compiler.select
        self._related = get_related_populators(about, select, DEFAULT_DB_ALIAS) if about else []  # type: ignore[call-arg]  # the stubs are those of a later Django

    def rows(self, values: Sequence[Value]) -> list[Any]:
        """The rows for these values, each column as Django gives it."""
        connection = self.compiler.connection
        given = [_adapted(value, connection) for value in values]
        pairs = zip(self._places, self._params, strict=True)
        with connection.cursor() as cursor:
            cursor.execute(self._sql, tuple(param if place is None else given[place] for place, param in pairs))
            found: list[Any] = cursor.fetchall()
        return list(self.compiler.apply_converters(found, self._converters)) if found and self._converters else found

    def models(self, values: Sequence[Value]) -> list[Any]:
        """The same as models, with those that `select_related` names and with annotations."""
        about, named = self.compiler.klass_info, self.compiler.annotation_col_map
        model, first, end = about["model"], about["select_fields"][0], about["select_fields"][-1] + 1
        columns = [each[0].target.attname for each in self.compiler.select[first:end]]
        made = []
        for row in self.rows(values):
            each = _made_of(model, columns, row[first:end])
            for related in self._related:
                related.populate(row, each)
            for name, place in named.items():
                setattr(each, name, row[place])
            made.append(each)
        return made


def _made_of(model: type[M], columns: Sequence[str], values: Sequence[Any]) -> M:
    """A stored row as a model: its columns are set at once, as Django does where it unpickles one; what is not read stays deferred."""
    made = model.__new__(model)
    made._state = ModelState()
    made._state.adding, made._state.db = False, DEFAULT_DB_ALIAS
    made.__dict__.update(zip(columns, values, strict=True))
    return made


def _adapted(value: Value, connection: Any) -> Any:
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
