"""ReformPlan: the content of a reform work-plan, a Plan that says which of the four reforms it serves."""

from __future__ import annotations

from typing import Literal

from angikar.rules.plan import Plan

Subject = Literal["innovation", "grievance", "charter", "information"]


class ReformPlan(Plan):
    """One of the four plans an agreement is marked by, as it is by the integrity plan; `subject` is the name of its link there."""

    subject: Subject | None = None
