"""An agreement before a word of it is written: its parties, the chapters of its overview, its rows and those of its annexes."""

from __future__ import annotations

from angikar.rules.frameworks.framework import Framework
from angikar.rules.kind import Parties
from angikar.rules.kinds.agreement.content import Agreement
from angikar.rules.kinds.agreement.proof_rows import proof_rows
from angikar.rules.letters.values import Signatory
from angikar.rules.plan import Outcome, OutcomeIndicator
from angikar.rules.plan_table.making.blank import blank_areas
from angikar.rules.schedule.fiscal import FiscalYear

OVERVIEW = (
    "সাম্প্রতিক বছরসমূহের (৩ বছর) প্রধান অর্জনসমূহ",
    "সমস্যা এবং চ্যালেঞ্জসমূহ",
    "ভবিষ্যৎ পরিকল্পনা",
    "{0} অর্থবছরের সম্ভাব্য প্রধান অর্জনসমূহ",
)
"""The parts of the overview, as the form asks for them."""


def blank(form: Framework, fiscal_year: str, parties: Parties) -> Agreement:
    """The agreement of an office with the office above it, before anything is promised."""
    year = FiscalYear.parse(fiscal_year)
    outcome = OutcomeIndicator(
        title="",
        baselines=dict.fromkeys(str(year.shifted(by)) for by in (-2, -1)),
        projections=dict.fromkeys(str(year.shifted(by)) for by in (1, 2)),
    )
    sides = ((parties.post, parties.office), (parties.post_above, parties.office_above))
    made = Agreement(
        form=form.form,
        office=parties.office,
        counterpart=parties.office_above or None,
        fiscal_year=fiscal_year,
        title=form.title,
        areas=blank_areas(form, fiscal_year),
        outcomes=(Outcome(title="", indicators=(outcome,)),),
        signatories=tuple(
            Signatory(post=post or None, office=office or None, role=role)
            for (post, office), role in zip(sides, ("first_party", "second_party"), strict=True)
            if office
        ),
        overview=dict.fromkeys((each.format(year.written()) for each in OVERVIEW), ""),
    )
    return proof_rows(made, {})


def carry_words(new: Agreement, last: Agreement) -> Agreement:
    """An agreement with what last year's says of the office, its functions, its words and the offices it depends on; the annex of proofs
    follows the rows.
    """
    texts = dict(zip(new.overview, last.overview.values(), strict=False))
    words = {name: getattr(last, name) for name in ("vision", "mission", "functions", "acronyms", "evidence")}
    others = tuple(each.model_copy(update={"lines": ()}) for each in last.dependencies)
    whole = {**words, "dependencies": others, "overview": {**new.overview, **texts}}
    return proof_rows(new.model_copy(update=whole), {})
