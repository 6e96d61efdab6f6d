"""Rows that an entry remembers: beside what was done it keeps a digest of what the row holds afterwards, so that whoever changes the row
past its actions is found out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

from django.db import models

from angikar.history.chain.digests import digest

_AT_ONCE = 500
"""Rows that are asked for at once; a database takes only so many numbers."""
Left = dict[str, str]
"""A digest for each part of a row: its own columns under "", and every kind of rows that belong to it."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What entries remember of a row, as the attribute `remembered` of its model: columns that no action changes without an entry about
    this very row, and likewise rows that belong to it, by the name of their relation. An entry of a verb that happens `often` and
    changes columns alone remembers these alone. `always`: no row is without an entry.
    """

    columns: tuple[str, ...]
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    often: frozenset[str] = frozenset()
    always: bool = True


def remembered(model: type[models.Model]) -> Remembered | None:
    """What entries remember of the rows of a model."""
    found = getattr(model, "remembered", None)
    return found if isinstance(found, Remembered) else None


def left(rows: Iterable[tuple[str, models.Model]], using: str) -> list[Left | None]:
    """What each of some rows holds now, after the verb beside it; `None` of rows that are not remembered."""
    happened = list(rows)
    wanted: dict[tuple[type[models.Model], bool], list[int]] = defaultdict(list)
    for verb, row in happened:
        law = remembered(type(row))
        if law is not None:
            wanted[type(row), verb in law.often].append(row.pk)
    found = {
        (key, pk): parts
        for key, pks in wanted.items()
        for start in range(0, len(pks), _AT_ONCE)
        for pk, parts in now(key[0], pks[start : start + _AT_ONCE], using, often=key[1]).items()
    }
    return [
        found.get(((type(row), law is not None and verb in law.often), row.pk))
        for verb, row in happened
        for law in (remembered(type(row)),)
    ]


def now(model: type[models.Model], pks: Collection[int], using: str, *, often: bool = False) -> dict[int, Left]:
    """The digests of some rows as they are stored, by number."""
    law = remembered(model)
    if law is None:
        return {}
    manager = model._base_manager.using(using)
    made: dict[int, Left] = {
        pk: {"": digest([_plain(each) for each in values])}
        for pk, *values in manager.filter(pk__in=pks).order_by().values_list("pk", *law.columns)
    }
    for name, columns in () if often else law.parts.items():
        relation = model._meta.get_field(name)
        if not isinstance(relation, models.ForeignObjectRel):
            raise TypeError(f"{model._meta.label}.{name} is no relation")
        of: dict[int, list[list[object]]] = {pk: [] for pk in made}
        held = relation.related_model._base_manager.using(using).filter(**{f"{relation.field.name}__in": pks})
        for pk, *values in held.order_by("pk").values_list(f"{relation.field.name}_id", *columns):
            of.setdefault(pk, []).append([_plain(each) for each in values])
        for pk in made:
            made[pk][name] = digest(of[pk])
    return made


def _plain(value: object) -> object:
    """A stored value as JSON holds it, the same on every database."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date | time) else value
