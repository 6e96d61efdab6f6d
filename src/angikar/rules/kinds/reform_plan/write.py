"""Sets a reform plan in its official form: title, office, full marks, the one table across the page, signed."""

from __future__ import annotations

from collections.abc import Iterator

from angikar.rules.bangla.digits import to_bangla
from angikar.rules.document import Block, Document, Heading, Paragraph
from angikar.rules.frameworks.framework import Column
from angikar.rules.kinds.reform_plan.content import ReformPlan
from angikar.rules.kinds.reform_plan.form import WORDED, columns_for, in_force, latest, with_quarters
from angikar.rules.letters.printed import memo_and_dates, signature
from angikar.rules.letters.values import Letter
from angikar.rules.plan_table.own_form import own_form_line
from angikar.rules.plan_table.write import whole_table


def write(plan: ReformPlan) -> Document:
    """The Document of a plan; reading it back gives the same content, but for the lines of the source."""
    form = in_force(plan.subject, plan.fiscal_year, form=plan.form) or latest(plan.subject)
    title = plan.title or f"{form.title}, {to_bangla(plan.fiscal_year or '')}".strip(", ")
    columns = [each for each in with_quarters(columns_for(form, plan.fiscal_year)) if _printed(each, plan)]
    blocks = (
        *_letter(plan),
        Heading(title, path="title"),
        *own_form_line(plan),
        *_names(plan),
        whole_table(plan.areas, columns),
    )
    return Document((*blocks, *map(signature, plan.signatories)), title, landscape=True)


def _letter(plan: ReformPlan) -> Iterator[Block]:
    if plan.letter != Letter():
        yield memo_and_dates(plan.letter)


def _names(plan: ReformPlan) -> Iterator[Block]:
    if plan.office is not None:
        yield Paragraph(f"দপ্তর/সংস্থার নাম: {plan.office}", strong=True, path="office")
    if plan.counterpart is not None:
        yield Paragraph(f"মন্ত্রণালয়/বিভাগের নাম: {plan.counterpart}", strong=True, path="counterpart")


def _printed(column: Column, plan: ReformPlan) -> bool:
    """The quarters, who is responsible and what proves it have columns only in plans that say so."""
    if column.slot.startswith("quarter."):
        return any(any(row.quarter_targets) for _, _, _, row in plan.indicators())
    if column.slot not in WORDED:
        return True
    return any(getattr(row, column.slot) for _, _, _, row in plan.indicators())
