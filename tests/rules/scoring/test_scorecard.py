"""The scorecard: its shape, its sums, and how a row stands on a day."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.frameworks import framework
from angikar.rules.plan import Activity, Area, Indicator, Plan
from angikar.rules.scoring.reports import ReportRow, read_reports
from angikar.rules.scoring.scorecard import Scorecard, scorecard

AGREEMENT = framework("agreement-2022-23")
SUM = Indicator(
    code="1.1.1",
    title="বিতরণ",
    unit="number",
    counting="sum",
    weight="8",
    criteria=("1500000", "1300000", "1100000", "900000", "750000"),
    lines=(12,),
)
DATED = Indicator(
    code="1.1.2",
    title="চালুকরণ",
    unit="date",
    counting="date",
    weight="3",
    criteria=("2023-03-31", "2023-04-15", "2023-04-30", "2023-05-15", "2023-05-31"),
)
RUNNING = Indicator(
    code="1.1.3",
    title="স্থাপন",
    unit="number",
    counting="cumulative",
    weight="2.5",
    criteria=("30", "29", "28", "27", "26"),
)
LINKED = Indicator(code="1.1.1", title="শুদ্ধাচার কর্মপরিকল্পনা", unit="marks", counting="cumulative", weight="10")
PLAN = Plan(
    fiscal_year="2022-23",
    areas=(
        Area(
            code="1",
            title="সেবা",
            weight="13.5",
            activities=(Activity(code="1.1", title="ক", indicators=(SUM, DATED, RUNNING)),),
        ),
        Area(
            part="governance",
            code="1",
            title="সুশাসন",
            weight="10",
            activities=(Activity(code="1.1", title="খ", indicators=(LINKED,)),),
        ),
    ),
)
REPORTS = """part,code,quarter,value,accepted
own,1.1.1,1,400000,400000
own,1.1.1,2,500000,500000
own,1.1.1,3,300000,300000
own,1.1.1,4,200000,150000
own,1.1.2,4,2023-04-08,
own,1.1.3,2,29,29
governance,1.1.1,4,44,43
"""


def scored(csv: str = REPORTS, on: date = date(2023, 7, 15)) -> Scorecard:
    return scorecard(PLAN, AGREEMENT, read_reports(csv), on)


def states(csv: str, on: date) -> dict[str, str]:
    rows = "part,code,quarter,value,accepted\n" + csv
    return {f"{line.part} {line.code}": line.state for line in scored(rows, on).lines}


def test_every_step_is_in_the_json() -> None:
    card = json.loads(json.dumps(scored().as_json()))
    first = card["areas"][0]["indicators"][0]
    assert {
        key: first[key] for key in ("code", "quarters", "counting", "actual", "between", "raw", "marks", "state")
    } == {
        "code": "1.1.1",
        "quarters": ["400000", "500000", "300000", "200000"],
        "counting": "sum",
        "actual": "1400000",
        "between": ["1300000", "1500000"],
        "raw": "95.00",
        "marks": "7.60",
        "state": "reported",
    }
    assert (first["accepted_raw"], first["accepted_marks"], first["accepted_actual"]) == ("92.50", "7.40", "1350000")


def test_areas_and_the_whole_are_sums_of_the_rounded_rows() -> None:
    card = scored()
    assert [(area.part, area.claimed, area.accepted) for area in card.areas] == [
        ("own", "12.69", "9.65"),  # 7.60 + 2.84 + 2.25, and 7.40 + 2.25
        ("governance", "8.80", "8.60"),
    ]
    assert (card.claimed, card.accepted) == ("21.49", "18.25")


def test_the_same_code_in_another_part_is_another_row() -> None:
    own, governance = scored().lines[0], scored().lines[3]
    assert (own.code, governance.code) == ("1.1.1", "1.1.1")
    assert own.quarters[3] == "200000"
    assert governance.quarters == (None, None, None, "44")


def test_nought_not_due_not_applicable_and_not_reported_are_four_things() -> None:
    csv = "own,1.1.1,1,0,\nown,1.1.3,1,প্রযোজ্য নয়,\n"
    assert states(csv, date(2022, 10, 16)) == {
        "own 1.1.1": "reported",
        "own 1.1.2": "not_due",
        "own 1.1.3": "not_applicable",
        "governance 1.1.1": "not_due",
    }
    assert scored("part,code,quarter,value,accepted\nown,1.1.1,1,0,").lines[0].claimed is not None


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        pytest.param(date(2022, 10, 15), ("not_due", "not_due", "not_due"), id="on the due day nothing is late"),
        pytest.param(date(2022, 10, 16), ("not_reported", "not_due", "not_due"), id="the day after the first report"),
        pytest.param(date(2023, 4, 16), ("not_reported", "not_reported", "not_due"), id="after the date's quarter"),
        pytest.param(date(2023, 7, 16), ("not_reported", "not_reported", "not_reported"), id="after the year's end"),
    ],
)
def test_what_nobody_reported_is_late_only_after_its_day(on: date, expected: tuple[str, str, str]) -> None:
    found = states("", on)
    assert (found["own 1.1.1"], found["own 1.1.2"], found["governance 1.1.1"]) == expected


def test_quarters_stand_each_for_itself_and_a_finished_date_asks_no_more() -> None:
    card = scored("part,code,quarter,value,accepted\nown,1.1.1,2,5,\nown,1.1.2,2,2022-12-01,\n", date(2023, 2, 1))
    assert card.lines[0].quarter_states == ("not_reported", "reported", "not_due", "not_due")
    assert card.lines[1].quarter_states == (None, "reported", None, None)


def test_a_row_nobody_reported_has_no_marks_rather_than_nought() -> None:
    silent = scored("part,code,quarter,value,accepted\n")
    assert [line.as_json()["marks"] for line in silent.lines] == [None] * 4
    assert (silent.claimed, silent.accepted) == (None, None)


def test_a_plan_that_names_no_year_is_scored_by_the_days_of_its_framework() -> None:
    nameless = PLAN.model_copy(update={"fiscal_year": "সাল"})
    assert scorecard(nameless, AGREEMENT, read_reports(REPORTS), date(2023, 7, 15)).claimed == "21.49"


def test_reports_of_rows_the_plan_does_not_have_are_shown() -> None:
    card = scored("part,code,quarter,value,accepted\nown,9.9.9,1,5,\n")
    assert [row.code for row in card.strays] == ["9.9.9"]


@given(st.permutations(read_reports(REPORTS)))
def test_the_order_of_reports_changes_nothing(rows: list[ReportRow]) -> None:
    assert scorecard(PLAN, AGREEMENT, rows, date(2023, 7, 15)).as_json() == scored().as_json()


@given(st.integers(0, 2_000_000), st.none() | st.integers(0, 2_000_000))
def test_what_was_claimed_never_depends_on_what_was_accepted(value: int, accepted: int | None) -> None:
    row = ReportRow("own", "1.1.1", 1, str(value), None if accepted is None else str(accepted))
    card = scorecard(PLAN, AGREEMENT, [row], date(2023, 7, 15))
    alone = scorecard(PLAN, AGREEMENT, [ReportRow("own", "1.1.1", 1, str(value))], date(2023, 7, 15))
    assert card.lines[0].claimed == alone.lines[0].claimed
    assert card.claimed == alone.claimed
    assert (card.lines[0].accepted is None) == (accepted is None)


@pytest.mark.parametrize(
    ("change", "csv", "code"),
    [
        ({"criteria": ("5", "9", "7", None, None)}, "own,1.1.1,1,6,", "criteria-not-monotone"),
        ({"criteria": ("5", "5", "4", None, None)}, "own,1.1.1,1,6,", "criteria-not-monotone"),
        ({"criteria": ("5.0", "5", None, None, None)}, "own,1.1.1,1,6,", "criteria-not-monotone"),
        ({"criteria": ("5", "2023-01-01", None, None, None)}, "own,1.1.1,1,6,", "criteria-not-monotone"),
        ({"criteria": (None,) * 5}, "own,1.1.1,1,6,", "criteria-missing"),
        ({"weight": None}, "own,1.1.1,1,6,", "weight-missing"),
        ({}, "own,1.1.1,1,2022-08-01,", "figure-unlike-target"),
    ],
)
def test_a_row_that_cannot_be_scored_says_why_and_where(change: dict[str, object], csv: str, code: str) -> None:
    area = Area(
        code="1", title="ক", activities=(Activity(code="1.1", title="ক", indicators=(SUM.model_copy(update=change),)),)
    )
    rows = read_reports(f"part,code,quarter,value,accepted\n{csv}\n")
    line = scorecard(Plan(fiscal_year="2022-23", areas=(area,)), AGREEMENT, rows, date(2023, 7, 15)).lines[0]
    assert line.claimed is None
    assert [(note.code, note.place.line) for note in line.notes] == [(code, 12)]
    assert line.state == "reported"


def test_a_running_figure_that_fell_is_kept_and_shown() -> None:
    line = scored("part,code,quarter,value,accepted\nown,1.1.3,1,30,\nown,1.1.3,2,28,\n").lines[2]
    assert line.claimed is not None
    assert (line.claimed.actual, [note.code for note in line.notes]) == ("28", ["running-figure-fell"])
