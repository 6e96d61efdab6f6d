"""An integrity plan before a word of it is written."""

from __future__ import annotations

from angikar.rules.frameworks.framework import Framework
from angikar.rules.kind import Parties
from angikar.rules.kinds.integrity_plan.content import IntegrityPlan
from angikar.rules.kinds.integrity_plan.facts import official_title
from angikar.rules.letters.values import Signatory
from angikar.rules.plan_table.making.blank import blank_areas


def blank(form: Framework, fiscal_year: str, parties: Parties) -> IntegrityPlan:
    """The integrity plan of an office, with the rows that its form fixes."""
    return IntegrityPlan(
        form=form.form,
        office=parties.office,
        counterpart=parties.office_above or None,
        fiscal_year=fiscal_year,
        title=official_title(form, fiscal_year),
        areas=blank_areas(form, fiscal_year),
        signatories=(Signatory(post=parties.post, office=parties.office),) if parties.post else (),
    )
