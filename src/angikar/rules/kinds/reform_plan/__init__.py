"""The work-plans of four reforms: e-governance and innovation, grievance redress, citizen's charter, right to information."""

from __future__ import annotations

from angikar.rules.kind import Kind
from angikar.rules.kinds.reform_plan.asks import asks
from angikar.rules.kinds.reform_plan.blank import blank
from angikar.rules.kinds.reform_plan.check import check
from angikar.rules.kinds.reform_plan.content import ReformPlan
from angikar.rules.kinds.reform_plan.form import KIND
from angikar.rules.kinds.reform_plan.read import read, recognise
from angikar.rules.kinds.reform_plan.write import write
from angikar.rules.plan_table.making.following import follow_rows

REFORM_PLAN = Kind(
    name=KIND,
    title="সংস্কার ও সুশাসনমূলক কর্মপরিকল্পনা",
    title_en="Reform work-plan",
    content=ReformPlan,
    recognise=recognise,
    read=read,
    check=check,
    asks=asks,
    write=write,
    blank=blank,
    follow=follow_rows,
)

__all__ = ["REFORM_PLAN", "ReformPlan"]
