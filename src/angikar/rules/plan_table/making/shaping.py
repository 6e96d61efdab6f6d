"""Shaping a plan: areas, activities and indicators added, copied, moved and removed, and their codes counted again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from angikar.rules.letters.arranging import shifted
from angikar.rules.plan import Activity, Area, Indicator, IndicatorId, Part, Plan

Shape = Literal["add", "into", "copy", "up", "down", "number", "remove"]
"""`add` puts an empty one below, `into` an empty one into it, `number` counts the codes of the whole plan again."""
SHAPES: tuple[Shape, ...] = ("add", "into", "copy", "up", "down", "number", "remove")
_LISTS = ("areas", "activities", "indicators")
PlanT = TypeVar("PlanT", bound=Plan)
Row = Area | Activity | Indicator


@dataclass(frozen=True, slots=True)
class Shaped:
    """The rows of a changed plan; of each indicator that was there before its path now by its path then, and its new code where it has
    another.
    """

    areas: tuple[Area, ...]
    moved: Mapping[str, str]
    renamed: Mapping[IndicatorId, IndicatorId]


def row_at(path: str) -> tuple[int, ...]:
    """Where the row lies that a path leads to or into: numbers of the area, the activity, the indicator; empty for no row.

    >>> row_at("areas.0.activities.2.indicators.1.criteria.0"), row_at("areas.3.title"), row_at("vision")
    ((0, 2, 1), (3,), ())
    """
    names, found = path.split("."), list[int]()
    for depth, name in enumerate(_LISTS):
        pair = names[2 * depth : 2 * depth + 2]
        if len(pair) < 2 or pair[0] != name or not pair[1].isdecimal():
            break
        found.append(int(pair[1]))
    return tuple(found)


def path_of(row: Sequence[int]) -> str:
    """The path of a row.

    >>> path_of((0, 2))
    'areas.0.activities.2'
    """
    return ".".join(f"{name}.{number}" for name, number in zip(_LISTS, row, strict=False))


def shaped(plan: Plan, path: str, how: Shape) -> Shaped:
    """The rows of a plan with the row at a path changed; the path `areas` adds an area at the end. What cannot be done changes nothing.

    Codes that counted one after another before go on doing so; in a plan that numbers its rows in its own way only new rows
    get a code, the next free one.
    """
    if how == "number":
        return _compared(plan.areas, plan.areas, _recounted(plan.areas))
    row, empty = row_at(path), _empty(plan)
    if not row:
        new = _area(plan.areas[-1:], empty)
        return counted(plan, (*plan.areas, new) if (path, how) == ("areas", "add") else plan.areas)
    return counted(plan, _changed(plan.areas, row, how, empty))


def with_row_below(plan: PlanT, path: str) -> PlanT:
    """A plan with an empty row below the one at a path. It has no code yet: `counted` gives codes to all new rows at once."""
    return plan.model_copy(update={"areas": _changed(plan.areas, row_at(path), "add", _empty(plan))})


def _empty(plan: Plan) -> Indicator:
    """A row like those of the plan with nothing in it: as many levels, the same years."""
    known = next((row for _, area, _, row in plan.indicators() if area.part == "own"), Indicator(code="", title=""))
    most = max((len(row.criteria) for _, _, _, row in plan.indicators()), default=0)
    return Indicator(
        code="",
        title="",
        criteria=(None,) * most,
        baselines=dict.fromkeys(known.baselines),
        projections=dict.fromkeys(known.projections),
    )


def _area(beside: Sequence[Area], empty: Indicator) -> Area:
    """An empty area in the same part of the plan as the one beside it."""
    part: Part = beside[0].part if beside else "own"
    return Area(part=part, code="", title="", activities=(Activity(code="", title="", indicators=(empty,)),))


def _new(beside: Any, depth: int, empty: Indicator) -> Row:
    """An empty row of one depth."""
    if depth == len(_LISTS) - 1:
        return empty
    return Activity(code="", title="", indicators=(empty,)) if depth == 1 else _area((beside,), empty)


def _changed(items: Sequence[Any], row: Sequence[int], how: Shape, empty: Indicator, depth: int = 0) -> tuple[Any, ...]:
    index = row[0]
    if index >= len(items):
        return tuple(items)
    item, before, after = items[index], tuple(items[:index]), tuple(items[index + 1 :])
    inner = _LISTS[depth + 1] if depth + 1 < len(_LISTS) else ""
    if len(row) > 1:
        children = _changed(getattr(item, inner), row[1:], how, empty, depth + 1)
        return (*before, item.model_copy(update={inner: children}), *after)
    if how == "into":
        more = (*getattr(item, inner), _new(item, depth + 1, empty)) if inner else ()
        return (*before, item.model_copy(update={inner: more}), *after) if inner else tuple(items)
    if how == "add":
        return (*before, item, _new(item, depth, empty), *after)
    if how == "copy":
        return (*before, item, _copied(item), *after)
    return shifted(items, index, "up" if how == "up" else "down" if how == "down" else "remove")


def _copied(item: Any) -> Any:
    """A copy that has no code yet, and was read from nowhere."""
    if isinstance(item, Indicator):
        return item.model_copy(update={"code": "", "lines": ()})
    name = _LISTS[1] if isinstance(item, Area) else _LISTS[2]
    copies = tuple(map(_copied, getattr(item, name)))
    return item.model_copy(update={"code": "", name: copies, **({"lines": ()} if isinstance(item, Area) else {})})


def counted(plan: Plan, areas: Sequence[Area]) -> Shaped:
    """A plan with other rows: codes counted again where they counted before, otherwise only for what is new."""
    made = _recounted(areas) if _recounted(plan.areas) == plan.areas else _only_new(areas)
    return _compared(plan.areas, areas, made)


def _compared(before: Sequence[Area], areas: Sequence[Area], made: tuple[Area, ...]) -> Shaped:
    """What became of each row: `areas` are the new rows before codes were given, in which what was there before is still itself."""
    old = {id(row): (path, IndicatorId(area.part, row.code)) for path, area, row in _rows(before)}
    moved, renamed = dict[str, str](), dict[IndicatorId, IndicatorId]()
    for (path, area, row), (_, _, new) in zip(_rows(areas), _rows(made), strict=True):
        if id(row) in old:
            was, name = old[id(row)]
            moved[was] = path
            if name.code != new.code:
                renamed[name] = IndicatorId(area.part, new.code)
    return Shaped(made, moved, renamed)


def _rows(areas: Sequence[Area]) -> list[tuple[str, Area, Indicator]]:
    return [(path, area, row) for path, area, _, row in Plan(areas=tuple(areas)).indicators()]


def _recounted(areas: Sequence[Area]) -> tuple[Area, ...]:
    """Areas counted from 1 in each part, activities in each area, indicators in each activity."""
    made, last = list[Area](), dict[str, int]()
    for area in areas:
        last[area.part] = last.get(area.part, 0) + 1
        code = str(last[area.part])
        activities = tuple(_activity(each, f"{code}.{number}") for number, each in enumerate(area.activities, start=1))
        made.append(area.model_copy(update={"code": code, "activities": activities}))
    return tuple(made)


def _activity(activity: Activity, code: str) -> Activity:
    rows = enumerate(activity.indicators, start=1)
    indicators = tuple(row.model_copy(update={"code": f"{code}.{number}"}) for number, row in rows)
    return activity.model_copy(update={"code": code, "indicators": indicators})


def _only_new(areas: Sequence[Area]) -> tuple[Area, ...]:
    """Codes for what has none yet: in each list the number after the highest."""
    made = list[Area]()
    for part in dict.fromkeys(area.part for area in areas):
        own = [area for area in areas if area.part == part]
        made += _coded(own, "", "activities")
    return tuple(sorted(made, key=lambda each: _place(each, areas, made)))


def _place(area: Area, areas: Sequence[Area], made: Sequence[Area]) -> int:
    """The place an area had before the parts were taken one after another."""
    same = [index for index, each in enumerate(areas) if each.part == area.part]
    return same[[each for each in made if each.part == area.part].index(area)]


def _coded(items: Sequence[Any], above: str, inner: str) -> list[Any]:
    found, last = list[Any](), max((_last(item.code) for item in items), default=0)
    for item in items:
        code = item.code
        if not code:
            last += 1
            code = f"{above}.{last}".lstrip(".")
        update: dict[str, Any] = {"code": code}
        if inner:
            further = "indicators" if inner == "activities" else ""
            update[inner] = tuple(_coded(getattr(item, inner), code, further))
        found.append(item.model_copy(update=update))
    return found


def _last(code: str) -> int:
    number = code.rpartition(".")[2]
    return int(number) if number.isdecimal() else 0
