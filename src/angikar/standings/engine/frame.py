"""The frame: which whole numbers of a line go into the engine, which come out, and in what order they stand."""

from __future__ import annotations

from typing import NamedTuple

HOW = ("law", "method", "step", "weight")
VALUES = tuple(f"v{number}" for number in range(1, 6))
LEVELS = tuple(f"l{number}" for number in range(1, 7))
CLAIMED = tuple(f"q{quarter}" for quarter in range(1, 5))
ACCEPTED = tuple(f"a{quarter}" for quarter in range(1, 5))
GIVEN = ("line_id", "paper_id", *HOW, *VALUES, *LEVELS, *CLAIMED, *ACCEPTED)
"""The columns of a tally that the law needs; a value, level or figure that is not there is NULL."""

SCORED = ("line_id", "paper_id", "raw", "marks", "accepted_raw", "accepted_marks", "place")
"""The columns of a score, as `LineScore` tells."""

Row = tuple[int | None, ...]
"""One line as a row of `GIVEN` or `SCORED`."""


class Total(NamedTuple):
    """What one plan adds up to, in hundredths: the sum of its rounded rows, claimed and accepted."""

    paper: int
    claimed: int
    accepted: int
