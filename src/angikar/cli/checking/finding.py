"""Finding: what the doctor looked at, how it is, and what to do where it is not well."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from angikar.rules.sentence import Both, Fact, Sentence

NAMED = 5
"""Examples that a finding names."""


class Finding(NamedTuple):
    """What was looked at, whether it is well (None: optional and absent), and the words about it in Bangla and in English."""

    what: str
    well: bool | None
    said: Both


def well(what: str, seen: str) -> Finding:
    """All is well; what was seen."""
    return Finding(what, True, (seen, seen))


def bad(what: str, sentence: Sentence, **facts: Fact) -> Finding:
    """Something is not well; the sentence says what to do."""
    return Finding(what, False, sentence.both(**facts))


def some(names: Sequence[str]) -> str:
    """The first of several names, and that there are more."""
    return ", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")
