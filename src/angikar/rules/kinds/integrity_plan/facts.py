"""Facts around an integrity table: whose plan it is, of which year, sent by which letter, and who signed it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from angikar.rules.bangla.dates import looks_like_date
from angikar.rules.bangla.digits import to_bangla, to_latin
from angikar.rules.document import Document, Table
from angikar.rules.finding import GridRow, TextLine
from angikar.rules.frameworks.framework import Framework
from angikar.rules.kinds.integrity_plan import sentences
from angikar.rules.kinds.integrity_plan.content import Covering
from angikar.rules.kinds.integrity_plan.rows import is_plan_table
from angikar.rules.letters.body import body
from angikar.rules.letters.foot import distribution, enclosure, signatories
from angikar.rules.letters.head import letterhead, lines_of, masthead, subject
from angikar.rules.letters.values import Signatory
from angikar.rules.plan_table.offices import named_offices
from angikar.rules.reading import Doubt
from angikar.rules.schedule.fiscal import FiscalYear, canonical_year
from angikar.rules.sentence import Facts

_LONGEST = 160
"""Characters: a line of so many is a sentence, not a title."""
_TITLE = re.compile(r"কর্ম-?\s?পরিকল্পনা|পরিবীক্ষণ")
_YEAR_LINE = re.compile(r"অর্থ\s?বছর|সাল|^[\s()০-৯0-9/–-]+$")
_SHORT_YEAR = re.compile(r"/\s*([০-৯0-9]{2})(?![০-৯0-9])")


def before_table(document: Document) -> Document:
    """The blocks above the first indicator table: the covering letter and the title."""
    return Document(document.blocks[: _first_table(document)])


def after_tables(document: Document) -> Document:
    """The blocks from the first indicator table on, without the tables."""
    rest = document.blocks[_first_table(document) :]
    return Document(tuple(block for block in rest if not isinstance(block, Table)))


def _first_table(document: Document) -> int:
    tables = (n for n, block in enumerate(document.blocks) if isinstance(block, Table) and is_plan_table(block))
    return next(tables, len(document.blocks))


def fiscal_year(document: Document) -> str | None:
    """The year most headings of the tables name, `2018-19`; where none names one, the year of the title."""
    cells = [cell.text for table in document.tables() for row in table.rows for cell in row.cells]
    named = Counter(year for text in cells if "লক্ষ্যমাত্রা" in text and (year := canonical_year(text)))
    if not named:
        above = [line.text for line in lines_of(before_table(document))]
        for texts in (
            (text for text in above if _TITLE.search(text)),
            (text for text in above if _YEAR_LINE.search(text)),
        ):
            named = named or Counter(year for text in texts if (year := canonical_year(text)))
    return named.most_common(1)[0][0] if named else None


def year_doubts(headings: Iterable[GridRow], year: FiscalYear) -> Iterator[Doubt]:
    """`fiscal-year-disagrees`: a heading that names another year than the plan's, reported once a row."""
    full = {str(year), str(year.shifted(-1))}
    short = {f"{(year.begins + n) % 100:02}" for n in (-1, 0, 1)}
    for row in headings:
        cells = [cell for cell, text in enumerate(row.texts) if _other_year(text, full, short)]
        if cells:
            facts: Facts = {"heading": "; ".join(row.texts[cell] for cell in cells), "year": str(year)}
            place = row.at(cells[0])
            yield Doubt(sentences.HEADING_YEAR_DISAGREES, "warning", facts, "fiscal_year", place, str(year))


def _other_year(text: str, full: set[str], short: set[str]) -> bool:
    named = canonical_year(text)
    months = {to_latin(found) for found in _SHORT_YEAR.findall(text)}
    return bool((named and named not in full) or (months and not months <= short))


def offices(document: Document) -> tuple[str | None, str | None]:
    """The office whose plan it is and the ministry above it, from the labels that name them; None where no label does."""
    return named_offices(before_table(document))


def title(document: Document) -> TextLine | None:
    """The title above the table: the last short line that names a plan or its monitoring, never the subject of a letter."""
    above = [line for line in lines_of(before_table(document)) if _TITLE.search(line.text)]
    return next(
        (line for line in reversed(above) if len(line.text) < _LONGEST and not line.text.startswith("বিষয়")), None
    )


def official_title(form: Framework, fiscal_year: str | None) -> str:
    """The title the form itself gives to a plan of a year."""
    return f"{form.title}, {to_bangla(fiscal_year or '')}".strip(", ")


def covering(document: Document) -> tuple[Covering | None, tuple[Doubt, ...]]:
    """The letter before the table, with the doubts of its head; None where there is only the table."""
    letter = before_table(document)
    head = letterhead(letter)
    about = subject(letter)
    if not head.heads and about is None:
        return None, ()
    sent = distribution(letter)
    enclosed = enclosure(letter)
    found = Covering(
        masthead=tuple(line.text for line in masthead(letter) if not looks_like_date(line.text)),
        subject=about.text if about else None,
        body=tuple(f"{part.label} {part.text}".strip() for part in body(letter) if part.text),
        enclosure=enclosed.text if enclosed else None,
        addressees=sent.addressees,
        signatories=tuple(signed.signatory for signed in signatories(letter)),
    )
    return found, (*head.doubts, *sent.doubts)


def signers(document: Document) -> tuple[Signatory, ...]:
    """Who signs the table itself, below it."""
    return tuple(signed.signatory for signed in signatories(after_tables(document)))
