"""Prepared changes and rows: what every save writes in the same shape is put into SQL once for each connection, and filled in each time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from threading import local
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model, QuerySet
from django.db.models.sql import InsertQuery, UpdateQuery

M = TypeVar("M", bound=Model)
Written = int | str | datetime
"""What is filled in; nothing (`None`) may take its place."""

MOMENT = datetime(3, 2, 9, tzinfo=UTC)
"""Stands in for a moment."""
TEXTS = tuple(f"text {place} of a prepared query" for place in range(8))
"""Stand in for texts."""


class PreparedUpdate:
    """A prepared change of rows: `build` gives the rows and the new values of their columns, made of the marks that stand in for values."""

    def __init__(self, build: Callable[..., tuple[QuerySet[Any, Any], dict[str, Any]]], *marks: Written) -> None:
        self._build, self._marks = build, marks
        self._known = local()

    def __call__(self, *values: Written | None) -> int:
        """Change the rows for these values, in the order of the marks; how many they were."""
        connection = connections[DEFAULT_DB_ALIAS]
        known = getattr(self._known, "shape", None)
        if known is None or known[0] is not connection:
            known = self._known.shape = (connection, *self._shape(connection))
        _, sql, params, places = known
        given = [_adapted(value, connection) for value in values]
        pairs = zip(places, params, strict=True)
        with connection.cursor() as cursor:
            cursor.execute(sql, [param if place is None else given[place] for place, param in pairs])
            return int(cursor.rowcount)

    def _shape(self, connection: Any) -> tuple[str, tuple[Any, ...], list[int | None]]:
        """The SQL, what it is given, and which of that is filled in."""
        rows, changed = self._build(*self._marks)
        query: Any = rows.query.chain(UpdateQuery)
        query.add_update_values(changed)
        sql, params = query.get_compiler(connection=connection).as_sql()
        adapted = {_adapted(mark, connection): place for place, mark in enumerate(self._marks)}
        places = [adapted.get(param) for param in params]
        if set(adapted.values()) - set(places):
            raise LookupError("a value that stands in for another does not stand in the change")
        return sql, params, places


class PreparedInsert(Generic[M]):
    """A prepared row of a model whose number the database gives."""

    def __init__(self, model: type[M]) -> None:
        self._model = model
        self._known = local()

    def __call__(self, made: M) -> None:
        """Store a row that is new."""
        connection = connections[DEFAULT_DB_ALIAS]
        fields = [field for field in self._model._meta.concrete_fields if not field.primary_key]
        known = getattr(self._known, "shape", None)
        if known is None or known[0] is not connection:
            query = InsertQuery(self._model)
            query.insert_values(fields, [made])
            compiler = query.get_compiler(connection=connection)
            compiler.returning_fields = [self._model._meta.pk]
            known = self._known.shape = (connection, compiler.as_sql()[0][0])
        params = [field.get_db_prep_save(field.pre_save(made, add=True), connection) for field in fields]
        with connection.cursor() as cursor:
            cursor.execute(known[1], params)
            made.pk = cursor.fetchone()[0]
        made._state.adding, made._state.db = False, DEFAULT_DB_ALIAS


def _adapted(value: Written | None, connection: Any) -> Any:
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value
