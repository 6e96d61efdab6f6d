"""The evaluation sheet: composed from a scorecard, checked when read, and never mistaken for a report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from angikar.rules.document import Document, Table
from angikar.rules.frameworks import framework
from angikar.rules.kinds import understand
from angikar.rules.kinds.evaluation_sheet import EvaluationSheet, asks, check, compose, read, recognise, write
from angikar.rules.kinds.progress_report import recognise as recognise_report
from angikar.rules.letters.values import Signatory
from angikar.rules.plan import Activity, Area, Indicator, Plan
from angikar.rules.scoring.reports import ReportRow
from angikar.rules.scoring.scorecard import scorecard

ON = date(2023, 8, 1)
LAW = framework("agreement-2022-23")


def _row(code: str, weight: str, *criteria: str) -> Indicator:
    return Indicator(
        code=code,
        title=f"রোপিত চারা {code}",
        unit="number",
        unit_text="সংখ্যা",
        counting="sum",
        weight=weight,
        criteria=criteria,
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
                    indicators=(
                        _row("1.1.1", "40", "100", "90", "80", "70", "60"),
                        _row("1.1.2", "20", "10", "8"),
                        _row("1.1.3", "10", "100", "90"),
                    ),
                ),
            ),
        ),
    ),
)
REPORTS = (
    ReportRow("own", "1.1.1", 1, "95", "90"),
    ReportRow("own", "1.1.2", 1, "0"),
    ReportRow("own", "1.1.3", 1, None, not_applicable=True),
)


@pytest.fixture
def sheet() -> EvaluationSheet:
    """Ninety-five claimed and ninety accepted, nought, and one that does not apply."""
    parties = (Signatory(name="হাসনা বানু", post="উদ্যান কর্মকর্তা"), Signatory(name="রহিম উল্লাহ", post="মহাপরিচালক"))
    proven = {("own", "1.1.1"): True, ("own", "1.1.2"): False}
    return compose(PLAN, LAW, scorecard(PLAN, LAW, REPORTS, ON), proven, parties)  # type: ignore[arg-type]


def test_zero_and_not_applicable_are_different_things_on_the_sheet(sheet: EvaluationSheet) -> None:
    rows = [(row.state, row.actual, row.claimed, row.accepted, row.proven) for row in sheet.areas[0].rows]
    assert rows == [
        ("reported", "95", "38.00", "36.00", True),
        ("reported", "0", "0.00", None, False),
        ("not_applicable", None, None, None, None),
    ]
    text = write(sheet).text
    assert "প্রযোজ্য নয়" in text
    assert "৩৮.০০" in text
    assert asks(sheet, None, ON) == ()


def test_a_composed_sheet_breaks_no_law(sheet: EvaluationSheet) -> None:
    assert check(sheet, None) == ()


def test_marks_that_do_not_add_up_or_are_above_their_weight_are_doubted(sheet: EvaluationSheet) -> None:
    area = sheet.areas[0]
    rows = (area.rows[0].model_copy(update={"claimed": "41.00"}), *area.rows[1:])
    found = check(sheet.model_copy(update={"areas": (area.model_copy(update={"rows": rows}),)}), None)
    assert [(doubt.code, doubt.path, doubt.suggestion) for doubt in found] == [
        ("marks-sum", "areas.0.claimed", "41.00"),
        ("marks-above-weight", "areas.0.rows.0.claimed", None),
    ]


def test_a_cell_without_a_figure_is_doubted_and_left_empty(sheet: EvaluationSheet) -> None:
    document = write(sheet)
    table = next(document.tables())
    at = next(n for n, row in enumerate(table.rows) if row.cells[0].text.startswith("[১.১.১]"))
    cells = list(table.rows[at].cells)
    cells[8] = replace(cells[8], text="অনেক")
    rows = (*table.rows[:at], replace(table.rows[at], cells=tuple(cells)), *table.rows[at + 1 :])
    blocks = tuple(replace(table, rows=rows) if isinstance(block, Table) else block for block in document.blocks)
    reading = read(Document(blocks), None)
    assert [(doubt.code, doubt.path) for doubt in reading.doubts] == [("cell-unreadable", "areas.0.rows.0.actual")]
    assert reading.content.areas[0].rows[0].actual is None


def test_it_is_known_by_title_and_table_together_and_is_no_progress_report(sheet: EvaluationSheet) -> None:
    document = write(sheet)
    assert understand(document).kind == "evaluation_sheet"
    assert recognise_report(document) == 0
    assert recognise(Document(document.blocks[1:])) == 0
    assert recognise(Document(tuple(block for block in document.blocks if not isinstance(block, Table)))) == 0
    assert read(Document(()), None).doubts[0].code == "areas-missing"
