"""Codes that follow their parent's: where an area or an activity gets another code, everything in it begins with the new one."""

from __future__ import annotations

from typing import TypeVar

from angikar.rules.plan import Activity, Area, Plan

PlanT = TypeVar("PlanT", bound=Plan)


def follow_codes(before: PlanT, after: PlanT) -> PlanT:
    """A changed plan in which the codes below a changed code follow it, unless they were changed as well.

    Only what began with the old code is renamed; a code that was wrong before stays for a person to look at.
    """
    if len(before.areas) != len(after.areas):
        return after
    areas = tuple(_area(old, new) for old, new in zip(before.areas, after.areas, strict=True))
    return after if areas == after.areas else after.model_copy(update={"areas": areas})


def _area(old: Area, new: Area) -> Area:
    if old.code != new.code and old.activities == new.activities:
        activities = tuple(_renamed(each, old.code, new.code) for each in new.activities)
    elif len(old.activities) == len(new.activities):
        pairs = zip(old.activities, new.activities, strict=True)
        activities = tuple(_activity(was, now) for was, now in pairs)
    else:
        return new
    return new.model_copy(update={"activities": activities})


def _activity(old: Activity, new: Activity) -> Activity:
    if old.code == new.code or old.indicators != new.indicators:
        return new
    return _renamed(new.model_copy(update={"code": old.code}), old.code, new.code)


def _renamed(activity: Activity, old: str, new: str) -> Activity:
    rows = [each.model_copy(update={"code": _code(each.code, old, new)}) for each in activity.indicators]
    return activity.model_copy(update={"code": _code(activity.code, old, new), "indicators": tuple(rows)})


def _code(code: str, old: str, new: str) -> str:
    return new + code.removeprefix(old) if code == old or code.startswith(f"{old}.") else code
