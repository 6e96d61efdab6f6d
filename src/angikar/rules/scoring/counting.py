"""How the quarters of a row become its figure for the year, in whole numbers only.

গণনা পদ্ধতি has four names (সমষ্টি, গড়, ক্রমপুঞ্জিভূত, তারিখ) and three ways: a running figure and a date of completion
both count as last reported. A quarter nobody reported is missing, which is not nought. Where a quarter was reported as
a part and its whole (90 of 120), both are kept, and the year's figure is all parts by all wholes.
"""

from __future__ import annotations

from collections.abc import Sequence

SUM, AVERAGE, LAST = 0, 1, 2
METHODS = {"sum": SUM, "average": AVERAGE, "cumulative": LAST, "date": LAST}
FINER = 4
"""A method plus `FINER` times an exponent: a part by its whole counts for so many powers of ten (per cent: two)."""
MISSING = -(1 << 62)
PAIR = 1 << 60
"""From here on a figure is a part and its whole; single figures stay below."""
WHOLE = 1 << 30
"""Parts and wholes stay below this."""


def pair(part: int, whole: int) -> int:
    """A part and its whole (0 <= each < `WHOLE`) as one figure of a quarter; where nothing was due both are nought.

    >>> pair(9, 12) - PAIR == 9 * WHOLE + 12
    True
    """
    return PAIR + part * WHOLE + whole


def split(figure: int, method: int) -> tuple[int, int]:
    """One quarter's figure as a fraction: what it is over 1, a part times its power of ten over its whole, nought over
    nought where nothing was due.

    >>> split(95, AVERAGE), split(pair(9, 12), AVERAGE + 2 * FINER)
    ((95, 1), (900, 12))
    """
    if figure < PAIR:
        return figure, 1
    part = (figure - PAIR) // WHOLE
    for _ in range(method // FINER):
        part *= 10
    return part, (figure - PAIR) % WHOLE


def count(method: int, quarters: Sequence[int]) -> tuple[int, int]:
    """The year's figure as a fraction (over, under > 0), under nought where no quarter was reported.

    A mean is over the quarters reported; where these are parts and wholes (all of them or none) it is that of all parts
    by all wholes, and a quarter in which nothing was due adds nothing.

    >>> count(SUM, (10, 15, 20, 25)), count(AVERAGE, (90, MISSING, 95, 100)), count(LAST, (27, 30, 29, MISSING))
    ((70, 1), (285, 3), (29, 1))
    >>> count(AVERAGE + 2 * FINER, (pair(9, 10), pair(1, 2), MISSING, MISSING))
    (1000, 12)
    """
    total, reported, last = 0, 0, MISSING
    parts, wholes = 0, 0
    for value in quarters:
        if value >= PAIR:
            over, under = split(value, method)
            parts += over
            wholes += under
        else:
            given = value != MISSING
            total += value if given else 0
            reported += 1 if given else 0
            last = value if given else last
    if wholes > 0:
        return parts, wholes
    if reported == 0:
        return 0, 0
    if method % FINER == SUM:
        return total, 1
    if method % FINER == AVERAGE:
        return total, reported
    return last, 1
