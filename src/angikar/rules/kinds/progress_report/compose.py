"""Composes a progress report from the scorecard of a plan; no part of it is typed."""

from __future__ import annotations

from collections.abc import Iterable

from angikar.rules.kinds.progress_report.content import ProgressArea, ProgressReport, ProgressRow
from angikar.rules.letters.values import Signatory
from angikar.rules.plan import Activity, Indicator, Part, Plan
from angikar.rules.plan_table.seen import differing
from angikar.rules.plan_table.worded import ORDINALS
from angikar.rules.plan_table.write import coded
from angikar.rules.scoring.figures import written
from angikar.rules.scoring.lines import ScoredLine
from angikar.rules.scoring.scorecard import AreaScore, Scorecard

PERIODS = {"half": "অর্ধবার্ষিক অগ্রগতি প্রতিবেদন", "year": "বার্ষিক অগ্রগতি প্রতিবেদন"}
"""The titles of reports on more than a quarter: the half-year ends with the second, the year with the fourth."""


def compose(
    plan: Plan, card: Scorecard, quarter: int, signatories: Iterable[Signatory] = (), period: str = ""
) -> ProgressReport:
    """The report of a quarter from the scorecard of its plan, which must not count anything after that quarter; `period` is one of
    `PERIODS` where it is the report of the half-year or the year.
    """
    promised = {(area.part, each.code): (activity, each) for _, area, activity, each in plan.indicators()}
    return ProgressReport(
        office=plan.office,
        counterpart=plan.counterpart,
        fiscal_year=plan.fiscal_year,
        plan=plan.title,
        title=PERIODS.get(period, f"{ORDINALS[quarter - 1]} ত্রৈমাসিক অগ্রগতি প্রতিবেদন"),
        quarter=quarter,
        on=card.on.isoformat(),
        areas=tuple(_area(area, promised, quarter) for area in card.areas),
        full=written(card.marks.full, 2) if card.marks.has_marks else None,
        unscored=written(card.marks.unscored, 2) if card.marks.unscored else None,
        claimed=card.claimed,
        accepted=card.accepted,
        signatories=tuple(each.model_copy(update={"role": each.role or "body"}) for each in signatories),
    )


def _area(area: AreaScore, promised: dict[tuple[Part, str], tuple[Activity, Indicator]], quarter: int) -> ProgressArea:
    rows = tuple(_row(line, *promised[line.part, line.code], quarter) for line in area.lines)
    return ProgressArea(
        part=area.part,
        code=area.code,
        title=area.title,
        weight=area.weight,
        claimed=area.claimed,
        accepted=area.accepted,
        rows=rows,
    )


def _row(line: ScoredLine, activity: Activity, indicator: Indicator, quarter: int) -> ProgressRow:
    """What comes after the quarter has no state yet."""
    first, second, third, fourth = (
        state if number <= quarter else None for number, state in enumerate(line.quarter_states, start=1)
    )
    first_seen, second_seen, third_seen, fourth_seen = (
        differing(mine, seen) for mine, seen in zip(line.quarters, line.accepted_quarters, strict=True)
    )
    claimed = line.claimed.actual if line.claimed else None
    return ProgressRow(
        code=line.code,
        activity=coded(activity.code, activity.title),
        title=line.title,
        unit_text=indicator.unit_text,
        counting=line.counting,
        weight=line.weight,
        target=indicator.target or tuple(filter(None, indicator.criteria[:1])),
        quarter_targets=indicator.quarter_targets,
        quarter_actuals=line.quarters,
        quarter_states=(first, second, third, fourth),
        accepted_quarters=(first_seen, second_seen, third_seen, fourth_seen),
        actual=claimed,
        accepted_actual=differing(claimed, line.accepted.actual) if line.accepted else None,
        claimed=line.claimed.marks if line.claimed else None,
        accepted=line.accepted.marks if line.accepted else None,
    )
