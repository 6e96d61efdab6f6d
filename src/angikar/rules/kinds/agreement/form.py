"""The form of an agreement: the framework in force for its year, otherwise the latest one known."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from angikar.rules.document import Document, Table
from angikar.rules.finding import grid
from angikar.rules.frameworks import for_paper, form_of, framework, of_kind, own_form
from angikar.rules.frameworks.framework import Column, Framework
from angikar.rules.plan import Form
from angikar.rules.plan_table.form import TableHead, head_of, is_heading
from angikar.rules.plan_table.own_form import says_own


def in_force(fiscal_year: str | None, name: str | None = None, form: Form = "") -> Framework | None:
    """The framework named, or the one for the fiscal year and form; `None` where no framework is known for it."""
    return framework(name) if name else form_of("agreement", fiscal_year, form=form)


def printed_form(fiscal_year: str | None, name: str | None, document: Document) -> Framework | None:
    """The framework of a printed agreement: the office's own where it says so, that of field offices where the form of its year counts
    in a column that the paper does not have.
    """
    usual = in_force(fiscal_year, name)
    if name:
        return usual
    if says_own(document):
        return own_form("agreement")
    field = for_paper("agreement", fiscal_year, form="field")
    if usual is None or field is None:
        return usual
    heads = [head for table in document.tables() if (head := _head(usual, table)) and "indicator" in head.columns]
    counted = any("counting" in head.columns for head in heads) or not any("weight" in head.columns for head in heads)
    return usual if counted or "counting" not in {each.slot for each in usual.columns} else field


def _head(form: Framework, table: Table) -> TableHead | None:
    rows = [*takewhile(lambda row: is_heading(row, form.columns), grid(table))]
    return head_of(rows, form.columns) if rows else None


def columns_for(own: Framework | None, fiscal_year: str | None, tables: Sequence[Table] = ()) -> Sequence[Column]:
    """The columns of section 3 with the years of the plan in their titles.

    A plan without a framework of its `own` has those of the known form whose titles the `tables` print most of, otherwise of the latest;
    so has any where the tables print more titles of another form than of its own.
    """
    forms: tuple[Framework, ...] = (*((own,) if own else ()), *reversed(of_kind("agreement")))
    form = max(forms, key=lambda each: _printed(each, tables))
    return form.columns_of(fiscal_year) if fiscal_year else form.columns


def _printed(form: Framework, tables: Sequence[Table]) -> int:
    """How many columns of a form the fullest heading among the tables names."""
    heads = (_head(form, table) for table in tables)
    return max((len(head.columns) for head in heads if head), default=0)
