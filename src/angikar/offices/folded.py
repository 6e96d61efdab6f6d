"""Folded: the texts of a row as they are searched, in one column that is made whenever they are stored; and the lookup that finds a word in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Lookup

from angikar.rules.bangla.search import folded

if TYPE_CHECKING:
    _TextField = models.TextField[str, str]
else:
    _TextField = models.TextField


class FoldedField(_TextField):
    """What the texts in these columns are when spelling, digits and the form of letters are taken for one another, at most so many letters."""

    def __init__(self, *sources: str, most: int = 1_000, **options: Any) -> None:
        self._sources, self._most = sources, most
        super().__init__(**{"default": "", "db_default": "", "editable": False, **options})

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """The column alone, for migrations."""
        name, _path, _args, options = super().deconstruct()
        return name, "django.db.models.TextField", [], options

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        """The value as it is now."""
        value = self.of(*(str(getattr(model_instance, name) or "") for name in self._sources))
        setattr(model_instance, self.attname, value)
        return value

    def of(self, *texts: str) -> str:
        """The value for some texts."""
        return folded(" ".join(texts))[: self._most]


@FoldedField.register_lookup
class Holds(Lookup[str]):
    """Whether the text holds these letters, anywhere; neither database reads them as a pattern."""

    lookup_name = "holds"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        """The condition."""
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        find = "strpos" if connection.vendor == "postgresql" else "instr"
        return f"{find}({left}, {right}) > 0", (*left_params, *right_params)
