"""Altering remembered rows past their actions, column by column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time
from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, IntegrityError, transaction
from django.db.models import (
    BooleanField,
    Case,
    DateField,
    DateTimeField,
    Field,
    JSONField,
    Model,
    PositiveSmallIntegerField,
    QuerySet,
    SmallIntegerField,
    TimeField,
    Value,
    When,
)  # fmt: skip

from angikar.history.models import Entry
from angikar.history.replay.remembered import now, remembered


def altered_columns() -> tuple[set[str], list[str]]:
    """Alter every column that entries remember of a row of each model, and of a row beside it, and put it back: the models there
    were rows of, and the columns whose alteration is not seen.
    """
    models, missed = set(), []
    for model in apps.get_models():
        for part, row, columns in _remembered(model):
            owner = row.pk if not part else getattr(row, model._meta.get_field(part).field.attname)  # type: ignore[union-attr]
            before = now(model, [owner], DEFAULT_DB_ALIAS)[owner][part]
            models.add(row._meta.label)
            for name in _altered(type(row)._base_manager.filter(pk=row.pk), columns):
                after = now(model, [owner], DEFAULT_DB_ALIAS).get(owner, {})
                missed += [f"{row._meta.label} {name}"] if after.get(part) == before else []
    return models, missed


def _remembered(model: type[Model]) -> Iterator[tuple[str, Model, Iterable[str]]]:
    """A row of a model that an entry remembers, and one row of each part: the part, the row and its columns."""
    law = remembered(model)
    if law is None:
        return
    entries = Entry.objects.filter(kind=model._meta.label_lower).exclude(left=None)
    own = model._base_manager.filter(pk__in=entries.values("object_id")).first()
    if own is not None:
        yield "", own, law.columns
    for part, columns in law.parts.items():
        related: Any = model._meta.get_field(part)
        row = related.related_model._base_manager.order_by("pk").first()
        if row is not None:
            yield part, row, columns


def _altered(rows: QuerySet[Any], columns: Iterable[str]) -> Iterator[str]:
    """Each column of a row in turn, holding another value while it is given out."""
    for name in columns:
        column = rows.model._meta.get_field(name.partition("__")[0])
        with suppress(IntegrityError), transaction.atomic():  # what the database itself refuses, nobody alters
            rows.update(**{column.attname: _other(column)})
            yield name
            transaction.set_rollback(True)


def _other(column: Field[Any, Any]) -> object:
    """A value that a column of these rows does not have."""
    if isinstance(column, BooleanField):
        return Case(When(**{column.attname: True}, then=Value(False)), default=Value(True))
    if isinstance(column, DateTimeField):
        return datetime(1999, 1, 1, tzinfo=UTC)
    plain = {
        DateField: date(2099 if column.name == "until" else 1999, 1, 1),
        TimeField: time(0, 1),
        JSONField: {"other": 1},
        PositiveSmallIntegerField: 9876,
        SmallIntegerField: 9876,
    }
    return next((value for kind, value in plain.items() if isinstance(column, kind)), 98765)
