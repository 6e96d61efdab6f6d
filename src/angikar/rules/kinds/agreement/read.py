"""Reading an annual performance agreement: sections by title, tables by heading, rows by law."""

from __future__ import annotations

from collections.abc import Sequence

from angikar.rules.bangla.text import key
from angikar.rules.document import Document
from angikar.rules.finding import TextLine, lines_of, section
from angikar.rules.kinds.agreement import annexes, parties, sections
from angikar.rules.kinds.agreement.content import Agreement
from angikar.rules.kinds.agreement.form import columns_for, printed_form
from angikar.rules.kinds.agreement.proof_rows import with_evidence
from angikar.rules.kinds.agreement.slips import PLEDGE, missing_annexes, slips
from angikar.rules.plan_table.form import indicator_tables
from angikar.rules.plan_table.read import read_areas
from angikar.rules.reading import Reading
from angikar.rules.schedule.fiscal import FiscalYear

TITLE = "বার্ষিক কর্মসম্পাদন চুক্তি"
TITLE_EN = "Annual Performance Agreement"
"""The first agreements, of 2014-15, were in English."""
_LONGEST = 60
"""Characters: a longer line that opens with the title is a sentence."""


def recognise(document: Document) -> int:
    """Surely an agreement when its title is a line of its own; likely when both parties and the pledge are there."""
    lines = lines_of(document.blocks)
    if _title(lines):
        return 95
    return 60 if parties.parties(lines) and any(PLEDGE.search(line.text) for line in lines) else 0


def read(document: Document, framework_name: str | None) -> Reading[Agreement]:
    """The agreement of a Document, by the framework named or the one in force for its fiscal year."""
    lines = lines_of(document.blocks)
    year = parties.fiscal_year(lines)
    known = printed_form(year, framework_name, document)
    tables = tuple(document.tables())
    columns = columns_for(known, year, tables)
    areas, doubts = read_areas(indicator_tables(tables, columns), columns)
    outcomes, outcome_doubts = annexes.outcomes(tables, FiscalYear.parse(year) if year else None)
    sides = parties.parties(lines)
    proofs = annexes.evidence(tables)
    titles = annexes.annex_titles(lines)
    agreement = Agreement(
        form=known.form if known else "",
        office=sides[0].office or None if sides else None,
        counterpart=sides[1].office or None if sides else None,
        fiscal_year=year,
        title=_title(lines) or TITLE,
        areas=with_evidence(areas, proofs),
        outcomes=outcomes,
        annexes={number: line.text for number, line in titles.items()},
        signatories=parties.signatories(sides, _below_signed(document), parties.signed_on(lines)),
        overview=sections.overview(document.blocks),
        vision=sections.vision(document.blocks),
        mission=sections.mission(document.blocks),
        functions=sections.functions(document.blocks),
        acronyms=annexes.acronyms(tables),
        evidence=proofs,
        dependencies=annexes.dependencies(tables),
    )
    found = (*doubts, *outcome_doubts, *slips(agreement, document, known is not None), *missing_annexes(titles))
    return Reading("agreement", known.name if known else None, agreement).with_doubts(*found)


def _title(lines: Sequence[TextLine]) -> str | None:
    """The official title a line of its own opens with, `None` where none does."""
    openings = [key(line.text) for line in lines if len(line.text) < _LONGEST]
    return next((title for title in (TITLE, TITLE_EN) if any(text.startswith(key(title)) for text in openings)), None)


def _below_signed(document: Document) -> tuple[TextLine, ...]:
    """The lines of the signatures, between স্বাক্ষরিত and the first annex."""
    found = section(
        document.blocks,
        lambda block: any(key(line.text) == key("স্বাক্ষরিত") for line in lines_of((block,))),
        sections.opens_section,
    )
    return lines_of(found)
