"""The score of one line with every step, from the reports of that line alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from angikar.duties.possible import has_link
from angikar.duties.queries import DutyCell, counted_row, row_of, scorecard
from angikar.papers.links.stored import law_of_stored, row_of_plan
from angikar.papers.models import State
from angikar.rules.schedule.fiscal import canonical_year
from angikar.rules.scoring.lines import ScoredLine, score_row


def line_score(
    here: DutyCell, quarters: Sequence[DutyCell], value: str | None, on: date, *, linked: bool | None = None
) -> ScoredLine | None:
    """The score of the line of a cell on a day, with `value` in place of its report where there is one; `quarters` are the cells of
    the line, `linked` tells whether a linked plan gives its figure, which is asked where it is not given. `None` for a duty without a line
    and for a plan without a framework.
    """
    line, paper = here.duty.line, here.duty.paper
    if line is None:
        return None
    plan_row, law = row_of_plan(paper, line.identity), law_of_stored(paper)
    if linked is None:
        linked = has_link(paper.pk, line)
    of_others = linked or paper.state == State.SUPERSEDED
    if of_others or law is None or not law.established or plan_row is None:
        return _of_whole_plan(here, value, on)
    rows = {}
    for cell in quarters:
        cell.duty.line = line
        row = row_of(cell, value) if cell.duty.pk == here.duty.pk and value is not None else counted_row(cell, on)
        if row is not None:
            rows[row.quarter] = row
    year = canonical_year(paper.content.get("fiscal_year") or "") or law.fiscal_years[0]
    return score_row(plan_row.area, plan_row.indicator, law, rows, on, fiscal_year=year)


def _of_whole_plan(here: DutyCell, value: str | None, on: date) -> ScoredLine | None:
    """The same where other papers give the figures of the line: a linked plan, or the plan that took the place of this one."""
    card, line = scorecard(here.duty.paper, on, typed=row_of(here, value)), here.duty.line
    lines = card.lines if card else ()
    return next((each for each in lines if line is not None and (each.part, each.code) == (line.part, line.code)), None)
