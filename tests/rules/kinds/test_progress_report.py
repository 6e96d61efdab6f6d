"""The progress report: drawn from a scorecard, printed with both rows of every indicator, read back from its own PDF."""

from __future__ import annotations

from datetime import date

import pytest

from angikar import formats
from angikar.rules.document import Document, Paragraph
from angikar.rules.frameworks import framework
from angikar.rules.kinds import attachment, understand
from angikar.rules.kinds.progress_report import KIND, ProgressReport, asks, check, draw, read, write
from angikar.rules.letter import Signatory
from angikar.rules.plan import Activity, Area, Indicator, Plan
from angikar.rules.reading import Reading
from angikar.rules.scoring.reports import ReportRow
from angikar.rules.scoring.scorecard import scorecard

ON = date(2023, 2, 1)


def _indicator(code: str, weight: str) -> Indicator:
    return Indicator(
        code=code, title=f"রোপিত চারা {code}", unit="number", unit_text="সংখ্যা", counting="sum", weight=weight,
        target=("100",), criteria=("100", "90", "80", "70", "60"), quarter_targets=("25", "25", "25", "25"),
    )  # fmt: skip


PLAN = Plan(
    office="উদ্যান কার্যালয়, শিমুলতলা", counterpart="উদ্যান অধিদপ্তর", fiscal_year="2022-23", title="বার্ষিক কর্মসম্পাদন চুক্তি",
    areas=(
        Area(code="1", title="বাগান", weight="70", activities=(
            Activity(code="1.1", title="চারা রোপণ", indicators=tuple(
                _indicator(f"1.1.{number}", weight) for number, weight in enumerate(("30", "20", "10", "10"), 1)
            )),
        )),
    ),
)  # fmt: skip
REPORTS = (
    ReportRow("own", "1.1.1", 1, "40", "40"),
    ReportRow("own", "1.1.1", 2, "45"),
    ReportRow("own", "1.1.2", 1, "0"),
    ReportRow("own", "1.1.3", 1, None, not_applicable=True),
)


@pytest.fixture(scope="module")
def report() -> ProgressReport:
    """The second quarter's report, on a day on which the third is not over."""
    card = scorecard(PLAN, framework("agreement-2022-23"), REPORTS, ON)
    signed = Signatory(name="হাসনা বানু", post="উদ্যান কর্মকর্তা")
    return draw(PLAN, card, 2, (signed,))


def _rows(document: Document) -> list[tuple[str, ...]]:
    (table,) = document.tables()
    return [row.texts for row in table.rows[table.header_rows :]]


def test_every_figure_of_the_scorecard_is_carried_over(report: ProgressReport) -> None:
    first, second, third, fourth = report.areas[0].rows
    assert (first.quarter_actuals, first.actual, first.claimed, first.accepted) == (
        ("40", "45", None, None), "85", "25.50", "0.00",
    )  # fmt: skip
    assert (second.quarter_actuals[0], second.actual) == ("0", "0")
    assert third.quarter_states[0] == "not_applicable"
    assert fourth.quarter_states == ("not_reported", "not_reported", None, None)
    assert report.claimed == report.areas[0].claimed == "25.50"


def test_zero_and_silence_and_what_does_not_apply_are_printed_differently(report: ProgressReport) -> None:
    rows = _rows(write(report))
    done = [row[1:3] for row in rows if row[0] == "অর্জন"]
    assert done == [
        ("৪০", "৪৫"),
        ("০", "প্রতিবেদন নেই"),
        ("প্রযোজ্য নয়", "প্রতিবেদন নেই"),
        ("প্রতিবেদন নেই", "প্রতিবেদন নেই"),
    ]


def test_the_promise_stands_over_what_came_of_it(report: ProgressReport) -> None:
    rows = _rows(write(report))
    assert rows[1][3:] == ("৩০", "১০০", "লক্ষ্যমাত্রা", "২৫", "২৫", "২৫", "২৫", "৮৫", "২৫.৫০", "০.০০")
    assert rows[2] == ("অর্জন", "৪০", "৪৫", "", "")
    assert rows[-1] == ("মোট", "২৫.৫০", "০.০০")


def test_its_own_pdf_gives_it_back_whole(report: ProgressReport) -> None:
    carried = attachment(Reading(KIND, None, report))
    document = formats.read(formats.write_pdf(write(report), attachment=carried), "report.pdf")
    assert understand(document).content == report
    assert understand(document, KIND).content == report


def test_a_report_from_elsewhere_is_not_understood_and_says_so() -> None:
    foreign = read(Document((Paragraph("২য় ত্রৈমাসিক অগ্রগতি প্রতিবেদন"),)), None)
    assert foreign.content == ProgressReport()
    assert [(doubt.code, doubt.severity) for doubt in foreign.doubts] == [("progress-report-foreign", "error")]


def test_marks_that_do_not_add_up_are_found(report: ProgressReport) -> None:
    assert check(report, None) == ()
    wrong = report.model_copy(update={"claimed": "26"})
    assert [(doubt.path, doubt.suggestion) for doubt in check(wrong, None)] == [("claimed", "25.50")]
    assert asks(report, None, ON) == ()
