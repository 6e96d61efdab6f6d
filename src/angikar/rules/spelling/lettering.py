"""Lettering: what print or scan has broken in a text, as its letters alone show: brackets, joiners, digits, memo dots."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from angikar.rules.bangla.digits import to_bangla
from angikar.rules.bangla.memo import likely, parse_memo
from angikar.rules.reading import Severity
from angikar.rules.sentence import Facts, Sentence
from angikar.rules.spelling import sentences

MEMO = re.compile(r"[০-৯0-9]{2}(?:\s?\.\s?[০-৯0-9]{2,16}){4,7}(?:\s?[-–.]\s?[০-৯0-9]+)?")
"""A memo number within a text."""

_ITEM = re.compile(r"(?:^|(?<=[\s।;:,]))(?:[০-৯0-9]{1,3}|[ক-হ]়?|[a-z])\)")
_JOINER_LOST = re.compile(r"(?<![\u0980-\u09fe])র্য[\u0980-\u09fe]*")
_SHORT = 80
"""Letters of a long text that a doubt shows."""
_LATIN = re.compile(r"(?<![A-Za-z]\s)(?<![0-9A-Za-z.])([0-9]+)\s*\([\u0980-\u09fe]+\)")


@dataclass(frozen=True, slots=True)
class Breach:
    """A law one text breaks: the sentence, its facts, and the whole text as it would be right, where that is sure."""

    sentence: Sentence
    facts: Facts = field(default_factory=dict, hash=False)
    suggestion: str | None = None
    severity: Severity = "warning"

    @property
    def code(self) -> str:
        """The name of the sentence."""
        return self.sentence.name


def lettering(text: str) -> Iterator[Breach]:
    """`bracket-unbalanced`, `joiner-lost`, `latin-digits`, `memo-unknown-pattern` of one text.

    >>> [breach.code for breach in lettering("2(দুই) দিন ((অনুরোধসহ)")]
    ['bracket-unbalanced', 'latin-digits']
    """
    bare = _ITEM.sub("", text)
    if bare.count("(") != bare.count(")"):
        yield Breach(sentences.BRACKET_UNBALANCED, {"text": _short(text)}, severity="info")
    for found in _JOINER_LOST.finditer(text):
        right = f"র\u200d{found[0][1:]}"
        facts = {"printed": found[0], "meant": right}
        yield Breach(sentences.JOINER_LOST, facts, _put(text, found, right), "info")
    for found in _LATIN.finditer(text):
        right = _put(text, found, to_bangla(found[0]))
        yield Breach(sentences.LATIN_DIGITS, {"printed": found[0]}, right, "info")
    for found in MEMO.finditer(text):
        memo = parse_memo(found[0])
        meant = likely(memo) if memo is not None else None
        if meant is not None:
            facts = {"printed": found[0], "meant": meant.text}
            right = _put(text, found, to_bangla(meant.text))
            yield Breach(sentences.MEMO_UNKNOWN_PATTERN, facts, right, "info")


def _put(text: str, found: re.Match[str], right: str) -> str:
    return f"{text[: found.start()]}{right}{text[found.end() :]}"


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
