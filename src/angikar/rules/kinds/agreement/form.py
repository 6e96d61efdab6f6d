"""The form of an agreement: the framework in force for its year, otherwise the latest one known."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from angikar.rules.document import Table
from angikar.rules.finding import grid
from angikar.rules.frameworks import for_paper, framework, of_kind
from angikar.rules.frameworks.framework import Column, Framework
from angikar.rules.plan_table.form import head_of, is_heading


def in_force(fiscal_year: str | None, name: str | None = None) -> Framework | None:
    """The framework named, or the one for the fiscal year; `None` where no framework is known for it."""
    return framework(name) if name else for_paper("agreement", fiscal_year)


def columns_for(fiscal_year: str | None, name: str | None = None, tables: Sequence[Table] = ()) -> Sequence[Column]:
    """The columns of section 3 with the years of the plan in their titles.

    An unknown year has those of the known form whose titles the `tables` print most of, otherwise of the latest; so has a known one
    where the tables print more titles of another form than of its own.
    """
    own = in_force(fiscal_year, name)
    forms: tuple[Framework, ...] = (*((own,) if own else ()), *reversed(of_kind("agreement")))
    form = max(forms, key=lambda each: _printed(each, tables))
    return form.columns_of(fiscal_year) if fiscal_year else form.columns


def _printed(form: Framework, tables: Sequence[Table]) -> int:
    """How many columns of a form the fullest heading among the tables names."""
    heads = ([*takewhile(lambda row: is_heading(row, form.columns), grid(table))] for table in tables)
    return max((len(head_of(head, form.columns).columns) for head in heads if head), default=0)
