"""Understanding: the bytes of a file as a reading, held against the register of offices."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.db.models import Q

from angikar.formats import Unreadable
from angikar.formats.confined import understand_confined
from angikar.formats.errors import OutOfTime
from angikar.formats.progress import Report
from angikar.formats.wire import FileReading
from angikar.history.refusal import Refused
from angikar.history.signing.seals import known
from angikar.offices.models import Office
from angikar.papers import sentences
from angikar.papers.intake.other_plans import beside_others
from angikar.rules import kinds
from angikar.rules.bangla.text import normal
from angikar.rules.content import Content
from angikar.rules.editable import without_references
from angikar.rules.letters.laws import memo_office
from angikar.rules.letters.owner import owner_differs
from angikar.rules.reading import Doubt, Reading
from angikar.rules.tracing.carried import references_lost

Found = tuple[Reading[Any], tuple[Doubt, ...]]
"""What was understood of a file, and the doubts its content alone gives rise to."""


def understood(
    name: str,
    data: bytes,
    kind: str | None,
    framework: str | None,
    *,
    part: int | None = None,
    seconds: float | None = None,
    watch: Report = lambda done, of: None,
) -> tuple[Found, ...]:
    """What each paper in a file says, with what the register knows of its memo number; and the doubts its content alone gives rise to.
    `part` is the one that is wanted, from 1; 0 takes the file for one paper.

    It is read in a process of its own, which `watch` looks after (`formats.confined`). Raises `Refused` with the reader's own
    sentence where it cannot be read, and `OutOfTime` where that takes more than so many seconds.
    """
    if kind is not None and kind not in kinds.KINDS:
        raise Refused(sentences.KIND_UNKNOWN, name=kind, known=", ".join(kinds.KINDS))
    try:
        found = understand_confined(data, name, kind, framework, known=known(), part=part, seconds=seconds, watch=watch)
    except OutOfTime as wrong:
        if seconds is not None:
            raise
        raise Refused(wrong.sentence, **wrong.facts) from wrong
    except Unreadable as wrong:
        raise Refused(wrong.sentence, **wrong.facts) from wrong
    return tuple(map(_registered, found))


def _registered(found: FileReading) -> Found:
    content = kinds.kind_named(found.kind).content.model_validate(found.content)
    reading = Reading(found.kind, found.framework, without_references(content), found.doubts)
    return reading.with_doubts(*memo_doubts(content), *references_lost(content)), found.checked


def held_against(found: Found, office: Office) -> Found:
    """What was understood of a file, with the doubts that it names another office than the one it is taken in for, and that a plan is
    unlike last year's of the office or those of the offices beside it."""
    reading, checked = found
    doubts = chain(_owner_doubts(reading.content, office), beside_others(reading.kind, reading.content, office))
    return reading.with_doubts(*doubts), checked


def _owner_doubts(content: Content, office: Office) -> Iterator[Doubt]:
    """What the register finds doubtful about the office a paper names: two queries at most."""
    named = getattr(content, "office", None)
    if not named or named == office.name:
        return
    former = office.former_names.values_list("name", "name_en")
    names = [name for name in (office.name, office.name_en, *chain.from_iterable(former)) if name]
    others = Office.objects.filter(name__in={named, normal(named)}).exclude(pk=office.pk)
    yield from owner_differs(content, names, set(others.values_list("name", flat=True)))


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
