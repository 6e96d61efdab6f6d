"""Placing: the cells of one row of an integrity table put into the slots of its form.

The cell with লক্ষ্যমাত্রা or প্রকৃত অর্জন is the anchor: the promise is before it, its four quarters are after it. Where
the anchor is lost, the column of the target in the heading shows where it was.

Costs are the points of `plan_table.align`. The rows in the examples below are invented.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from angikar.rules.bangla.dates import parse_dates
from angikar.rules.bangla.text import key, normal
from angikar.rules.document import Place
from angikar.rules.finding import GridRow
from angikar.rules.letters.head import tidy
from angikar.rules.plan_table.align import Alignment, Law, Moved, Slot, align
from angikar.rules.plan_table.cells import FIGURE, CellType, split_code, types_of
from angikar.rules.plan_table.form import TableHead
from angikar.rules.schedule.fiscal import FiscalYear

Aim = Literal["target", "actual"]

_ACCEPTS: dict[str, tuple[frozenset[CellType], float]] = {
    "activity": (frozenset({"text"}), 0.0),
    "indicator": (frozenset({"text", "unit"}), 0.9),
    "weight": (frozenset({"number"}), 1.2),
    "unit": (frozenset({"unit"}), 1.2),
    "responsible": (frozenset({"text"}), 0.0),
    "baseline": (FIGURE, 0.0),
    "target": (FIGURE, 0.9),
}
"""The slots before the anchor: the types each accepts, and the points it costs unfilled.

`১.১ কমিটির সভা | অনুষ্ঠিত সভা | | ৪ | সংখ্যা | ৪ | লক্ষ্যমাত্রা`: a blank column has pushed weight and unit to the right,
and no post is left. A row without a post costs 0 and a row without a weight 1.2, so the first 4 is the weight and
সংখ্যা the unit, not a post. A title such as `প্রশিক্ষণার্থীর সংখ্যা` is a unit by its words: an indicator accepts it.
"""
_AFTER = ("q1", "q2", "q3", "q4", "total", "marks", "remarks")
"""The slots after the anchor, in printed order; each form has some of them."""
_KIND = re.compile(r"^(লক্ষ্যমাত্রা|প্রকৃতঅর্জন|অর্জন)")
_SMEARED = 5
"""Cells from the anchor's on with one and the same figure: so many, and it is the value of none of them.

`… | ৩১.০১.২০১৯ | ৩১.০১.২০১৯ | ৩১.০১.২০১৯ | …`: in a scan the day of the target fills anchor and quarters. Four equal cells
are an ordinary row: `… | ৮০ | লক্ষ্যমাত্রা | ৮০ | ৮০ | ৮০ | ৮০` promises the same rate in every quarter.
"""
_OTHER_YEAR = 2.0
"""Points for a target that is a day of the year before: more than an empty target and a day moved to the baseline (1.3).

`১.১ তালিকা প্রকাশ | প্রকাশিত তালিকা | তারিখ | উপপরিচালক | | ৩০.০৬.২০১৭ | লক্ষ্যমাত্রা` in a plan of 2017-18: the day of last
year's list has slipped under the target. At 1 point it would be promised again.
"""


@dataclass(frozen=True, slots=True)
class PlacedCells:
    """A placed row: the text and the cell of every slot, and what is unusual about it.

    `aim` is what the quarters are: targets or actuals. `smeared` are the cells over which one value was spread,
    `extra` the filled cells that no column claims, `stray` a figure in place of the anchor.
    """

    row: GridRow
    texts: Mapping[str, str]
    cells: Mapping[str, int]
    aim: Aim = "target"
    anchored: bool = True
    moved: tuple[Moved, ...] = ()
    lost: tuple[int, ...] = ()
    smeared: tuple[int, ...] = ()
    extra: tuple[int, ...] = ()
    stray: int | None = None
    forced: tuple[str, ...] = field(default=())

    def text(self, slot: str) -> str:
        """The text of a slot as printed, tidy; empty where there is none."""
        return tidy(self.texts.get(slot, ""))

    def place(self, slot: str) -> Place:
        """The place of a slot's cell, of the whole row where the slot is unfilled."""
        cell = self.cells.get(slot)
        return self.row.place if cell is None else self.row.at(cell)


def place_row(row: GridRow, head: TableHead, form: Sequence[str], year: FiscalYear) -> PlacedCells:
    """Place a row under its heading; `form` names the slots of the framework in printed order. Where the heading has the first quarter
    right behind the target, no column is the anchor's, and every row is a promise."""
    anchor = _anchor(row.texts)
    bare = (
        anchor is None
        and "row_kind" not in head.columns
        and head.columns.get("q1", 0) == head.columns.get("target", 0) + 1
    )
    at = anchor if anchor is not None else head.columns.get("target", len(form) - len(_AFTER)) + (not bare)
    before, first = _before(row, at + bare, head, form, year)
    code, title = split_code(row.texts[0])
    texts, cells = dict(before.texts), {slot: cell + 1 for slot, cell in before.values.items()}
    if title and code is not None:
        texts, cells = texts | {"activity": row.texts[0]}, cells | {"activity": 0}
    after = {slot: at + 1 + n for n, slot in enumerate(slot for slot in _AFTER if slot in form)}
    filled = {slot: cell for slot, cell in after.items() if cell < len(row.texts) and row.texts[cell].strip()}
    texts |= {slot: row.texts[cell] for slot, cell in filled.items()}
    smeared = () if anchor is not None or bare else _smeared(row.texts, at)
    return PlacedCells(
        row=row,
        texts=texts,
        cells=cells | filled,
        aim=_aim(row.texts[at] if anchor is not None else ""),
        anchored=anchor is not None or bare,
        moved=tuple(Moved(each.slot, each.cell + 1, each.column + 1) for each in before.moved) + first,
        lost=tuple(cell + 1 for cell in before.lost),
        smeared=smeared,
        extra=_extra(row.texts, filled, max(after.values(), default=at)),
        stray=at if anchor is None and not bare and not smeared and _is_figure(row.texts, at) else None,
        forced=before.forced,
    )


def _is_figure(texts: Sequence[str], at: int) -> bool:
    """Whether the row has a cell `at`, and a figure in it; a dash is none."""
    return at < len(texts) and bool(types_of(texts[at]) & (FIGURE - {"dash"}))


def _anchor(texts: Sequence[str]) -> int | None:
    return next((n for n, text in enumerate(texts) if n > 1 and _KIND.match(key(text))), None)


def _aim(text: str) -> Aim:
    return "actual" if key(text) and "লক্ষ্য" not in normal(text) else "target"


def _before(
    row: GridRow, at: int, head: TableHead, form: Sequence[str], year: FiscalYear
) -> tuple[Alignment, tuple[Moved, ...]]:
    """The cells between the activity's own and the anchor; a code without a title has it in the next cell."""
    code, title = split_code(row.texts[0])
    alone = code is not None and not title and any(text.strip() for text in row.texts[1:at])
    names = [slot for slot in form if slot in _ACCEPTS and (slot != "activity" or alone)]
    slots = [Slot(name, *_ACCEPTS[name], None if alone and name == "activity" else _left(head, name)) for name in names]
    found = align(row.texts[1:at], slots, law=_year_law(year))
    return found, (Moved("activity", found.values["activity"] + 1, 0),) if "activity" in found.values else ()


def _left(head: TableHead, slot: str) -> int | None:
    column = head.columns.get(slot)
    return None if column is None else column - 1


def _year_law(year: FiscalYear) -> Law:
    """A day of the year before is an actual, not a promise: it belongs to the baseline if the form has one."""

    def law(texts: Mapping[str, str]) -> float:
        days = parse_dates(texts.get("target", ""))
        return _OTHER_YEAR if days and all(day < year.start for day in days) else 0.0

    return law


def _smeared(texts: Sequence[str], at: int) -> tuple[int, ...]:
    """The cells from the anchor's on that repeat the figure in place of the anchor."""
    if not _is_figure(texts, at):
        return ()
    same = tuple(n for n in range(at, len(texts)) if texts[n].strip() == texts[at].strip())
    return same if len(same) >= _SMEARED else ()


def _extra(texts: Sequence[str], filled: Mapping[str, int], last: int) -> tuple[int, ...]:
    """Filled cells beyond the form, and a bare figure where remarks belong."""
    beyond = tuple(n for n in range(last + 1, len(texts)) if not types_of(texts[n]) <= {"empty", "dash"})
    remark = filled.get("remarks")
    if remark is not None and _is_figure(texts, remark):
        return (remark, *beyond)
    return beyond
