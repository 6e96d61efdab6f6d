"""Lettering: what print or scan has broken in a text and its letters alone betray: brackets, joiners, digits, memo dots."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from angikar.rules.bangla.digits import to_bangla
from angikar.rules.bangla.memo import likely, parse_memo
from angikar.rules.reading import Severity

MEMO = re.compile(r"[০-৯0-9]{2}(?:\s?\.\s?[০-৯0-9]{2,16}){4,7}(?:\s?[-–.]\s?[০-৯0-9]+)?")
"""A memo number within a text."""

_ITEM = re.compile(r"(?:^|(?<=[\s।;:,]))(?:[০-৯0-9]{1,3}|[ক-হ]়?|[a-z])\)")
_JOINER_LOST = re.compile(r"(?<![\u0980-\u09fe])র্য[\u0980-\u09fe]*")
_SHORT = 80
"""A doubt shows so many letters of a long text."""
_LATIN = re.compile(r"(?<![A-Za-z]\s)(?<![0-9A-Za-z.])([0-9]+)\s*\([\u0980-\u09fe]+\)")


@dataclass(frozen=True, slots=True)
class Breach:
    """A law one text breaks: the code, both sentences, and the text as it would be right, where that is sure."""

    code: str
    message: str
    message_en: str
    suggestion: str | None = None
    severity: Severity = "warning"


def lettering(text: str) -> Iterator[Breach]:
    """`bracket-unbalanced`, `joiner-lost`, `latin-digits`, `memo-unknown-pattern` of one text.

    >>> [breach.code for breach in lettering("2(দুই) দিন ((অনুরোধসহ)")]
    ['bracket-unbalanced', 'latin-digits']
    """
    bare = _ITEM.sub("", text)
    if bare.count("(") != bare.count(")"):
        yield Breach(
            "bracket-unbalanced", f"“{_short(text)}”: বন্ধনী জোড়া নয়।", f"The brackets of “{_short(text)}” do not pair.",
            severity="info",
        )  # fmt: skip
    for found in _JOINER_LOST.finditer(text):
        right = f"র\u200d{found[0][1:]}"
        yield Breach(
            "joiner-lost", f"“{found[0]}”: শব্দের শুরুতে রেফ হয় না; “{right}” হওয়ার কথা।",
            f"“{found[0]}”: no word begins with reph; “{right}” was meant.", _put(text, found, right), "info",
        )  # fmt: skip
    for found in _LATIN.finditer(text):
        yield Breach(
            "latin-digits", f"“{found[0]}”: বাংলা লেখার মধ্যে ইংরেজি অঙ্ক।", f"“{found[0]}”: Latin digits within Bangla.",
            _put(text, found, to_bangla(found[0])), "info",
        )  # fmt: skip
    for found in MEMO.finditer(text):
        memo = parse_memo(found[0])
        meant = likely(memo) if memo is not None else None
        if memo is not None and meant is not None:
            yield Breach(
                "memo-unknown-pattern", f"উদ্ধৃত স্মারক “{found[0]}” কোনো নিয়মে পড়ে না; সম্ভবত “{to_bangla(meant.text)}”।",
                f"The memo number quoted, “{found[0]}”, follows no scheme; likely “{meant.text}”.",
                _put(text, found, to_bangla(meant.text)), "info",
            )  # fmt: skip


def _put(text: str, found: re.Match[str], right: str) -> str:
    return f"{text[: found.start()]}{right}{text[found.end() :]}"


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
