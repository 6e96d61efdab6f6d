"""The progress report: composed from a scorecard, printed with both rows of every indicator, read back, and read from elsewhere."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from angikar import formats
from angikar.formats.readers.text import read_text
from angikar.rules.document import Document, Paragraph
from angikar.rules.frameworks import framework
from angikar.rules.kinds import attachment, understand
from angikar.rules.kinds.progress_report import KIND, ProgressReport, asks, check, compose, read, write
from angikar.rules.letters.values import Signatory
from angikar.rules.plan import Activity, Area, Indicator, Plan
from angikar.rules.reading import Reading
from angikar.rules.scoring.reports import ReportRow
from angikar.rules.scoring.scorecard import scorecard
from angikar.rules.tracing.carried import Voucher

ON = date(2023, 2, 1)


def _indicator(code: str, weight: str) -> Indicator:
    return Indicator(
        code=code,
        title=f"রোপিত চারা {code}",
        unit="number",
        unit_text="সংখ্যা",
        counting="sum",
        weight=weight,
        target=("100",),
        criteria=("100", "90", "80", "70", "60"),
        quarter_targets=("25", "25", "25", "25"),
    )


PLAN = Plan(
    office="উদ্যান কার্যালয়, শিমুলতলা",
    counterpart="উদ্যান অধিদপ্তর",
    fiscal_year="2022-23",
    title="বার্ষিক কর্মসম্পাদন চুক্তি",
    areas=(
        Area(
            code="1",
            title="বাগান",
            weight="70",
            activities=(
                Activity(
                    code="1.1",
                    title="চারা রোপণ",
                    indicators=tuple(
                        _indicator(f"1.1.{number}", weight) for number, weight in enumerate(("30", "20", "10", "10"), 1)
                    ),
                ),
            ),
        ),
    ),
)
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
    return compose(PLAN, card, 2, (signed,))


def _rows(document: Document) -> list[tuple[str, ...]]:
    (table,) = document.tables()
    return [row.texts for row in table.rows[table.header_rows :]]


def test_every_figure_of_the_scorecard_is_carried_over(report: ProgressReport) -> None:
    first, second, third, fourth = report.areas[0].rows
    assert (first.quarter_actuals, first.actual, first.claimed, first.accepted) == (
        ("40", "45", None, None),
        "85",
        "25.50",
        "0.00",
    )
    assert (second.quarter_actuals[0], second.actual) == ("0", "0")
    assert third.quarter_states[0] == "not_applicable"
    assert fourth.quarter_states == ("not_reported", "not_reported", None, None)
    assert report.claimed == report.areas[0].claimed == "25.50"


def test_zero_no_report_and_what_does_not_apply_are_printed_differently(report: ProgressReport) -> None:
    rows = _rows(write(report))
    done = [row[1:3] for row in rows if row[0] == "অর্জন"]
    assert done == [
        ("৪০", "৪৫"),
        ("০", "প্রতিবেদন নেই"),
        ("প্রযোজ্য নয়", "প্রতিবেদন নেই"),
        ("প্রতিবেদন নেই", "প্রতিবেদন নেই"),
    ]


def test_the_target_is_above_its_achievement(report: ProgressReport) -> None:
    rows = _rows(write(report))
    assert rows[1][3:] == ("৩০", "১০০", "লক্ষ্যমাত্রা", "২৫", "২৫", "২৫", "২৫", "৮৫\nগৃহীত ৪০", "২৫.৫০", "০.০০")
    assert rows[2] == ("অর্জন", "৪০", "৪৫", "", "")
    assert rows[-1] == ("মোট (মান ৭০)", "২৫.৫০", "০.০০")


def test_its_own_pdf_gives_it_back_whole(report: ProgressReport) -> None:
    carried = attachment(Reading(KIND, None, report))
    document = formats.read(formats.write_pdf(write(report), attachment=carried), "report.pdf")
    for kind in (None, KIND):
        assert understand(document, kind, vouch=lambda _: Voucher("own")).content == report


def test_its_own_docx_and_xlsx_are_read_the_same(report: ProgressReport) -> None:
    document = write(report)
    sources = (
        formats.read(formats.write_docx(document), "report.docx"),
        formats.read(formats.write_xlsx(document), "report.xlsx"),
    )
    for source in sources:
        reading = understand(source)
        assert (reading.kind, reading.doubts) == (KIND, ())
        assert placeless(reading.content.model_dump()) == placeless(report.model_dump())


def placeless(value: Any) -> Any:
    """Dumped content without the lines of its source."""
    if isinstance(value, dict):
        return {name: placeless(each) for name, each in value.items() if name != "lines"}
    return [placeless(each) for each in value] if isinstance(value, list | tuple) else value


# Invented reports in the three forms offices publish: pairs of rows, one row a line, a quarter beside the year so far.
PAIRS = """\
জাতীয় শুদ্ধাচার কৌশল কর্ম-পরিকল্পনা ২০১৮-২০১৯ এর ২য় কোয়ার্টার বাস্তবায়ন অগ্রগতি পরিবীক্ষণ প্রতিবেদন

দপ্তর/সংস্থার নাম: কাল্পনিক সচিবালয়

কার্যক্রমের নাম\tকর্মসম্পাদন সূচক\tসূচকের মান\tএকক\t২০১৮-২০১৯ অর্থবছরের লক্ষ্যমাত্রা\tলক্ষ্যমাত্রা/অর্জন\t১ম কোয়ার্টার\t২য় কোয়ার্টার\t৩য় কোয়ার্টার\t৪র্থ কোয়ার্টার\tমোট অর্জন\tঅর্জিত মান\tমন্তব্য
১\t২\t৩\t৪\t৫\t৬\t৭\t৮\t৯\t১০\t১১\t১২\t১৩
১. প্রাতিষ্ঠানিক ব্যবস্থা.....৪
১.১ কমিটির সভা\tঅনুষ্ঠিত সভা\t৪\tসংখ্যা\t৪\tলক্ষ্যমাত্রা\t১\t১\t১\t১\t\t\t
\t\t\t\t\tঅর্জন\t১\t১\t\t\t২\t২.০০\tঠিক আছে
"""
SINGLE = """\
সংযোজনী ৭: অভিযোগ প্রতিকার ব্যবস্থা কর্মপরিকল্পনা, ২০২৪-২০২৫ এর বার্ষিক অগ্রগতি প্রতিবেদন

দপ্তরের নাম: নমুনা উপজেলা দপ্তর

কার্যক্রমের ক্ষেত্র\tমান\tকার্যক্রম\tকর্মসম্পাদন সূচক\tএকক\tকর্মসম্পাদন সূচকের মান\t১ম কোয়ার্টার\t২য় কোয়ার্টার\t৩য় কোয়ার্টার\t৪র্থ কোয়ার্টার\tমোট অর্জন\tঅর্জিত মান
প্রাতিষ্ঠানিক\t১১\t[১.১] তথ্য হালনাগাদকরণ\t[১.১.১] হালনাগাদকৃত তথ্য\tসংখ্যা\t৪\t১\t১\t১\t১\t{total}\t{mark}
\t\t[১.২] অভিযোগ নিষ্পত্তি\t[১.২.১] নিষ্পত্তিকৃত অভিযোগ\t%\t৭\t১০০\t১০০\t১০০\t১০০\t১০০\t৭
"""
PERIODS = """\
তথ্য অধিকার কর্মপরিকল্পনার ত্রৈমাসিক প্রতিবেদন
দপ্তরের নাম: নমুনা বিভাগ

কার্যক্রম\tকর্মসম্পাদন সূচক\tএকক\tকর্মসম্পাদন সূচকের মান\tবাৎসরিক লক্ষ্যমাত্রা ২০২১-২২\tঅর্জন\tদায়িত্বপ্রাপ্ত শাখা
[১.১] প্রকাশ\t[১.১.১] প্রকাশিত তথ্য\tতারিখ\t৩\t৩১-১২-২০২১\t১৫-১২-২০২১\tপ্রশাসন
"""


def test_a_report_in_pairs_of_rows_is_read() -> None:
    reading = understand(read_text(PAIRS))
    found = reading.content
    assert (reading.kind, found.quarter, found.fiscal_year, found.office) == (KIND, 2, "2018-19", "কাল্পনিক সচিবালয়")
    (area,) = found.areas
    assert (area.code, area.title, area.weight) == ("1", "প্রাতিষ্ঠানিক ব্যবস্থা", "4")
    (row,) = area.rows
    assert (row.code, row.weight, row.target, row.quarter_targets) == ("1.1.1", "4", ("4",), ("1", "1", "1", "1"))
    assert (row.quarter_actuals, row.actual, row.claimed) == (("1", "1", None, None), "2", "2.00")
    assert row.quarter_states == ("reported", "reported", None, None)
    assert [(doubt.code, doubt.severity) for doubt in reading.doubts] == [
        ("column-not-kept", "info"),
        ("source-left-out", "info"),
    ]


def test_a_row_that_does_not_say_whether_it_promises_or_reports_is_doubted() -> None:
    reading = understand(read_text(PAIRS.replace("৪\tলক্ষ্যমাত্রা\t১", "৪\t\t১")))
    doubts = [doubt.code for doubt in reading.doubts if doubt.severity != "info"]
    assert doubts == ["row-kind-missing"]
    assert reading.content.areas[0].rows[0].quarter_targets == ("1",) * 4


@pytest.mark.parametrize(
    ("total", "mark", "codes"),
    [
        ("৪", "৪", []),
        ("৩", "৪", ["total-disagrees"]),
        ("৪", "৪.৫", ["marks-above-weight"]),
        ("৪", "৪ এর মধ্যে ১.৮৪", ["cell-unreadable"]),
    ],
)
def test_a_report_of_one_row_a_line_is_read_and_its_sums_are_checked(total: str, mark: str, codes: list[str]) -> None:
    reading = understand(read_text(SINGLE.format(total=total, mark=mark)))
    assert reading.kind == KIND
    (area,) = reading.content.areas
    assert (area.title, area.weight, len(area.rows)) == ("প্রাতিষ্ঠানিক", "11", 2)
    assert area.rows[1].quarter_actuals == ("100",) * 4
    assert [doubt.code for doubt in reading.doubts] == codes


def test_a_report_of_one_achievement_is_read_with_a_doubt_about_its_quarter() -> None:
    reading = understand(read_text(PERIODS))
    (row,) = reading.content.areas[0].rows
    assert (row.target, row.actual, row.weight) == (("2021-12-31",), "2021-12-15", "3")
    codes = [doubt.code for doubt in reading.doubts]
    assert codes == ["column-not-kept", "source-left-out", "source-left-out", "quarter-derived"]


def test_a_paper_that_is_no_report_is_not_taken_for_one() -> None:
    assert understand(read_text(PAIRS.replace("প্রতিবেদন", "কাঠামো"))).kind == "integrity_plan"
    empty = read(Document((Paragraph("২য় ত্রৈমাসিক অগ্রগতি প্রতিবেদন"),)), None)
    assert {"areas-missing", "office-missing"} <= {doubt.code for doubt in empty.doubts}
    assert empty.content.quarter == 2


def test_marks_that_do_not_add_up_are_found(report: ProgressReport) -> None:
    assert check(report, None) == ()
    wrong = report.model_copy(update={"claimed": "26"})
    assert [(doubt.path, doubt.suggestion) for doubt in check(wrong, None)] == [("claimed", "25.50")]
    assert asks(report, None, ON) == ()
