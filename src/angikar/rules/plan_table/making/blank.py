"""The rows of a plan before a word of it is written: what its form fixes, and empty rows for what the office sets itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from angikar.rules.frameworks.framework import Column, FormRow, Framework, FrameworkArea
from angikar.rules.plan import Activity, Area, Indicator
from angikar.rules.plan_table.cells import read_unit
from angikar.rules.schedule.fiscal import canonical_year

_EARNED = "প্রাপ্ত নম্বর"


def blank_areas(form: Framework, fiscal_year: str) -> tuple[Area, ...]:
    """The areas of a plan of that form and year: those of the form with their fixed rows and marks, an empty row in every area that the
    office fills itself, and an area of its own where the form leaves all to it.
    """
    empty = blank_indicator(form, fiscal_year)
    areas = tuple(_area(each, form, empty) for each in form.areas)
    own = () if any(each.part == "own" for each in areas) else (_filled(Area(code="1", title=""), empty),)
    return (*own, *areas)


def blank_indicator(form: Framework, fiscal_year: str) -> Indicator:
    """A row with nothing in it but a place for each level and for each year of which the form has a column."""
    columns = form.columns_of(fiscal_year)
    return Indicator(
        code="1.1.1",
        title="",
        criteria=(None,) * len(form.levels),
        baselines=_years(columns, "baseline"),
        projections=_years(columns, "projection"),
    )


def _years(columns: Sequence[Column], slot: str) -> dict[str, str | None]:
    years = (canonical_year(each.heading) for each in columns if each.slot.partition(".")[0] == slot)
    return dict.fromkeys(filter(None, years))


def _area(area: FrameworkArea, form: Framework, empty: Indicator) -> Area:
    made = Area(part=area.part, code=area.code, title=area.title, weight=area.weight)
    if area.part == "governance" and form.links:
        return made.model_copy(update={"activities": tuple(_linked(area, form, empty))})
    rows = [each for each in form.rows if area.part == "own" and each.code.split(".")[0] == area.code]
    if not rows:
        return _filled(made, empty)
    activities = groupby(rows, key=lambda each: (each.code.rpartition(".")[0], each.activity))
    return made.model_copy(update={"activities": tuple(_fixed(*key, list(each), empty) for key, each in activities)})


def _fixed(code: str, title: str, rows: Sequence[FormRow], empty: Indicator) -> Activity:
    return Activity(code=code, title=title, indicators=tuple(_row(each, empty) for each in rows))


def _row(row: FormRow, empty: Indicator) -> Indicator:
    unit = read_unit(row.unit)
    fixed = {"code": row.code, "title": row.title, "unit_text": row.unit, "weight": row.weight}
    return empty.model_copy(update={**fixed, "unit": unit.value if unit else "other"})


def _linked(area: FrameworkArea, form: Framework, empty: Indicator) -> Iterator[Activity]:
    """A row for each plan inside the plan: what it earns there is counted here."""
    counting = "cumulative" if any(column.slot == "counting" for column in form.columns) else None
    for number, link in enumerate(form.links, start=1):
        code = f"{area.code}.{number}"
        row = {"code": f"{code}.1", "title": link.title, "unit": "marks", "unit_text": _EARNED, "counting": counting}
        earned = empty.model_copy(update={**row, "weight": link.marks, "criteria": ()})
        yield Activity(code=code, title=link.title, indicators=(earned,))


def _filled(area: Area, empty: Indicator) -> Area:
    """An area with one activity and one row to write in."""
    row = empty.model_copy(update={"code": f"{area.code}.1.1"})
    return area.model_copy(update={"activities": (Activity(code=f"{area.code}.1", title="", indicators=(row,)),)})
