"""Finding offices by words among all of a nation: by code, memo code, geo code or words of the name, however these are spelt."""

from __future__ import annotations

from functools import reduce

from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat, Lower, Replace

from angikar.offices.models import Office
from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import key

_ALIKE = {
    "ী": "ি",
    "ূ": "ু",
    "ঈ": "ই",
    "ঊ": "উ",
    "ণ": "ন",
    "শ": "স",
    "ষ": "স",
    "ড়": "র",
    "ঢ়": "র",
    "\u200c": "",
    "\u200d": "",
}
"""Letters that are taken for one another, as `key` takes them when it folds."""


def found_by(offices: QuerySet[Office], text: str) -> QuerySet[Office]:
    """The offices that a text means: those of that code, else all whose name in either language holds every word of it."""
    plain = " ".join(to_latin(text).split())
    same = offices.filter(Q(code=plain.upper()) | Q(memo_prefix=plain) | Q(geo_code=plain))
    if plain and same.exists():
        return same.order_by("path")
    words = [word for word in (key(part, fold=True) for part in text.split()) if word]
    if not words:
        return offices.none()
    wanted = reduce(lambda all_, word: all_ & Q(face__contains=word), words, Q())
    return offices.annotate(face=_folded()).filter(wanted).order_by("path")


def _folded() -> Combinable:
    face: Combinable = Lower(Concat(F("name"), Value(" "), F("name_en")))
    for letter, like in _ALIKE.items():
        face = Replace(face, Value(letter), Value(like), output_field=CharField())
    return face
