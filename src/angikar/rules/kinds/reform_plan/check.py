"""The laws of a reform plan: those of every plan, a title that says what it is, and the marks its form prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from angikar.rules.kinds.reform_plan.content import ReformPlan
from angikar.rules.kinds.reform_plan.form import in_force
from angikar.rules.letters.laws import letter_laws
from angikar.rules.plan import Plan
from angikar.rules.plan_table.baselines import baseline_laws, month_ends
from angikar.rules.plan_table.check import at, bn, plan_laws
from angikar.rules.plan_table.ease import narrow_criteria
from angikar.rules.plan_table.fixed import fixed_marks
from angikar.rules.reading import Doubt, Severity, plain_doubt
from angikar.rules.schedule.fiscal import canonical_year

_NAMED = re.compile(r"areas\.\d+(\.activities\.\d+)?\.code")
"""The codes of areas, which such plans do not print, and of activities, which may go on counting in the next area."""


def check(plan: ReformPlan, name: str | None) -> tuple[Doubt, ...]:
    """Every law the plan breaks; `name` is the framework it stands on. Raises `LookupError` for an unknown one."""
    form = in_force(plan.subject, plan.fiscal_year, name)
    shared = (doubt for doubt in plan_laws(plan, form) if not _NAMED.fullmatch(doubt.path))
    return (
        *shared, *baseline_laws(plan), *month_ends(plan), *narrow_criteria(plan), *letter_laws(plan.letter),
        *_facts(plan), *_activities(plan), *fixed_marks(plan, form),
    )  # fmt: skip


def _facts(plan: ReformPlan) -> Iterator[Doubt]:
    """What the paper does not say of itself, and a title that names another year than its table."""
    gaps: tuple[tuple[bool, str, str, str, str, Severity], ...] = (
        (plan.office is None, "office-missing", "office", "দপ্তরের নাম পাওয়া যায়নি", "The office was not found", "warning"),
        (plan.fiscal_year is None, "fiscal-year-missing", "fiscal_year", "অর্থবছর পাওয়া যায়নি", "The fiscal year was not found", "warning"),
        (plan.subject is None, "subject-missing", "subject", "কোন বিষয়ের কর্মপরিকল্পনা তা বলা নেই", "The plan does not say which reform it serves", "error"),
        (not plan.areas, "areas-missing", "areas", "সূচকের ছক পাওয়া যায়নি", "The indicator table was not found", "error"),
    )  # fmt: skip
    for absent, code, slot, bangla, english, severity in gaps:
        if absent:
            yield plain_doubt(code, severity, f"{bangla}।", f"{english}.", slot)
    named = canonical_year(plan.title)
    if named is not None and plan.fiscal_year is not None and named != plan.fiscal_year:
        yield plain_doubt(
            "fiscal-year-disagrees", "warning", f"শিরোনামে {bn(named)}, ছকে {bn(plan.fiscal_year)} অর্থবছর।",
            f"The title names the fiscal year {named}, the table {plan.fiscal_year}.", "title",
        )  # fmt: skip


def _activities(plan: Plan) -> Iterator[Doubt]:
    """`code-sequence`: activities rise through the whole plan, whether or not a new area starts them anew."""
    rows = [
        (f"areas.{i}.activities.{j}.code", activity)
        for i, area in enumerate(plan.areas)
        for j, activity in enumerate(area.activities)
    ]
    for (_, one), (path, after) in pairwise(rows):
        if _number(after.code) <= _number(one.code):
            place = at(line for row in after.indicators for line in row.lines)
            yield plain_doubt(
                "code-sequence", "warning", f"কোড [{bn(after.code)}] ক্রম অনুযায়ী নয়; এর আগে [{bn(one.code)}]।",
                f"Code [{after.code}] is out of sequence; it follows [{one.code}].", path, place,
            )  # fmt: skip


def _number(code: str) -> tuple[int, ...]:
    return tuple(int(part) for part in code.split(".") if part.isdecimal())
