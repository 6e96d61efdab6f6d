"""Reading and Doubt: what was understood of a paper, and everything about it that a person must look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Generic, Literal, TypeVar

from angikar.rules import sentences
from angikar.rules.document import NOWHERE, Document, Paragraph, Place, Table
from angikar.rules.sentence import Both, Facts, Sentence, check_facts, fill

Severity = Literal["error", "warning", "info"]
ContentT = TypeVar("ContentT", covariant=True)


@dataclass(frozen=True, slots=True)
class Doubt:
    """One open point: what it says, how grave it is, where it stands, perhaps a likelier value.

    The code is the name of the sentence. `path` leads into the content (`areas.1.weight`); `place` leads into the source.
    `suggestion` is never applied by itself: a person takes or refuses it. Raises TypeError where the facts are not those
    of the sentence.
    """

    sentence: Sentence
    severity: Severity
    facts: Facts = field(default_factory=dict, hash=False)
    path: str = ""
    place: Place = NOWHERE
    suggestion: str | None = None

    def __post_init__(self) -> None:
        check_facts(self.sentence, self.facts)

    @property
    def code(self) -> str:
        """The name of the sentence, as `docs/checks.md` lists it."""
        return self.sentence.name

    @property
    def message(self) -> str:
        """The sentence in Bangla."""
        return fill(self.sentence.bangla, self.facts, bangla=True)

    @property
    def message_en(self) -> str:
        """The sentence in English."""
        return fill(self.sentence.english, self.facts, bangla=False)

    def as_json(self) -> dict[str, object]:
        """The shape of the contract of `angikar read --json`."""
        return {
            "code": self.code,
            "severity": self.severity,
            "path": self.path,
            "place": {"line": self.place.line, "page": self.place.page, "cell": self.place.cell},
            "message": self.message,
            "message_en": self.message_en,
            "suggestion": self.suggestion,
        }


@dataclass(frozen=True, slots=True)
class Candidate:
    """A kind that a paper may be of: its name, its title, how many points speak for it and which signs."""

    kind: str
    title: Both
    points: int
    reasons: tuple[Both, ...] = ()

    @property
    def because(self) -> Both:
        """The signs in one phrase."""
        return ", ".join(bangla for bangla, _ in self.reasons), ", ".join(english for _, english in self.reasons)


@dataclass(frozen=True, slots=True)
class Reading(Generic[ContentT]):
    """Content as it was understood, with its doubts in order of place."""

    kind: str
    framework: str | None
    content: ContentT
    doubts: tuple[Doubt, ...] = ()
    candidates: tuple[Candidate, ...] = field(default=(), compare=False)
    """The kinds the paper may be of, the likeliest first; empty where it was not read from a file."""
    figures: tuple[int, int] = field(default=(0, 0), compare=False)
    """How many figures and days of the source were understood, and how many it prints."""

    def with_doubts(self, *more: Doubt) -> Reading[ContentT]:
        """The same reading with further doubts, in order of line and cell.

        Each is said once: a check, which sees the content alone, gives way to a reader that said the same with its place.
        """
        seen: dict[tuple[str, str, Place], Doubt] = {}
        for doubt in (*self.doubts, *more):
            seen.setdefault((doubt.code, doubt.path, doubt.place), doubt)
        placed = {(code, path) for code, path, place in seen if place != NOWHERE}
        kept = (doubt for doubt in seen.values() if doubt.place != NOWHERE or (doubt.code, doubt.path) not in placed)
        return replace(self, doubts=tuple(sorted(kept, key=_order)))

    @property
    def has_errors(self) -> bool:
        """Whether any doubt is grave enough to keep the paper from being issued."""
        return any(doubt.severity == "error" for doubt in self.doubts)


def unsure(document: Document) -> Iterator[Doubt]:
    """A doubt for every cell and paragraph that a reader could not read for certain, with the other reading.

    It is warned of, figures and letters: where two readings differ, no other check sees which is wrong.
    """
    for block in document.blocks:
        if isinstance(block, Table):
            cells = (cell for row in block.rows for cell in row.cells if cell.unsure is not None)
            yield from (_unsure(cell.text, cell.unsure or "", cell.place) for cell in cells)
        elif isinstance(block, Paragraph) and block.unsure is not None:
            yield _unsure(f"{block.label} {block.text}".strip(), block.unsure, block.place)


def _unsure(text: str, other: str, place: Place) -> Doubt:
    if _RESIDUE.search(other):
        facts = {"printed": other, "text": text}
        return Doubt(sentences.EXCEL_RESIDUE, "info", facts, place=place, suggestion=text)
    if not other:
        return Doubt(sentences.OCR_UNCERTAIN_ALONE, "warning", {"text": text}, place=place)
    facts = {"text": text, "other": other}
    return Doubt(sentences.OCR_UNCERTAIN, "warning", facts, place=place, suggestion=other)


_RESIDUE = re.compile(r"\$-[0-9A-Fa-f]{3,8}\]")


def _order(doubt: Doubt) -> tuple[int, int, int, str, str]:
    last = 10**9
    place = doubt.place
    return (place.page or 0, place.line or last, -1 if place.cell is None else place.cell, doubt.code, doubt.path)
