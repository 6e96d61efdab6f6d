"""What may exist once: the refusal an action gives when the database finds that another was stored at the same moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, models

from angikar.history.refusal import Refused

_UNIQUE = "23505"
"""PostgreSQL's code of a broken uniqueness."""


@contextmanager
def once(model: type[models.Model], **refusals: Refused) -> Iterator[None]:
    """Store inside this block what may exist once, after having looked for it: the name of a `UniqueConstraint` of the model, or
    of a unique field, says which refusal is raised in place of the error of the database.

    Whoever looks first and stores then is right until two do it at the same moment; then the second one gets the same sentence as if
    he had come later. The transaction around the block is rolled back, for the refusal leaves it.
    """
    try:
        yield
    except IntegrityError as broken:
        for name, refusal in refusals.items():
            if _is_broken(model, name, broken):
                raise refusal from broken
        raise


def is_doubled(error: IntegrityError) -> bool:
    """Whether it is a uniqueness that was broken, and not another law of the database."""
    return getattr(error.__cause__, "sqlstate", "") == _UNIQUE or str(error).startswith("UNIQUE constraint failed")


def _is_broken(model: type[models.Model], name: str, error: IntegrityError) -> bool:
    """SQLite names the columns, PostgreSQL the constraint; that of a single field begins with its table and column."""
    table = model._meta.db_table
    named = next((each for each in model._meta.constraints if each.name == name), None)
    fields = named.fields if isinstance(named, models.UniqueConstraint) else (name,)
    columns = [str(getattr(model._meta.get_field(field), "column", field)) for field in fields]
    diagnosis = getattr(error.__cause__, "diag", None)
    if diagnosis is None:
        return str(error) == f"UNIQUE constraint failed: {', '.join(f'{table}.{column}' for column in columns)}"
    broken = str(diagnosis.constraint_name)
    return broken == name if named else diagnosis.table_name == table and broken.startswith(f"{table}_{columns[0]}_")
