"""Repairs: a misread figure is proposed only from known confusions, and only where exactly one reading obeys the laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.plan import Activity, Area, Indicator, Plan, Quarters
from angikar.rules.plan_table.check import area_weights, units
from angikar.rules.plan_table.quarters import quarter_laws
from angikar.rules.plan_table.repair import CONFUSIONS, digits_meant, sole_repair
from angikar.rules.reading import Doubt


def weighed(area: str, *rows: str) -> Plan:
    its = tuple(Indicator(code=f"1.1.{n}", title="সভা", weight=each, lines=(n,)) for n, each in enumerate(rows, 1))
    activity = Activity(code="1.1", title="সভা", indicators=its)
    return Plan(areas=(Area(code="1", title="ব্যবস্থা", weight=area, activities=(activity,), lines=(9,)),))


def _only(doubts: list[Doubt]) -> tuple[str, str | None, int | None]:
    (doubt,) = doubts
    return doubt.path, doubt.suggestion, doubt.place.line


@pytest.mark.parametrize(
    ("area", "rows", "expected"),
    [
        ("17", ("2", "3", "2"), ("areas.0.weight", "7", 9)),  # the dot leader
        ("6", ("5", "3"), ("areas.0.weight", "8", 9)),
        ("10", ("2", "3", "4"), ("areas.0.weight", None, 9)),  # no reading fits
        ("10", ("1", "1", "7"), ("areas.0.weight", None, 9)),  # either of two rows may be a misread 2
        ("11", ("1", "4", "5"), ("areas.0.activities.0.indicators.0.weight", "2", 1)),
        ("9", ("5", "4"), None),
    ],
)
def test_the_marks_of_an_area(area: str, rows: tuple[str, ...], expected: tuple[str, str | None, int] | None) -> None:
    found = list(area_weights(weighed(area, *rows), None))
    assert (_only(found) if found else None) == expected


def quartered(target: str, *quarters: str | None) -> list[Doubt]:
    first, second, third, fourth = quarters
    four: Quarters = (first, second, third, fourth)
    row = Indicator(code="1.1.1", title="সভা", unit="number", target=(target,), quarter_targets=four, responsible=("ক",))
    area = Area(code="1", title="ক", activities=(Activity(code="1.1", title="ক", indicators=(row,)),))
    return [doubt for doubt in quarter_laws(Plan(fiscal_year="2018-19", areas=(area,))) if doubt.code == "quarter-sum"]


@pytest.mark.parametrize(
    ("target", "quarters", "leaf", "suggestion"),
    [
        ("36", ("1", "1", "1", "1"), "quarter_targets", "9, 9, 9, 9"),  # all four misread in the same way
        ("2", (None, "1", None, None), "quarter_targets", None),  # 2 for 1, or 1 for 2
        ("261", ("50", "50", "50", "61"), "quarter_targets", None),
        ("10", ("6", "2", None, None), "quarter_targets.0", "8"),
        ("18", ("1", None, "1", None), "quarter_targets", None),  # two cells at once are no single value
        ("14", ("5", "3", None, None), "quarter_targets", None),
        ("6", ("5", "3", None, None), "target.0", "8"),
    ],
)
def test_the_quarters_of_a_count(target: str, quarters: tuple[str, ...], leaf: str, suggestion: str | None) -> None:
    path, proposed, _ = _only(quartered(target, *quarters))
    assert (path, proposed) == (f"areas.0.activities.0.indicators.0.{leaf}", suggestion)


def test_a_proposal_gives_its_reason() -> None:
    (doubt,) = quartered("36", "1", "1", "1", "1")
    assert "“১” সম্ভবত “৯”" in doubt.message
    assert "“1” is likely “9”" in doubt.message_en
    assert "likely" not in quartered("14", "5", "3", None, None)[0].message_en


def test_a_day_is_read_as_another_day_or_not_at_all() -> None:
    days = {"a": "2018-01-31", "b": "2019-01-31"}
    assert sole_repair(days, lambda f: f["a"] == f["b"]) is None  # 2018 and 2019 are no known confusion
    found = sole_repair({"a": "2012-03-31"}, lambda f: f["a"].startswith("2022"))
    assert found is not None
    assert found.figures == {"a": "2022-03-31"}


@given(st.lists(st.integers(1, 99), min_size=1, max_size=5), st.integers(0, 4), st.sampled_from(CONFUSIONS))
def test_what_is_proposed_obeys_the_law_and_differs_in_confusable_digits(
    rows: list[int], at: int, pair: tuple[str, str]
) -> None:
    right = {str(n): str(value) for n, value in enumerate(rows)} | {"sum": str(sum(rows))}
    name = str(at % len(rows))
    printed = {**right, name: right[name].replace(*pair)}
    found = sole_repair(printed, lambda f: sum(int(f[str(n)]) for n in range(len(rows))) == int(f["sum"]))
    if found is not None and printed != right:
        mended = {**printed, **found.figures}
        assert sum(int(mended[str(n)]) for n in range(len(rows))) == int(mended["sum"])
        for path, figure in found.figures.items():
            (digits,) = [(a, b) for a, b in zip(printed[path], figure, strict=True) if a != b]
            assert digits in CONFUSIONS or digits[::-1] in CONFUSIONS


@pytest.mark.parametrize(
    ("seen", "meant"), [("চ", "8"), ("১চ", "18"), ("২ও", "23"), ("১৮", None), ("চলতি", None), ("", None)]
)
def test_a_letter_read_for_a_digit_is_proposed_as_that_digit(seen: str, meant: str | None) -> None:
    assert digits_meant(seen) == meant


DATED = Indicator(code="1.1.1", title="তালিকা প্রকাশ", unit="date", unit_text="তারিখ", target=("2019-01-31",))


@pytest.mark.parametrize(
    ("quarters", "code", "proposal"),
    [
        (("2019-01-31", None, None, None), "date-outside-quarter", "-, -, 2019-01-31, -"),
        (("2019-01-31",) * 4, "value-smeared", "-, -, 2019-01-31, -"),
        (("1", "1", "1", "1"), "unit-value-mismatch", "-, -, 2019-01-31, -"),
        # two days of one quarter have no placing that obeys the law
        (("2019-01-31", "2019-02-28", None, None), "date-outside-quarter", None),
        (("2020-01-31", None, None, None), "date-outside-quarter", None),
    ],
)
def test_days_are_proposed_for_the_quarters_they_lie_in_where_there_is_one_way(
    quarters: Quarters, code: str, proposal: str | None
) -> None:
    row = DATED.model_copy(update={"quarter_targets": quarters})
    area = Area(code="1", title="ক", activities=(Activity(code="1.1", title="খ", indicators=(row,)),))
    plan = Plan(office="ক", fiscal_year="2018-19", areas=(area,))
    found = [doubt for doubt in quarter_laws(plan) if doubt.code == code]
    assert [doubt.suggestion for doubt in found] == [proposal] * len(found)
    assert found


def test_what_is_promised_by_a_day_is_proposed_to_be_measured_by_it() -> None:
    row = DATED.model_copy(update={"unit": "money", "unit_text": "লক্ষ টাকা"})
    area = Area(code="1", title="ক", activities=(Activity(code="1.1", title="খ", indicators=(row,)),))
    (doubt,) = units(Plan(office="ক", fiscal_year="2018-19", areas=(area,)))
    assert (doubt.path, doubt.suggestion) == ("areas.0.activities.0.indicators.0.unit", "date")
