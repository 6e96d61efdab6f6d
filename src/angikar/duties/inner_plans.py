"""What the plans inside a plan give: the status of each on a day, and the figure it gives the row that counts it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from angikar.papers.links.queries import Inner
from angikar.papers.models import FROZEN
from angikar.rules.scoring.figures import scaled, written
from angikar.rules.scoring.inner import InnerMarks, InnerStatus, inner_status
from angikar.rules.scoring.scorecard import Scorecard

Standing = Literal["none", "not_issued"] | InnerStatus


@dataclass(frozen=True, slots=True)
class InnerScore:
    """One row that counts a whole plan, and what that plan has earned so far.

    `standing` is `none` where no plan is linked, `not_issued` where it is not in force yet, `no_marks` where its form
    gives none, `full_differs` where its full marks are not those the row counts from, `not_reported` where it has no
    report; only `counted` gives a figure. `claimed` and `accepted` are of `full` marks, two places.
    """

    inner: Inner
    standing: Standing
    claimed: str | None = None
    accepted: str | None = None
    full: str | None = None


def inner_score(inner: Inner, card: Scorecard | None) -> InnerScore:
    """What a row takes from its plan, given that plan's scorecard (`None` where it has none)."""
    if inner.paper is None:
        return InnerScore(inner, "none")
    if inner.paper.state not in FROZEN:
        return InnerScore(inner, "not_issued")
    marks = _marks(card) if card is not None else None
    status = inner_status(marks, scaled(inner.form.full, 2) if inner.form is not None else None)
    if card is None or marks is None or status == "no_marks":
        return InnerScore(inner, status)
    full = written(card.marks.full, 2)
    if status != "counted":
        return InnerScore(inner, status, full=full)
    return InnerScore(inner, status, card.claimed, card.accepted, full)


def _marks(card: Scorecard) -> InnerMarks:
    """The marks of a plan in hundredths, for the row that counts it."""
    marks = card.marks
    claimed, accepted = (marks.claimed, marks.accepted) if marks.has_marks else (None, None)
    return InnerMarks(claimed, accepted, marks.full, marks.is_reported, marks.is_settled)
