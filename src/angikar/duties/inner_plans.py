"""What the plans inside a plan bring: how each stands on a day, and the figure it gives the row that stands for it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from angikar.papers.links.queries import Inner
from angikar.papers.models import FROZEN
from angikar.rules.scoring.scorecard import Scorecard

Standing = Literal["none", "not_issued", "no_marks", "full_differs", "not_reported", "counted"]


@dataclass(frozen=True, slots=True)
class Brought:
    """One row that stands for a whole plan, and what that plan has earned so far.

    `standing` is `none` where no plan is linked, `not_issued` where it is not in force yet, `no_marks` where its form
    gives none, `full_differs` where its full marks are not those the row counts from, `not_reported` where nobody has
    reported anything of it; only `counted` gives a figure. `claimed` and `accepted` are of `full` marks, two places.
    """

    inner: Inner
    standing: Standing
    claimed: str | None = None
    accepted: str | None = None
    full: str | None = None


def brought(inner: Inner, card: Scorecard | None) -> Brought:
    """What a row takes from its plan, given that plan's scorecard (`None` where it has none)."""
    if inner.paper is None:
        return Brought(inner, "none")
    if inner.paper.state not in FROZEN:
        return Brought(inner, "not_issued")
    if card is None or card.claimed is None:
        return Brought(inner, "no_marks")
    full = _full(card)
    if inner.form is not None and Decimal(inner.form.full) != full:
        return Brought(inner, "full_differs", full=_plain(full))
    if not any(line.claimed for line in card.lines):
        return Brought(inner, "not_reported", full=_plain(full))
    accepted = card.accepted if any(line.accepted for line in card.lines) else None
    return Brought(inner, "counted", card.claimed, accepted, _plain(full))


def _full(card: Scorecard) -> Decimal:
    return sum((Decimal(line.weight) for line in card.lines if line.weight), Decimal(0))


def _plain(figure: Decimal) -> str:
    return f"{figure.normalize():f}"
