"""Understanding: the bytes of a file as a reading, held against the register of offices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.db.models import Q

from angikar import formats
from angikar.formats import Unreadable
from angikar.history.refusal import Refused
from angikar.offices.models import Office
from angikar.papers import sentences
from angikar.rules import kinds
from angikar.rules.bangla.text import normal
from angikar.rules.content import Content
from angikar.rules.editable import without_references
from angikar.rules.kinds import UnknownKind
from angikar.rules.letters.laws import memo_office
from angikar.rules.reading import Doubt, Reading
from angikar.rules.tracing.carried import references_lost


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
    reading = reading.with_doubts(*memo_doubts(reading.content), *references_lost(reading.content))
    return replace(reading, content=without_references(reading.content))


def memo_doubts(content: Content) -> Iterator[Doubt]:
    """What the register of offices finds doubtful about the memo number of a letter: one query for few offices."""
    letter, office = getattr(content, "letter", None), getattr(content, "office", None)
    if letter is None or not letter.memo_number or not office:
        return
    parts = letter.memo_number.split(".")
    begins = [".".join(parts[: count + 1]) for count in range(len(parts))]
    near = Q(name__in={office, normal(office)}) | Q(memo_prefix__in=begins)
    known = Office.objects.filter(near).exclude(memo_prefix="").order_by("path")
    yield from memo_office(letter, office, dict(known.values_list("name", "memo_prefix")))
