"""The same indicator in the plans of other years: found by its code and title together, or by a title that is very like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from angikar.rules.bangla.text import key
from angikar.rules.plan import Part

LIKE = 90
"""Two titles are very like from so many of a hundred on (`rapidfuzz.fuzz.ratio`)."""
MARGIN = 5
"""And only where the next best title is at least so much less like."""


@dataclass(frozen=True, slots=True)
class Named:
    """A row by what it is known by."""

    part: Part
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Match:
    """The row of another year; `likely` where only a title that is very like tells so, and the titles differ."""

    row: Named
    likely: bool


def matches(now: Sequence[Named], then: Sequence[Named]) -> dict[Named, Match]:
    """For each row that can be found among those of another year its row there; no row is found twice.

    Equal titles are the same indicator, wherever it moved; of several the one with the same code. A code alone proves
    nothing: it is given again every year.

    >>> row = Named("own", "1.1.1", "নিবন্ধিত নৌকা")
    >>> matches([row], [Named("own", "2.1.1", "নিবন্ধিত নৌকা"), Named("own", "1.1.1", "রোপিত চারা")])[row].row.code
    '2.1.1'
    """
    found: dict[Named, Match] = {}
    left = list(then)
    for row in now:
        same = [each for each in left if each.part == row.part and key(each.title) == key(row.title)]
        same.sort(key=lambda each, code=row.code: each.code != code)  # type: ignore[misc]
        if same and (len(same) == 1 or same[0].code == row.code):
            found[row] = Match(same[0], likely=False)
            left.remove(same[0])
    for row in now:
        like = None if row in found else _very_like(row, left)
        if like is not None:
            found[row] = Match(like, likely=True)
            left.remove(like)
    return found


def _very_like(row: Named, others: Sequence[Named]) -> Named | None:
    """The one row whose title is very like, and more so than any other's."""
    ranked = sorted(
        (
            (fuzz.ratio(key(row.title), key(each.title)), index)
            for index, each in enumerate(others)
            if each.part == row.part
        ),
        reverse=True,
    )
    if not ranked or ranked[0][0] < LIKE or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return None
    return others[ranked[0][1]]
