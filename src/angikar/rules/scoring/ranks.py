"""The places of plans among each other: dense rank by marks at two decimals, ties shared, and said in words.

Ties share a place (যৌথভাবে) and the next score takes the next place, as the published lists of ministries do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from angikar.rules.bangla.digits import to_bangla

T = TypeVar("T")
_ORDINALS = ("ম", "য়", "য়", "র্থ", "ম", "ষ্ঠ", "ম", "ম", "ম", "ম")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


@dataclass(frozen=True, slots=True)
class Ranked(Generic[T]):
    """One of those ranked: its place from 1, and whether another has the same score."""

    what: T
    rank: int
    tied: bool


def ranked(those: Iterable[T], score: Callable[[T], int], order: Callable[[T], str]) -> list[Ranked[T]]:
    """Those who have a score (in hundredths), the best first; among equals `order` decides who is listed first.

    >>> [(each.what, each.rank, each.tied) for each in ranked([9100, 9550, 9100, 8800], lambda s: s, str)]
    [(9550, 1, False), (9100, 2, True), (9100, 2, True), (8800, 3, False)]
    """
    listed = sorted(those, key=lambda one: (-score(one), order(one)))
    many = Counter(score(one) for one in listed)
    places = {each: rank for rank, each in enumerate(sorted(many, reverse=True), 1)}
    return [Ranked(one, places[score(one)], many[score(one)] > 1) for one in listed]


def position(rank: int, tied: bool) -> tuple[str, str]:
    """A place as a list prints it, in Bangla and in English.

    >>> position(1, False), position(6, True), position(11, False)
    (('১ম', '1st'), ('যৌথভাবে ৬ষ্ঠ', 'jointly 6th'), ('১১তম', '11th'))
    """
    ending = _ORDINALS[rank - 1] if rank <= len(_ORDINALS) else "তম"
    english = "th" if rank % 100 in (11, 12, 13) else _ENDINGS.get(rank % 10, "th")
    return f"{'যৌথভাবে ' if tied else ''}{to_bangla(str(rank))}{ending}", f"{'jointly ' if tied else ''}{rank}{english}"
