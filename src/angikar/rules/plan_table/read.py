"""Reading the indicator table: rows become areas, activities, indicators; every repair on the way becomes a Doubt."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from angikar.rules.document import Table
from angikar.rules.frameworks.framework import Column
from angikar.rules.plan import Activity, Area, Indicator, Part, Quarters
from angikar.rules.plan_table import sentences
from angikar.rules.plan_table.cells import figures, read_method, read_unit, split_code, types_of
from angikar.rules.plan_table.form import PlacedRow, placed_rows
from angikar.rules.plan_table.order import one_way
from angikar.rules.plan_table.row_doubts import row_doubts
from angikar.rules.plan_table.row_values import by_year, figure_at, mark_at
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Facts

_TOTAL = re.compile(r"(?:উপ|সর্ব)?\s*মোট(?![\u0980-\u09ff])")
_UNORDERED = 3.0
"""Points of `align` for a placement whose criteria neither fall nor rise: more than those of three empty levels.

`সমষ্টি | সংখ্যা | ৮ | | | ১২ | ১৫ | ১৪ | ১৩ | ১২ | ১১`: last year's 12 and the five criteria are one column right, and
every cell fits the type of the column it is under. At 1 point the 12 would stay the first criterion.
"""
_WRONG_UNIT = 1.5
"""Points of `align` for a placement whose criteria are days where the unit is a count, or the reverse.

Half of `_UNORDERED`: of two placements with ordered criteria the one that fits the unit is chosen, but figures that are
all of the wrong kind stay under their headings, and the law of units reports them.
"""


def read_areas(tables: Sequence[Table], columns: Sequence[Column]) -> tuple[tuple[Area, ...], tuple[Doubt, ...]]:
    """The areas of the indicator tables, in printed order, with the doubts of reading.

    `columns` are a framework's columns for the year of the plan. The banner above the rows names the part; an area
    whose pages were split is one area. A code is read from its own cell; where none is printed the indicator's code is
    the activity's and a running number.
    """
    builder = _AreaBuilder()
    for placed in placed_rows(tables, columns, law=criteria_law):
        if placed.banner:
            builder.part = part_named(placed.banner) or builder.part
        elif is_total(placed.row.texts):
            builder.close(placed)
        else:
            builder.take(placed, columns)
    return builder.areas(), tuple(builder.doubts)


def part_named(banner: str) -> Part | None:
    """The part a banner names, `None` where it names none; before 2021-22 what governance is now was the mandatory objectives.

    >>> part_named("মাঠ পর্যায়ের আবশ্যিক কৌশলগত উদ্দেশ্যসমূহ"), part_named("কার্যালয়ের কৌশলগত উদ্দেশ্যসমূহ")
    ('governance', 'own')
    """
    if any(word in banner for word in ("সুশাসন", "সংস্কারমূলক", "আবশ্যিক")):
        return "governance"
    return "own" if any(word in banner for word in ("স্বাক্ষরকারী", "দপ্তর", "অফিসের", "কৌশলগত উদ্দেশ্য")) else None


def is_total(texts: Sequence[str]) -> bool:
    """Whether a row only adds up the rows above it: `উপমোট= (৫টি সূচক)` and a figure."""
    filled = [text for text in texts if text.strip()]
    return 1 < len(filled) <= 3 and bool(_TOTAL.match(filled[0])) and figures(filled[-1]) not in {None, ()}


def criteria_law(texts: Mapping[str, str]) -> float:
    """The cost of a placement whose criteria do not go one way, or are days where the unit is a count."""
    found = [value[0] for slot, text in texts.items() if slot.startswith("criteria.") and (value := figures(text))]
    kinds = {"date" in types_of(text) for slot, text in texts.items() if slot.startswith("criteria.")}
    dated = read_unit(texts.get("unit", ""))
    misfit = bool(dated and kinds and kinds != {dated.value == "date"})
    return (0.0 if one_way(found) else _UNORDERED) + (_WRONG_UNIT if misfit else 0.0)


@dataclass(slots=True)
class _AreaBuilder:
    """The plan as far as its rows have been read."""

    part: Part = "own"
    rows: list[tuple[Area, list[tuple[Activity, list[Indicator]]]]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def take(self, placed: PlacedRow, columns: Sequence[Column]) -> None:
        """One more row: it may open an area and an activity, and has an indicator."""
        if area := placed.text("area"):
            self._open_area(area, placed)
        if not self.rows:
            self.rows.append((Area(part=self.part, code="", title=""), []))
        if activity := placed.text("activity"):
            self._open_activity(activity)
        if placed.text("indicator") or placed.text("weight"):
            self._add_indicator(placed, columns)

    def close(self, placed: PlacedRow) -> None:
        """A row of totals: it prints the sum of the marks of the area above, or of all areas."""
        printed = [figures(text) for text in placed.row.texts if text.strip()][-1]
        areas = [
            sum(Decimal(row.weight) for _, rows in activities for row in rows if row.weight)
            for _, activities in self.rows
        ]
        if printed and Decimal(printed[0]) not in {*areas[-1:], sum(areas)}:
            facts: Facts = {"printed": printed[0]}
            self.doubts.append(Doubt(sentences.TOTAL_ROW_DISAGREES, "warning", facts, "areas", placed.row.place))

    def areas(self) -> tuple[Area, ...]:
        """What was read, frozen."""
        return tuple(
            area.model_copy(
                update={
                    "activities": tuple(act.model_copy(update={"indicators": tuple(rows)}) for act, rows in activities)
                }
            )
            for area, activities in self.rows
        )

    def _open_area(self, text: str, placed: PlacedRow) -> None:
        code, title = split_code(text)
        if part_named(title) == "governance" and any((area.part, area.code) == ("own", code) for area, _ in self.rows):
            self.part = "governance"  # the banner was lost, but codes start again only in the governance part
        last = self.rows[-1][0] if self.rows else None
        if last and last.part == self.part and (last.code == code if code else last.title == title):
            return
        weight = mark_at(placed, "area_weight")
        line = placed.row.place.line
        area = Area(
            part=self.part,
            code=code or str(len(self.rows) + 1),
            title=title,
            weight=weight,
            lines=(line,) if line else (),
        )
        self.rows.append((area, []))

    def _open_activity(self, text: str) -> None:
        area, activities = self.rows[-1]
        code, title = split_code(text)
        if not activities or code is None or activities[-1][0].code != code:
            activities.append((Activity(code=code or f"{area.code}.{len(activities) + 1}", title=title), []))

    def _add_indicator(self, placed: PlacedRow, columns: Sequence[Column]) -> None:
        area, activities = self.rows[-1]
        if not activities:
            activities.append((Activity(code=f"{area.code}.1", title=""), []))
        activity, indicators = activities[-1]
        path = f"areas.{len(self.rows) - 1}.activities.{len(activities) - 1}.indicators.{len(indicators)}"
        indicators.append(read_indicator(placed, f"{activity.code}.{len(indicators) + 1}"))
        self.doubts += row_doubts(placed, columns, path)


def read_indicator(placed: PlacedRow, otherwise: str) -> Indicator:
    """The indicator of a placed row; its code is `otherwise` where none is printed."""
    code, title = split_code(placed.text("indicator"))
    unit, method = read_unit(placed.text("unit")), read_method(placed.text("counting"))
    criteria = [figure_at(placed, slot) for slot in placed.group("criteria")]
    while criteria and criteria[-1] is None:
        criteria.pop()
    line = placed.row.place.line
    return Indicator(
        code=code or otherwise,
        title=title,
        unit=unit.value if unit else ("other" if placed.text("unit") else None),
        unit_text=placed.text("unit") or None,
        counting=method.value if method else None,
        weight=mark_at(placed, "weight"),
        target=tuple(filter(None, criteria[:1])),
        criteria=tuple(criteria),
        baselines=by_year(placed, "baseline"),
        projections=by_year(placed, "projection"),
        quarter_targets=_quarters(placed),
        responsible=_several(placed.text("responsible")),
        evidence=_several(placed.text("evidence")),
        lines=(line,) if line else (),
    )


def _quarters(placed: PlacedRow) -> Quarters:
    first, second, third, fourth = (figure_at(placed, f"quarter.{number}") for number in (1, 2, 3, 4))
    return first, second, third, fourth


def _several(text: str) -> tuple[str, ...]:
    """The items of a cell, separated by semicolons."""
    return tuple(part.strip() for part in text.split(";") if part.strip())
