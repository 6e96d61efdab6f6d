"""Last year's plan carried over: its rows with titles, units, counting, weights and posts; what it reached is the actual of the year before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from angikar.rules.plan import Activity, Area, Indicator, IndicatorId, Outcome, OutcomeIndicator, Plan, Quarters
from angikar.rules.plan_table.making import sentences
from angikar.rules.plan_table.order import is_date
from angikar.rules.reading import Doubt
from angikar.rules.schedule.fiscal import FiscalYear

PlanT = TypeVar("PlanT", bound=Plan)
Results = Mapping[IndicatorId, str | None]
"""What each row of last year's plan reached, as it was accepted."""


@dataclass(frozen=True, slots=True)
class _Years:
    """The years around a plan that is begun, by their names."""

    own: str
    before: str
    results: Results
    levels: int
    baselines: tuple[str, ...]
    projections: tuple[str, ...]
    doubts: list[Doubt] = field(default_factory=list)


def carried(new: PlanT, last: Plan, results: Results) -> tuple[PlanT, tuple[Doubt, ...]]:
    """A plan before a word of it is written, with the own rows of last year's; what a person has to look at says so.

    Targets of numbers stay empty, with last year's projection as their suggestion; dates go on by a year. The rows that a form fixes in
    its part on governance are those of the new form.
    """
    empty = next((row for _, area, _, row in new.indicators() if area.part == "own"), Indicator(code="", title=""))
    year = FiscalYear.parse(new.fiscal_year or "")
    years = _Years(
        str(year), str(year.shifted(-1)), results, len(empty.criteria), tuple(empty.baselines), tuple(empty.projections)
    )
    own = [area for area in last.areas if area.part == "own"]
    fixed = [area for area in new.areas if area.part != "own"]
    areas = tuple(_area(f"areas.{index}", area, years) for index, area in enumerate(own))
    whole = {"areas": (*areas, *fixed), "outcomes": tuple(_outcomes(last, years)) or new.outcomes}
    return new.model_copy(update=whole), tuple(years.doubts)


def _area(path: str, area: Area, years: _Years) -> Area:
    activities = tuple(
        _activity(f"{path}.activities.{index}", area, each, years) for index, each in enumerate(area.activities)
    )
    return area.model_copy(update={"activities": activities, "lines": ()})


def _activity(path: str, area: Area, activity: Activity, years: _Years) -> Activity:
    rows = tuple(
        _row(f"{path}.indicators.{index}", each, years, years.results.get(IndicatorId(area.part, each.code)))
        for index, each in enumerate(activity.indicators)
    )
    return activity.model_copy(update={"indicators": rows})


def _row(path: str, row: Indicator, years: _Years, reached: str | None) -> Indicator:
    criteria = _levels(path, row, years)
    projected = row.projections.get(years.own)
    if projected and not any(criteria) and not is_date(projected):
        facts = {"code": row.code, "projected": projected}
        where = f"{path}.criteria.0" if criteria else f"{path}.target"
        years.doubts.append(Doubt(sentences.TARGET_PROJECTED, "info", facts, where, suggestion=projected))
    days = (
        tuple(_moved(path, "target", row.code, day, years) for day in row.target if is_date(day))
        if not criteria
        else ()
    )
    return row.model_copy(
        update={
            "criteria": criteria,
            "target": tuple(filter(None, criteria[:1])) or days,
            "baselines": {
                each: reached if each == years.before else row.baselines.get(each) for each in years.baselines
            },
            "projections": {each: row.projections.get(each) for each in years.projections},
            "quarter_targets": _quarters(path, row, years),
            "quarter_actuals": (None, None, None, None),
            "remarks": None,
            "lines": (),
        }
    )


def _levels(path: str, row: Indicator, years: _Years) -> tuple[str | None, ...]:
    """The levels of the form: days a year later, no other figure."""
    found = [
        _moved(path, f"criteria.{place}", row.code, each, years) if each and is_date(each) else None
        for place, each in enumerate(row.criteria[: years.levels])
    ]
    return (*found, *(None,) * (years.levels - len(found)))


def _quarters(path: str, row: Indicator, years: _Years) -> Quarters:
    first, second, third, fourth = (
        _moved(path, f"quarter_targets.{place}", row.code, each, years) if each and is_date(each) else None
        for place, each in enumerate(row.quarter_targets)
    )
    return first, second, third, fourth


def _moved(path: str, name: str, code: str, day: str, years: _Years) -> str:
    """A day a year later, which a person has to look at; the leap day becomes the day before it."""
    was = date.fromisoformat(day)
    now = was.replace(year=was.year + 1, day=28 if (was.month, was.day) == (2, 29) else was.day).isoformat()
    facts = {"code": code, "was": day, "now": now}
    years.doubts.append(Doubt(sentences.DATE_MOVED, "warning", facts, f"{path}.{name}", suggestion=now))
    return now


def _outcomes(last: Plan, years: _Years) -> Iterator[Outcome]:
    for outcome in last.outcomes:
        rows = tuple(_outcome(each, years) for each in outcome.indicators)
        yield outcome.model_copy(update={"indicators": rows})


def _outcome(row: OutcomeIndicator, years: _Years) -> OutcomeIndicator:
    """A final result of last year's: its target and what it became are for a person to write."""
    return row.model_copy(
        update={
            "baselines": {each: row.baselines.get(each) for each in years.baselines},
            "target": None,
            "projections": {each: row.projections.get(each) for each in years.projections},
            "lines": (),
        }
    )
