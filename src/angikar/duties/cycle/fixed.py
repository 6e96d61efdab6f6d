"""The marks of a plan whose year is evaluated, as they were fixed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from angikar.duties.models import Evaluation
from angikar.offices.prepared import NUMBERS, Prepared
from angikar.papers.models import Paper
from angikar.rules.scoring.figures import scaled
from angikar.rules.scoring.whole.full import full_of_weights
from angikar.rules.scoring.whole.marks import PlanMarks


def is_fixed(paper: Paper) -> bool:
    """Whether the year of a plan is evaluated: then its accepted marks are final."""
    return any(_IN_FORCE.rows(paper.pk))


_IN_FORCE = Prepared(
    lambda paper: Evaluation.objects.in_force().filter(paper=paper).values_list("pk")[:1],
    NUMBERS[0],
)


def fixed_marks(evaluation: Evaluation) -> PlanMarks:
    """The marks of an evaluation; one of long ago does not say out of how many, its rows do."""
    card: dict[str, Any] = evaluation.card
    rows = [row for area in card["areas"] for row in area["indicators"]]
    full = card.get("full")
    return PlanMarks(
        claimed=scaled(evaluation.claimed or "0", 2),
        accepted=scaled(evaluation.accepted or "0", 2),
        full=scaled(full, 2) if full else full_of_weights(map(_weights, card["areas"])),
        unscored=scaled(card.get("unscored") or "0", 2),
        has_marks=_has_marks(evaluation),
        is_reported=_has(card, "claimed", (figure for row in rows for figure in row["quarters"])),
        is_settled=_has(card, "accepted", (figure for row in rows for figure in row["accepted_quarters"])),
        is_final=evaluation.taken_back_on is None,
    )


def _has(card: dict[str, Any], basis: str, figures: Iterable[str | None]) -> bool:
    """Whether there are marks of a basis; a scorecard of long ago has nought where there are none, and its figures tell."""
    return card[basis] is not None if "full" in card else any(figure is not None for figure in figures)


def _has_marks(evaluation: Evaluation) -> bool:
    """Whether the form gives marks; a plan without any report has none whatever its form."""
    return evaluation.claimed is not None or evaluation.card.get("full") is not None


def _weights(area: dict[str, Any]) -> tuple[str | None, list[str | None]]:
    return area["weight"], [row["weight"] for row in area["indicators"]]
