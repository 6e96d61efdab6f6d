"""Understanding: the bytes of a file as a reading, held against the register of offices."""

from __future__ import annotations

from typing import Any

from angikar import formats
from angikar.formats import Unreadable
from angikar.history.refusal import Refused
from angikar.offices.models import Office
from angikar.papers import sentences
from angikar.rules import kinds
from angikar.rules.kinds import UnknownKind
from angikar.rules.letters.laws import memo_office
from angikar.rules.reading import Reading


def understood(name: str, data: bytes, kind: str | None, framework: str | None) -> Reading[Any]:
    """What a file says, with what the register knows of its memo number.

    Raises `Refused` with the reader's own sentence where it cannot be read.
    """
    try:
        reading = kinds.understand(formats.read(data, name), kind, framework)
    except Unreadable as wrong:
        raise Refused(wrong.sentence, **wrong.facts) from wrong
    except UnknownKind as wrong:
        known = ", ".join(kinds.KINDS)
        raise Refused(sentences.KIND_UNKNOWN, name=kind or "", known=known) from wrong
    letter, office = getattr(reading.content, "letter", None), getattr(reading.content, "office", None)
    if letter is None:
        return reading
    prefixes = dict(Office.objects.exclude(memo_prefix="").values_list("name", "memo_prefix"))
    return reading.with_doubts(*memo_office(letter, office, prefixes))
