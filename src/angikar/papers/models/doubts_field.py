"""DoubtsField: the column of a paper's doubts, typed values in Python and JSON in the database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db import models

from angikar.papers.stored_doubt import StoredDoubt

if TYPE_CHECKING:
    _JSONField = models.JSONField[Sequence[StoredDoubt], list[StoredDoubt]]
else:
    _JSONField = models.JSONField


class DoubtsField(_JSONField):
    """A list of `StoredDoubt`. Migrations see the plain JSON field, so that they never depend on the value."""

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> list[StoredDoubt]:
        """The values of a stored list."""
        return [StoredDoubt.from_row(row) for row in super().from_db_value(value, expression, connection) or ()]

    def get_prep_value(self, value: Any) -> Any:
        """The JSON of a list of values; an SQL expression stays as it is."""
        return [each.as_row() for each in value] if isinstance(value, list | tuple) else value

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """The field as a migration writes it."""
        name, _, args, options = super().deconstruct()
        return name, "django.db.models.JSONField", args, options
