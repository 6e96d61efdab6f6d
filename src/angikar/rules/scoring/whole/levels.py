"""Where the figures of a row lie between its worst level and its best, for a picture: whole thousandths of the way, whichever way is better."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from angikar.rules.plan import MOST_PLACES
from angikar.rules.scoring.figures import is_date
from angikar.rules.scoring.laws import Ladder
from angikar.rules.scoring.lines import Grade, ScoredLine


@dataclass(frozen=True, slots=True)
class OnLevels:
    """The levels of a row from the best (1000) to the worst (0), what was claimed and what was accepted on the same scale, and the figures
    themselves: `values` of the levels, `claimed_figure` and `accepted_figure`.
    """

    levels: tuple[int, ...]
    claimed: int | None
    accepted: int | None
    values: tuple[str, ...]
    claimed_figure: str | None
    accepted_figure: str | None


def on_levels(line: ScoredLine) -> OnLevels | None:
    """The figures of a scored row on its levels; nothing where it has no levels that differ."""
    law = line.law
    if not isinstance(law, Ladder) or law.kind == "linked":
        return None
    best, worst = _number(law.values[0]), _number(law.values[-1])
    if best == worst:
        return None

    def share(figure: str) -> int:
        return (_number(figure) - worst) * 1000 // (best - worst)

    claimed, accepted = _actual(line.claimed), _actual(line.accepted)
    return OnLevels(
        levels=tuple(map(share, law.values)),
        claimed=None if claimed is None else share(claimed),
        accepted=None if accepted is None else share(accepted),
        values=law.values,
        claimed_figure=claimed,
        accepted_figure=accepted,
    )


def _actual(grade: Grade | None) -> str | None:
    return None if grade is None else grade.actual


def _number(figure: str) -> int:
    return date.fromisoformat(figure).toordinal() if is_date(figure) else int(Decimal(figure).scaleb(MOST_PLACES))
