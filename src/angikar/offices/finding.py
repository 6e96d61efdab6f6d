"""Finding offices by words among all of a nation: by code, memo code, geo code or words of the name, however these are spelt."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from angikar.offices.models import Office
from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.search import asked


def found_by(offices: QuerySet[Office], text: str) -> QuerySet[Office]:
    """The offices that a text means: those of that code, else all whose name in either language holds every word of it."""
    plain = " ".join(to_latin(text).split())
    same = offices.filter(Q(code=plain.upper()) | Q(memo_prefix=plain) | Q(geo_code=plain))
    if plain and same.exists():
        return same.order_by("path")
    words = asked(text)
    return holding(offices, words).order_by("path") if words else offices.none()


def holding(offices: QuerySet[Office], words: Iterable[str]) -> QuerySet[Office]:
    """Those whose names hold every one of some words in the form in which they are searched."""
    for word in words:
        offices = offices.filter(folded__holds=word)
    return offices
