"""Reading the indicator table: rows become areas, activities, indicators; every repair on the way becomes a Doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from angikar.rules.bangla.dates import parse_window
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.document import Table
from angikar.rules.frameworks.framework import Column
from angikar.rules.plan import Activity, Area, Indicator, Part
from angikar.rules.plan_table.cells import figures, read_method, read_unit, split_code, types_of
from angikar.rules.plan_table.form import PlacedRow, placed_rows
from angikar.rules.plan_table.order import is_date, one_way
from angikar.rules.plan_table.repair import digits_meant
from angikar.rules.reading import Doubt, plain_doubt

SURE = 0.5
"""The margin over the next best way above which a placement needs no second look."""
_UNTIL = re.compile(r"থেকে|হতে")
_TOTAL = re.compile(r"(?:উপ|সর্ব)?\s*মোট(?![\u0980-\u09ff])")
_UNORDERED = 3.0
"""What an alignment pays whose criteria neither fall nor rise: more than three levels left empty."""


def read_areas(tables: Sequence[Table], columns: Sequence[Column]) -> tuple[tuple[Area, ...], tuple[Doubt, ...]]:
    """The areas of the indicator tables, in printed order, with the doubts of reading.

    `columns` are a framework's columns for the year of the plan. The part is what the banner above the rows says; an
    area whose pages were split is one area. A code is read from its own cell; where none is printed the indicator's
    code is the activity's and a running number.
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
    """What a placement costs whose criteria do not go one way, or are not what the unit says."""
    found = [value[0] for slot, text in texts.items() if slot.startswith("criteria.") and (value := figures(text))]
    kinds = {"date" in types_of(text) for slot, text in texts.items() if slot.startswith("criteria.")}
    dated = read_unit(texts.get("unit", ""))
    misfit = bool(dated and kinds and kinds != {dated.value == "date"})
    return (0.0 if one_way(found) else _UNORDERED) + (_UNORDERED / 2 if misfit else 0.0)


@dataclass(slots=True)
class _AreaBuilder:
    """The plan as far as its rows have been read."""

    part: Part = "own"
    rows: list[tuple[Area, list[tuple[Activity, list[Indicator]]]]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def take(self, placed: PlacedRow, columns: Sequence[Column]) -> None:
        """One more row: it may open an area and an activity, and holds an indicator."""
        if area := placed.text("area"):
            self._open_area(area, placed)
        if not self.rows:
            self.rows.append((Area(part=self.part, code="", title=""), []))
        if activity := placed.text("activity"):
            self._open_activity(activity)
        if placed.text("indicator") or placed.text("weight"):
            self._add_indicator(placed, columns)

    def close(self, placed: PlacedRow) -> None:
        """A row of totals: what it prints is what the marks of the area above, or of all areas, come to."""
        printed = [figures(text) for text in placed.row.texts if text.strip()][-1]
        areas = [
            sum(Decimal(row.weight) for _, rows in activities for row in rows if row.weight)
            for _, activities in self.rows
        ]
        if printed and Decimal(printed[0]) not in {*areas[-1:], sum(areas)}:
            self.doubts.append(plain_doubt(
                "total-disagrees", "warning", f"মোটের সারিতে {to_bangla(printed[0])}, ওপরের সারিগুলোর মানের যোগফল তা নয়।",
                f"The row of totals prints {printed[0]}, which is not what the marks above it add up to.",
                "areas", placed.row.place,
            ))  # fmt: skip

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
        weight = _mark(placed, "area_weight")
        line = placed.row.place.line
        self.rows.append((
            Area(
                part=self.part, code=code or str(len(self.rows) + 1), title=title,
                weight=weight, lines=(line,) if line else (),
            ),
            [],
        ))  # fmt: skip

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
        weight=_mark(placed, "weight"),
        target=tuple(filter(None, criteria[:1])),
        criteria=tuple(criteria),
        baselines=by_year(placed, "baseline"),
        projections=by_year(placed, "projection"),
        responsible=_several(placed.text("responsible")),
        evidence=_several(placed.text("evidence")),
        lines=(line,) if line else (),
    )


def _several(text: str) -> tuple[str, ...]:
    """The items of a cell, parted by semicolons."""
    return tuple(part.strip() for part in text.split(";") if part.strip())


def by_year(placed: PlacedRow, group: str) -> dict[str, str | None]:
    """The figures of a group of columns by the fiscal year printed over each."""
    return {placed.head.years[slot]: _figure(placed, slot) for slot in placed.group(group) if slot in placed.head.years}


def _figure(placed: PlacedRow, slot: str) -> str | None:
    """The figure of a slot; of a window of days (`১ থেকে ৩১ ডিসেম্বর`) the last."""
    text = placed.text(slot)
    window = parse_window(text) if _UNTIL.search(text) else None
    found = figures(text)
    return window[1].isoformat() if window else found[0] if found else None


def _mark(placed: PlacedRow, slot: str) -> str | None:
    """The mark of a slot; a day that slipped there is none, and `row_doubts` says so."""
    found = _figure(placed, slot)
    return None if found is None or is_date(found) else found


def row_doubts(placed: PlacedRow, columns: Sequence[Column], path: str) -> Iterator[Doubt]:
    """What a person should look at in a placed row: shifted, melted, lost, unreadable cells, words spelt otherwise."""
    names = {column.slot: column.name for column in columns}
    if placed.found.moved:
        yield _shifted(placed, names, path)
    for cell, slots in placed.found.merged:
        first, second = (placed.text(slot) for slot in slots)
        yield plain_doubt(
            "cells-merged", "info", f"একটি ঘরে দুটি ঘর মিশে গেছে: “{first}” ও “{second}” আলাদা করা হয়েছে।",
            f"Two cells have melted into one; “{first}” and “{second}” were parted.", path, placed.row.at(cell),
        )  # fmt: skip
    for cell in placed.found.lost:
        text = placed.row.texts[cell]
        yield plain_doubt(
            "cell-lost", "error", f"“{text}” কোন কলামের তা বোঝা যায়নি।",
            f"No column was found for “{text}”.", path, placed.row.at(cell),
        )  # fmt: skip
    yield from _unreadable(placed, names, path)
    yield from _windows(placed, path)
    yield from _spelling(placed, path)


def _shifted(placed: PlacedRow, names: Mapping[str, str], path: str) -> Doubt:
    """One doubt for the whole row, saying which cell was taken for what."""
    moved = placed.found.moved
    said = "; ".join(
        f"{names[move.slot]} ← {to_bangla(str(move.cell + 1))} নং ঘর “{placed.text(move.slot)}”" for move in moved
    )
    said_en = "; ".join(f"{move.slot} from cell {move.cell + 1} “{placed.text(move.slot)}”" for move in moved)
    return plain_doubt(
        "cell-shifted", "info" if placed.found.margin >= SURE else "warning",
        f"সারির ঘর শিরোনামের নিচ থেকে সরে গেছে; মান ও ধরন দেখে বসানো হয়েছে: {said}।",
        f"Cells stand beside their headings and were placed by what they are: {said_en}.",
        path, placed.row.at(moved[0].cell),
    )  # fmt: skip


def _unreadable(placed: PlacedRow, names: Mapping[str, str], path: str) -> Iterator[Doubt]:
    """A figure nobody can read, and a cell that cannot be what its column holds."""
    for slot in placed.form:
        text = placed.text(slot)
        figure = slot.partition(".")[0] in {"area_weight", "weight", "baseline", "criteria", "target", "projection"}
        if text and (slot in placed.found.forced or (figure and figures(text) is None)):
            yield plain_doubt(
                "cell-unreadable", "error", f"“{names[slot]}” কলামের “{text}” পড়া যায়নি।",
                f"“{text}” could not be read as {slot}.", f"{path}.{slot}" if (meant := _meant(slot, text)) else path,
                placed.place(slot), meant,
            )  # fmt: skip


def _meant(slot: str, text: str) -> str | None:
    """The figure a cell of marks may have been misread from."""
    return digits_meant(text) if slot == "weight" else None


def _windows(placed: PlacedRow, path: str) -> Iterator[Doubt]:
    """A window of days where one day was asked for: what counts is its last."""
    for slot in placed.form:
        text = placed.text(slot)
        if slot.partition(".")[0] in {"criteria", "target"} and _UNTIL.search(text) and parse_window(text):
            yield plain_doubt(
                "date-window", "info", f"“{text}” একটি সময়সীমা; শেষ দিনটি ধরা হয়েছে।",
                f"“{text}” is a window of days; its last day was taken.", path, placed.place(slot), _figure(placed, slot),
            )  # fmt: skip


def _spelling(placed: PlacedRow, path: str) -> Iterator[Doubt]:
    for slot, word in (("counting", read_method(placed.text("counting"))), ("unit", read_unit(placed.text("unit")))):
        if word and not word.as_spelt:
            text = placed.text(slot)
            yield plain_doubt(
                "spelling", "info", f"“{text}” বানানটি “{word.official}” ধরা হয়েছে।",
                f"“{text}” was taken for “{word.official}”.", f"{path}.{slot}", placed.place(slot), word.official,
            )  # fmt: skip
