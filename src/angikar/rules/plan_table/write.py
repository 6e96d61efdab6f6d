"""Writing the indicator table: a framework's columns in printed order, areas and activities spanning their rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby, zip_longest
from typing import NamedTuple

from angikar.rules.bangla.dates import write_short
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.cached import cached
from angikar.rules.document import Align, Cell, Row, Table
from angikar.rules.frameworks.framework import Column
from angikar.rules.plan import Activity, Area, Counting, Indicator, Part
from angikar.rules.plan_table.order import is_date
from angikar.rules.schedule.fiscal import canonical_year

METHODS: dict[Counting, str] = {"sum": "সমষ্টি", "average": "গড়", "date": "তারিখ", "cumulative": "ক্রমপুঞ্জিভূত"}
BANNERS: dict[Part, str] = {
    "own": "এপিএ স্বাক্ষরকারী অফিসের কর্মসম্পাদনের ক্ষেত্র",
    "governance": "সুশাসন ও সংস্কারমূলক কর্মসম্পাদনের ক্ষেত্র",
}
_WIDTHS = {
    "area": 1.8,
    "activity": 2.2,
    "indicator": 1.9,
    "unit": 1.2,
    "counting": 1.3,
    "outcome": 2.0,
    "jointly": 2.2,
    "source": 2.2,
    "responsible": 2.0,
    "short": 1.5,
    "full": 3.0,
    "implementer": 2.0,
    "evidence": 2.0,
    "office": 2.0,
    "how": 2.0,
}
"""The slots of words and the width of their columns, where a column of figures has 1."""


_KEPT_CELLS = 1024
"""Rows whose printed cells are kept: those of a dozen large plans."""


class _Slot(NamedTuple):
    """What a column prints: the slot of a row, which of several it is, the fiscal year its heading names."""

    slot: str
    number: int
    year: str
    align: Align


class _Head(NamedTuple):
    """The area or the activity above a row, with the number of rows that its cell reaches over."""

    code: str
    title: str
    weight: str | None
    height: int


_ROW = _Head("", "", None, 1)


def figure_text(figure: str | None) -> str:
    """A canonical figure as a form prints it: Bangla digits, dates as day, month, year; empty for none.

    >>> figure_text("2023-03-31"), figure_text("99.5"), figure_text(None)
    ('৩১.০৩.২০২৩', '৯৯.৫', '')
    """
    if figure is None:
        return ""
    return write_short(date.fromisoformat(figure)) if is_date(figure) else to_bangla(figure)


def coded(code: str, title: str) -> str:
    """A title behind its code, if it has one: `[১.২] কার্যক্রম`."""
    return f"[{to_bangla(code)}] {title}".strip() if code else title


def widths(columns: Sequence[Column]) -> tuple[float, ...]:
    """The relative width of each column; figures are narrow, words are wide."""
    return tuple(_WIDTHS.get(column.slot, 1.0) for column in columns)


def header(columns: Sequence[Column]) -> tuple[Row, ...]:
    """The rows of a heading: groups above, titles, levels below; a title without a group reaches down to the last row.

    >>> [[cell.text for cell in row.cells] for row in header((Column(slot="a", heading="ক"),
    ...     Column(slot="b", heading="খ", group="গ"), Column(slot="c", heading="ঘ", group="গ")))]
    [['ক', 'গ'], ['খ', 'ঘ']]
    """
    grouped = any(column.group for column in columns)
    depth = 1 + grouped + any(column.under for column in columns)
    top = []
    for group, run in groupby(columns, key=lambda column: column.group or column.slot):
        members = list(run)
        top.append(_head(group, len(members), 1) if members[0].group else _head(members[0].heading, 1, depth))
    rows = [Row(tuple(top))]
    if grouped:
        lower = [column for column in columns if column.group]
        span = 1 if any(column.under for column in lower) else depth - 1
        rows.append(Row(tuple(_head(column.heading, 1, 1 if column.under else span) for column in lower)))
        if depth > 2:
            rows.append(Row(tuple(_head(column.under, 1, 1) for column in lower)))
    return tuple(rows)


def _head(text: str, colspan: int, rowspan: int) -> Cell:
    return Cell(text, colspan, rowspan, "center", strong=True)


def area_tables(areas: Sequence[Area], columns: Sequence[Column]) -> tuple[Table, ...]:
    """One table for each area, under the full heading and the banner of its part, as the official form has it."""
    head = header(columns)
    return tuple(
        Table((*head, _banner(area.part, len(columns)), *_area_rows(index, area, columns)), len(head), widths(columns))
        for index, area in enumerate(areas)
    )


def whole_table(areas: Sequence[Area], columns: Sequence[Column]) -> Table:
    """One table for all areas, under heading and column numbers; an area is named, and numbered only out of its turn."""
    heading = header(columns)
    numbers = Row(tuple(Cell(to_bangla(str(n)), align="center") for n in range(1, len(columns) + 1)))
    named = (
        area.model_copy(update={"code": ""}) if area.code == str(turn) and area.title else area
        for turn, area in enumerate(areas, start=1)
    )
    rows = (row for index, area in enumerate(named) for row in _area_rows(index, area, columns))
    return Table((*heading, numbers, *rows), len(heading) + 1, widths(columns))


def words_table(columns: Sequence[Column], rows: Iterable[Sequence[str]], *paths: Sequence[str]) -> Table:
    """A table of one text for each column, under its heading: outcomes and annexes; `paths` for each row in turn."""
    head = header(columns)
    body = (
        Row(
            tuple(
                Cell(text, align=align_of(each), path=path) for each, text, path in zip(columns, row, way, strict=True)
            )
        )
        for row, way in zip_longest(rows, paths, fillvalue=("",) * len(columns))
    )
    return Table((*head, *body), len(head), widths(columns))


def _banner(part: Part, width: int) -> Row:
    return Row((Cell(BANNERS[part], width, align="center", strong=True),))


def _area_rows(number: int, area: Area, columns: Sequence[Column]) -> list[Row]:
    """An area without indicators still has its row; the first cells span the rows of what belongs to them."""
    rows, slots = list[Row](), _slots(tuple(columns))
    activities = area.activities or (Activity(code="", title=""),)
    height = sum(max(1, len(activity.indicators)) for activity in activities)
    for place, activity in enumerate(activities):
        indicators = activity.indicators or (Indicator(code="", title=""),)
        for index, indicator in enumerate(indicators):
            first = None if rows else _Head(area.code, area.title, area.weight, height)
            head = None if index else _Head(activity.code, activity.title, None, len(indicators))
            way = (f"areas.{number}", f"activities.{place}", f"indicators.{index}")
            rows.append(Row(_cells(slots, way, (first, head), indicator)))
    return rows


@cached(most=_KEPT_CELLS)
def _cells(
    columns: Sequence[_Slot], way: tuple[str, str, str], heads: tuple[_Head | None, _Head | None], row: Indicator
) -> Iterator[Cell]:
    """The cells of one row; those of its area and its activity where the row is their first."""
    for column in columns:
        head = {"area": heads[0], "area_weight": heads[0], "activity": heads[1]}.get(column.slot, _ROW)
        if head is not None:
            path = _path(column, way, len(row.criteria))
            yield Cell(_text(column, head, row), rowspan=head.height, align=column.align, path=path)


def align_of(column: Column) -> Align:
    """Words are aligned left, figures centred."""
    return "left" if column.slot in _WIDTHS else "center"


@lru_cache(maxsize=64)
def _slots(columns: tuple[Column, ...]) -> tuple[_Slot, ...]:
    """What the columns of a table print of each row."""
    parted = [(column, *column.slot.partition(".")[::2]) for column in columns]
    return tuple(
        _Slot(slot, int(number) if number.isdecimal() else 0, canonical_year(column.heading) or "", align_of(column))
        for column, slot, number in parted
    )


def _path(column: _Slot, way: tuple[str, str, str], bands: int) -> str:
    """The path of the value of one column in the content; `way` leads to the area, the activity, the indicator."""
    slot, number, year = column.slot, column.number, column.year
    depth = {"area": 1, "area_weight": 1, "activity": 2}.get(slot, 3)
    names = {
        "area": "title",
        "area_weight": "weight",
        "activity": "title",
        "indicator": "title",
        "unit": "unit_text",
        "baseline": f"baselines.{year}",
        "projection": f"projections.{year}",
        "criteria": f"criteria.{number - 1}" if 0 < number <= bands else "criteria",
        "quarter": f"quarter_targets.{number - 1}" if number else "",
    }
    return ".".join((*way[:depth], names.get(slot, slot)))


def _text(column: _Slot, head: _Head, indicator: Indicator) -> str:
    """What one column prints for one indicator; the years of baselines and projections are those of the heading."""
    slot, number, year = column.slot, column.number, column.year
    match slot:
        case "area" | "activity":
            return coded(head.code, head.title)
        case "area_weight":
            return figure_text(head.weight)
        case "indicator":
            return coded(indicator.code, indicator.title)
        case "counting":
            return METHODS[indicator.counting] if indicator.counting else ""
        case "unit":
            return indicator.unit_text or ""
        case "responsible" | "evidence":
            return "; ".join(getattr(indicator, slot))
        case "weight":
            return figure_text(indicator.weight)
        case "baseline":
            return figure_text(indicator.baselines.get(year))
        case "projection":
            return figure_text(indicator.projections.get(year))
        case "quarter":
            return figure_text(indicator.quarter_targets[number - 1])
        case "criteria":
            return figure_text(dict(enumerate(indicator.criteria, start=1)).get(number))
        case _:
            return ""
