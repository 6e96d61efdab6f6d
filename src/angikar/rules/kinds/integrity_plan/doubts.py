"""Doubts of a row: everything about the reading of one row that a person should look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from angikar.rules.bangla.digits import parse_number, to_bangla
from angikar.rules.bangla.text import normal
from angikar.rules.frameworks.framework import Column
from angikar.rules.kinds.integrity_plan.placing import PlacedCells
from angikar.rules.kinds.integrity_plan.promise import QUARTERS, in_unit, post_named, posts
from angikar.rules.plan import Indicator
from angikar.rules.plan_table.cells import read_unit
from angikar.rules.plan_table.order import is_date
from angikar.rules.plan_table.quarters import own_quarters
from angikar.rules.plan_table.repair import digits_meant
from angikar.rules.reading import Doubt, plain_doubt


def row_doubts(cells: PlacedCells, row: Indicator, columns: Sequence[Column], path: str) -> Iterator[Doubt]:
    """Cells that slipped, smeared, got lost or cannot be read; words mapped; an achievement printed in a plan."""
    names = {column.slot: column.name for column in columns}
    if cells.moved:
        yield _shifted(cells, names, path)
    yield from _smeared(cells, row, path)
    yield from _unreadable(cells, names, path)
    yield from _homeless(cells, path)
    yield from _words(cells, row, path)
    yield from _sums(cells, row, path)
    if not cells.smeared:
        yield from _too_early(cells, row, path)


def _shifted(cells: PlacedCells, names: dict[str, str], path: str) -> Doubt:
    said = "; ".join(
        f"{names[m.slot]} ← {to_bangla(str(m.cell + 1))} নং ঘর “{cells.text(m.slot)}”" for m in cells.moved
    )
    said_en = "; ".join(f"{m.slot} from cell {m.cell + 1} “{cells.text(m.slot)}”" for m in cells.moved)
    return plain_doubt(
        "cell-shifted", "info", f"সারির ঘর শিরোনামের নিচ থেকে সরে গেছে; মান ও ধরন দেখে বসানো হয়েছে: {said}।",
        f"Cells stand beside their headings and were placed by what they are: {said_en}.",
        path, cells.row.at(min(m.cell for m in cells.moved)),
    )  # fmt: skip


def _smeared(cells: PlacedCells, row: Indicator, path: str) -> Iterator[Doubt]:
    if cells.smeared:
        text = cells.row.texts[cells.smeared[0]]
        numbers = ", ".join(str(cell + 1) for cell in cells.smeared)
        yield plain_doubt(
            "value-smeared", "warning", f"“{text}” একই মান {to_bangla(numbers)} নং ঘরে ছড়িয়ে আছে; কোয়ার্টারের মান যাচাই করুন।",
            f"One value, “{text}”, is spread over cells {numbers}; the quarters must be looked up.",
            f"{path}.quarter_targets", cells.row.at(cells.smeared[0]),
            own_quarters(row.target) if all(map(is_date, row.target)) and len(row.target) == 1 else None,
        )  # fmt: skip


def _unreadable(cells: PlacedCells, names: dict[str, str], path: str) -> Iterator[Doubt]:
    """A figure nobody can read; the quarters of a row are told together."""
    field = "quarter_targets" if cells.aim == "target" else "quarter_actuals"
    quarters = [slot for slot in QUARTERS if _broken(cells, slot)]
    others = [slot for slot in ("weight", "baseline", "target") if _broken(cells, slot)]
    for slot, where in [*((slot, slot) for slot in others), *((slot, field) for slot in quarters[:1])]:
        text = cells.text(slot)
        yield plain_doubt(
            "cell-unreadable", "error", f"“{names[slot]}” কলামের “{text}” পড়া যায়নি।",
            f"“{text}” could not be read as {slot}.", f"{path}.{where}", cells.place(slot),
            digits_meant(text) if where in {"weight", "target"} else None,
        )  # fmt: skip


def _broken(cells: PlacedCells, slot: str) -> bool:
    found = in_unit(cells.text(slot), cells.text("unit"))
    return slot in cells.forced or found is None or (slot != "target" and len(found) > 1)


def _homeless(cells: PlacedCells, path: str) -> Iterator[Doubt]:
    for cell in cells.lost:
        text = cells.row.texts[cell]
        yield plain_doubt(
            "cell-lost", "error", f"“{text}” কোন কলামের তা বোঝা যায়নি।", f"No column was found for “{text}”.",
            path, cells.row.at(cell),
        )  # fmt: skip
    for cell in () if cells.smeared else cells.extra:
        text = cells.row.texts[cell]
        yield plain_doubt(
            "cell-extra", "info", f"চার কোয়ার্টারের পরে আরও একটি মান “{text}” ছাপা আছে; নেওয়া হয়নি।",
            f"One more figure, “{text}”, stands after the four quarters; it was not taken.", path, cells.row.at(cell),
        )  # fmt: skip


def _words(cells: PlacedCells, row: Indicator, path: str) -> Iterator[Doubt]:
    """Words of closed lists that were spelt otherwise, and a counting method no column states."""
    unit = read_unit(cells.text("unit"))
    if unit is not None and not unit.as_spelt:
        yield _spelling(cells, "unit", f"{path}.unit", (cells.text("unit"), unit.official))
    for index, post in enumerate(posts(cells.text("responsible"))):
        official = post_named(post)
        if official is not None and normal(official) != normal(post):
            yield _spelling(cells, "responsible", f"{path}.responsible.{index}", (post, official))
    if row.counting in {"sum", "average"}:
        bn, en = {"sum": ("সমষ্টি", "add up to"), "average": ("গড়", "average")}[row.counting]
        yield plain_doubt(
            "counting-derived", "info", f"ফরমে গণনা পদ্ধতি নেই; কোয়ার্টারের মান থেকে “{bn}” ধরা হয়েছে।",
            f"The form names no counting method; the quarters {en} the target, so “{row.counting}” was taken.",
            f"{path}.counting", cells.row.place,
        )  # fmt: skip


def _spelling(cells: PlacedCells, slot: str, path: str, words: tuple[str, str]) -> Doubt:
    text, official = words
    return plain_doubt(
        "spelling", "info", f"“{text}” বানানটি “{official}” ধরা হয়েছে।", f"“{text}” was taken for “{official}”.",
        path, cells.place(slot), official,
    )  # fmt: skip


def _sums(cells: PlacedCells, row: Indicator, path: str) -> Iterator[Doubt]:
    """`sum-in-brackets`: a bracket beside the target says the same; `total-disagrees`: so does the printed total."""
    number = parse_number(normal(cells.text("target")))
    if number is not None and number.agrees is False:
        yield plain_doubt(
            "sum-in-brackets", "error", f"“{cells.text('target')}”: বন্ধনীর অঙ্ক বাইরের অঙ্কের সঙ্গে মেলে না।",
            f"“{cells.text('target')}”: the bracket does not make up the figure.", f"{path}.target", cells.place("target"),
        )  # fmt: skip
    total = in_unit(cells.text("total"), cells.text("unit"))
    if not total or cells.smeared or cells.aim == "actual":
        return
    filled = [quarter for quarter in row.quarter_targets if quarter and not is_date(quarter)]
    made = sum(map(Decimal, filled), Decimal(0))
    if total[0] not in row.target and (is_date(total[0]) or Decimal(total[0]) != made):
        yield plain_doubt(
            "total-disagrees", "warning", f"মোট “{cells.text('total')}” লক্ষ্যমাত্রা বা কোয়ার্টারের যোগফলের সঙ্গে মেলে না।",
            f"The total “{cells.text('total')}” is neither the target nor the sum of the quarters.",
            f"{path}.quarter_targets", cells.place("total"),
        )  # fmt: skip


def _too_early(cells: PlacedCells, row: Indicator, path: str) -> Iterator[Doubt]:
    """`actual-in-plan`: an unissued plan cannot have achieved anything yet."""
    places = [cells.place("marks")] if in_unit(cells.text("marks"), "") else []
    places += [] if cells.stray is None else [cells.row.at(cells.stray)]
    places += [cells.place(slot) for slot in QUARTERS if cells.aim == "actual" and in_unit(cells.text(slot), "")][:1]
    for place in places:
        text = cells.row.texts[place.cell or 0]
        yield plain_doubt(
            "actual-in-plan", "warning", f"পরিকল্পনাতেই অর্জনের ঘরে “{text}” লেখা আছে।",
            f"The plan itself already states an achievement, “{text}”.", f"{path}.quarter_actuals", place,
        )  # fmt: skip
