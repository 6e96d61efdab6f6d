"""Laws of value: each figure that can hardly be is named by its doubt, and ordinary figures raise none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from angikar.rules.duty import Ask
from angikar.rules.plan import Counting, Unit
from angikar.rules.plausible import Around, implausible

QUARTER = Around(date(2022, 7, 1), date(2022, 9, 30), Decimal(40))


def _ask(unit: Unit | None, counting: Counting | None, target: str | None) -> Ask:
    return Ask(kind="figure", key="1", text="", unit=unit, counting=counting, target=target)


@pytest.mark.parametrize(
    ("unit", "counting", "target", "value", "codes"),
    [
        ("percent", "average", "90", "150", ["percent-above-hundred"]),
        ("percent", "average", "90", "100", []),
        ("date", "date", "2022-09-15", "2023-03-05", ["day-outside-period"]),
        ("date", "date", "2022-09-15", "2022-09-30", []),
        ("number", "cumulative", "100", "39", ["running-fell"]),
        ("number", "cumulative", "100", "40", []),
        ("number", "sum", "100", "301", ["far-from-target"]),
        ("number", "sum", "100", "300", []),
        ("number", "sum", "5000", "2", []),
        ("money", "average", "1200000", "12", ["far-from-target"]),
        ("marks", None, "10", "11", ["far-from-target"]),
        ("number", "sum", None, "1000000", []),
        ("number", "sum", "0", "5", []),
        ("number", "sum", "100", "0", []),
    ],
)
def test_what_can_hardly_be_is_doubtful(
    unit: Unit, counting: Counting, target: str | None, value: str, codes: list[str]
) -> None:
    found = implausible(_ask(unit, counting, target), value, QUARTER)
    assert [(doubt.code, doubt.severity, doubt.path) for doubt in found] == [
        (code, "warning", "value") for code in codes
    ]
    assert all(doubt.message != doubt.message_en for doubt in found)


def test_an_ask_that_wants_no_figure_has_no_law_of_value() -> None:
    assert implausible(Ask(kind="report", key="1", text="", unit="percent"), "150", QUARTER) == ()
    assert implausible(_ask("percent", None, None), None, QUARTER) == ()
