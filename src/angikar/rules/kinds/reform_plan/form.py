"""The form of a reform plan: the framework in force for its reform and year, otherwise the latest one known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from angikar.rules.document import Table
from angikar.rules.finding import grid
from angikar.rules.frameworks import for_paper, framework, of_kind
from angikar.rules.frameworks.framework import Column, Framework
from angikar.rules.kinds.reform_plan.content import Subject

KIND = "reform_plan"
_HEAD = 4
"""Rows of a table, at most, that are its heading."""
_LEVEL = re.compile(r"অসাধারণ|উত্তম|চলতি মান|১০০\s*%")
_TARGET = re.compile(r"লক্ষ্যমাত্রা")
_CHARGE = re.compile(r"দায়িত্বপ্রাপ্ত|বাস্তবায়নকারী")


def in_force(subject: Subject | None, fiscal_year: str | None, name: str | None = None) -> Framework | None:
    """The framework named, or the one for the reform and the fiscal year; `None` where none is known."""
    if name:
        return framework(name)
    return for_paper(KIND, fiscal_year, subject) if subject else None


def latest(subject: Subject | None) -> Framework:
    """The latest form of the reform; all four print the same columns, so any will do where the reform is unknown."""
    return of_kind(KIND, subject or "information")[-1]


def columns_printed(columns: Sequence[Column], tables: Sequence[Table]) -> Sequence[Column]:
    """The columns as the tables print them: an office that gives one target instead of five levels has one column for it.

    A column of who is responsible is read where its title says so.
    """
    head = [text for table in tables for row in grid(table)[:_HEAD] for text in row.texts]
    if any(_LEVEL.search(text) for text in head):
        return columns
    target = next((text for text in head if _TARGET.search(text)), None)
    if target is None:
        return columns
    charge = [Column(slot="responsible", heading=text) for text in dict.fromkeys(head) if _CHARGE.search(text)][:1]
    kept = [each for each in columns if not each.slot.startswith(("criteria.", "baseline.", "projection."))]
    after = next((n for n, each in enumerate(kept) if each.slot == "weight"), len(kept) - 1) + 1
    return [*kept[:after], Column(slot="criteria.1", heading=target), *charge, *kept[after:]]


def columns_for(form: Framework, fiscal_year: str | None) -> Sequence[Column]:
    """The columns of a form with the years of the plan in their titles."""
    return form.columns_of(fiscal_year) if fiscal_year else form.columns
