"""The samples of the demo read without fault, the broken plan is doubted line by line, and all move to other days."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from angikar.cli.demo.moving import moved, so_that
from angikar.cli.demo.papers import SAMPLES
from angikar.cli.demo.start import PHRASE, STORY, start_here
from angikar.formats import read
from angikar.rules.kinds import understand
from angikar.rules.plan import Plan
from angikar.rules.reading import Reading

KIND_OF = {
    "agreement-demo": "agreement",
    "integrity-plan-demo": "integrity_plan",
    "circular-demo": "circular",
    "minutes-demo": "minutes",
    "plain-letter-demo": "plain_letter",
}
PLANTED = {
    ("bangla-date-old-rule", 6, "1429-08-17"),
    ("area-weight-sum", 31, "7"),
    ("date-outside-quarter", 34, "-, 2018-12-31, -, -"),
    ("target-missing", 38, None),
    ("cell-unreadable", 38, None),
    ("quarter-sum", 42, "9, 9, 9, 9"),
    ("code-sequence", 43, "8"),
    ("code-duplicate", 44, None),
}
"""Code, line and suggestion of what is wrong with the broken plan; of the paper as a whole there is more to say."""


def sample(name: str) -> Reading[Any]:
    path = SAMPLES / f"{name}.txt"
    return understand(read(path.read_bytes(), path.name))


def test_every_sample_is_known_here() -> None:
    assert {path.stem for path in Path(SAMPLES).iterdir()} == {*KIND_OF, "broken-plan"}


@pytest.mark.parametrize(("name", "kind"), KIND_OF.items())
def test_a_sample_is_read_as_its_kind_without_error_or_warning(name: str, kind: str) -> None:
    reading = sample(name)
    assert reading.kind == kind
    assert [doubt for doubt in reading.doubts if doubt.severity != "info"] == []


def test_the_sample_agreement_shows_every_way_of_counting() -> None:
    content: Plan = sample("agreement-demo").content
    rows = [row for _, area, _, row in content.indicators() if area.part == "own"]
    assert {row.counting for row in rows} == {"sum", "average", "cumulative", "date"}
    assert {"number", "percent", "date"} <= {row.unit for row in rows}
    assert Counter(len(row.criteria) for row in rows) == {5: 12, 2: 1}
    weights = {
        part: sum(int(area.weight or 0) for area in content.areas if area.part == part)
        for part in ("own", "governance")
    }
    assert weights == {"own": 70, "governance": 30}


def test_exactly_the_planted_faults_of_the_broken_plan_are_found() -> None:
    found = {(doubt.code, doubt.place.line, doubt.suggestion) for doubt in sample("broken-plan").doubts}
    assert found >= PLANTED
    assert {code for code, _, _ in found - PLANTED} == {"letter-outside-year", "plan-weight-total"}


def test_a_sample_is_moved_in_figures_words_and_both_calendars() -> None:
    text = "২২-৩\tনং ৯৭.০১.০০০০.০২১.১৬.০০৫.২২-৩৩১, ০৫ অগ্রহায়ণ ১৪২৯, ২০ নভেম্বর ২০২২, ১৫/১২/২০২২, মার্চ ২০২৩, ২০২২-২৩"
    assert moved(text, so_that(date(2022, 11, 20), date(2026, 11, 10))) == (
        "২২-৩\tনং ৯৭.০১.০০০০.০২১.১৬.০০৫.২৬-৩৩১, ২৫ কার্তিক ১৪৩৩, ১০ নভেম্বর ২০২৬, ০৫/১২/২০২৬, মার্চ ২০২৭, ২০২৬-২৭"
    )


def test_three_sign_ins_begin_the_demo_and_the_others_are_named_in_one_line() -> None:
    signins = [(name, PHRASE, f"{name}, পদ") for name in (*STORY, "dg", "chief")]
    said = list(start_here(signins))
    assert [line.split()[0] for line in said[1:-1:3]] == [*STORY]
    assert said[-1].endswith(": dg, chief")
    assert [line.split()[0] for line in start_here(signins, everybody=True)][-2:] == ["dg", "chief"]
    assert list(start_here([])) == []
