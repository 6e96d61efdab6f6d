"""The scorecard of a plan on a day: every row with every step, areas and the whole as sums of the rounded rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from angikar.rules.frameworks.framework import Framework, NotEstablished
from angikar.rules.plan import Area, Part, Plan
from angikar.rules.schedule.fiscal import canonical_year
from angikar.rules.scoring.figures import marks_text, scaled
from angikar.rules.scoring.lines import Grade, ScoredLine, score_row
from angikar.rules.scoring.reports import ReportRow


@dataclass(frozen=True, slots=True)
class AreaScore:
    """One area: its rows and what they add up to; sums are `None` where the framework gives no marks."""

    part: Part
    code: str
    title: str
    weight: str | None
    lines: tuple[ScoredLine, ...]
    claimed: str | None
    accepted: str | None

    def as_json(self) -> dict[str, object]:
        """The area in the shape of the contract."""
        return {
            "part": self.part,
            "code": self.code,
            "title": self.title,
            "weight": self.weight,
            "claimed": self.claimed,
            "accepted": self.accepted,
            "indicators": [line.as_json() for line in self.lines],
        }


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A plan scored on a day; `strays` are reports of rows that the plan does not have."""

    on: date
    framework: str
    areas: tuple[AreaScore, ...]
    claimed: str | None
    accepted: str | None
    strays: tuple[ReportRow, ...] = ()

    @property
    def lines(self) -> tuple[ScoredLine, ...]:
        """Every row in printed order."""
        return tuple(line for area in self.areas for line in area.lines)

    def as_json(self) -> dict[str, object]:
        """The scorecard in the shape of the contract."""
        return {
            "on": self.on.isoformat(),
            "framework": self.framework,
            "claimed": self.claimed,
            "accepted": self.accepted,
            "areas": [area.as_json() for area in self.areas],
            "strays": [{"part": row.part, "code": row.code, "quarter": str(row.quarter)} for row in self.strays],
        }


def scorecard(plan: Plan, framework: Framework, reports: Sequence[ReportRow], on: date) -> Scorecard:
    """Score a plan on a day from its reports, whose order means nothing.

    A row nobody reported has no score and counts nothing in the sums; `state` says whether it is late or merely waits.
    `NotEstablished` where nobody has set down how such a plan is marked.
    """
    if not framework.established:
        raise NotEstablished(framework)
    rows: dict[tuple[Part, str], dict[int, ReportRow]] = defaultdict(dict)
    for row in reports:
        rows[row.part, row.code][row.quarter] = row
    areas = tuple(_area(area, plan, framework, rows, on) for area in plan.areas)
    known = {(line.part, line.code) for area in areas for line in area.lines}
    return Scorecard(
        on=on,
        framework=framework.name,
        areas=areas,
        claimed=_sum((area.claimed for area in areas), framework),
        accepted=_sum((area.accepted for area in areas), framework),
        strays=tuple(row for row in reports if (row.part, row.code) not in known),
    )


def _area(
    area: Area, plan: Plan, framework: Framework, rows: dict[tuple[Part, str], dict[int, ReportRow]], on: date
) -> AreaScore:
    year = canonical_year(plan.fiscal_year or "") or framework.fiscal_years[0]
    lines = tuple(
        score_row(area, indicator, framework, rows.get((area.part, indicator.code), {}), on, fiscal_year=year)
        for activity in area.activities
        for indicator in activity.indicators
    )
    claimed = _sum((_marks(line.claimed) for line in lines), framework)
    accepted = _sum((_marks(line.accepted) for line in lines), framework)
    return AreaScore(area.part, area.code, area.title, area.weight, lines, claimed, accepted)


def _marks(grade: Grade | None) -> str | None:
    return grade.marks if grade else None


def _sum(marks: Iterable[str | None], framework: Framework) -> str | None:
    if framework.scoring == "none":
        return None
    return marks_text(sum(scaled(mark, 2) for mark in marks if mark is not None))
