"""A plan beside last year's and beside those of sister offices: a slip is doubted with the other figure, what offices decide is not."""

from __future__ import annotations

from typing import Any

import pytest

from angikar.rules.plan import Activity, Area, Indicator, Plan
from angikar.rules.plan_table.unlike.other_plans import unlike_last_year, unlike_sisters
from angikar.rules.reading import Doubt

ROWS: tuple[dict[str, Any], ...] = (
    {"weight": "10", "criteria": ("300", "280", "260"), "baselines": {"2020-21": "210", "2021-22": "250"}},
    {"weight": "8", "criteria": ("2022-10-31", "2022-11-30"), "unit": "date"},
    {"weight": "6", "criteria": ("4", "3"), "baselines": {"2020-21": "2"}},
)
LAST: tuple[dict[str, Any], ...] = (
    {
        "weight": "10",
        "criteria": ("260", "240", "220"),
        "baselines": {"2020-21": "205"},
        "projections": {"2022-23": "290"},
    },
    {"weight": "8", "criteria": ("2021-10-31", "2021-11-30"), "unit": "date"},
    {"weight": "6", "criteria": ("2", "1"), "baselines": {"2020-21": "2"}},
)


def plan(rows: tuple[dict[str, Any], ...], year: str = "2022-23", mark: str = "24") -> Plan:
    """A plan of two areas, the first with a row for each set of values."""
    made = (
        Indicator.model_validate({"code": f"1.{n}.1", "title": f"সম্পন্ন কাজ {n}", "lines": (n,), **row})
        for n, row in enumerate(rows, 1)
    )
    held = tuple(Activity(code=f"1.{n}", title=f"কাজ {n}", indicators=(row,)) for n, row in enumerate(made, 1))
    areas = (Area(code="1", title="সেবা", weight=mark, activities=held), Area(code="2", title="শৃঙ্খলা", weight="5"))
    return Plan(fiscal_year=year, areas=areas)


def codes(doubts: Any) -> list[tuple[str, str]]:
    return [(doubt.sentence.code, doubt.path) for doubt in doubts]


def row(number: int, **values: Any) -> tuple[dict[str, Any], ...]:
    """The rows with other values in one of them."""
    return tuple({**each, **values} if n == number else each for n, each in enumerate(ROWS))


def first(number: int) -> str:
    return f"areas.0.activities.{number}.indicators.0"


def test_what_grows_as_offices_plan_it_is_not_doubted() -> None:
    assert codes(unlike_last_year(plan(ROWS), plan(LAST, "2021-22"))) == []


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (row(0, weight="16"), ("last-year-unlike/mark", f"{first(0)}.weight")),
        (row(0, criteria=("900", "280", "260")), ("last-year-unlike/target", f"{first(0)}.criteria.0")),
        (row(0, baselines={"2020-21": "810"}), ("last-year-unlike/achieved", f"{first(0)}.baselines.2020-21")),
        (row(1, criteria=("2022-10-11", "2022-11-30")), ("last-year-unlike/day", f"{first(1)}.criteria.0")),
        (row(1, criteria=("2022-10-31", "2022-12-30")), ("last-year-unlike/day", f"{first(1)}.criteria.1")),
    ],
)
def test_a_slip_is_doubted_with_last_years_figure(now: tuple[dict[str, Any], ...], found: tuple[str, str]) -> None:
    doubts = list(unlike_last_year(plan(now), plan(LAST, "2021-22")))
    assert (codes(doubts), doubts[0].severity) == ([found], "warning")
    assert doubts[0].facts["other"] in {"10", "290", "205", "2022-10-31", "2022-11-30"}


@pytest.mark.parametrize(
    "now",
    [
        tuple({**each, "weight": mark} for each, mark in zip(ROWS, ("9", "9", "6"), strict=True)),
        (*row(0, weight="7"), {"weight": "3", "title": "নতুন কাজ"}),
        row(1, criteria=("2022-11-15", "2022-12-15")),
        row(1, criteria=("2022-10-30", "2022-11-30")),
        row(2, criteria=("5", "4")),
        row(0, baselines={"2020-21": "208"}),
    ],
)
def test_what_an_office_decides_for_itself_is_not_doubted(now: tuple[dict[str, Any], ...]) -> None:
    assert codes(unlike_last_year(plan(now), plan(LAST, "2021-22"))) == []


def test_an_area_whose_mark_alone_has_changed_is_doubted() -> None:
    assert codes(unlike_last_year(plan(ROWS, mark="34"), plan(LAST, "2021-22"))) == [
        ("last-year-unlike/area", "areas.0.weight")
    ]


def beside(*sisters: Plan) -> list[Doubt]:
    return list(unlike_sisters(plan(ROWS), sisters))


def test_what_sister_offices_have_in_common_is_expected_here_too() -> None:
    other = plan(tuple({**each, "weight": "9"} for each in ROWS[:1]))
    assert codes(beside(other, other)) == [("sister-unlike/mark", f"{first(0)}.weight")]
    assert [doubt.facts["count"] for doubt in beside(other, other, other)] == [3]
    day = plan(row(1, criteria=("2022-10-21", "2022-11-30")))
    assert codes(beside(day, day)) == [("sister-unlike/day", f"{first(1)}.criteria.0")]


def test_one_sister_office_and_sisters_that_differ_show_nothing() -> None:
    nine, seven = (plan(tuple({**each, "weight": mark} for each in ROWS[:1])) for mark in ("9", "7"))
    assert beside(nine) == beside(nine, seven) == beside(plan(ROWS), plan(ROWS)) == []
