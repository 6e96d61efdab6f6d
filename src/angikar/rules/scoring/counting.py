"""How the quarters of a row become its figure for the year, in whole numbers only.

গণনা পদ্ধতি has four names (সমষ্টি, গড়, ক্রমপুঞ্জিভূত, তারিখ) and three ways: a running figure and a date of completion
both count as last reported. A quarter nobody reported is missing, which is not nought.
"""

from __future__ import annotations

from collections.abc import Sequence

SUM, AVERAGE, LAST = 0, 1, 2
METHODS = {"sum": SUM, "average": AVERAGE, "cumulative": LAST, "date": LAST}
MISSING = -(1 << 62)
TWELVE = 12
"""Figures of the year are counted in twelfths, so that a mean of one to four quarters is a whole number."""


def count(method: int, quarters: Sequence[int]) -> int:
    """The year's figure in twelfths, `MISSING` where no quarter was reported; the mean is over the reported quarters.

    >>> count(SUM, (10, 15, 20, 25)) // 12, count(AVERAGE, (90, MISSING, 95, 100)) // 12
    (70, 95)
    >>> count(LAST, (27, 30, 29, MISSING)) // 12
    29
    """
    total, reported, last = 0, 0, MISSING
    for value in quarters:
        if value != MISSING:
            total += value
            reported += 1
            last = value
    if reported == 0:
        return MISSING
    if method == SUM:
        return TWELVE * total
    if method == AVERAGE:
        return TWELVE * total // reported
    return TWELVE * last
