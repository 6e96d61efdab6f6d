"""Deadlines of papers: the last day on which an amendment of a plan may be proposed."""

from __future__ import annotations

from datetime import date, timedelta

from angikar.papers.links.queries import law_of_paper
from angikar.papers.models import Paper
from angikar.rules.plan import Plan
from angikar.rules.schedule.fiscal import FiscalYear, canonical_year, next_day


def last_day(paper: Paper) -> date | None:
    """The framework's last day for proposing an amendment of a plan; `None` where it names none."""
    plan, year = paper.value(), canonical_year(paper.fiscal_year)
    law = law_of_paper(paper, plan) if isinstance(plan, Plan) else None
    if law is None or law.calendar.amendment is None or year is None:
        return None
    return next_day(law.calendar.amendment, FiscalYear.parse(year).start - timedelta(days=1))
