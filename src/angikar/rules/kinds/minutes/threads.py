"""Threads: which open decision of an earlier meeting a decision takes up again, however it was worded and spelt then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import Indel

from angikar.rules.bangla.search import folded

SAME = 0.75
"""How much of two texts must be the same for them to be the same decision (0 to 1)."""

REPEATED_SAME = 0.55
"""How much must be the same (0 to 1) where the paper itself says that the decision was taken before (পুনরায় …)."""

MARGIN = 0.06
"""By how much (0 to 1) the likest earlier decision must be liker than the next."""


def continued(texts: Sequence[tuple[str, bool]], earlier: Iterable[tuple[int, str]]) -> dict[int, int]:
    """Which earlier decision each of some decisions continues, by their places: `{place: number}`.

    `texts` are the decisions as printed, each with whether the paper says it was taken before; `earlier` the open
    decisions by number. A decision continues the likest one where that is like enough and clearly likest; each is
    continued once.

    >>> continued([("প্রতি মাসের ১০ তারিখের মধ্যে সভা করতে হবে।", True)], [(7, "প্রতি মাসের ১০ তারিখের মধ্যে টিমের সভা করতে হবে।")])
    {0: 7}
    """
    known = {number: folded(text) for number, text in earlier}
    found: list[tuple[float, int, int]] = []
    for place, (text, is_repeated) in enumerate(texts):
        best = process.extract(folded(text), known, scorer=Indel.normalized_similarity, limit=2)
        least = REPEATED_SAME if is_repeated else SAME
        if not best or best[0][1] < least or (len(best) == 2 and best[0][1] - best[1][1] < MARGIN):
            continue
        found.append((best[0][1], place, best[0][2]))
    taken: dict[int, int] = {}
    for _, place, number in sorted(found, reverse=True):
        if number not in taken.values():
            taken[place] = number
    return dict(sorted(taken.items()))
