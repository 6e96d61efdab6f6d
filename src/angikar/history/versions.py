"""Versions: how far the history has come that shows on a page, so that a page which nothing has changed need not be made again.

Every action writes an entry, and an entry shows on every page of the house unless the model of its row says where alone its verb shows
(`shows_in`). So a new action, and one nobody thought of, changes the version of every page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django.db import DEFAULT_DB_ALIAS, connections

from angikar.history.chain.settled import mark


@dataclass(frozen=True, slots=True)
class Shows:
    """Where an entry shows: on pages of a paper, in lists of the office that owes or files and of the office that looks it over."""

    of_paper: int
    of_office: int | None = None
    owed_to: int | None = None


NOWHERE = Shows(0)
"""Of what no page with a version shows: notices, which the pages count by themselves, jobs, passwords and sessions."""


@dataclass(frozen=True, slots=True)
class MadeOf:
    """What a page was made of: these papers, what concerns these offices, and what shows everywhere."""

    papers: frozenset[int] = frozenset()
    offices: frozenset[int] = frozenset()


def shows_in(verb: str, row: object) -> Shows | None:
    """Where an entry about a row shows, by the method of this name of its model; without one, everywhere (`None`)."""
    of_row = getattr(row, "shows_in", None)
    return None if of_row is None else cast(Shows | None, of_row(verb))


def settled_now() -> int | None:
    """The last entry of this moment, where no transaction that runs can still add one below it; else nothing."""
    seen = mark(DEFAULT_DB_ALIAS)
    return None if seen.writers else seen.upto


def last_of(made: MadeOf | None) -> int:
    """The last entry that shows on a page made of this; `None` is the whole house. One query, along the indexes."""
    each, values = _lasts(made)
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(each)}", values)
        return max(found or 0 for found in cursor.fetchone())


def last_with_digest(made: MadeOf) -> tuple[int, str]:
    """The last entry that shows on what is made of this, with its digest. One query, along the indexes."""
    each, values = _lasts(made)
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(_DIGEST.format(each=", ".join(each)), values)
        found = cursor.fetchone()
        return (found[0], found[1]) if found else (0, "")


def _lasts(made: MadeOf | None) -> tuple[list[str], list[int]]:
    """The queries of the last entries that show on a page made of this, and their values."""
    if made is None:
        return [_LAST.format(where="TRUE")], []
    where, values = ["of_paper IS NULL"], list[int]()
    for names, numbers in ((("of_paper",), made.papers), (("of_office", "owed_to"), made.offices)):
        for number, name in ((number, name) for number in sorted(numbers) for name in names):
            where.append(f"{name} = %s")
            values.append(number)
    return [_LAST.format(where=one) for one in where], values


_DIGEST = "SELECT id, hash FROM history_entry WHERE id IN ({each}) ORDER BY id DESC LIMIT 1"
_LAST = "(SELECT id FROM history_entry WHERE {where} ORDER BY id DESC LIMIT 1)"
"""Filled in with the names of columns alone."""
