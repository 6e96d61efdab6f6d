"""Order: canonical figures compared, numbers as numbers, ISO dates as days; whether a row of them goes one way."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise


def is_date(figure: str) -> bool:
    """Whether a canonical figure is an ISO date."""
    return figure[4:5] == "-" and figure[7:8] == "-"


def rank(figure: str) -> Decimal:
    """A canonical figure as a number in the order of figures of its kind; a date as its digits."""
    return Decimal(figure.replace("-", "")) if is_date(figure) else Decimal(figure)


def one_way(figures: Sequence[str]) -> bool:
    """Whether figures strictly fall or strictly rise; dates and numbers together never do.

    >>> one_way(["30", "29", "26"]), one_way(["2023-03-31", "2023-04-15"]), one_way(["4", "4"]), one_way(["9"])
    (True, True, False, True)
    """
    if len({is_date(figure) for figure in figures}) > 1:
        return False
    ranks = [rank(figure) for figure in figures]
    return all(a > b for a, b in pairwise(ranks)) or all(a < b for a, b in pairwise(ranks))


def reaches(figure: str, level: str, criteria: Sequence[str]) -> bool:
    """Whether a figure reaches a level, in the direction the criteria go from best to worst.

    Where there is only one criterion an earlier date is better, and a greater number.

    >>> reaches("27", "26", ["30", "29", "26"]), reaches("2023-04-20", "2023-04-15", ["2023-03-31", "2023-04-15"])
    (True, False)
    """
    lower = is_date(level) if len(criteria) < 2 else rank(criteria[0]) < rank(criteria[-1])
    return rank(figure) <= rank(level) if lower else rank(figure) >= rank(level)
