"""Composes an evaluation sheet from the scorecard of a plan; no part of it is typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from angikar.rules.frameworks.framework import Framework
from angikar.rules.kinds.evaluation_sheet.content import EvaluationArea, EvaluationRow, EvaluationSheet
from angikar.rules.letters.values import Signatory
from angikar.rules.plan import Indicator, Part, Plan
from angikar.rules.plan_table.seen import differing
from angikar.rules.scoring.figures import written
from angikar.rules.scoring.lines import ScoredLine
from angikar.rules.scoring.scorecard import AreaScore, Scorecard

Proven = Mapping[tuple[Part, str], bool]
"""Whether a file proves any figure of a row, by part and code; rows whose figure is not of files (a whole plan's) are left out."""


def compose(
    plan: Plan, framework: Framework, card: Scorecard, proven: Proven, signatories: Iterable[Signatory] = ()
) -> EvaluationSheet:
    """The sheet of a plan on the day of its scorecard."""
    promised = {(area.part, each.code): each for _, area, _, each in plan.indicators()}
    return EvaluationSheet(
        office=plan.office,
        counterpart=plan.counterpart,
        fiscal_year=plan.fiscal_year,
        plan=plan.title,
        title="বার্ষিক কর্মসম্পাদন মূল্যায়ন পত্র",
        on=card.on.isoformat(),
        levels=framework.levels if framework.scoring == "criteria" else (),
        areas=tuple(_area(area, promised, framework, proven) for area in card.areas),
        weight=written(card.marks.full, 2) if card.marks.has_marks else None,
        unscored=written(card.marks.unscored, 2) if card.marks.unscored else None,
        claimed=card.claimed,
        accepted=card.accepted,
        signatories=tuple(each.model_copy(update={"role": each.role or "body"}) for each in signatories),
    )


def _area(
    area: AreaScore, promised: Mapping[tuple[Part, str], Indicator], framework: Framework, proven: Proven
) -> EvaluationArea:
    rows = tuple(_row(line, promised[line.part, line.code], framework, proven) for line in area.lines)
    return EvaluationArea(
        part=area.part,
        code=area.code,
        title=area.title,
        weight=area.weight,
        claimed=area.claimed,
        accepted=area.accepted,
        rows=rows,
    )


def _row(line: ScoredLine, indicator: Indicator, framework: Framework, proven: Proven) -> EvaluationRow:
    claimed, accepted = line.claimed, line.accepted
    by_level = framework.scoring == "criteria"
    criteria = (*indicator.criteria, *(None,) * len(framework.levels))[: len(framework.levels)] if by_level else ()
    return EvaluationRow(
        code=line.code,
        title=line.title,
        unit_text=indicator.unit_text,
        weight=line.weight,
        criteria=criteria,
        target=() if by_level else indicator.target,
        state=line.state,
        actual=claimed.actual if claimed else None,
        accepted_actual=differing(claimed.actual if claimed else None, accepted.actual) if accepted else None,
        claimed_raw=claimed.raw if claimed else None,
        claimed=claimed.marks if claimed else None,
        accepted_raw=accepted.raw if accepted else None,
        accepted=accepted.marks if accepted else None,
        proven=proven.get((line.part, line.code)) if line.state == "reported" else None,
    )
