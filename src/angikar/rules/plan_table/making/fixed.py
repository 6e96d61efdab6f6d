"""Rows of a plan that an office above has fixed: what of them is, and a draft held against rows that were changed there later."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from angikar.rules.difference import Difference, said
from angikar.rules.plan import Activity, Area, Indicator, Plan
from angikar.rules.plan_table.making.shaping import Shaped, counted

_FIXED = ("title", "unit", "unit_text", "counting", "weight", "target", "criteria")
"""What of a row is fixed; figures of past and coming years, quarters, posts and proofs are the office's own."""
FixedRow = dict[str, Any]
RowT = TypeVar("RowT", Area, Activity)
_Homes = dict[int, tuple[int, int]]
"""By the number of a fixed row the area and the activity of the draft in which it is."""


def fixed_rows(content: Mapping[str, Any]) -> list[FixedRow]:
    """The rows of a stored plan, each with its area and activity, and what of it is fixed."""
    return [
        {
            "area": [area.get("part", "own"), area["title"], area.get("weight")],
            "activity": activity["title"],
            **{name: row.get(name) for name in _FIXED},
        }
        for area in content.get("areas", ())
        for activity in area.get("activities", ())
        for row in activity.get("indicators", ())
    ]


def rows_in(areas: Sequence[Area]) -> list[FixedRow]:
    """The same of areas that are values."""
    return fixed_rows({"areas": [area.model_dump(mode="json") for area in areas]})


def matched(was: Sequence[FixedRow], now: Sequence[FixedRow]) -> dict[int, int]:
    """By the number of a row now that of the same row before: the equal one, else that of the same title in the same activity, else that
    of the same title, else one in the same activity in which nothing but the title is another.
    """
    found = dict[int, int]()
    for name in (_whole, _place_and_title, _title, _all_but_title):
        _pair(was, now, name, found)
    return found


def _pair(
    was: Sequence[FixedRow],
    now: Sequence[FixedRow],
    name: Callable[[FixedRow], object],
    found: dict[int, int],
) -> None:
    """Pair rows that a name is the same of and that have no pair yet, in their order; those named `None` stay alone."""
    free: dict[object, list[int]] = {}
    taken = set(found.values())
    for number, row in enumerate(was):
        if number not in taken:
            free.setdefault(name(row), []).append(number)
    for number, row in enumerate(now):
        if number not in found and name(row) is not None and free.get(name(row)):
            found[number] = free[name(row)].pop(0)


def _whole(row: FixedRow) -> object:
    return repr(sorted(row.items()))


def _title(row: FixedRow) -> object:
    return row["title"] or None


def _place(row: FixedRow) -> tuple[str, ...]:
    return row["area"][0], row["area"][1], row["activity"]


def _all_but_title(row: FixedRow) -> object:
    return _place(row), _whole({name: each for name, each in row.items() if name != "title"})


def _place_and_title(row: FixedRow) -> object:
    return (*_place(row), row["title"])


def with_template(own: Plan, was: Sequence[FixedRow], template: Sequence[Area]) -> Shaped:
    """A draft with the rows of a template as they are now in place of those that were fixed before: what the office wrote of each row and
    its own rows stay, rows that the template has no more go.
    """
    draft = _FixedDraft(own.areas, was, template)
    areas, fixed = draft.areas()
    made = counted(own, areas)
    codes = [row.code for _, _, _, row in Plan(areas=made.areas).indicators()]
    rows = [row for _, _, _, row in Plan(areas=areas).indicators()]
    return replace(
        made,
        areas=_with_rows(made.areas, iter([_fixed(row, fixed, code) for row, code in zip(rows, codes, strict=True)])),
    )


def _fixed(row: Indicator, fixed: Mapping[int, Indicator], code: str) -> Indicator:
    """A row with its code and what the template fixes of it."""
    of_template = fixed.get(id(row))
    update = {name: getattr(of_template, name) for name in _FIXED} if of_template is not None else {}
    return row.model_copy(update={**update, "code": code})


def _with_rows(areas: Sequence[Area], rows: Iterator[Indicator]) -> tuple[Area, ...]:
    return tuple(
        area.model_copy(
            update={
                "activities": tuple(
                    each.model_copy(update={"indicators": tuple(next(rows) for _ in each.indicators)})
                    for each in area.activities
                )
            }
        )
        for area in areas
    )


class _FixedDraft:
    """A draft whose rows are put in the order of a template."""

    def __init__(self, own: Sequence[Area], was: Sequence[FixedRow], template: Sequence[Area]) -> None:
        self._own, self._template = own, template
        self._at = [
            (i, j, row)
            for i, area in enumerate(own)
            for j, activity in enumerate(area.activities)
            for row in activity.indicators
        ]
        known, taken = rows_in(own), set[int]()
        place = dict[int, int]()
        for number, row in enumerate(was):
            at = next((at for at, each in enumerate(known) if at not in taken and each == row), None)
            if at is not None:
                place[number] = at
                taken.add(at)
        self._gone = {id(self._at[at][2]) for at in taken}
        pairs = matched(was, rows_in(template))
        self._held = {now: self._at[place[old]] for now, old in pairs.items() if old in place}

    def areas(self) -> tuple[tuple[Area, ...], dict[int, Indicator]]:
        """The areas, in which each row of the draft is still itself, and by each row of the template that one."""
        made, fixed, number = list[Area](), dict[int, Indicator](), 0
        areas_used, activities_used = dict[int, int](), set[tuple[int, int]]()
        for area in self._template:
            activities = list[Activity]()
            first = number
            for activity in area.activities:
                rows = list[Indicator]()
                for row in activity.indicators:
                    held = self._held.get(number)
                    rows.append(held[2] if held else row.model_copy(update={"code": "", "lines": ()}))
                    fixed[id(rows[-1])] = row
                    number += 1
                home = self._home(range(number - len(rows), number), activities_used)
                if home is not None:
                    activities_used.add(home)
                    kept = self._own[home[0]].activities[home[1]]
                    rows = _among(rows, kept.indicators, self._gone)
                    activities.append(kept.model_copy(update={"title": activity.title, "indicators": tuple(rows)}))
                else:
                    activities.append(activity.model_copy(update={"code": "", "indicators": tuple(rows)}))
            made.append(self._area(area, activities, range(first, number), (areas_used, len(made))))
        return self._with_own(made, areas_used, activities_used), fixed

    def _area(self, area: Area, activities: Sequence[Activity], rows: range, used: tuple[dict[int, int], int]) -> Area:
        """An area of the template, under the code that it has in the draft."""
        places, at = used
        same = (i for i, each in enumerate(self._own) if (each.part, each.title) == (area.part, area.title))
        near = [self._held[row][0] for row in rows if row in self._held]
        home = next((i for i in (*near, *same) if i not in places and self._own[i].part == area.part), None)
        code = "" if home is None else self._own[home].code
        if home is not None:
            places[home] = at
        return area.model_copy(update={"code": code, "activities": tuple(activities), "lines": ()})

    def _home(self, rows: range, used: set[tuple[int, int]]) -> tuple[int, int] | None:
        """The activity of the draft in which the first of some rows of the template is."""
        near = (self._held[row][:2] for row in rows if row in self._held)
        return next((home for home in near if home not in used), None)

    def _with_own(
        self, made: list[Area], areas_used: Mapping[int, int], activities_used: set[tuple[int, int]]
    ) -> tuple[Area, ...]:
        """The areas with the activities that are the office's own; in those that only held rows of the template nothing is left."""
        for i, area in enumerate(self._own):
            own = list[Activity]()
            for j, activity in enumerate(area.activities):
                rows = tuple(row for row in activity.indicators if id(row) not in self._gone)
                if (i, j) not in activities_used and (rows or not activity.indicators):
                    own.append(activity.model_copy(update={"indicators": rows}))
            if i in areas_used:
                place = areas_used[i]
                made[place] = made[place].model_copy(update={"activities": (*made[place].activities, *own)})
            elif own or not area.activities:
                made.append(area.model_copy(update={"activities": tuple(own)}))
        return tuple(made)


def _among(rows: Sequence[Indicator], kept: Sequence[Indicator], gone: set[int]) -> list[Indicator]:
    """Rows of a template with the own rows of the activity among them, each after the row it was after."""
    found, last = list(rows), -1
    for row in kept:
        at = next((place for place, each in enumerate(found) if each is row), None)
        if at is not None:
            last = at
        elif id(row) not in gone:
            last += 1
            found.insert(last, row)
    return found


def offered_changes(was: Sequence[FixedRow], template: Sequence[Area]) -> tuple[Difference, ...]:
    """What of the fixed rows is another in the template now, in its order, what is gone at the end."""
    now, found = rows_in(template), list[Difference]()
    pairs = matched(was, now)
    names = [
        (f"areas.{area.part}:{area.code}", f"activities.{activity.code}", f"indicators.{row.code}")
        for _, area, activity, row in Plan(areas=tuple(template)).indicators()
    ]
    for number, (name, row) in enumerate(zip(names, now, strict=True)):
        if number not in pairs:
            found.append(Difference("added", " / ".join(name), "", "", row["title"]))
            continue
        found += [
            Difference("changed", " / ".join(name[:depth]), field, said(before), said(after))
            for depth, field, before, after in _fields(was[pairs[number]], row)
            if before != after
        ]
    gone = sorted(set(range(len(was))) - set(pairs.values()))
    return (*dict.fromkeys(found), *(Difference("removed", "", "", was[number]["title"], "") for number in gone))


def _fields(was: FixedRow, now: FixedRow) -> Iterator[tuple[int, str, Any, Any]]:
    """What is fixed of a row, with how deep in the table it is: a word of the area, of the activity or of the row itself."""
    yield 1, "title", was["area"][1], now["area"][1]
    yield 1, "weight", was["area"][2], now["area"][2]
    yield 2, "title", was["activity"], now["activity"]
    yield from ((3, name, was[name], now[name]) for name in _FIXED)
