"""A reform plan before a word of it is written."""

from __future__ import annotations

from typing import get_args

from angikar.rules.bangla.digits import to_bangla
from angikar.rules.frameworks.framework import Framework
from angikar.rules.kind import Parties
from angikar.rules.kinds.reform_plan.content import ReformPlan, Subject
from angikar.rules.letters.values import Signatory
from angikar.rules.plan_table.making.blank import blank_areas


def blank(form: Framework, fiscal_year: str, parties: Parties) -> ReformPlan:
    """The plan of an office for the reform that the form names, with the rows that the form fixes."""
    return ReformPlan(
        form=form.form,
        subject=next((each for each in get_args(Subject) if each == form.subject), None),
        office=parties.office,
        counterpart=parties.office_above or None,
        fiscal_year=fiscal_year,
        title=f"{form.title}, {to_bangla(fiscal_year)}",
        areas=blank_areas(form, fiscal_year),
        signatories=(Signatory(post=parties.post, office=parties.office),) if parties.post else (),
    )
