"""Annotate: a copy of a paper with its doubts where they are: marks in PDF, comments in Word, notes in Excel."""

from __future__ import annotations

from collections.abc import Sequence

from angikar.formats import sentences
from angikar.formats.errors import Unreadable
from angikar.formats.intake import Kind, kind_of
from angikar.rules.reading import Doubt

SUFFIXES: dict[Kind, str] = {"pdf": ".pdf", "picture": ".pdf", "docx": ".docx", "sheet": ".xlsx"}
"""The suffix of the copy by the kind of the paper; every other kind becomes text."""


def annotate(data: bytes, name: str, doubts: Sequence[Doubt]) -> tuple[bytes, str]:
    """The bytes of a marked copy of a paper, and the suffix of its name (`.pdf`, `.docx`, `.xlsx`, `.txt`).

    A doubt that has no place comes at the beginning. `name` is asked as in `read`. Raises Unreadable as `read` does.
    """
    kind = kind_of(data)
    suffix = SUFFIXES.get(kind, ".txt")
    if kind == "sheet" and not data.startswith(b"PK"):
        raise Unreadable(sentences.NOTES_NEED_XLSX)
    from angikar.formats.confined import annotate_confined

    return annotate_confined(kind, data, tuple(doubts)), suffix
