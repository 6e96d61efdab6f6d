"""The laws of every plan: a sound plan breaks none, each breach is found, named and placed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from angikar.rules.frameworks import framework
from angikar.rules.letters.values import Letter
from angikar.rules.plan import Activity, Area, Indicator, Plan
from angikar.rules.plan_table.baselines import baseline_laws, month_ends
from angikar.rules.plan_table.check import plan_laws
from angikar.rules.plan_table.ease import narrow_criteria

FRAMEWORK = framework("agreement-2022-23")


def indicator(code: str, weight: str | None, **more: Any) -> Indicator:
    values: dict[str, Any] = {
        "title": "আয়োজিত মেলা",
        "unit": "number",
        "unit_text": "সংখ্যা",
        "counting": "sum",
        "weight": weight,
        "target": ("10",),
        "criteria": ("10", "9", "8", "7", "6"),
        "lines": (40,),
    }
    return Indicator(code=code, **(values | more))


def plan(first: Indicator | None = None, **area: Any) -> Plan:
    """Seventy marks of the office's own and thirty of governance; `first` and `area` change the first row and area."""
    own: dict[str, Any] = {
        "code": "1",
        "title": "মেলা আয়োজন",
        "weight": "70",
        "lines": (40,),
        "activities": (
            Activity(code="1.1", title="মেলা", indicators=(first or indicator("1.1.1", "40"),)),
            Activity(code="1.2", title="প্রদর্শনী", indicators=(indicator("1.2.1", "30", lines=(41,)),)),
        ),
    }
    marks = Indicator(
        code="1.1.1",
        title="বাস্তবায়িত",
        unit="marks",
        unit_text="প্রাপ্ত নম্বর",
        counting="cumulative",
        weight="30",
        lines=(50,),
    )
    governance = Area(
        part="governance",
        code="1",
        title="সুশাসন",
        weight="30",
        activities=(Activity(code="1.1", title="শুদ্ধাচার", indicators=(marks,)),),
    )
    return Plan(fiscal_year="2022-23", areas=(Area(**(own | area)), governance))


def dated(*days: str, **more: Any) -> Indicator:
    return indicator(
        "1.1.1", "40", unit="date", unit_text="তারিখ", counting="date", target=days[:1], criteria=days, **more
    )


SOUND = plan()
DATES = ("2023-03-31", "2023-04-15", "2023-04-30", "2023-05-15", "2023-05-31")


def test_a_sound_plan_breaks_no_law() -> None:
    assert list(plan_laws(SOUND, FRAMEWORK)) == []
    assert list(baseline_laws(SOUND)) == []


def test_codes_start_again_in_the_governance_part() -> None:
    assert [row.code for _, _, _, row in SOUND.indicators()].count("1.1.1") == 2
    assert not [doubt for doubt in plan_laws(SOUND, FRAMEWORK) if doubt.code == "code-duplicate"]


BREACHES = [
    (plan(weight="17"), "area-weight-sum", "error", "areas.0.weight", None),
    (plan(weight="60"), "plan-weight-total", "error", "areas", None),
    (plan(weight="60"), "part-weight-total", "error", "areas", None),
    (plan(code="2"), "code-sequence", "warning", "areas.0.code", "1"),
    (plan(indicator("2.1.1", "40")), "code-parent", "error", "areas.0.activities.0.indicators.0.code", "1.1.1"),
    (plan(indicator("1.1.2", "40")), "code-sequence", "warning", "areas.0.activities.0.indicators.0.code", "1.1.1"),
    (plan(indicator("1.2.1", "40")), "code-duplicate", "error", "areas.0.activities.1.indicators.0.code", None),
    (plan(indicator("1.1.1", None)), "weight-missing", "error", "areas.0.activities.0.indicators.0.weight", None),
    (
        plan(indicator("1.1.1", "40", unit=None)),
        "unit-missing",
        "error",
        "areas.0.activities.0.indicators.0.unit",
        None,
    ),
    (
        plan(indicator("1.1.1", "40", counting=None)),
        "counting-missing",
        "error",
        "areas.0.activities.0.indicators.0.counting",
        None,
    ),
    (
        plan(indicator("1.1.1", "40", criteria=("10", "9", "9", "7", "6"))),
        "criteria-not-monotone",
        "error",
        "areas.0.activities.0.indicators.0.criteria",
        None,
    ),
    (
        plan(indicator("1.1.1", "40", criteria=("10", "9"))),
        "criteria-count",
        "info",
        "areas.0.activities.0.indicators.0.criteria",
        None,
    ),
    (
        plan(indicator("1.1.1", "40", criteria=(), target=())),
        "criteria-count",
        "error",
        "areas.0.activities.0.indicators.0.criteria",
        None,
    ),
    (
        plan(dated(*DATES, lines=(7,)).model_copy(update={"unit": "number"})),
        "unit-value-mismatch",
        "error",
        "areas.0.activities.0.indicators.0.unit",
        "date",
    ),
    (
        plan(dated("2024-03-31", *DATES[1:])),
        "date-outside-year",
        "error",
        "areas.0.activities.0.indicators.0.criteria",
        None,
    ),
]


@pytest.mark.parametrize(("broken", "code", "severity", "path", "suggestion"), BREACHES)
def test_every_breach_is_found_and_placed(
    broken: Plan, code: str, severity: str, path: str, suggestion: str | None
) -> None:
    doubt = next(doubt for doubt in plan_laws(broken, FRAMEWORK) if doubt.code == code)
    assert (doubt.severity, doubt.path, doubt.suggestion) == (severity, path, suggestion)
    assert doubt.place.line is not None or path == "areas"
    assert doubt.message.endswith("।")
    assert doubt.message_en.endswith(".")


@pytest.mark.parametrize(
    ("last", "code"),
    [("53", "target-below-baseline"), ("8", "baseline-already-scores"), ("5", None), ("10", "baseline-already-scores")],
)
def test_a_running_total_is_compared_with_last_year(last: str, code: str | None) -> None:
    row = indicator("1.1.1", "40", counting="cumulative", baselines={"2020-21": "4", "2021-22": last})
    assert [doubt.code for doubt in baseline_laws(plan(row))] == ([code] if code else [])


def test_a_yearly_sum_may_fall_below_last_year() -> None:
    row = indicator("1.1.1", "40", counting="sum", baselines={"2021-22": "53"})
    assert list(baseline_laws(plan(row))) == []


def test_a_day_short_of_the_month_end_is_pointed_out_where_others_name_the_end() -> None:
    def three(last: str) -> Plan:
        rows = [
            dated(*DATES[:4], day).model_copy(update={"code": f"1.1.{n}"})
            for n, day in enumerate((last, DATES[4], DATES[4]), 1)
        ]
        return plan(activities=(Activity(code="1.1", title="মেলা", indicators=tuple(rows)),))

    assert [doubt.suggestion for doubt in month_ends(three("2023-05-30"))] == ["2023-05-31"]
    assert list(month_ends(three("2023-05-29"))) == []


@pytest.mark.parametrize("law", [plan_laws, lambda plan, _: baseline_laws(plan)])
def test_an_empty_plan_is_no_crash(law: Callable[[Plan, None], Any]) -> None:
    assert list(law(Plan(), None)) == []


@pytest.mark.parametrize(
    ("criteria", "narrow"),
    [
        (("95", "94", "93", "92", "91"), True),
        (("10", "10.1", "10.2", "10.3", "10.4"), True),  # fewer is better, and hardly fewer is asked
        (("100", "97", "95"), False),
        (("10", "9", "8", "7", "6"), False),
        (("100", "99"), False),
        (("5", "5", "5"), False),
        (("0", "1", "2"), False),
        (DATES, False),
    ],
)
def test_criteria_no_office_can_miss_are_doubted(criteria: tuple[str, ...], narrow: bool) -> None:
    found = list(narrow_criteria(plan(indicator("1.1.1", "40", criteria=criteria))))
    assert [(doubt.code, doubt.severity) for doubt in found] == [("criteria-narrow", "info")] * narrow


@pytest.mark.parametrize(
    ("sent", "doubted"),
    [("2022-07-03", False), ("2021-07-01", False), ("2023-06-30", False), ("2021-06-30", True), ("2023-07-01", True)],
)
def test_a_plan_is_sent_in_its_year_or_the_year_before(sent: str, doubted: bool) -> None:
    found = [doubt.code for doubt in plan_laws(plan().model_copy(update={"letter": Letter(date=sent)}), FRAMEWORK)]
    assert found == ["letter-outside-year"] * doubted


def test_of_two_alike_codes_only_the_later_is_doubted() -> None:
    twice = plan(indicator("1.2.1", "40", lines=(40,)))
    found = [doubt for doubt in plan_laws(twice, FRAMEWORK) if doubt.code == "code-duplicate"]
    assert [doubt.place.line for doubt in found] == [41]
