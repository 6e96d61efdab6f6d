"""The scorecard of a plan on a day: every row with every step, areas and the whole as sums of the rounded rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from angikar.rules.frameworks.framework import Framework, NotEstablished
from angikar.rules.plan import Area, IndicatorId, Part, Plan
from angikar.rules.schedule.fiscal import canonical_year
from angikar.rules.scoring.figures import marks_text, scaled
from angikar.rules.scoring.lines import Grade, ScoredLine, score_row
from angikar.rules.scoring.reports import ReportRow
from angikar.rules.scoring.whole.full import FullMarks, full_marks
from angikar.rules.scoring.whole.marks import Basis, PlanMarks


@dataclass(frozen=True, slots=True)
class AreaScore:
    """One area: its rows and what they add up to; a sum is `None` where the framework gives no marks, and where no row has a figure."""

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
    """A plan scored on a day, its `marks` out of the `full` ones; `strays` are reports of rows that the plan does not have."""

    on: date
    framework: str
    areas: tuple[AreaScore, ...]
    marks: PlanMarks
    full: FullMarks
    strays: tuple[ReportRow, ...] = ()

    @property
    def lines(self) -> tuple[ScoredLine, ...]:
        """Every row in printed order."""
        return tuple(line for area in self.areas for line in area.lines)

    @property
    def claimed(self) -> str | None:
        """The marks claimed; `None` without a report and where the framework gives none."""
        return self.marks.of("claimed").text

    @property
    def accepted(self) -> str | None:
        """The marks accepted; `None` where no figure was."""
        return self.marks.of("accepted").text

    def as_json(self) -> dict[str, object]:
        """The scorecard in the shape of the contract."""
        return {
            "on": self.on.isoformat(),
            "framework": self.framework,
            **self.marks.as_json(),
            "cannot_be_scored": [each.as_json() for each in self.full.rest],
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
    lines = [line for area in areas for line in area.lines]
    known = {(line.part, line.code) for line in lines}
    lacking = {IndicatorId(line.part, line.code): line.lacks for line in lines if line.lacks is not None}
    full = full_marks(plan, lacking) if framework.scoring != "none" else FullMarks(0)
    return Scorecard(
        on=on,
        framework=framework.name,
        areas=areas,
        marks=_whole(lines, full, has_marks=framework.scoring != "none"),
        full=full,
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
    claimed = _sum(lines, "claimed", framework)
    accepted = _sum(lines, "accepted", framework)
    return AreaScore(area.part, area.code, area.title, area.weight, lines, claimed, accepted)


def _sum(lines: Sequence[ScoredLine], basis: Basis, framework: Framework) -> str | None:
    """What the rows of an area add up to; `None` where none of them has a figure that may give marks."""
    has = any(line.is_reported if basis == "claimed" else line.is_settled for line in lines)
    return marks_text(_added(lines, basis)) if has and framework.scoring != "none" else None


def _whole(lines: Sequence[ScoredLine], full: FullMarks, *, has_marks: bool) -> PlanMarks:
    return PlanMarks(
        claimed=_added(lines, "claimed"),
        accepted=_added(lines, "accepted"),
        full=full.full,
        unscored=full.unscored,
        has_marks=has_marks,
        is_reported=any(line.is_reported for line in lines),
        is_settled=any(line.is_settled for line in lines),
    )


def _added(lines: Iterable[ScoredLine], basis: Basis) -> int:
    grades: Iterable[Grade | None] = (line.claimed if basis == "claimed" else line.accepted for line in lines)
    return sum(scaled(grade.marks, 2) for grade in grades if grade is not None and grade.marks is not None)
