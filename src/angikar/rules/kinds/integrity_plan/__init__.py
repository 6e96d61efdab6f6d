"""The work-plan of the National Integrity Strategy (জাতীয় শুদ্ধাচার কৌশল কর্ম-পরিকল্পনা) with its quarterly monitoring."""

from __future__ import annotations

from angikar.rules.kind import Kind
from angikar.rules.kinds.integrity_plan.asks import asks
from angikar.rules.kinds.integrity_plan.blank import blank
from angikar.rules.kinds.integrity_plan.check import check
from angikar.rules.kinds.integrity_plan.content import IntegrityPlan
from angikar.rules.kinds.integrity_plan.read import KIND, read, recognise
from angikar.rules.kinds.integrity_plan.write import write
from angikar.rules.plan_table.making.following import follow_rows

INTEGRITY_PLAN = Kind(
    name=KIND,
    title="শুদ্ধাচার কর্ম-পরিকল্পনা",
    title_en="Integrity work-plan",
    content=IntegrityPlan,
    recognise=recognise,
    read=read,
    check=check,
    asks=asks,
    write=write,
    blank=blank,
    follow=follow_rows,
    link="integrity",
)
