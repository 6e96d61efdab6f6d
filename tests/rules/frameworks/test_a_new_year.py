"""The page on adding a year, done to the letter: its blocks are a framework, and a plan is marked by it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from angikar.rules.frameworks import BadFramework, of_text
from angikar.rules.plan import Activity, Area, Indicator, Plan
from angikar.rules.scoring.reports import ReportRow
from angikar.rules.scoring.scorecard import scorecard
from tests.architecture.house import ROOT

PAGE = (ROOT / "docs" / "a-new-year.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
TEXT = "\n".join(BLOCKS)
NAME = "agreement-2031-32"

SERVED = Indicator(
    code="1.1.1",
    title="সেবাগ্রহীতা",
    unit="number",
    counting="sum",
    weight="70",
    criteria=("100", "90", "80", "70", "60"),
)
INTEGRITY = Indicator(code="1.1.1", title="শুদ্ধাচার কর্মপরিকল্পনা বাস্তবায়িত", unit="marks", weight="30")


def plan_of_two() -> Plan:
    """A plan with one row of its own and one that takes the marks of another plan."""
    own, inside = (
        Area(
            part=part,
            code="1",
            title="ক",
            weight=row.weight,
            activities=(Activity(code="1.1", title="খ", indicators=(row,)),),
        )
        for part, row in (("own", SERVED), ("governance", INTEGRITY))
    )
    return Plan(fiscal_year="2031-32", areas=(own, inside))


def test_the_page_makes_a_framework_and_a_plan_is_marked_by_it() -> None:
    frame = of_text(NAME, TEXT)
    reports = [
        ReportRow("own", "1.1.1", 1, "40"),
        ReportRow("own", "1.1.1", 4, "45"),
        ReportRow("governance", "1.1.1", 4, "44"),
    ]
    card = scorecard(plan_of_two(), frame, reports, date(2032, 7, 1))
    marks = [line.claimed.marks for line in card.lines if line.claimed]
    assert marks == ["59.50", "26.40"]  # 85 lies midway between 80 and 90: 85 × 70 ÷ 100; and 44 ÷ 50 × 30
    assert card.claimed == "85.90"
    assert frame.report_due("2031-32", 2) == date(2032, 1, 15)
    assert [column.heading for column in frame.columns_of("2031-32")][6] == "প্রকৃত অর্জন ২০৩০-৩১"


@pytest.mark.parametrize("left_out", range(len(BLOCKS)))
def test_no_step_of_the_page_can_be_left_out(left_out: int) -> None:
    rest = "\n".join(block for number, block in enumerate(BLOCKS) if number != left_out)
    with pytest.raises(BadFramework, match=NAME):
        of_text(NAME, rest)


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('governance = "30"', 'governance = "25"', "weights of parts do not add up to 100"),
        ('marks = "30"', 'marks = "20"', "weights of links do not add up to 30"),
        ('numbers = ["between", "running"]', 'numbers = ["between"]', "running names no source"),
        ("levels = [100, 90, 80, 70, 60]", "levels = [100, 90, 80, 60, 70]", "levels must fall"),
        ('kind = "agreement"', 'kind = "agreement', "Illegal character"),
        ('slot = "area"', 'slots = "area"', "columns.0.slot: Field required"),
    ],
)
def test_a_slip_in_the_file_is_said_in_one_sentence_in_both_languages(right: str, wrong: str, said: str) -> None:
    assert right in TEXT
    with pytest.raises(BadFramework) as refused:
        of_text(NAME, TEXT.replace(right, wrong))
    assert said in refused.value.message_en
    assert refused.value.message.startswith(f"কাঠামো “{NAME}” নেওয়া যায় না")
