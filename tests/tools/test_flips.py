"""A changed digit is seen: on plans as offices write them the laws of figures reach the goals, and cry about few right rows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from angikar.rules.kinds.agreement import AGREEMENT, Agreement
from angikar.rules.kinds.integrity_plan import INTEGRITY_PLAN, IntegrityPlan
from angikar.rules.plan import Activity, Area, Counting, Indicator, Unit
from angikar.rules.reading import Reading
from tools.bench.flips import CRIES, GOALS, OWN, ROWS, Flip, cries, flips, measured, plans

NEAR = 7
"""Per cent: rows written down before the laws were may fall short by so much; the bench shows the goals on whole plans."""
YEARS = (("2020-21", "2021-22"), ("2023-24", "2024-25"))
LEVELS: tuple[tuple[Unit, Counting, str, str, str], ...] = (
    ("number", "sum", "1100 1150", "1250 1240 1220 1200 1180", "1400 1500"),
    ("percent", "average", "75 80", "90 85 80 75 70", "95 97"),
    ("number", "cumulative", "12 18", "24 23 22 21 20", "30 36"),
    ("date", "date", "", "2022-12-31 2023-01-31 2023-02-28 2023-03-31 2023-04-30", ""),
    ("number", "sum", "310 355", "400 380 360 340 320", "450 500"),
    ("number", "sum", "4 4", "4 3 2 1", "4 4"),
    ("date", "date", "", "2023-03-31 2023-04-15 2023-04-30 2023-05-15 2023-05-31", ""),
    ("money", "sum", "250000 300000", "350000 340000 330000 320000 310000", "400000 450000"),
    ("percent", "cumulative", "85 88", "95 94 93 92 91", "96 97"),
    ("number", "sum", "98 104", "110 108 106 104 102", "120 130"),
    ("days", "average", "20 18", "15 16 17 18 19", "14 12"),
    ("number", "sum", "60 65", "75 70 65 60 55", "80 85"),
    ("percent", "average", "62.5 70", "80 75 72 70 65", "85 90"),
    ("number", "cumulative", "45 52", "60 59 58 57 55", "66 72"),
    ("date", "date", "", "2022-09-30 2022-10-31 2022-11-30 2022-12-31 2023-01-31", ""),
    ("number", "sum", "8 8", "10 9 8 7 6", "12 12"),
)
"""Rows of an agreement: unit, counting, what was achieved in two years, five criteria, what is projected for two."""
QUARTERS: tuple[tuple[Unit, Counting, str, str, str], ...] = (
    ("number", "sum", "4", "1 1 1 1", "1 1 1 1"),
    ("percent", "average", "100", "100 100 100 100", "100 100 100 100"),
    ("percent", "average", "80", "80 80 80 80", "80 85 - -"),
    ("number", "sum", "120", "30 30 30 30", "30 - - -"),
    ("date", "date", "2022-12-31", "- 2022-12-31 - -", "- - - -"),
    ("number", "sum", "60", "20 - 20 20", "- - - -"),
    ("date", "date", "2022-09-30 2022-12-31", "2022-09-30 2022-12-31 - -", "- - - -"),
    ("percent", "average", "90", "90 90 90 90", "90 90 90 90"),
    ("percent", "average", "100", "100 100 100 100", "100 100 100 100"),
    ("number", "sum", "2", "- 1 - 1", "- - - -"),
    ("days", "average", "15", "15 15 15 15", "15 15 15 15"),
    ("number", "sum", "250", "50 50 75 75", "- - - -"),
    ("percent", "average", "70", "70 70 70 70", "70 70 70 70"),
    ("date", "date", "2023-06-30", "- - - 2023-06-30", "- - - -"),
    ("number", "sum", "12", "3 3 3 3", "3 3 3 3"),
)
"""Rows of an integrity plan: unit, counting, target, its quarters and what was achieved in them."""


def _areas(rows: Sequence[Indicator]) -> tuple[Area, ...]:
    """Areas of two activities with a row each; the marks of their rows make up their own."""
    found = []
    for number, start in enumerate(range(0, len(rows), 2), 1):
        held = [
            row.model_copy(update={"code": f"{number}.{n}.1", "title": f"কাজ {start + n}"})
            for n, row in enumerate(rows[start : start + 2], 1)
        ]
        activities = tuple(
            Activity(code=f"{number}.{n}", title=f"কার্যক্রম {start + n}", indicators=(row,))
            for n, row in enumerate(held, 1)
        )
        found.append(Area(code=str(number), title=f"ক্ষেত্র {number}", weight=str(7 * len(held)), activities=activities))
    return tuple(found)


def _none(text: str) -> tuple[str | None, ...]:
    return tuple(None if each == "-" else each for each in text.split())


@pytest.fixture(scope="module")
def readings() -> list[tuple[str, Reading[Agreement] | Reading[IntegrityPlan]]]:
    """An agreement and an integrity plan as offices write them, thirty rows in all, without a fault."""
    levelled = [
        Indicator(
            code="",
            title="",
            unit=unit,
            counting=counting,
            weight="7",
            target=(levels.split()[0],),
            criteria=tuple(levels.split()),
            baselines=dict(zip(YEARS[0], before.split(), strict=False)),
            projections=dict(zip(YEARS[1], after.split(), strict=False)),
        )
        for unit, counting, before, levels, after in LEVELS
    ]
    quartered = [
        Indicator.model_validate(
            {
                "code": "",
                "title": "",
                "unit": unit,
                "counting": counting,
                "weight": "7",
                "target": target.split(),
                "quarter_targets": _none(quarters),
                "quarter_actuals": _none(actuals),
                "responsible": ["ফোকাল পয়েন্ট"],
            }
        )
        for unit, counting, target, quarters, actuals in QUARTERS
    ]
    agreement = Agreement(fiscal_year="2022-23", areas=_areas(levelled))
    plan = IntegrityPlan(fiscal_year="2022-23", areas=_areas(quartered))
    return [
        ("agreement", Reading(AGREEMENT.name, None, agreement)),
        ("integrity plan", Reading(INTEGRITY_PLAN.name, None, plan)),
    ]


def test_changed_digits_are_doubted_as_often_as_they_should_be(
    readings: list[tuple[str, Reading[Agreement] | Reading[IntegrityPlan]]],
) -> None:
    found = measured(readings, 2)
    shares = {group: round(found[group].share, 1) for group in GOALS}
    assert {group: share for group, share in shares.items() if share < GOALS[group] - NEAR} == {}, shares
    assert min(found[group].made for group in GOALS) >= len(LEVELS)


def test_few_rows_that_are_right_are_doubted(
    readings: list[tuple[str, Reading[Agreement] | Reading[IntegrityPlan]]],
) -> None:
    said, rows = cries(readings)
    assert rows == len(LEVELS) + len(QUARTERS)
    assert len(said) <= CRIES, said


def test_few_rows_of_the_invented_plans_are_doubted() -> None:
    found = [each for folder in OWN for each in plans(folder)]
    said, rows = cries(found)
    assert rows > ROWS
    assert len(said) * ROWS <= CRIES * rows, said
    assert max(len(cries([each])[0]) for each in found) <= CRIES


def test_a_flip_changes_one_digit_of_a_printed_figure(
    readings: list[tuple[str, Reading[Agreement] | Reading[IntegrityPlan]]],
) -> None:
    made = list(flips(readings[0][1].content, 1))
    assert made == list(flips(readings[0][1].content, 1))
    first = next(flip for flip in made if flip.group == "targets")
    assert first.paths == ("areas.0.activities.0.indicators.0.target.0", "areas.0.activities.0.indicators.0.criteria.0")
    assert Flip("dates", ("x",), "2022-12-31", None).after is None
