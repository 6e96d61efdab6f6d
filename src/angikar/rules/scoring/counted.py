"""Counted: which measure of a body's meetings a row of a plan names, and of which body, by its words and with a margin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from rapidfuzz import process
from rapidfuzz.fuzz import partial_ratio

from angikar.rules.bangla.search import folded

Measure = Literal["held", "carried_out", "on_time"]

_PHRASES: tuple[tuple[Measure, tuple[tuple[str, ...], ...]], ...] = (
    ("carried_out", (("সিদ্ধান্ত", "বাস্তবায়"),)),
    ("on_time", (("সময়", "প্রতিবেদন"), ("সময়", "কার্যবিবরণী"))),
    ("held", (("অনুষ্ঠিত", "সভা"), ("আয়োজিত", "সভা"), ("সভা", "আয়োজন"))),
)
"""The beginnings of words that a measure's name holds together, the most particular measure first."""
_ALIKE, _MARGIN = 80.0, 5.0
"""How much of a body's name a row must hold (0 to 100), and by how much more than any other body's."""


def measure_in(title: str) -> Measure | None:
    """The measure that an indicator's title names; `None` where it names none.

    >>> measure_in("বাস্তবায়িত সিদ্ধান্তের হার"), measure_in("অনুষ্ঠিত সভা"), measure_in("রোপিত গাছ")
    ('carried_out', 'held', None)
    """
    words = folded(title).split()
    for measure, phrases in _PHRASES:
        if any(all(_begins(words, folded(part)) for part in phrase) for phrase in phrases):
            return measure
    return None


def _begins(words: Iterable[str], part: str) -> bool:
    return any(part in word if part == folded("সময়") else word.startswith(part) for word in words)


def body_in(text: str, bodies: Iterable[tuple[int, str]]) -> int | None:
    """The number of the body whose name a row of a plan holds (its activity and title); `None` where none clearly does.

    >>> body_in("১.১ নৈতিকতা কমিটির সভা", [(4, "নৈতিকতা কমিটি"), (7, "ইনোভেশন টিম")]), body_in("অংশীজনের সভা", [(4, "নৈতিকতা কমিটি")])
    (4, None)
    """
    names = {number: folded(name) for number, name in bodies}
    best = process.extract(folded(text), names, scorer=partial_ratio, limit=2)
    if not best or best[0][1] < _ALIKE or (len(best) == 2 and best[0][1] - best[1][1] < _MARGIN):
        return None
    found: int = best[0][2]
    return found
