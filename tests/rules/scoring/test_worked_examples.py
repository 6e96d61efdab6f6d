"""The worked examples of the rules, each a sentence that can be reckoned by hand."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.rules.frameworks import framework
from angikar.rules.frameworks.framework import Framework
from angikar.rules.plan import Activity, Area, Indicator, Plan
from angikar.rules.scoring.lines import ScoredLine
from angikar.rules.scoring.reports import ReportRow
from angikar.rules.scoring.scorecard import scorecard

AGREEMENT = framework("agreement-2022-23")
INTEGRITY = framework("integrity-2018-19")
AFTER_ALL = date(2030, 1, 1)

PASSPORTS = Indicator(
    code="1.1.1",
    title="ক",
    unit="number",
    counting="sum",
    weight="8",
    criteria=("1500000", "1300000", "1200000", "1000000", "750000"),
)
HELPLINE = Indicator(
    code="1.1.1",
    title="ক",
    unit="date",
    counting="date",
    weight="3",
    criteria=("2023-03-31", "2023-04-15", "2023-04-30", "2023-05-15", "2023-05-30"),
)
SURVEY = HELPLINE.model_copy(
    update={"weight": "2", "criteria": ("2022-09-30", "2022-11-30", "2023-01-31", "2023-03-31", "2023-05-31")}
)
GATES = Indicator(
    code="1.1.1", title="ক", unit="number", counting="cumulative", weight="2", criteria=("30", "29", "28", "27", "26")
)
DAYS = GATES.model_copy(update={"unit": "days", "weight": "1", "criteria": ("10", "12", "15", "18", "20")})
TWO_DATES = HELPLINE.model_copy(update={"weight": "1", "criteria": ("2022-07-16", "2022-07-31", None, None, None)})
NARROW = GATES.model_copy(update={"weight": "4", "criteria": ("30", "29.95", "29.9", "29.85", "29.8")})


def line(
    indicator: Indicator, *quarters: str | None, under: Framework = AGREEMENT, governance: bool = False
) -> ScoredLine:
    """The score of one indicator whose quarters were reported so."""
    part = "governance" if governance else "own"
    area = Area(part=part, code="1", title="ক", activities=(Activity(code="1.1", title="ক", indicators=(indicator,)),))
    plan = Plan(fiscal_year=under.fiscal_years[0], areas=(area,))
    rows = [ReportRow(part, indicator.code, q, value) for q, value in enumerate(quarters, 1) if value is not None]
    return scorecard(plan, under, rows, AFTER_ALL).lines[0]


@pytest.mark.parametrize(
    ("indicator", "reported", "raw", "marks"),
    [
        pytest.param(PASSPORTS, "1400000", "95.00", "7.60", id="halfway between 90 and 100 earns 95"),
        pytest.param(PASSPORTS, "1250000", "85.00", "6.80", id="halfway between 80 and 90 earns 85"),
        pytest.param(PASSPORTS, "750000", "60.00", "4.80", id="the 60 target itself earns 60"),
        pytest.param(PASSPORTS, "749999", "0.00", "0.00", id="one below the 60 target earns nothing"),
        pytest.param(PASSPORTS, "1800000", "100.00", "8.00", id="more than the best target earns no more than full"),
        pytest.param(PASSPORTS, "0", "0.00", "0.00", id="nought was reported and earns nothing"),
        pytest.param(HELPLINE, "2023-04-08", "94.67", "2.84", id="eight days late of fifteen earns 94.67"),
        pytest.param(HELPLINE, "2022-08-01", "100.00", "3.00", id="far too early is full marks"),
        pytest.param(HELPLINE, "2023-06-01", "0.00", "0.00", id="after the last date earns nothing"),
        pytest.param(SURVEY, "2022-12-31", "85.00", "1.70", id="calendar days count between two dates"),
        pytest.param(GATES, "27", "70.00", "1.40", id="what stood there before the year earns 70"),
        pytest.param(DAYS, "13", "86.67", "0.87", id="fewer days are better where the criteria rise"),
        pytest.param(DAYS, "21", "0.00", "0.00", id="more days than the last criterion earn nothing"),
        pytest.param(TWO_DATES, "2022-07-20", "97.33", "0.97", id="two filled levels are enough"),
        pytest.param(TWO_DATES, "2022-08-01", "0.00", "0.00", id="worse than the lowest filled level earns nothing"),
        pytest.param(NARROW, "29.97", "94.00", "3.76", id="narrow criteria keep their decimals"),
    ],
)
def test_a_figure_of_the_year_earns(indicator: Indicator, reported: str, raw: str, marks: str) -> None:
    claimed = line(indicator, None, None, None, reported).claimed
    assert claimed is not None
    assert (claimed.raw, claimed.marks) == (raw, marks)


@pytest.mark.parametrize(
    ("counting", "quarters", "actual"),
    [
        pytest.param("sum", ("10", "15", "20", "25"), "70", id="a sum adds the quarters"),
        pytest.param("average", ("10", "15", "20", "25"), "17.5", id="a mean divides by the quarters"),
        pytest.param("average", ("90", None, "95", "100"), "95", id="a mean is over the quarters reported"),
        pytest.param("average", ("1", "1", "2", None), "1.3333", id="a mean without end is shown to four places"),
        pytest.param("cumulative", ("27", "28", None, "30"), "30", id="a running figure is the last reported"),
        pytest.param("sum", ("0.1", "0.2", None, None), "0.3", id="decimals are exact"),
        pytest.param("sum", ("0.0001", "0.0002", "1000", None), "1000.0003", id="four decimals are exact"),
    ],
)
def test_quarters_become_the_year(counting: str, quarters: tuple[str | None, ...], actual: str) -> None:
    claimed = line(GATES.model_copy(update={"counting": counting}), *quarters).claimed
    assert claimed is not None
    assert claimed.actual == actual


def test_of_several_dates_of_completion_the_last_counts() -> None:
    claimed = line(HELPLINE, None, "2022-12-01", None, "2023-04-08").claimed
    assert claimed is not None
    assert claimed.actual == "2023-04-08"


def test_a_single_date_that_is_kept_earns_full_marks_and_one_that_is_not_earns_none() -> None:
    single = HELPLINE.model_copy(update={"criteria": ("2023-03-31", None, None, None, None)})
    kept, late = line(single, "2023-03-31").claimed, line(single, None, None, None, "2023-04-01").claimed
    assert kept is not None
    assert late is not None
    assert (kept.marks, kept.actual, late.marks, late.between) == ("3.00", "2023-03-31", "0.00", (None, "2023-03-31"))


def test_with_steps_a_value_between_two_levels_earns_the_lower() -> None:
    steps = AGREEMENT.model_copy(update={"between": "step"})
    claimed = line(PASSPORTS, "1400000", under=steps).claimed
    assert claimed is not None
    assert (claimed.raw, claimed.marks) == ("90.00", "7.20")


@pytest.mark.parametrize(
    ("title", "weight", "obtained", "marks"),
    [
        ("শুদ্ধাচার কর্মপরিকল্পনা বাস্তবায়িত", "10", "44", "8.80"),
        ("ই-গভর্ন্যান্স/উদ্ভাবন কর্মপরিকল্পনা বাস্তবায়িত", "10", "46.5", "9.30"),
        ("অভিযোগ প্রতিকার কর্মপরিকল্পনা বাস্তবায়িত", "4", "25", "4.00"),
        ("সেবা প্রদান প্রতিশ্রুতি কর্মপরিকল্পনা বাস্তবায়িত", "3", "20", "2.40"),
        ("তথ্য অধিকার কর্মপরিকল্পনা বাস্তবায়িত", "3", "22.5", "2.70"),
        ("তথ্য অধিকার কর্মপরিকল্পনা বাস্তবায়িত", "3", "26", "3.00"),
    ],
)
def test_a_plan_inside_the_plan_earns_obtained_of_full_marks(
    title: str, weight: str, obtained: str, marks: str
) -> None:
    row = Indicator(code="1.1.1", title=title, unit="marks", counting="cumulative", weight=weight)
    claimed = line(row, None, None, None, obtained, governance=True).claimed
    assert claimed is not None
    assert (claimed.actual, claimed.marks) == (obtained, marks)


MEETINGS = Indicator(
    code="1.1.1", title="ক", unit="number", weight="4", target=("4",), quarter_targets=("1", "1", "1", "1")
)
ONE_TARGET = MEETINGS.model_copy(update={"quarter_targets": (None,) * 4, "target": ("30",), "weight": "2"})
RATE = MEETINGS.model_copy(update={"unit": "percent", "target": ("100",), "quarter_targets": ("100",) * 4})
TWO_DAYS = MEETINGS.model_copy(
    update={"unit": "date", "weight": "2", "target": ("2018-07-31", "2018-10-31"), "quarter_targets": (None,) * 4}
)


@pytest.mark.parametrize(
    ("indicator", "quarters", "raw", "marks"),
    [
        pytest.param(MEETINGS, ("1", "1", "1", "1"), "100.00", "4.00", id="the whole target is full marks"),
        pytest.param(MEETINGS, ("2", "0", "1", "1"), "75.00", "3.00", id="one quarter's surplus does not mend another"),
        pytest.param(MEETINGS, ("1", None, None, None), "25.00", "1.00", id="an unreported quarter adds nothing"),
        pytest.param(RATE, ("100", "50", "100", "100"), "87.50", "3.50", id="a rate earns in proportion by quarter"),
        pytest.param(ONE_TARGET, (None, "10", "10", None), "66.67", "1.33", id="a target of the year takes the sum"),
        pytest.param(ONE_TARGET, ("50", None, None, None), "100.00", "2.00", id="never more than the weight"),
        pytest.param(TWO_DAYS, ("2018-07-31", "2018-11-01", None, None), "50.00", "1.00", id="each date has its part"),
        pytest.param(TWO_DAYS, ("2018-07-01", "2018-10-31", None, None), "100.00", "2.00", id="both dates were kept"),
    ],
)
def test_an_integrity_row_earns_in_proportion(
    indicator: Indicator, quarters: tuple[str | None, ...], raw: str, marks: str
) -> None:
    claimed = line(indicator, *quarters, under=INTEGRITY).claimed
    assert claimed is not None
    assert (claimed.raw, claimed.marks) == (raw, marks)


def test_a_year_without_marks_shows_the_share_and_no_marks() -> None:
    claimed = line(MEETINGS, "1", "1", None, None, under=framework("integrity-2017-18")).claimed
    assert claimed is not None
    assert (claimed.actual, claimed.raw, claimed.marks) == ("2", "50.00", None)
