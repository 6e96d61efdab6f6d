"""The rows of open data of a plan: each quarter of each indicator, as it was scored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet

from angikar.duties.models import Evaluation
from angikar.duties.queries import scorecard
from angikar.papers.models import Paper
from angikar.rules.plan import Activity, Area, Indicator, Plan
from angikar.standings.models import PlanScore

_AT_ONCE = 200
"""Plans whose contents are in memory together."""
_LEVELS = 5

OpenRow = Mapping[str, str | int | None]


def published_rows(evaluations: QuerySet[Evaluation]) -> Iterator[OpenRow]:
    """The rows of plans as their results were fixed when they were evaluated."""
    for fixed in evaluations.defer(None).iterator(chunk_size=_AT_ONCE):
        yield from rows_of(fixed.paper, fixed.card, fixed.published_on)


def rows_on(scores: QuerySet[PlanScore], today: date) -> Iterator[OpenRow]:
    """The rows of the plans of these scores, of which those of an evaluated year are as they were fixed and others as they are today. Plans whose
    framework sets no marks down have no rows.
    """
    plans = Paper.objects.filter(pk__in=scores.order_by().values("pk")).select_related("office")
    fixed = Evaluation.objects.in_force()
    for paper in plans.order_by("office_path", "kind", "pk").iterator(chunk_size=_AT_ONCE):
        evaluation = fixed.filter(paper=paper).first()
        if evaluation is not None:
            yield from rows_of(paper, evaluation.card, evaluation.published_on)
        elif (card := scorecard(paper, today)) is not None:
            yield from rows_of(paper, card.as_json(), None)


def rows_of(paper: Paper, card: Mapping[str, Any], published_on: date | None) -> Iterator[OpenRow]:
    """The rows of one plan by its scorecard, in printed order."""
    plan = paper.value()
    if not isinstance(plan, Plan):
        return
    whole = {
        **_of_plan(paper),
        "framework": card["framework"],
        "scored_on": card["on"],
        "published_on": published_on and published_on.isoformat(),
    }
    scored = {(area["part"], row["code"]): row for area in card["areas"] for row in area["indicators"]}
    for _path, area, activity, indicator in plan.indicators():
        line = scored.get((area.part, indicator.code))
        if line is not None:
            about = whole | _of_indicator(area, activity, indicator) | _of_year(line)
            for quarter in range(4):
                yield about | _of_quarter(indicator, line, quarter)


def _of_plan(paper: Paper) -> dict[str, str | int | None]:
    office = paper.office
    return {
        "plan": paper.pk,
        "hash": paper.hash,
        "kind": paper.kind,
        "fiscal_year": paper.fiscal_year,
        "office_code": office.code,
        "office": office.name,
        "office_en": office.name_en or None,
        "office_level": office.kind,
        "geo_code": office.geo_code or None,
    }


def _of_indicator(area: Area, activity: Activity, indicator: Indicator) -> dict[str, str | int | None]:
    levels: Sequence[str | None] = (*indicator.criteria, *[None] * _LEVELS)[:_LEVELS]
    return {
        "part": area.part,
        "area_code": area.code,
        "area": area.title,
        "activity": activity.title,
        "code": indicator.code,
        "indicator": indicator.title,
        "unit": indicator.unit,
        "unit_text": indicator.unit_text,
        "counting": indicator.counting,
        "weight": indicator.weight,
        "target": "; ".join(indicator.target) or None,
        **{f"level_{number}": level for number, level in enumerate(levels, 1)},
    }


def _of_year(line: Mapping[str, Any]) -> dict[str, str | int | None]:
    return {
        "year_claimed": line["actual"],
        "year_accepted": line["accepted_actual"],
        "marks_claimed": line["marks"],
        "marks_accepted": line["accepted_marks"],
    }


def _of_quarter(indicator: Indicator, line: Mapping[str, Any], quarter: int) -> dict[str, str | int | None]:
    return {
        "quarter": quarter + 1,
        "quarter_target": indicator.quarter_targets[quarter],
        "claimed": line["quarters"][quarter],
        "accepted": line["accepted_quarters"][quarter],
        "state": line["quarter_states"][quarter],
    }
