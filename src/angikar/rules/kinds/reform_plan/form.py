"""The form of a reform plan: the framework in force for its reform and year, otherwise the latest one known."""

from __future__ import annotations

from collections.abc import Sequence

from angikar.rules.frameworks import for_paper, framework, of_kind
from angikar.rules.frameworks.framework import Column, Framework
from angikar.rules.kinds.reform_plan.content import Subject

KIND = "reform_plan"


def in_force(subject: Subject | None, fiscal_year: str | None, name: str | None = None) -> Framework | None:
    """The framework named, or the one for the reform and the fiscal year; `None` where none is known."""
    if name:
        return framework(name)
    return for_paper(KIND, fiscal_year, subject) if subject else None


def latest(subject: Subject | None) -> Framework:
    """The latest form of the reform; all four print the same columns, so any will do where the reform is unknown."""
    return of_kind(KIND, subject or "information")[-1]


def columns_for(form: Framework, fiscal_year: str | None) -> Sequence[Column]:
    """The columns of a form with the years of the plan in their titles."""
    return form.columns_of(fiscal_year) if fiscal_year else form.columns
