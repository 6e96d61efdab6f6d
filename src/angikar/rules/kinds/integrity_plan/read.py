"""Reads an integrity work-plan: the letter before it, the facts around it, every row of its tables."""

from __future__ import annotations

from collections.abc import Iterator

from angikar.rules.bangla.text import key
from angikar.rules.document import Document
from angikar.rules.frameworks import for_paper, framework, of_kind, own_form
from angikar.rules.frameworks.framework import Framework
from angikar.rules.kinds.integrity_plan import sentences
from angikar.rules.kinds.integrity_plan.areas import IntegrityAreaBuilder
from angikar.rules.kinds.integrity_plan.content import IntegrityPlan
from angikar.rules.kinds.integrity_plan.facts import (
    covering,
    fiscal_year,
    offices,
    official_title,
    signers,
    title,
    year_doubts,
)
from angikar.rules.kinds.integrity_plan.rows import is_plan_table, printed_rows
from angikar.rules.letters.head import letterhead
from angikar.rules.plan_table import sentences as table
from angikar.rules.plan_table.own_form import says_own
from angikar.rules.reading import Doubt, Reading, Severity
from angikar.rules.schedule.fiscal import FiscalYear
from angikar.rules.sentence import Sentence

KIND = "integrity_plan"
_NAMES = ("শুদ্ধাচার", "শুল্কচার", "শূদ্ধাচার", "শুল্কচাচর", "শুদ্ধাচর")
"""The word every integrity plan repeats, and how scans misread it."""


def recognise(document: Document) -> int:
    """0 to 100: an indicator table by quarters, and the word শুদ্ধাচার in any of its misreadings."""
    tables = any(is_plan_table(table) for table in document.tables())
    named = sum(document.text.count(name) for name in _NAMES)
    if not tables:
        return 0
    return 95 if named >= 3 else 60 if named else 20


def read(document: Document, name: str | None) -> Reading[IntegrityPlan]:
    """Understand an integrity plan whole. `name` is a framework's; without it the year of the plan chooses.

    A plan of a year without a framework is read by the columns of the latest form like it, and has no framework.

    Raises `LookupError` where no framework has that name.
    """
    written = fiscal_year(document)
    own = own_form(KIND) if says_own(document) else None
    known = framework(name) if name else own or for_paper(KIND, written)
    form = known or _latest(document)
    year = FiscalYear.parse(written or form.fiscal_years[-1])
    rows = tuple(printed_rows(document, form.columns))
    builder = IntegrityAreaBuilder(form.columns, year)
    builder.take(rows)
    letter, letter_doubts = covering(document)
    office, ministry = offices(document)
    headed = title(document)
    content = IntegrityPlan(
        form=known.form if known else "",
        office=office,
        counterpart=ministry,
        fiscal_year=written,
        title=headed.text if headed else "",
        letter=letterhead(document).letter,
        areas=builder.areas(),
        signatories=signers(document),
        covering=letter,
    )
    headings = [row.row for row in rows if row.kind == "heading"]
    doubts = (
        *letter_doubts,
        *_facts(content, form),
        *_unknown(written, known),
        *year_doubts(headings, year),
        *builder.doubts,
    )
    return Reading(KIND, known.name if known else None, content).with_doubts(*doubts)


def _latest(document: Document) -> Framework:
    """The latest form that has, or has not, a column of marks as the paper does."""
    printed = {key(cell.text) for table in document.tables() for row in table.rows for cell in row.cells}
    weighed = key("সূচকের মান") in printed
    forms = of_kind(KIND)
    like = [each for each in forms if any(column.slot == "weight" for column in each.columns) == weighed]
    return (like or forms)[-1]


def _unknown(year: str | None, form: Framework | None) -> Iterator[Doubt]:
    if form is None or (form.form != "own" and year not in form.fiscal_years):
        yield Doubt(sentences.FRAMEWORK_UNKNOWN, "warning", {"year": year or table.UNKNOWN_YEAR}, "fiscal_year")


def _facts(content: IntegrityPlan, form: Framework) -> Iterator[Doubt]:
    """The facts that the paper does not state."""
    gaps: tuple[tuple[bool, str, Sentence, Severity], ...] = (
        (content.office is None, "office", table.OFFICE_MISSING, "warning"),
        (content.fiscal_year is None, "fiscal_year", table.FISCAL_YEAR_MISSING, "warning"),
        (not content.title, "title", sentences.TITLE_MISSING, "warning"),
        (not content.areas, "areas", table.AREAS_MISSING, "error"),
    )
    for absent, field, sentence, severity in gaps:
        if absent:
            likely = official_title(form, content.fiscal_year) if field == "title" else None
            yield Doubt(sentence, severity, path=field, suggestion=likely)
