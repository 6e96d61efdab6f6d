"""The score of one line with every step, from the reports of that line alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from angikar.duties.queries import DutyCell, counted_row, row_of, scorecard
from angikar.papers.links.queries import law_of_paper
from angikar.papers.models import Link, State
from angikar.rules.plan import IndicatorId, Plan
from angikar.rules.schedule.fiscal import canonical_year
from angikar.rules.scoring.lines import ScoredLine, score_row


def line_score(here: DutyCell, quarters: Sequence[DutyCell], value: str | None, on: date) -> ScoredLine | None:
    """The score of the line of a cell on a day, with `value` in place of its report where there is one; `quarters` are the cells of
    the line. `None` for a duty without a line and for a plan without a framework.
    """
    line, paper = here.duty.line, here.duty.paper
    if line is None:
        return None
    plan = paper.value()
    law = law_of_paper(paper, plan) if isinstance(plan, Plan) else None
    of_others = paper.state == State.SUPERSEDED or Link.objects.filter(paper=paper, line=str(line.identity)).exists()
    if of_others or law is None or not law.established or not isinstance(plan, Plan):
        return _of_whole_plan(here, value, on)
    named = (
        (area, each) for _, area, _, each in plan.indicators() if IndicatorId(area.part, each.code) == line.identity
    )
    area, indicator = next(named)
    rows = {}
    for cell in quarters:
        cell.duty.line = line
        row = row_of(cell, value) if cell.duty.pk == here.duty.pk and value is not None else counted_row(cell, on)
        if row is not None:
            rows[row.quarter] = row
    year = canonical_year(plan.fiscal_year or "") or law.fiscal_years[0]
    return score_row(area, indicator, law, rows, on, fiscal_year=year)


def _of_whole_plan(here: DutyCell, value: str | None, on: date) -> ScoredLine | None:
    """The same where other papers give the figures of the line: a linked plan, or the plan that took the place of this one."""
    card, line = scorecard(here.duty.paper, on, typed=row_of(here, value)), here.duty.line
    lines = card.lines if card else ()
    return next((each for each in lines if line is not None and (each.part, each.code) == (line.part, line.code)), None)
