"""Reading the indicator table: rows become areas, activities, indicators; every repair on the way becomes a Doubt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from angikar.rules.bangla.digits import to_bangla
from angikar.rules.document import Table
from angikar.rules.frameworks.framework import Column
from angikar.rules.plan import Activity, Area, Indicator, Part
from angikar.rules.plan_table.cells import figures, read_method, read_unit, split_code, types_of
from angikar.rules.plan_table.form import Placed, placed_rows
from angikar.rules.plan_table.order import one_way
from angikar.rules.reading import Doubt

SURE = 0.5
"""The margin over the next best way above which a placement needs no second look."""
_UNORDERED = 3.0
"""What an alignment pays whose criteria neither fall nor rise: more than three levels left empty."""


def read_areas(tables: Sequence[Table], columns: Sequence[Column]) -> tuple[tuple[Area, ...], tuple[Doubt, ...]]:
    """The areas of the indicator tables, in printed order, with the doubts of reading.

    `columns` are a framework's columns for the year of the plan. The part is what the banner above the rows says; an
    area whose pages were split is one area. A code is read from its own cell; where none is printed the indicator's
    code is the activity's and a running number.
    """
    draft = _Draft()
    for placed in placed_rows(tables, columns, law=criteria_law):
        if placed.banner:
            draft.part = part_named(placed.banner) or draft.part
        else:
            draft.take(placed, columns)
    return draft.areas(), tuple(draft.doubts)


def part_named(banner: str) -> Part | None:
    """The part a banner names, `None` where it names none."""
    if "সুশাসন" in banner or "সংস্কারমূলক" in banner:
        return "governance"
    return "own" if "স্বাক্ষরকারী" in banner or "দপ্তর" in banner or "অফিসের" in banner else None


def criteria_law(texts: Mapping[str, str]) -> float:
    """What a placement costs whose criteria do not go one way, or are not what the unit says."""
    found = [value[0] for slot, text in texts.items() if slot.startswith("criteria.") and (value := figures(text))]
    kinds = {"date" in types_of(text) for slot, text in texts.items() if slot.startswith("criteria.")}
    dated = read_unit(texts.get("unit", ""))
    misfit = bool(dated and kinds and kinds != {dated.value == "date"})
    return (0.0 if one_way(found) else _UNORDERED) + (_UNORDERED / 2 if misfit else 0.0)


@dataclass(slots=True)
class _Draft:
    """The plan as far as its rows have been read."""

    part: Part = "own"
    rows: list[tuple[Area, list[tuple[Activity, list[Indicator]]]]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def take(self, placed: Placed, columns: Sequence[Column]) -> None:
        """One more row: it may open an area and an activity, and holds an indicator."""
        if area := placed.text("area"):
            self._open_area(area, placed)
        if not self.rows:
            self.rows.append((Area(part=self.part, code="", title=""), []))
        if activity := placed.text("activity"):
            self._open_activity(activity)
        if placed.text("indicator") or placed.text("weight"):
            self._add_indicator(placed, columns)

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

    def _open_area(self, text: str, placed: Placed) -> None:
        code, title = split_code(text)
        if part_named(title) == "governance" and any((area.part, area.code) == ("own", code) for area, _ in self.rows):
            self.part = "governance"  # the banner was lost, but codes start again only in the governance part
        if self.rows and (self.rows[-1][0].part, self.rows[-1][0].code) == (self.part, code):
            return
        weight = figures(placed.text("area_weight"))
        line = placed.row.place.line
        self.rows.append((
            Area(
                part=self.part, code=code or str(len(self.rows) + 1), title=title,
                weight=weight[0] if weight else None, lines=(line,) if line else (),
            ),
            [],
        ))  # fmt: skip

    def _open_activity(self, text: str) -> None:
        area, activities = self.rows[-1]
        code, title = split_code(text)
        if not activities or code is None or activities[-1][0].code != code:
            activities.append((Activity(code=code or f"{area.code}.{len(activities) + 1}", title=title), []))

    def _add_indicator(self, placed: Placed, columns: Sequence[Column]) -> None:
        area, activities = self.rows[-1]
        if not activities:
            activities.append((Activity(code=f"{area.code}.1", title=""), []))
        activity, indicators = activities[-1]
        path = f"areas.{len(self.rows) - 1}.activities.{len(activities) - 1}.indicators.{len(indicators)}"
        indicators.append(read_indicator(placed, f"{activity.code}.{len(indicators) + 1}"))
        self.doubts += row_doubts(placed, columns, path)


def read_indicator(placed: Placed, otherwise: str) -> Indicator:
    """The indicator of a placed row; its code is `otherwise` where none is printed."""
    code, title = split_code(placed.text("indicator"))
    unit, method = read_unit(placed.text("unit")), read_method(placed.text("counting"))
    criteria = [_figure(placed, slot) for slot in placed.group("criteria")]
    while criteria and criteria[-1] is None:
        criteria.pop()
    line = placed.row.place.line
    return Indicator(
        code=code or otherwise,
        title=title,
        unit=unit.value if unit else ("other" if placed.text("unit") else None),
        unit_text=placed.text("unit") or None,
        counting=method.value if method else None,
        weight=_figure(placed, "weight"),
        target=tuple(filter(None, criteria[:1])),
        criteria=tuple(criteria),
        baselines=by_year(placed, "baseline"),
        projections=by_year(placed, "projection"),
        lines=(line,) if line else (),
    )


def by_year(placed: Placed, group: str) -> dict[str, str | None]:
    """The figures of a group of columns by the fiscal year printed over each."""
    return {placed.head.years[slot]: _figure(placed, slot) for slot in placed.group(group) if slot in placed.head.years}


def _figure(placed: Placed, slot: str) -> str | None:
    found = figures(placed.text(slot))
    return found[0] if found else None


def row_doubts(placed: Placed, columns: Sequence[Column], path: str) -> Iterator[Doubt]:
    """What a person should look at in a placed row: shifted, melted, lost, unreadable cells, words spelt otherwise."""
    names = {column.slot: column.heading for column in columns}
    if placed.found.moved:
        yield _shifted(placed, names, path)
    for cell, slots in placed.found.merged:
        first, second = (placed.text(slot) for slot in slots)
        yield Doubt(
            "cells-merged", "info", f"একটি ঘরে দুটি ঘর মিশে গেছে: “{first}” ও “{second}” আলাদা করা হয়েছে।",
            f"Two cells have melted into one; “{first}” and “{second}” were parted.", path, placed.row.at(cell),
        )  # fmt: skip
    for cell in placed.found.lost:
        text = placed.row.texts[cell]
        yield Doubt(
            "cell-lost", "error", f"“{text}” কোন কলামের তা বোঝা যায়নি।",
            f"No column was found for “{text}”.", path, placed.row.at(cell),
        )  # fmt: skip
    yield from _unreadable(placed, names, path)
    yield from _spelling(placed, path)


def _shifted(placed: Placed, names: Mapping[str, str], path: str) -> Doubt:
    """One doubt for the whole row, saying which cell was taken for what."""
    moved = placed.found.moved
    said = "; ".join(
        f"{names[move.slot]} ← {to_bangla(str(move.cell + 1))} নং ঘর “{placed.text(move.slot)}”" for move in moved
    )
    said_en = "; ".join(f"{move.slot} from cell {move.cell + 1} “{placed.text(move.slot)}”" for move in moved)
    return Doubt(
        "cell-shifted", "info" if placed.found.margin >= SURE else "warning",
        f"সারির ঘর শিরোনামের নিচ থেকে সরে গেছে; মান ও ধরন দেখে বসানো হয়েছে: {said}।",
        f"Cells stand beside their headings and were placed by what they are: {said_en}.",
        path, placed.row.at(moved[0].cell),
    )  # fmt: skip


def _unreadable(placed: Placed, names: Mapping[str, str], path: str) -> Iterator[Doubt]:
    """A figure nobody can read, and a cell that cannot be what its column holds."""
    for slot in placed.form:
        text = placed.text(slot)
        figure = slot.partition(".")[0] in {"area_weight", "weight", "baseline", "criteria", "target", "projection"}
        if text and (slot in placed.found.forced or (figure and figures(text) is None)):
            yield Doubt(
                "cell-unreadable", "error", f"“{names[slot]}” কলামের “{text}” পড়া যায়নি।",
                f"“{text}” could not be read as {slot}.", path, placed.place(slot),
            )  # fmt: skip


def _spelling(placed: Placed, path: str) -> Iterator[Doubt]:
    for slot, word in (("counting", read_method(placed.text("counting"))), ("unit", read_unit(placed.text("unit")))):
        if word and not word.as_spelt:
            text = placed.text(slot)
            yield Doubt(
                "spelling", "info", f"“{text}” বানানটি “{word.official}” ধরা হয়েছে।",
                f"“{text}” was taken for “{word.official}”.", f"{path}.{slot}", placed.place(slot), word.official,
            )  # fmt: skip
