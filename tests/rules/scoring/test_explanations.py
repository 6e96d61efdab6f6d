"""Every mark can be told in one sentence of Bangla and one of English."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.rules.frameworks import framework
from angikar.rules.plan import Activity, Area, Indicator, Plan
from angikar.rules.scoring.explain import explain
from angikar.rules.scoring.lines import ScoredLine
from angikar.rules.scoring.reports import ReportRow
from angikar.rules.scoring.scorecard import scorecard

SUM = Indicator(
    code="1.1.1",
    title="ক",
    unit="number",
    counting="sum",
    weight="8",
    criteria=("1500000", "1300000", "1100000", "900000", "750000"),
)
MEETINGS = Indicator(code="1.1.1", title="ক", unit="number", weight="4", target=("4",), quarter_targets=("1",) * 4)


def line(indicator: Indicator, value: str | None, *, name: str = "agreement-2022-23", part: str = "own") -> ScoredLine:
    frame = framework(name)
    row = Activity(code="1.1", title="ক", indicators=(indicator,))
    area = Area.model_validate({"part": part, "code": "1", "title": "ক", "activities": (row,)})
    rows = [] if value is None else [ReportRow(area.part, "1.1.1", 1, value)]
    return scorecard(Plan(fiscal_year=frame.fiscal_years[0], areas=(area,)), frame, rows, date(2022, 8, 1)).lines[0]


@pytest.mark.parametrize(
    ("value", "bangla", "english"),
    [
        (
            "1400000",
            "১৪,০০,০০০ পড়ে ১৩,০০,০০০ (৯০) ও ১৫,০০,০০০ (১০০)-এর মধ্যে: ৯৫.০০ × ৮ ÷ ১০০ = ৭.৬০",
            "14,00,000 lies between 13,00,000 (90) and 15,00,000 (100): 95.00 × 8 ÷ 100 = 7.60",
        ),
        (
            "1800000",
            "১৮,০০,০০০ সর্বোচ্চ স্তর ১৫,০০,০০০ (১০০) পূরণ করে: ১০০.০০ × ৮ ÷ ১০০ = ৮.০০",
            "18,00,000 meets the best level, 15,00,000 (100): 100.00 × 8 ÷ 100 = 8.00",
        ),
        (
            "5",
            "৫ শেষ স্তর ৭,৫০,০০০ (৬০)-ও পূরণ করে না: ০.০০ × ৮ ÷ ১০০ = ০.০০",
            "5 does not meet even the last level, 7,50,000 (60): 0.00 × 8 ÷ 100 = 0.00",
        ),
        (None, "প্রতিবেদনের সময় এখনও হয়নি।", "The report is not due yet."),
        ("2022-08-01", None, "What was reported is not of the same sort as the target"),
    ],
)
def test_a_row_with_criteria_is_shown(value: str | None, bangla: str | None, english: str) -> None:
    shown, shown_en = explain(line(SUM, value))
    assert shown_en.startswith(english)
    assert bangla is None or shown == bangla


def test_what_was_claimed_and_not_accepted_is_shown_as_such() -> None:
    assert explain(line(SUM, "5"), accepted=True) == ("এখনও গৃহীত হয়নি।", "Nothing has been accepted yet.")


def test_a_plan_inside_the_plan_is_shown_by_its_full_marks() -> None:
    linked = Indicator(code="1.1.1", title="তথ্য অধিকার কর্মপরিকল্পনা", counting="cumulative", weight="3")
    shown, shown_en = explain(line(linked, "20", part="governance"))
    assert shown == "২৫ নম্বরের মধ্যে ২০ প্রাপ্ত: ৮০.০০ × ৩ ÷ ১০০ = ২.৪০"
    assert shown_en == "20 of 25 marks were obtained: 80.00 × 3 ÷ 100 = 2.40"


def test_a_share_of_the_target_is_shown_with_marks_and_without() -> None:
    assert explain(line(MEETINGS, "1", name="integrity-2018-19"))[1].endswith("25.00 × 4 ÷ 100 = 1.00")
    assert explain(line(MEETINGS, "1", name="integrity-2017-18"))[1].endswith("in proportion to the target: 25.00 %")


def test_dates_are_shown_in_words() -> None:
    dated = SUM.model_copy(update={"unit": "date", "counting": "date", "criteria": ("2023-03-31", "2023-04-15")})
    shown, shown_en = explain(line(dated, "2023-04-08"))
    assert "৮ এপ্রিল ২০২৩" in shown
    assert shown_en.startswith("8 April 2023 lies between 15 April 2023 (90) and 31 March 2023 (100)")
