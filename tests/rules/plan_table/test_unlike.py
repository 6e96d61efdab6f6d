"""Figures unlike their neighbours are warned of: weights, days off their steps, a rate of nothing, a level less round than the rest."""

from __future__ import annotations

from typing import Any

import pytest

from angikar.rules.plan import Activity, Area, Indicator, Plan
from angikar.rules.plan_table.unlike.laws import likeness_laws


def plan(*rows: dict[str, Any]) -> Plan:
    """A plan of one area with a row for each set of values."""
    made = (
        Indicator.model_validate({"code": f"1.{n}.1", "title": f"কাজ {n}", "lines": (n,), **row})
        for n, row in enumerate(rows, 1)
    )
    activities = tuple(Activity(code=f"1.{n}", title=f"কার্যক্রম {n}", indicators=(row,)) for n, row in enumerate(made, 1))
    return Plan(fiscal_year="2022-23", areas=(Area(code="1", title="ক্ষেত্র", activities=activities),))


def said(*rows: dict[str, Any]) -> list[tuple[str, str]]:
    return [(doubt.sentence.code, doubt.path.split(".", 5)[-1]) for doubt in likeness_laws(plan(*rows))]


def weighing(*weights: str) -> list[dict[str, Any]]:
    return [{"weight": weight} for weight in weights]


def dated(*days: str) -> dict[str, Any]:
    return {"unit": "date", "criteria": days, "target": days[:1]}


@pytest.mark.parametrize(
    ("weights", "found"),
    [
        (("10", "8", "5"), []),
        (("10", "3", "2"), []),
        (("90", "90", "5"), []),
        (("90", "5"), []),
        (("90", "8", "5"), [("weight-unlike/far", "0.weight")]),
        (("10", "0", "5"), [("weight-unlike/zero", "0.weight")]),
        (("90", "8"), []),
    ],
)
def test_a_weight_of_nothing_or_far_above_all_others_is_doubted(
    weights: tuple[str, ...], found: list[tuple[str, str]]
) -> None:
    assert said(*weighing(*weights)) == found


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (("2023-03-06", "2023-03-13", "2023-03-20", "2023-03-27"), []),
        (("2023-03-06", "2023-03-13", "2023-03-23", "2023-03-27"), ["day-unlike/near-step"]),
        (("2023-03-02", "2023-03-13", "2023-03-20", "2023-03-27"), ["day-unlike/near-step"]),
        (("2022-01-10", "2022-01-20", "2022-01-31", "2022-02-10"), []),
        (("2023-03-06", "2023-03-13", "2023-03-29", "2023-04-27"), []),
    ],
)
def test_a_day_off_the_nearly_equal_steps_of_the_others_is_doubted(days: tuple[str, ...], found: list[str]) -> None:
    assert [code for code, _ in said(dated(*days))] == found


def test_a_day_that_alone_neither_ends_nor_halves_its_month_is_doubted() -> None:
    usual = [dated("2022-09-30"), dated("2022-12-31"), dated("2023-03-15")]
    assert said(*usual, dated("2023-04-13")) == [("day-unlike/plan", "0.criteria.0")]
    assert said(*usual, dated("2023-04-10")) == []
    assert said(*usual, dated("2023-04-13"), dated("2023-05-22")) == []


def test_a_rate_of_nothing_beside_quarters_near_their_target_is_doubted() -> None:
    row = {"unit": "percent", "target": ("80",), "quarter_targets": ("80",) * 4}
    assert said({**row, "quarter_actuals": ("0", "75", None, None)}) == [
        ("quarter-unlike/nothing", "0.quarter_actuals.0")
    ]
    assert said({**row, "quarter_actuals": ("0", "10", None, None)}) == [
        ("quarter-unlike/actual", "0.quarter_actuals.1")
    ]


@pytest.mark.parametrize(
    ("levels", "found"),
    [
        (("357", "340", "330", "325", "320"), ["level-unlike/round"]),
        (("350", "340", "330", "325", "320"), []),
        (("89", "70", "60"), ["level-unlike/round"]),
        (("92", "88", "80", "75", "70"), []),
    ],
)
def test_a_level_less_round_than_all_others_is_doubted(levels: tuple[str, ...], found: list[str]) -> None:
    assert [code for code, _ in said({"unit": "number", "criteria": levels, "target": levels[:1]})] == found


def test_what_was_achieved_to_a_fraction_is_not_doubted_for_it() -> None:
    years = {"baselines": {"2020-21": "610.5", "2021-22": "640"}, "projections": {"2023-24": "780", "2024-25": "840"}}
    row = {"unit": "money", "criteria": ("720", "700", "680", "660", "640"), "target": ("720",), **years}
    assert said(row) == []
    whole = {**row, "baselines": {"2020-21": "611", "2021-22": "640"}}
    assert [code for code, _ in said(whole)] == ["year-unlike/round"]


@pytest.mark.parametrize(
    ("actuals", "found"),
    [
        (("1", "1", None, None), []),
        (("1", "0", None, None), ["quarter-unlike/met"]),
        (("1", "2", None, None), ["quarter-unlike/met"]),
        (("0", "2", None, None), []),
        (("0", None, None, None), []),
        (("1", "3", None, None), ["quarter-unlike/actual"]),
    ],
)
def test_a_small_count_of_nothing_or_double_beside_quarters_that_met_their_target_is_doubted(
    actuals: tuple[str | None, ...], found: list[str]
) -> None:
    row = {"unit": "number", "target": ("4",), "quarter_targets": ("1", "1", "1", "1"), "quarter_actuals": actuals}
    assert [code for code, _ in said(row)] == found


@pytest.mark.parametrize(
    ("target", "beside", "found"),
    [
        ("95", {}, []),
        ("98", {}, []),
        ("93", {}, [("level-unlike/share", "0.target.0")]),
        ("93", {"unit": "number"}, []),
        ("93", {"criteria": ("93", "92", "91")}, []),
        ("93", {"quarter_targets": ("93", "93", "93", "93")}, [("level-unlike/share", "0.target.0")]),
        ("93", {"baselines": {"2021-22": "91"}}, []),
        ("93", {"baselines": {"2021-22": "90"}}, [("level-unlike/share", "0.target.0")]),
    ],
)
def test_a_rate_alone_is_a_multiple_of_five(target: str, beside: dict[str, Any], found: list[tuple[str, str]]) -> None:
    assert said({"unit": "percent", "target": (target,), **beside}) == found


@pytest.mark.parametrize(
    ("levels", "found"),
    [
        (("150", "148", "146", "145", "144"), []),
        (("152", "148", "146", "145", "144"), []),
        (("153", "148", "146", "145", "144"), [("level-unlike/far", "0.criteria.0")]),
        (("100", "80", "75"), []),
    ],
)
def test_a_target_far_above_levels_that_are_close_together_is_doubted(
    levels: tuple[str, ...], found: list[tuple[str, str]]
) -> None:
    assert said({"unit": "number", "target": levels[:1], "criteria": levels}) == found


@pytest.mark.parametrize(
    ("target", "before", "found"),
    [
        ("210", ("180", "195"), []),
        ("270", ("180", "195"), [("year-unlike/way", "0.target.0")]),
        ("210", ("196", "195"), []),
        ("210", ("180", "300"), [("year-unlike/way", "0.baselines.2021-22")]),
        ("210", ("195", "180"), []),
    ],
)
def test_a_year_against_the_way_of_all_others_is_doubted_without_levels_too(
    target: str, before: tuple[str, str], found: list[tuple[str, str]]
) -> None:
    years = {"baselines": dict(zip(("2020-21", "2021-22"), before, strict=True))}
    after = {"projections": {"2023-24": "220", "2024-25": "230"}}
    assert said({"unit": "number", "target": (target,), **years, **after}) == found


def test_a_day_under_a_fiscal_year_is_one_of_that_year() -> None:
    row = {"unit": "date", "target": ("2023-03-31",), "criteria": ("2023-03-31",)}
    assert said({**row, "baselines": {"2021-22": "2022-02-28"}}) == []
    assert said({**row, "baselines": {"2021-22": "2022-07-01"}}) == [("year-unlike/day", "0.baselines.2021-22")]
    assert said({**row, "projections": {"2023-24": "2023-06-30"}}) == [("year-unlike/day", "0.projections.2023-24")]
