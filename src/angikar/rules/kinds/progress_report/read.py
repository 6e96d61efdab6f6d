"""Reading a progress report: our own form and those of other offices, pairs of rows or one row for each indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from angikar.rules.bangla.dates import parse_dates
from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import key
from angikar.rules.document import Document, Heading, Paragraph, Table
from angikar.rules.finding import TextLine, grid, lines_of
from angikar.rules.kinds.progress_report import sentences
from angikar.rules.kinds.progress_report.columns import Columns, columns_of
from angikar.rules.kinds.progress_report.content import KIND, ProgressReport
from angikar.rules.kinds.progress_report.figures import number_of
from angikar.rules.kinds.progress_report.rows import ReportDraft, is_title_row
from angikar.rules.letters.foot import signatories
from angikar.rules.plan_table.offices import named_offices
from angikar.rules.plan_table.seen import UNSCORED
from angikar.rules.plan_table.worded import ORDINALS, months_in
from angikar.rules.reading import Doubt, Reading
from angikar.rules.recognition.signs import titles
from angikar.rules.schedule.fiscal import canonical_year

_REPORT = re.compile(r"প্রতিবেদন[\s,()[\]০-৯0-9/–-]*$")
_PERIOD = re.compile(r"মূল্যায়ন|ত্রৈমাসিক|কোয়ার্টার|প্রান্তিক|বার্ষিক")
_OF_PROGRESS = re.compile(rf"অগ্রগতি|পরিবীক্ষণ|{_PERIOD.pattern}")
_WORDED = re.compile(r"প্রতিবেদন|অগ্রগতি|অর্জন|মূল্যায়ন")
_LOOSE = re.compile(r"ত্রৈমাসিক|কোয়ার্টার|প্রান্তিক|হালনাগাদ|বিবরণ|তথ্য")
_PLAN = re.compile(r"কর্ম\s?-?\s?পরিকল্পনা|চুক্তি")
_YEAR = re.compile(r",?\s*(?:অর্থবছর:?\s*)?[০-৯0-9]{4}\s*[-–]\s*[০-৯0-9]{2,4}$")
_TO = re.compile(r"^যাঁর\s+নিকট\s+দাখিল\s*[:ঃ]\s*")
_ON = re.compile(r"^হিসাবের\s+তারিখ\s*[:ঃ]\s*")
_UNSCORED = re.compile(rf"^{UNSCORED}\s*[:ঃ]\s*")
_YEARLY_PLAN = re.compile(r"বার্ষিক\s+(?=কর্ম)")
"""What the name of every agreement and plan says, and is no period."""
_ENDING = {9: 1, 12: 2, 3: 3, 6: 4}
"""The quarter that ends with a month."""
_IN_WORDS = ("প্রথম", "দ্বিতীয়", "তৃতীয়", "চতুর্থ")
_TITLE = 160
"""Letters of a title at most; a longer line is a sentence."""
_Found = tuple[Table, Columns]


def recognise(document: Document) -> int:
    """Surely a report when a title says so above a table of indicators and what came of them; never by either alone.

    A title that names no period may be that of a plan and its monitoring: then most rows must have an achievement.
    """
    tables = _tables(document)
    before, _ = _around(document, [table for table, _ in tables])
    titled = _title(lines_of(before.blocks)) if tables else None
    if titled is None:
        return 0
    rows = [row for area in _drafted(document, tables).areas() for row in area.rows]
    reported = sum(any(row.quarter_actuals) for row in rows)
    return 96 if _PERIOD.search(titled.text) or reported * 2 > len(rows) else 0


def read(document: Document, framework: str | None) -> Reading[ProgressReport]:
    """The report of a Document, on the framework of its plan, if one is named."""
    tables = _tables(document)
    draft = _drafted(document, tables)
    before, after = _around(document, [table for table, _ in tables])
    lines = lines_of(before.blocks)
    titled = _heading(lines)
    title = titled.text if titled else ""
    office, ministry = named_offices(before)
    report = ProgressReport(
        office=office,
        counterpart=_labelled(lines, _TO) or ministry,
        fiscal_year=_fiscal_year(lines, tables),
        plan=_plan(lines),
        title=title,
        quarter=_quarter(lines) or draft.last_quarter,
        on=next((day.isoformat() for day in parse_dates(_labelled(lines, _ON) or "")), ""),
        areas=draft.areas(),
        full=draft.full,
        unscored=number_of(_labelled(lines, _UNSCORED)),
        claimed=draft.claimed,
        accepted=draft.accepted,
        signatories=tuple(signed.signatory for signed in signatories(after)),
    )
    return Reading(KIND, framework, report).with_doubts(
        *draft.doubts, *_strange(tables), *_facts(report, quarter_named=_quarter(lines) is not None)
    )


def _drafted(document: Document, tables: Sequence[_Found]) -> ReportDraft:
    """The rows of every table in order, and the areas whose headings stand between the tables."""
    draft = ReportDraft()
    columns_by_table = {id(table): columns for table, columns in tables}
    for block in document.blocks:
        if isinstance(block, Table) and id(block) in columns_by_table:
            draft.take(grid(block), columns_by_table[id(block)])
        elif draft.begun and isinstance(block, Heading | Paragraph):
            draft.pass_line(f"{block.label} {block.text}" if isinstance(block, Paragraph) else block.text)
    return draft


def quarter_of(title: str) -> int | None:
    """The last quarter a title reports on, `None` where it names none.

    >>> quarter_of("২য় ত্রৈমাসিক অগ্রগতি প্রতিবেদন"), quarter_of("অর্ধবার্ষিক মূল্যায়ন প্রতিবেদন"), quarter_of("প্রতিবেদন")
    (2, 2, None)
    """
    title = _YEARLY_PLAN.sub(" ", title)
    plain = key(title)
    named = zip(ORDINALS, _IN_WORDS, strict=True)
    found = [n for n, ordinals in enumerate(named, start=1) if any(key(each) in plain for each in ordinals)]
    if found:
        return found[-1]
    months = months_in(title)
    if months and months != (7, 6):
        return _ENDING.get(months[1])
    return 2 if key("অর্ধবার্ষিক") in plain or key("অর্ধ-বার্ষিক") in plain else 4 if key("বার্ষিক") in plain else None


def _title(lines: Sequence[TextLine]) -> TextLine | None:
    short = [line for line in lines if len(line.text) <= _TITLE and not line.text.startswith("বিষয়")]
    strict = (line for line in short if _REPORT.search(line.text) and _OF_PROGRESS.search(line.text))
    return next(strict, None)


def _heading(lines: Sequence[TextLine]) -> TextLine | None:
    """The title of the report; where no line says প্রতিবেদন, the line that names progress, otherwise the plan."""
    short = [line for line in lines if len(line.text) <= _TITLE and not line.text.startswith("বিষয়")]
    found = (next((line for line in short if words.search(line.text)), None) for words in (_WORDED, _PLAN, _LOOSE))
    return _title(lines) or next(filter(None, found), None)


def _quarter(lines: Sequence[TextLine]) -> int | None:
    """The last quarter the title names, else another line above the table."""
    titled = _title(lines)
    named = (line.text for line in lines if _PERIOD.search(line.text) or months_in(line.text))
    texts = (titled.text if titled else "", *named)
    return next(filter(None, (quarter_of(text) for text in texts if text and len(text) <= _TITLE)), None)


def _plan(lines: Sequence[TextLine]) -> str:
    """The plan the report answers: the short line that names one and is not the report's own title."""
    titled = _title(lines)
    named = (line.text for line in lines if _PLAN.search(line.text) and len(line.text) <= _TITLE)
    return next((_YEAR.sub("", text) for text in named if titled is None or text != titled.text), "")


def _labelled(lines: Sequence[TextLine], label: re.Pattern[str]) -> str | None:
    return next((label.sub("", line.text) for line in lines if label.match(line.text)), None)


def _fiscal_year(lines: Sequence[TextLine], tables: Sequence[_Found]) -> str | None:
    """The year the lines above the table name, else that of its heading."""
    cells = (cell.text for table, _ in tables for row in table.rows[:3] for cell in row.cells)
    return next(filter(None, map(canonical_year, (*(line.text for line in lines), *cells))), None)


def _tables(document: Document) -> tuple[_Found, ...]:
    """The tables of indicators with their columns; one without a heading goes on under the last."""
    found: list[_Found] = []
    quarter = _quarter(titles(document))
    for table in document.tables():
        rows = grid(table)
        columns = columns_of(list(takewhile(is_title_row, rows))).in_quarter(quarter)
        if columns.reports:
            found.append((table, columns))
        elif found and not columns.at and rows and len(rows[0].texts) == len(grid(found[-1][0])[0].texts):
            found.append((table, found[-1][1]))
    return tuple(found)


def _around(document: Document, tables: Sequence[Table]) -> tuple[Document, Document]:
    """The blocks before the first table of the report, and those after it outside tables."""
    first = next((n for n, block in enumerate(document.blocks) if block in tables), len(document.blocks))
    after = tuple(block for block in document.blocks[first:] if not isinstance(block, Table))
    return Document(document.blocks[:first]), Document(after)


def _strange(tables: Sequence[_Found]) -> Iterator[Doubt]:
    """`column-not-kept`: what an office prints besides; it stays in the paper and is not read."""
    for title in dict.fromkeys(to_latin(title) for _, columns in tables for title in columns.strange):
        yield Doubt(sentences.COLUMN_NOT_TAKEN, "info", {"title": title}, "areas", tables[0][0].place)


def _facts(report: ProgressReport, *, quarter_named: bool) -> Iterator[Doubt]:
    """The facts about itself that the report lacks."""
    gaps = (
        (report.office is None, sentences.OFFICE_MISSING, "office"),
        (report.fiscal_year is None, sentences.FISCAL_YEAR_MISSING, "fiscal_year"),
        (not report.title, sentences.TITLE_MISSING, "title"),
    )
    for is_missing, sentence, path in gaps:
        if is_missing:
            yield Doubt(sentence, "warning", path=path)
    if not report.areas:
        yield Doubt(sentences.AREAS_MISSING, "error", path="areas")
    elif report.title and quarter_of(report.title) is None and not quarter_named:
        quarter = {"quarter": report.quarter}
        yield Doubt(sentences.QUARTER_DERIVED, "info", quarter, "quarter", suggestion=str(report.quarter))
