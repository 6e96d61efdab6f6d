"""What follows of a word or figure typed into a row: the kind of unit of its name, the target of its best level, counting of a date."""

from __future__ import annotations

from typing import TypeVar

from angikar.rules.plan import Activity, Area, Indicator, Plan
from angikar.rules.plan_table.cells import read_unit
from angikar.rules.plan_table.recode import follow_codes

PlanT = TypeVar("PlanT", bound=Plan)


def follow_rows(before: PlanT, after: PlanT) -> PlanT:
    """What follows of a change in the rows of a plan: codes below a changed code, and what `follow_cells` says."""
    return follow_cells(before, follow_codes(before, after))


def follow_cells(before: PlanT, after: PlanT) -> PlanT:
    """A changed plan of the same rows in which the kind of a unit follows its name, and the target the best level, unless a person
    changed these as well.
    """
    if len(before.areas) != len(after.areas):
        return after
    areas = tuple(_area(old, new) for old, new in zip(before.areas, after.areas, strict=True))
    return after if areas == after.areas else after.model_copy(update={"areas": areas})


def _area(old: Area, new: Area) -> Area:
    if old == new or len(old.activities) != len(new.activities):
        return new
    activities = tuple(_activity(was, now) for was, now in zip(old.activities, new.activities, strict=True))
    return new.model_copy(update={"activities": activities})


def _activity(old: Activity, new: Activity) -> Activity:
    if old == new or len(old.indicators) != len(new.indicators):
        return new
    rows = tuple(_row(was, now) for was, now in zip(old.indicators, new.indicators, strict=True))
    return new.model_copy(update={"indicators": rows})


def _row(old: Indicator, new: Indicator) -> Indicator:
    found: dict[str, object] = {}
    if old.unit_text != new.unit_text and old.unit == new.unit and new.unit_text:
        unit = read_unit(new.unit_text)
        found["unit"] = unit.value if unit else "other"
        if unit and unit.value == "date" and new.counting is None and old.counting is None:
            found["counting"] = "date"
    best, was = new.criteria[:1], old.criteria[:1]
    if best != was and old.target == new.target and old.target in ((), tuple(filter(None, was))):
        found["target"] = tuple(filter(None, best))
    return new.model_copy(update=found) if found else new
