"""The form an agreement stands on: the framework in force for its year, or else the latest one known."""

from __future__ import annotations

from collections.abc import Sequence

from angikar.rules.frameworks import FRAMEWORKS, for_paper, framework
from angikar.rules.frameworks.framework import Column, Framework


def in_force(fiscal_year: str | None, name: str | None = None) -> Framework | None:
    """The framework named, or the one for the fiscal year; `None` where no framework is known for it."""
    return framework(name) if name else for_paper("agreement", fiscal_year)


def columns_for(fiscal_year: str | None, name: str | None = None) -> Sequence[Column]:
    """The columns of section 3 with the years of the plan in their titles; an unknown year has the latest known form."""
    known = [each for each in FRAMEWORKS if each.startswith("agreement-")]
    form = in_force(fiscal_year, name) or framework(max(known))
    return form.columns_of(fiscal_year) if fiscal_year else form.columns
