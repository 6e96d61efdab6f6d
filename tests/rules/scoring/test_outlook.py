"""What lies ahead of a plan: its pace against the time gone, the smallest further figures, and the fewest rows to its goal."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from angikar.rules.frameworks import framework
from angikar.rules.plan import Activity, Area, Indicator, Plan
from angikar.rules.scoring.outlook import Outlook, RowOutlook, outlook
from angikar.rules.scoring.reports import ReportRow
from angikar.rules.scoring.scorecard import scorecard

NOVEMBER = date(2022, 11, 20)
LADDER = ("100", "90", "80", "70", "60")


def row(weight: str = "4", counting: str = "sum", criteria: tuple[str, ...] = LADDER, **more: Any) -> Indicator:
    given = {
        "code": "1.1.1",
        "title": "ক",
        "unit": "number",
        "counting": counting,
        "weight": weight,
        "criteria": criteria,
    }
    return Indicator.model_validate(given | more)


def ahead(
    *rows: Indicator,
    shown: dict[tuple[str, int], str],
    on: date = NOVEMBER,
    name: str = "agreement-2022-23",
    part: str = "own",
    area: str = "1",
) -> Outlook:
    """The outlook of rows of which so much was reported, by code and quarter."""
    frame = framework(name)
    whole = Area.model_validate(
        {"part": part, "code": area, "title": "ক", "activities": (Activity(code="1.1", title="ক", indicators=rows),)}
    )
    plan = Plan(fiscal_year=frame.fiscal_years[0], areas=(whole,))
    reports = [ReportRow(whole.part, code, quarter, value) for (code, quarter), value in shown.items()]
    return outlook(plan, frame, scorecard(plan, frame, reports, on))


def only(indicator: Indicator, *quarters: str | None, **more: Any) -> RowOutlook:
    shown = {(indicator.code, q): value for q, value in enumerate(quarters, 1) if value is not None}
    (found,) = ahead(indicator, shown=shown, **more).rows.values()
    return found


@pytest.mark.parametrize(
    ("indicator", "quarters", "ways"),
    [
        pytest.param(row(), ("85",), [("5 more (90 in all)", "3.60", "0.20"), ("15 more (100 in all)", "4.00", "0.60")], id="a sum needs what is missing"),
        pytest.param(row(counting="cumulative"), ("85",), [("Reach 90", "3.60", "0.20"), ("Reach 100", "4.00", "0.60")], id="a running figure must reach the criterion"),
        pytest.param(row(counting="average"), ("85", "90"), [("92.5 in each of the 2 quarters left", "3.60", "0.10"), ("112.5 in each of the 2 quarters left", "4.00", "0.50")], id="a mean needs the rest of its quarters"),
        pytest.param(row(counting="average", unit="percent"), ("85", "90"), [("92.5 in each of the 2 quarters left", "3.60", "0.10")], id="no per cent is above a hundred"),
        pytest.param(row(counting="average", criteria=("10", "12", "15")), ("13", "12"), [("11.5 in each of the 2 quarters left", "3.60", "0.07"), ("7.5 in each of the 2 quarters left", "4.00", "0.47")], id="a mean of days must fall"),
        pytest.param(row(counting="date", unit="date", criteria=("2022-10-31", "2022-12-31", "2023-01-31")), (), [("Done by 31 January 2023", "3.20", "3.20"), ("Done by 31 December 2022", "3.60", "3.60")], id="a day that has gone by is no way"),
    ],
)  # fmt: skip
def test_the_smallest_further_figure_is_shown_with_what_it_brings(
    indicator: Indicator, quarters: tuple[str, ...], ways: list[tuple[str, str, str]]
) -> None:
    assert [(way.words[1], way.marks, way.gain) for way in only(indicator, *quarters).ways] == ways


@pytest.mark.parametrize(
    ("indicator", "quarters", "why"),
    [
        pytest.param(row(), ("85", "0", "0", "0"), "All four quarters have been reported.", id="all quarters told"),
        pytest.param(row(), ("100",), "It has full marks.", id="full marks"),
        pytest.param(row(criteria=("10", "12")), ("11",), "Less is better, and a sum never falls.", id="a sum of days"),
        pytest.param(row(counting="date", unit="date", criteria=("2022-10-31",)), (), "Every last day has gone by.", id="too late"),
    ],
)  # fmt: skip
def test_where_nothing_can_be_won_it_is_said_why(indicator: Indicator, quarters: tuple[str, ...], why: str) -> None:
    found = only(indicator, *quarters)
    assert (found.ways, found.stuck and found.stuck[1]) == ((), why)


def test_a_figure_of_another_sort_has_neither_pace_nor_ways_and_says_why() -> None:
    found = only(row(), "2022-09-01")
    assert found.stuck is not None
    assert found.stuck == found.pace.words
    assert found.stuck[1].startswith("What was reported is not of the same sort as the target")
    assert (found.ways, found.pace.verdict) == ((), "none")


def test_a_plan_published_late_still_earns_what_lateness_leaves() -> None:
    late = row("2", "date", (), code="2.1.1", unit="date", target=("2021-07-31",))
    (way,) = only(late, on=date(2021, 8, 10), name="integrity-2021-22", area="2").ways
    assert (way.words[1], way.marks) == ("Meet what is left: 10 August 2021", "1.75")


def test_targets_of_quarters_that_are_left_are_what_can_still_be_won() -> None:
    meetings = row(counting=None, criteria=(), quarter_targets=("1", "1", "1", "1"), target=("4",))
    (way,) = only(meetings, "0", name="integrity-2018-19").ways
    assert (way.words[1], way.gain) == ("Meet what is left: Q2 1, Q3 1, Q4 1", "3.00")


def test_a_plan_inside_the_plan_can_win_its_full_marks() -> None:
    linked = row(weight="3", counting="cumulative", criteria=(), title="তথ্য অধিকার কর্মপরিকল্পনা")
    (way,) = only(linked, None, None, None, "20", part="governance").ways
    assert (way.words[1], way.marks, way.gain) == ("All 25 marks of the linked plan", "3.00", "0.60")


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.integers(0, 60), min_size=0, max_size=3),
    st.sampled_from(("sum", "average", "cumulative")),
    st.integers(1, 12),
)
def test_a_way_lifts_to_its_level_and_the_least_less_does_not(shown: list[int], counting: str, weight: int) -> None:
    indicator = row(str(weight), counting)
    frame = framework("agreement-2022-23")
    for way in only(indicator, *map(str, shown)).ways:
        assert way.raw in {"100.00", "90.00", "80.00", "70.00", "60.00"} or (
            counting == "average" and Fraction(way.raw) > 60
        )
    sum_so_far = sum(shown)
    if counting == "sum" and shown and sum_so_far < 100:
        first = only(indicator, *map(str, shown)).ways[0]
        needed = int(first.words[1].split()[0])
        area = Area(code="1", title="ক", activities=(Activity(code="1.1", title="ক", indicators=(indicator,)),))
        rows = [ReportRow("own", "1.1.1", q, str(value)) for q, value in enumerate([*shown, needed - 1], 1)]
        short = scorecard(Plan(fiscal_year="2022-23", areas=(area,)), frame, rows, NOVEMBER).lines[0].claimed
        assert short is not None
        assert Fraction(short.raw) < Fraction(first.raw)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 30), st.integers(0, 110)), min_size=1, max_size=6))
def test_no_fewer_rows_would_bring_the_plan_to_its_goal(rows: list[tuple[int, int]]) -> None:
    indicators = [row(str(weight), code=f"1.1.{n}") for n, (weight, _) in enumerate(rows, 1)]
    found = ahead(*indicators, shown={(f"1.1.{n}", 1): str(value) for n, (_, value) in enumerate(rows, 1)})
    reach = found.reach
    assert reach is not None
    assert Fraction(reach.goal) == Fraction(sum(weight for weight, _ in rows) * 90, 100)
    best = [Fraction(each.ways[-1].gain) for each in found.rows.values() if each.ways]
    now, goal = Fraction(reach.now), Fraction(reach.goal)
    assert Fraction(reach.most) == now + sum(best)
    assert reach.is_possible == (now + sum(best) >= goal)
    if reach.is_there or not reach.is_possible:
        assert reach.rows == ()
        return
    assert Fraction(reach.then) == now + sum(Fraction(way.gain) for _, way in reach.rows)
    assert Fraction(reach.then) >= goal
    assert not any(now + sum(some) >= goal for some in combinations(best, len(reach.rows) - 1))


def test_a_plan_without_marks_has_no_goal() -> None:
    plain = row(counting=None, criteria=(), target=("4",), weight="4")
    assert ahead(plain, shown={}, name="integrity-2017-18").reach is None


@pytest.mark.parametrize(
    ("indicator", "quarters", "verdict", "words"),
    [
        pytest.param(row(), ("30",), "ahead", "By 30 September 2022, 30.00 % of the target where 25.21 % was to be expected: ahead.", id="a sum against the days gone"),
        pytest.param(row(), ("20",), "behind", "By 30 September 2022, 20.00 % of the target where 25.21 % was to be expected: behind.", id="a sum behind the days gone"),
        pytest.param(row(quarter_targets=("20", "30", "30", "20")), ("20",), "level", "By 30 September 2022, 20.00 % of the target where 20.00 % was to be expected: keeping level.", id="a sum against what its quarters promised"),
        pytest.param(row(counting="cumulative", criteria=("30", "28"), baselines={"2021-22": "20"}), ("23",), "ahead", "By 30 September 2022, 30.00 % of the target where 25.21 % was to be expected: ahead.", id="a running figure begins where last year ended"),
        pytest.param(row(counting="average"), ("80",), "behind", "The mean is at 80.00 % of the target; a mean has no share of the time.", id="a mean has no share of the time"),
        pytest.param(row(), (), "open", "Nothing has been reported; 39.18 % of the time is gone.", id="nothing reported is not nought"),
        pytest.param(row(criteria=("10", "12")), ("3",), "none", "Less is better; that cannot be measured against the time gone.", id="less is better"),
        pytest.param(row(counting="date", unit="date", criteria=("2022-11-30", "2022-12-31")), (), "open", "10 days are left until 30 November 2022.", id="days are left"),
        pytest.param(row(counting="date", unit="date", criteria=("2022-11-15", "2022-11-30")), (), "behind", "15 November 2022 has gone by; 10 days are left until the last day, 30 November 2022.", id="the best day has gone"),
        pytest.param(row(counting="date", unit="date", criteria=("2022-11-01", "2022-11-15")), (), "past", "The last day, 15 November 2022, went by 5 days ago.", id="the last day has gone"),
        pytest.param(row(counting="date", unit="date", criteria=("2022-11-01", "2022-11-15")), ("2022-09-08",), "done", "Done on 8 September 2022.", id="done is done"),
    ],
)  # fmt: skip
def test_pace_is_shown_by_how_a_row_is_counted(
    indicator: Indicator, quarters: tuple[str, ...], verdict: str, words: str
) -> None:
    found = only(indicator, *quarters).pace
    assert (found.verdict, found.words[1]) == (verdict, words)


@pytest.mark.parametrize(
    ("on", "verdict"), [(date(2023, 6, 30), "open"), (date(2023, 9, 30), "open"), (date(2023, 10, 1), "past")]
)
def test_a_year_that_is_over_leaves_no_time_to_a_row_without_report(on: date, verdict: str) -> None:
    found = only(row(), on=on).pace
    assert found.verdict == verdict
    assert ("The year is over" in found.words[1]) == (verdict == "past")
