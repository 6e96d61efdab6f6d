"""The laws of a reform plan: those of every plan, a title that names its subject, and the marks of its form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from angikar.rules.kinds.reform_plan import sentences
from angikar.rules.kinds.reform_plan.content import ReformPlan
from angikar.rules.kinds.reform_plan.form import in_force
from angikar.rules.letters.laws import letter_laws
from angikar.rules.plan import Plan
from angikar.rules.plan_table import sentences as table
from angikar.rules.plan_table.baselines import baseline_laws, month_ends
from angikar.rules.plan_table.check import at, plan_laws
from angikar.rules.plan_table.ease import narrow_criteria
from angikar.rules.plan_table.fixed import fixed_marks
from angikar.rules.plan_table.quarters import of_quarters
from angikar.rules.plan_table.unlike.laws import likeness_laws
from angikar.rules.reading import Doubt, Severity
from angikar.rules.schedule.fiscal import canonical_year
from angikar.rules.sentence import Facts, Sentence

_NAMED = re.compile(r"areas\.\d+(\.activities\.\d+)?\.code")
"""The codes of areas, which reform plans do not print, and of activities, which may go on counting in the next area."""


def check(plan: ReformPlan, name: str | None) -> tuple[Doubt, ...]:
    """Every law the plan breaks; `name` is its framework. Raises `LookupError` for an unknown one."""
    form = in_force(plan.subject, plan.fiscal_year, name)
    shared = (doubt for doubt in plan_laws(plan, form) if not _NAMED.fullmatch(doubt.path))
    return (
        *shared,
        *baseline_laws(plan),
        *month_ends(plan),
        *narrow_criteria(plan),
        *likeness_laws(plan),
        *letter_laws(plan.letter),
        *_facts(plan),
        *_activities(plan),
        *fixed_marks(plan, form),
        *of_quarters(plan),
    )


def _facts(plan: ReformPlan) -> Iterator[Doubt]:
    """The facts that the paper does not state, and a title that names another year than its table."""
    gaps: tuple[tuple[bool, str, Sentence, Severity], ...] = (
        (plan.office is None, "office", table.OFFICE_MISSING, "warning"),
        (plan.fiscal_year is None, "fiscal_year", table.FISCAL_YEAR_MISSING, "warning"),
        (plan.subject is None, "subject", sentences.SUBJECT_MISSING, "error"),
        (not plan.areas, "areas", table.AREAS_MISSING, "error"),
    )
    for absent, field, sentence, severity in gaps:
        if absent:
            yield Doubt(sentence, severity, path=field)
    named = canonical_year(plan.title)
    if named is not None and plan.fiscal_year is not None and named != plan.fiscal_year:
        yield Doubt(table.FISCAL_YEAR_DISAGREES, "warning", {"named": named, "year": plan.fiscal_year}, "title")


def _activities(plan: Plan) -> Iterator[Doubt]:
    """`code-sequence`: activities rise through the whole plan, also where a new area begins."""
    rows = [
        (f"areas.{i}.activities.{j}.code", activity)
        for i, area in enumerate(plan.areas)
        for j, activity in enumerate(area.activities)
    ]
    for (_, one), (path, after) in pairwise(rows):
        if _number(after.code) <= _number(one.code):
            place = at(line for row in after.indicators for line in row.lines)
            facts: Facts = {"code": after.code, "before": one.code}
            yield Doubt(sentences.CODE_SEQUENCE, "warning", facts, path, place)


def _number(code: str) -> tuple[int, ...]:
    return tuple(int(part) for part in code.split(".") if part.isdecimal())
