"""One row of a plan, read from the content as it is stored: making a value of the whole plan costs more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from angikar.papers.models import Paper
from angikar.rules.frameworks import for_paper, framework
from angikar.rules.frameworks.framework import Framework
from angikar.rules.kinds import kind_named
from angikar.rules.plan import Area, Indicator, IndicatorId, Plan


@dataclass(frozen=True, slots=True)
class PlanRow:
    """An indicator of a plan, its area without its activities, and the rows of the annex on evidence that name it."""

    area: Area
    indicator: Indicator
    annexes: tuple[dict[str, Any], ...] = ()


def row_of_plan(paper: Paper, line: IndicatorId) -> PlanRow | None:
    """The row of a paper that is known by this; `None` where the paper is no plan or has no such row."""
    if not issubclass(kind_named(paper.kind).content, Plan):
        return None
    content = paper.content
    for area, row in stored_rows(content):
        if IndicatorId.of(part_of(area), row["code"]) == line:
            named = (each for each in content.get("evidence", ()) if each.get("code") == line.code)
            bare = Area.model_validate({**area, "activities": ()})
            return PlanRow(bare, Indicator.model_validate(row), tuple(named) if line.part == "own" else ())
    return None


def stored_rows(content: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Every area with each of its indicators, in printed order."""
    for area in content.get("areas", ()):
        for activity in area.get("activities", ()):
            for each in activity.get("indicators", ()):
                yield area, each


def part_of(area: dict[str, Any]) -> str:
    """The part of the plan an area belongs to."""
    return str(area.get("part", "own"))


def law_of_stored(paper: Paper) -> Framework | None:
    """The framework a plan is under: the one it names, else that of its kind and year."""
    if paper.framework:
        return framework(paper.framework)
    return for_paper(paper.kind, paper.fiscal_year, str(paper.content.get("subject") or ""))
