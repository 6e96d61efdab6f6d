"""Inner plans: whether the marks of a plan inside a plan count for the row that stands for it."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

InnerStatus = Literal["no_marks", "full_differs", "not_reported", "counted"]


class InnerMarks(NamedTuple):
    """What a whole plan has earned. `claimed` is `None` where its form gives no marks; `full` are its full marks; `reported`
    and `settled` are whether anything of it was reported, and accepted. The marks are of one unit, whichever it is.
    """

    claimed: Decimal | int | None
    accepted: Decimal | int | None
    full: Decimal | int
    reported: bool
    settled: bool


def inner_status(marks: InnerMarks | None, counts_from: Decimal | int | None) -> InnerStatus:
    """Whether a row counts the marks of its plan: only `counted` gives a figure. `counts_from` are the full marks the row
    expects, in the same unit; `None` where any will do.

    >>> inner_status(InnerMarks(80, None, 100, reported=True, settled=False), counts_from=100)
    'counted'
    >>> inner_status(InnerMarks(80, None, 50, reported=True, settled=False), counts_from=100)
    'full_differs'
    """
    if marks is None or marks.claimed is None:
        return "no_marks"
    if counts_from is not None and counts_from != marks.full:
        return "full_differs"
    return "counted" if marks.reported else "not_reported"
