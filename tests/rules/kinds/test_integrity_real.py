"""Two real integrity plans: every row that is not lost is read, every break is a doubt, and there is no other doubt."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from angikar.formats.readers.text import read_text
from angikar.rules.kinds import understand
from angikar.rules.kinds.integrity_plan import INTEGRITY_PLAN
from angikar.rules.kinds.integrity_plan.content import IntegrityPlan
from angikar.rules.reading import Reading

EXPECTED = Path(__file__).parent / "expected"
WORDED = {
    "area-title-differs",
    "indicator-repeated",
    "memo-unknown-pattern",
    "signatory-differs",
    "spelling",
    "title-missing",
    "word-misread",
}
"""Doubts that suggest words of the paper, which stay in the paper."""
SEEDS = ("integrity-plan-ec-2018-19", "integrity-plan-cca-2017-18")


@pytest.fixture(params=SEEDS)
def paper(request: pytest.FixtureRequest, seeds: Path) -> tuple[dict[str, Any], Reading[IntegrityPlan]]:
    expected = tomllib.loads((EXPECTED / f"{request.param}.toml").read_text(encoding="utf-8"))
    text = (seeds / f"{request.param}.txt").read_text(encoding="utf-8")
    return expected, understand(read_text(text))


Paper = tuple[dict[str, Any], Reading[IntegrityPlan]]


def test_the_facts_and_areas_of_a_real_plan_are_read(paper: Paper) -> None:
    expected, reading = paper
    plan = reading.content
    assert (reading.framework, plan.fiscal_year) == (expected["framework"], expected["fiscal_year"])
    assert {name: value for name, value in plan.letter.model_dump().items() if value} == expected["letter"]
    found = [[area.code, area.weight or "", len(area.activities), area.lines[0]] for area in plan.areas]
    assert found == expected["areas"]
    assert plan.office


def test_every_row_a_real_plan_still_holds_is_in_the_content(paper: Paper) -> None:
    expected, reading = paper
    rows = [row for _, _, _, row in reading.content.indicators()]
    found = [
        [
            row.code,
            row.unit or "",
            row.counting or "",
            row.weight or "",
            list(row.target),
            [quarter or "" for quarter in row.quarter_targets],
            len(row.responsible),
            list(row.lines),
        ]
        for row in rows
    ]
    assert found == expected["indicators"]
    actuals = [[row.code, list(row.quarter_actuals)] for row in rows if any(row.quarter_actuals)]
    assert actuals == expected.get("actuals", [])
    baselines = [[row.code, *row.baselines.values()] for row in rows if row.baselines]
    assert baselines == expected.get("baselines", [])


def test_every_break_of_a_real_plan_is_doubted_and_no_other_value(paper: Paper) -> None:
    expected, reading = paper
    found: dict[str, list[list[Any]]] = defaultdict(list)
    for doubt in (each for each in reading.doubts if each.code != "text-misread"):
        suggestion = [] if doubt.code in WORDED or doubt.suggestion is None else [doubt.suggestion]
        found[doubt.code].append([doubt.place.line or 0, *suggestion])
    assert dict(found) == expected["doubts"]


def test_every_doubt_of_a_real_plan_speaks_both_languages_and_leads_into_the_content(paper: Paper) -> None:
    _, reading = paper
    content = reading.content.model_dump()
    for doubt in reading.doubts:
        assert doubt.message
        assert doubt.message_en
        assert not any("\u0980" <= letter <= "\u09ff" for letter in doubt.message_en.split("“")[0])
        where: Any = content
        for step in filter(None, doubt.path.split(".")):
            where = where[int(step)] if step.isdecimal() else where[step]


def test_a_real_plan_is_recognised(seeds: Path) -> None:
    for path in seeds.glob("*.txt"):
        score = INTEGRITY_PLAN.recognise(read_text(path.read_text(encoding="utf-8")))
        assert score == (95 if path.stem in SEEDS else 0)
