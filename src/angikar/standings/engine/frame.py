"""The frame: the whole numbers of a line that go into the engine and come out of it, in their order."""

from __future__ import annotations

from typing import NamedTuple

HOW = ("law", "method", "step", "weight")
VALUES = tuple(f"v{number}" for number in range(1, 6))
LEVELS = tuple(f"l{number}" for number in range(1, 7))
CLAIMED = tuple(f"q{quarter}" for quarter in range(1, 5))
ACCEPTED = tuple(f"a{quarter}" for quarter in range(1, 5))
GIVEN = ("line_id", "paper_id", *HOW, *VALUES, *LEVELS, *CLAIMED, *ACCEPTED)
"""The columns of a tally that the law needs; an absent value, level or figure is NULL."""

SCORED = ("line_id", "paper_id", "raw", "marks", "accepted_raw", "accepted_marks", "place")
"""The columns of a score, those of `LineScore`."""

Row = tuple[int | None, ...]
"""One line as a row of `GIVEN` or `SCORED`."""


class PlanTotal(NamedTuple):
    """The total of one plan, in hundredths: the sum of its rounded rows, claimed and accepted."""

    paper: int
    claimed: int
    accepted: int
