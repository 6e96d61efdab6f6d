"""What is wrong with the index: rows that are missing, rows of what is no more, titles that have changed since."""

from __future__ import annotations

from django.db import connection
from django.db.models import Exists, OuterRef

from angikar.search.index import sound
from angikar.search.models import Indexed, IndexedKind
from angikar.search.receivers import SOURCES

_TITLED = {IndexedKind.PAPER: "title", IndexedKind.IDEA: "title", IndexedKind.OFFICE: "name", IndexedKind.POST: "title"}
"""Kinds whose title is a column."""

_NOT_EACH = (IndexedKind.ASK, IndexedKind.REPORT)
"""Kinds of which not every row has one here: a paper may ask nothing, a report may be a bare figure."""


def wrong() -> dict[str, int]:
    """How many rows of each kind are wrong, of those kinds that have any; `index` where the database's own part of it is damaged."""
    found: dict[str, int] = {}
    for kind, source in SOURCES.items():
        rows = Indexed.objects.filter(kind=kind)
        strays = rows.exclude(number__in=source().order_by().values("pk")).count()
        missing = 0
        if kind not in _NOT_EACH:
            held = rows.filter(number=OuterRef("pk"))
            held = held.filter(title=OuterRef(_TITLED[IndexedKind(kind)])) if kind in _TITLED else held
            missing = source().order_by().exclude(Exists(held)).count()
        if strays + missing:
            found[str(kind)] = strays + missing
    if not sound(connection):
        found["index"] = 1
    return found
