"""Sets a progress report in its form: promise over achievement for every indicator, quarter by quarter, and the marks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.document import Block, Cell, Document, Heading, Paragraph, Row, Table
from angikar.rules.frameworks.framework import Column
from angikar.rules.kinds.progress_report.content import ProgressArea, ProgressReport, ProgressRow
from angikar.rules.letters.printed import signature
from angikar.rules.plan_table.seen import UNSCORED, with_accepted
from angikar.rules.plan_table.worded import ORDINALS
from angikar.rules.plan_table.write import BANNERS, METHODS, coded, figure_text, header
from angikar.rules.scoring.lines import State

STATES: dict[State | None, str] = {
    "not_reported": "প্রতিবেদন নেই",
    "not_due": "সময় হয়নি",
    "not_applicable": "প্রযোজ্য নয়",
}
_COLUMNS = (
    Column(slot="activity", heading="কার্যক্রম"),
    Column(slot="indicator", heading="কর্মসম্পাদন সূচক"),
    Column(slot="unit", heading="একক ও গণনা পদ্ধতি"),
    Column(slot="weight", heading="সূচকের মান"),
    Column(slot="target", heading="লক্ষ্যমাত্রা"),
    Column(slot="row_kind", heading="লক্ষ্যমাত্রা/ অর্জন"),
    *(
        Column(slot=f"q{number}", heading=f"{ordinal} ত্রৈমাসিক", group="ত্রৈমাসিক লক্ষ্যমাত্রা ও অর্জন")
        for number, ordinal in enumerate(ORDINALS, start=1)
    ),
    Column(slot="actual", heading="মোট অর্জন"),
    Column(slot="claimed", heading="দাবিকৃত নম্বর"),
    Column(slot="accepted", heading="গৃহীত নম্বর"),
)
_WIDTHS = (2.4, 2.4, 1.3, 0.9, 1.3, 1.4, 1.2, 1.2, 1.2, 1.2, 1.2, 1.1, 1.1)


def write(report: ProgressReport) -> Document:
    """The report in its form: who reports on what, one table across the page, the signatures."""
    return Document(tuple(_blocks(report)), report.title, landscape=True)


def _blocks(report: ProgressReport) -> Iterator[Block]:
    yield Heading(report.title, path="title")
    about = (report.plan, f"অর্থবছর {to_bangla(report.fiscal_year)}" if report.fiscal_year else "")
    yield Paragraph(", ".join(filter(None, about)), align="center", strong=True)
    if report.office is not None:
        yield Paragraph(f"দপ্তর/সংস্থার নাম: {report.office}", strong=True, path="office")
    if report.counterpart is not None:
        yield Paragraph(f"যাঁর নিকট দাখিল: {report.counterpart}", strong=True, path="counterpart")
    if report.on:
        yield Paragraph(f"হিসাবের তারিখ: {write_date(date.fromisoformat(report.on))}")
    if report.unscored is not None:
        yield Paragraph(f"{UNSCORED}: {to_bangla(report.unscored)}")
    yield _table(report)
    yield from (signature(each) for each in report.signatories)


def _table(report: ProgressReport) -> Table:
    head = header(_COLUMNS)
    numbers = Row(tuple(Cell(to_bangla(str(number)), align="center") for number in range(1, len(_COLUMNS) + 1)))
    rows = (row for index, area in enumerate(report.areas) for row in _area_rows(f"areas.{index}", area))
    return Table((*head, numbers, *rows, _sums(_total(report), report)), len(head) + 1, _WIDTHS)


def _total(report: ProgressReport) -> str:
    return f"মোট (মান {to_bangla(report.full)})" if report.full is not None else "মোট"


def _area_rows(at: str, area: ProgressArea) -> Iterator[Row]:
    weight = f" (মান {to_bangla(area.weight)})" if area.weight is not None else ""
    title = f"{to_bangla(area.code)}. {area.title}{weight}"
    yield _sums(title if area.part == "own" else f"{title}, {BANNERS['governance']}", area)
    for index, row in enumerate(area.rows):
        yield from _row_rows(f"{at}.rows.{index}", row)


def _sums(title: str, of: ProgressArea | ProgressReport) -> Row:
    marks = (Cell(figure_text(mark), align="center", strong=True) for mark in (of.claimed, of.accepted))
    return Row((Cell(title, len(_COLUMNS) - 2, strong=True), *marks))


def _row_rows(at: str, row: ProgressRow) -> Iterator[Row]:
    """Two rows for each indicator: the promise over what came of it."""
    method = METHODS[row.counting] if row.counting else ""
    words = (row.activity, coded(row.code, row.title), "\n".join(filter(None, (row.unit_text, method))))
    targets = ", ".join(map(figure_text, row.target))
    ends = (with_accepted(row.actual, row.accepted_actual), figure_text(row.claimed), figure_text(row.accepted))
    yield Row(
        (
            *(Cell(text, rowspan=2, path=at) for text in words),
            *(Cell(text, rowspan=2, align="center") for text in (figure_text(row.weight), targets)),
            Cell("লক্ষ্যমাত্রা"),
            *(Cell(figure_text(each), align="center") for each in row.quarter_targets),
            *(Cell(each, rowspan=2, align="center") for each in ends),
        )
    )
    done = zip(row.quarter_actuals, row.accepted_quarters, row.quarter_states, strict=True)
    texts = (with_accepted(value, seen) or STATES.get(state, "") for value, seen, state in done)
    yield Row((Cell("অর্জন"), *(Cell(text, align="center") for text in texts)))
