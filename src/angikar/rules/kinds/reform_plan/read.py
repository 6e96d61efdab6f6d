"""Reading a reform plan: its title names the reform, its heading the columns, its rows the promises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from angikar.rules.document import Document, Table
from angikar.rules.finding import lines_of
from angikar.rules.frameworks.framework import Framework
from angikar.rules.kinds.reform_plan import sentences, subjects
from angikar.rules.kinds.reform_plan.content import ReformPlan
from angikar.rules.kinds.reform_plan.form import KIND, columns_for, columns_printed, in_force, latest
from angikar.rules.letters.foot import signatories
from angikar.rules.letters.head import letterhead
from angikar.rules.plan_table.form import indicator_tables
from angikar.rules.plan_table.offices import named_offices
from angikar.rules.plan_table.own_form import says_own
from angikar.rules.plan_table.read import read_areas
from angikar.rules.plan_table.sentences import UNKNOWN_YEAR
from angikar.rules.reading import Doubt, Reading
from angikar.rules.schedule.fiscal import canonical_year
from angikar.rules.sentence import Facts


def recognise(document: Document) -> int:
    """Surely a reform plan when its title is a line of its own above a table of weighed indicators; never by either alone."""
    titled = subjects.title(document)
    if titled is None or not _tables(document):
        return 0
    return 40 if "প্রতিবেদন" in titled.text else 94


def read(document: Document, name: str | None) -> Reading[ReformPlan]:
    """The reform plan of a Document, by the framework named or the one in force; `LookupError` for an unknown name."""
    titled = subjects.title(document)
    subject = subjects.subject_of(titled.text) if titled else subjects.of_letter(document)
    tables = _tables(document)
    year = _year(tables) or (canonical_year(titled.text) if titled else None) or _year_above(document, tables)
    known = in_force(subject, year, name, "own" if says_own(document) else "")
    columns = columns_printed(columns_for(known or latest(subject), year), tables)
    areas, doubts = read_areas(tables, columns)
    before, after = _around(document, tables)
    office, ministry = named_offices(before)
    plan = ReformPlan(
        form=known.form if known else "",
        subject=subject,
        office=office,
        counterpart=ministry,
        fiscal_year=year,
        title=titled.text if titled else "",
        letter=letterhead(before).letter,
        areas=areas,
        signatories=tuple(signed.signatory for signed in signatories(after)),
    )
    found = (*doubts, *_unknown(plan, known), *letterhead(before).doubts)
    return Reading(KIND, known.name if known else None, plan).with_doubts(*found)


def _tables(document: Document) -> tuple[Table, ...]:
    """The tables of weighed indicators; their headings are the same for all four reforms but for the years."""
    return indicator_tables(tuple(document.tables()), latest(None).columns)


def _year(tables: Sequence[Table]) -> str | None:
    """The year the heading over the targets names."""
    cells = (cell.text for table in tables for row in table.rows[:3] for cell in row.cells if "লক্ষ্যমাত্রা" in cell.text)
    return next(filter(None, map(canonical_year, cells)), None)


def _year_above(document: Document, tables: Sequence[Table]) -> str | None:
    """The year a line above the tables names, where neither their heading nor the title does."""
    above, _ = _around(document, tables)
    return next(filter(None, (canonical_year(line.text) for line in lines_of(above.blocks))), None)


def _around(document: Document, tables: Sequence[Table]) -> tuple[Document, Document]:
    """The blocks before the first indicator table, and those after it that are no tables."""
    first = next((n for n, block in enumerate(document.blocks) if block in tables), len(document.blocks))
    after = tuple(block for block in document.blocks[first:] if not isinstance(block, Table))
    return Document(document.blocks[:first]), Document(after)


def _unknown(plan: ReformPlan, known: Framework | None) -> Iterator[Doubt]:
    if known is None:
        facts: Facts = {"year": plan.fiscal_year or UNKNOWN_YEAR}
        yield Doubt(sentences.FRAMEWORK_UNKNOWN, "warning", facts, "fiscal_year")
