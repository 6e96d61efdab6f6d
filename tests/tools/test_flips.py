"""A changed digit is seen: on plans as offices write them the laws of figures reach the goals, and cry about few right rows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from angikar.rules.kinds.agreement import AGREEMENT, Agreement
from angikar.rules.kinds.integrity_plan import INTEGRITY_PLAN, IntegrityPlan
from angikar.rules.plan import Activity, Area, Counting, Indicator, Unit
from angikar.rules.plan_table.unlike.other_plans import unlike_last_year
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
LAST_YEAR = (
    ("1020 1100", "1150 1130 1120 1100 1080", "8"),
    ("71 75", "80 75 70 65 60", "7"),
    ("9 12", "18 17 16 15 14", "7"),
    ("", "2021-12-31 2022-01-31 2022-02-28 2022-03-31 2022-04-30", "7"),
    ("290 310", "360 350 340 320 300", "7"),
    ("4 4", "4 3 2 1", "7"),
    ("", "2022-02-28 2022-03-15 2022-03-31 2022-04-15 2022-04-30", "7"),
    ("230000 250000", "300000 290000 280000 270000 260000", "7"),
    ("82 85", "90 88 86 84 82", "6"),
    ("92 97", "104 102 100 98 96", "7"),
    ("22 20", "18 19 20 21 22", "7"),
    ("55 61", "66 62 58 54 50", "7"),
    ("60 63", "70 68 66 64 62", "7"),
    ("40 45", "52 51 50 48 46", "7"),
    ("", "2021-10-15 2021-10-31 2021-11-30 2021-12-31 2022-01-31", "7"),
    ("7 8", "8 7 6 5 4", "7"),
)
"""The same rows as the office had planned them the year before: what was achieved in two years, five criteria, the mark."""
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
    found = measured(readings, 1)
    shares = {group: round(found[group].share, 1) for group in GOALS}
    assert {group: share for group, share in shares.items() if share < GOALS[group] - NEAR} == {}, shares
    assert min(found[group].made for group in GOALS) >= len(LEVELS)


def test_few_rows_that_are_right_are_doubted(
    readings: list[tuple[str, Reading[Agreement] | Reading[IntegrityPlan]]],
) -> None:
    said, rows = cries(readings)
    assert rows == len(LEVELS) + len(QUARTERS)
    assert len(said) <= CRIES, said


def test_more_is_seen_and_few_right_rows_are_doubted_where_last_years_plan_is_known(
    readings: list[tuple[str, Reading[Agreement] | Reading[IntegrityPlan]]],
) -> None:
    plan = readings[0][1].content
    rows = [row for _, _, _, row in plan.indicators()]
    then = [
        row.model_copy(
            update={
                "weight": weight,
                "criteria": tuple(levels.split()),
                "target": (levels.split()[0],),
                "baselines": dict(zip(("2019-20", "2020-21"), before.split(), strict=False)),
                "projections": {},
            }
        )
        for row, (before, levels, weight) in zip(rows, LAST_YEAR, strict=True)
    ]
    said = list(unlike_last_year(plan, plan.model_copy(update={"areas": _areas(then)})))
    assert len(said) * ROWS <= CRIES * len(rows), [doubt.message_en for doubt in said]
    few = Reading(AGREEMENT.name, None, plan.model_copy(update={"areas": plan.areas[:3]}))
    alone, known = measured([("agreement", few)], 1), measured([("agreement", few)], 1, is_known=True)
    assert all(known[group].share >= alone[group].share for group in alone)
    assert known["baselines"].share > alone["baselines"].share


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
