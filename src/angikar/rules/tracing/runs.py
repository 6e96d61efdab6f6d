"""Runs: stretches of running text that the source prints more often than the content holds them.

Single words do not show that a sentence is lost when all its words occur elsewhere, or when it is the second of two alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from angikar.rules.bangla.text import key

_WORD = re.compile(r"[\u0980-\u09e5\u09f0-\u09ff\u200c\u200dA-Za-z]+")
_WIDE = 3
"""Words in a row that make one sign of a text."""
_LONG = 5
"""Missing signs in a row from which a stretch is left out; a name or a set phrase that is repeated is shorter."""

Sign = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch the content does not hold: its lines among those given, the fullest first, and its words in their order."""

    lines: tuple[int, ...]
    words: tuple[str, ...]


def runs_left_out(texts: Sequence[str], content: Iterable[str], printed: Iterable[str]) -> Iterator[Run]:
    """The stretches of `texts`, taken as one text, that occur there more often than in the texts of the `content` and in those `printed`.

    Words alone count: numbers before a paragraph and marks between sentences are no part of a stretch.

    >>> text = ["তালিকা আগামী মাসের মধ্যে এই দপ্তরে পাঠাতে হবে", "তালিকা আগামী মাসের মধ্যে এই দপ্তরে পাঠাতে হবে"]
    >>> [run.lines[0] for run in runs_left_out(text, text[:1], ())], list(runs_left_out(text, text, ()))
    ([1], [])
    """
    words = [(place, word) for place, line in enumerate(texts) for word in _words(line)]
    signs = _signs([word for _, word in words])
    left = _count(content) | _count(printed)
    missing: list[int] = []
    for start, sign in chain(enumerate(signs), [(len(signs), None)]):
        if sign is not None and not left[sign]:
            missing.append(start)
            continue
        if len(missing) >= _LONG:
            span = words[missing[0] : missing[-1] + _WIDE]
            lines = Counter(place for place, _ in span)
            yield Run(tuple(place for place, _ in lines.most_common()), tuple(word for _, word in span))
        missing = []
        if sign is not None:
            left[sign] -= 1


def _words(text: str) -> list[str]:
    return [key(found[0]) for found in _WORD.finditer(text)]


def _signs(words: Sequence[str]) -> list[Sign]:
    return [tuple(words[start : start + _WIDE]) for start in range(len(words) - _WIDE + 1)]


def _count(texts: Iterable[str]) -> Counter[Sign]:
    return Counter(sign for text in texts for sign in _signs(_words(text)))
