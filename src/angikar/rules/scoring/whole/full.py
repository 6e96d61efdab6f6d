"""The full marks of a plan as its paper prints them, and the part of them that no figure can earn yet, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from angikar.rules.plan import Area, IndicatorId, Part, Plan
from angikar.rules.reading import Doubt
from angikar.rules.scoring import sentences
from angikar.rules.scoring.figures import marks_text, scaled, written

PLACES = 4
"""Decimal places of a weight."""


@dataclass(frozen=True, slots=True)
class Unscored:
    """Marks of a plan that no figure can earn yet (in hundredths): those of a row, or the rest of an area that no row has; and why."""

    part: Part
    code: str
    title: str
    marks: int
    why: Doubt

    @property
    def text(self) -> str:
        """The marks with two places."""
        return marks_text(self.marks)

    def as_json(self) -> dict[str, object]:
        """The marks with their reason, in both languages."""
        why = {"code": self.why.code, "message": self.why.message, "message_en": self.why.message_en}
        return {"part": self.part, "code": self.code, "title": self.title, "marks": self.text, **why}


@dataclass(frozen=True, slots=True)
class FullMarks:
    """Out of how many marks a plan is (in hundredths), and which of them cannot be scored yet."""

    full: int
    rest: tuple[Unscored, ...] = ()

    @property
    def unscored(self) -> int:
        """How many marks cannot be scored yet."""
        return sum(each.marks for each in self.rest)


def full_marks(plan: Plan, lacking: Mapping[IndicatorId, Doubt]) -> FullMarks:
    """The full marks of a plan whose `lacking` rows have no marks for the reason given: those its areas print, or where one prints none
    or less than its rows, those of the rows.
    """
    whole, rest = 0, list[Unscored]()
    for area in plan.areas:
        rows = [row for activity in area.activities for row in activity.indicators]
        weights = [weight_in(row.weight) for row in rows]
        whole += of_area(weight_in(area.weight), weights)
        for row, weight in zip(rows, weights, strict=True):
            why = lacking.get(IndicatorId(area.part, row.code))
            if why is not None and weight:
                rest.append(Unscored(area.part, row.code, row.title, weight // 100, why))
        left = of_area(weight_in(area.weight), weights) - sum(weights)
        if left:
            rest.append(_of_area(area, sum(weights), left))
    return FullMarks(whole // 100, tuple(rest))


def of_area(own: int, rows: Sequence[int]) -> int:
    """The weight of an area in ten-thousandths: its own, unless its rows weigh more."""
    return max(own, sum(rows))


def full_of_weights(areas: Iterable[tuple[str | None, Iterable[str | None]]]) -> int:
    """The full marks in hundredths of areas of which only the weights are known, each with those of its rows.

    >>> full_of_weights([("25", ["10", "10"]), (None, ["3", None])])
    2800
    """
    return sum(of_area(weight_in(own), [weight_in(row) for row in rows]) for own, rows in areas) // 100


def weight_in(weight: str | None) -> int:
    """A weight in ten-thousandths; nought where none can be read."""
    try:
        return scaled(weight or "", PLACES)
    except ValueError:
        return 0


def _of_area(area: Area, rows: int, left: int) -> Unscored:
    facts = {"weight": written(rows + left, PLACES), "rows": written(rows, PLACES)}
    return Unscored(area.part, area.code, area.title, left // 100, Doubt(sentences.AREA_NOT_GIVEN, "warning", facts))
