"""Alignment: the cells of a row placed into the slots of a form, in order, at the least cost.

Columns slip in printed and scanned papers, so the number of a column alone is no proof. Each cell has the types it could
be, each slot the types it accepts. A cell that fits costs 0; a cell that is skipped, a slot left unfilled and a cell of
a wrong type cost something. A law of the form (ordered criteria, for example) may add to the cost of a whole row. The
column of the heading only decides between placements that cost the same.

Costs are points without a unit; only their differences count. 1 is about the cost of one criterion that is not there.
The rows in the examples below are invented and show the columns method, unit, weight, two baselines, five criteria and
two projections, as the agreements of 2022-23 have them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from operator import itemgetter

from angikar.rules.plan_table.cells import CellType, split_merged, types_of

EMPTY: frozenset[CellType] = frozenset(("empty", "dash"))
Law = Callable[[Mapping[str, str]], float]

SKIP_EMPTY = 0.3
"""Points for an empty cell that belongs to no slot, and for a slot without a cell: a blank column of the page.

`সমষ্টি | সংখ্যা | | ৮ | | ১৫ | ১৩ | ১২ | ১০ | ৭`: a blank column after the unit has pushed the 8 under a baseline. At 1
point the blank would be the weight and the 8 a baseline; at 0 a row of dates one column right would be read as moved
where it may as well have lost its first criterion.
"""
SKIP_DASH = 1.0
"""Points for a dash that belongs to no slot: more than a blank, for an office writes a dash into a cell of the form.

`সমষ্টি | সংখ্যা | - | ৮ | ৫ | ১০ | ১৫ | ১৩ | ১২ | ১০ | ৭ | ১৮`: somebody has ruled one column too many and put a dash
in it. At 6 points the dash would be the weight, and every figure would be read one column too far right.
"""
SKIP_TEXT = 6.0
"""Points for a filled cell that belongs to no slot: nearly a loss, worse than a wrong type.

`সমষ্টি | সংখ্যা | অনেক | ৫ | ১০ | ১৫ | …`: a word where the weight should be. At 1 point the word would be lost and the
baseline of 5 would become the weight, without any doubt about it.
"""
WRONG_TYPE = 5.0
"""Points for a cell in a slot that does not accept its type; less than `SKIP_TEXT`, for a person can correct it there.

The row of `SKIP_TEXT` again: at 20 points the word would be lost, not shown under the weight as unreadable.
"""
MERGED = 0.2
"""Points for one cell that is read as method and unit together: nearly as good as two cells.

`সমষ্টি সংখ্যা | | ৮ | ৫ | ১০ | …`: the line between two columns was lost. At 5 points the whole text would be a unit
that no list knows, and the row would have no method.
"""
OTHER_COLUMN = 0.1
"""Points for a filled cell outside the column of its heading: it decides only where all other costs are equal.

`ক্রমপুঞ্জিভূত | হার | | ২ | | | ৭৫ | ৭৪ | ৭৩ | ৭০ | ৬০`: every figure is one column right. At 1 point the six figures
would cost more than a missing weight, and the weight of 2 would be read as a baseline.
"""
WAYS = 6
"""Count of ways remembered at every step: so many are enough for a law to prefer another than the cheapest.

`তারিখ | তারিখ | ২ | | | ৫ | ৩১.০৩.২৩ | ১৫.০৪.২৩ | …`: a number of last year has slipped under the first criterion, and
the days are one column right. By types alone the 5 is a criterion for 0 points; with two ways remembered the one that
gives only days to the criteria is forgotten before the law of the criteria can prefer it.
"""


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of the form: the types it accepts, the points it costs unfilled, the column under its heading.

    `missing` is 0 where cells of the form are often empty, 0.9 for a criterion, of which the last are often left out, and
    1.2 for weight, unit and method, which every row needs: a row with a blank too many rather lacks a criterion.
    """

    name: str
    accepts: frozenset[CellType]
    missing: float = 0.0
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """A cell that was placed in a slot whose heading is over another column."""

    slot: str
    cell: int
    column: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where every filled cell of a row was placed.

    `values` maps a slot to the index of its cell, `texts` to its text; two slots share a cell in `merged`. `forced`
    names the slots whose cell is of a wrong type, `lost` the filled cells without a slot. `margin` is the difference in
    cost to the next best way.
    """

    values: dict[str, int]
    texts: dict[str, str]
    moved: tuple[Moved, ...] = ()
    merged: tuple[tuple[int, tuple[str, str]], ...] = ()
    forced: tuple[str, ...] = ()
    lost: tuple[int, ...] = ()
    cost: float = 0.0
    margin: float = float("inf")

    def text(self, slot: str) -> str:
        """The text placed in a slot, empty where none was."""
        return self.texts.get(slot, "")


@dataclass(frozen=True, slots=True)
class _Placing:
    slot: int
    cell: int
    text: str
    forced: bool = False


@dataclass(frozen=True, slots=True)
class _PlacingWay:
    cost: float = 0.0
    placed: tuple[_Placing, ...] = field(default=())


_Step = tuple[int, int, float, tuple[_Placing, ...]]


def align(cells: Sequence[str], slots: Sequence[Slot], *, law: Law | None = None) -> Alignment:
    """Place `cells` into `slots`, both in order; `law` gets the texts by slot name and returns the points a breach costs.

    >>> form = (Slot("unit", frozenset({"unit"}), 1.2, 0), Slot("weight", frozenset({"number"}), 1.2, 1),
    ...         Slot("target", frozenset({"date"}), 0.9, 2))
    >>> found = align(["তারিখ", "", "২", "৩১.০৩.২৩"], form)
    >>> found.values, [move.slot for move in found.moved]
    ({'unit': 0, 'weight': 2, 'target': 3}, ['weight', 'target'])
    """
    straight = _straight(cells, slots)
    fits = straight and (not straight.cost or (len(cells) <= len(slots) and _is_whole(straight, slots)))
    if straight and fits and not (law and law(_by_name(straight, slots))):
        return _alignment(straight, cells, slots, (0.0, float("inf")))
    found = _ways(cells, slots)
    if straight and all(way.placed != straight.placed for way in found):
        found.append(straight)  # levels left empty at the end cost too much on the way, yet it must be compared
    ways = [(way.cost + (law(_by_name(way, slots)) if law else 0.0), way) for way in found]
    ways.sort(key=lambda each: each[0])
    (cost, best), rest = ways[0], ways[1:]
    return _alignment(best, cells, slots, (cost, rest[0][0] - cost if rest else float("inf")))


def _straight(cells: Sequence[str], slots: Sequence[Slot]) -> _PlacingWay | None:
    """Every filled cell under its own heading; where no slot is missing either, no other way is cheaper."""
    at = {slot.column: index for index, slot in enumerate(slots) if slot.column is not None}
    filled = [(i, text) for i, text in enumerate(cells) if not types_of(text) <= EMPTY]
    if len(at) < len(slots) or any(i not in at or not types_of(text) & slots[at[i]].accepts for i, text in filled):
        return None
    placed = tuple(_Placing(at[i], i, text) for i, text in filled)
    unfilled = set(range(len(slots))) - {each.slot for each in placed}
    return _PlacingWay(sum(slots[index].missing for index in unfilled), placed)


def _is_whole(way: _PlacingWay, slots: Sequence[Slot]) -> bool:
    """Whether no slot is missing but, perhaps, the last levels of a group, which official rows leave empty.

    >>> levels = [Slot(f"criteria.{n}", frozenset({"number"}), 0.9) for n in (1, 2, 3)]
    >>> [_is_whole(_PlacingWay(0.0, tuple(_Placing(n, n, "9") for n in filled)), levels) for filled in ((0, 1), (1, 2), ())]
    [True, False, False]
    """
    filled = {each.slot for each in way.placed}
    missing = [index for index, slot in enumerate(slots) if slot.missing and index not in filled]
    groups = [[index for index, slot in enumerate(slots) if _group(slot) == _group(slots[each])] for each in missing]
    return all(
        group[0] in filled and max(filled & set(group)) < each for each, group in zip(missing, groups, strict=True)
    )


def _group(slot: Slot) -> str:
    return slot.name.partition(".")[0]


def _ways(cells: Sequence[str], slots: Sequence[Slot]) -> list[_PlacingWay]:
    """The cheapest ways through the whole row; ways that differ only in empty cells count as one.

    A way is known by its number: each new placing of a way leads to the number of the longer one.
    """
    longer: dict[tuple[int, _Placing], int] = {}
    ends: list[tuple[int, _Placing | None]] = [(0, None)]
    reached: dict[tuple[int, int], dict[int, float]] = {(0, 0): {0: 0.0}}
    for i in range(len(cells) + 1):
        for j in range(len(slots) + 1):
            here = sorted(reached.pop((i, j), {}).items(), key=itemgetter(1))[:WAYS]
            for di, dj, cost, added in _steps(cells, slots, i, j):
                there = reached.setdefault((i + di, j + dj), {})
                for way, so_far in here:
                    further = way
                    for placing in added:
                        known = longer.setdefault((further, placing), len(ends))
                        if known == len(ends):
                            ends.append((further, placing))
                        further = known
                    if so_far + cost < there.get(further, inf):
                        there[further] = so_far + cost
    return [_PlacingWay(cost, _placings(ends, way)) for way, cost in here]


def _placings(ends: Sequence[tuple[int, _Placing | None]], way: int) -> tuple[_Placing, ...]:
    """The placings of a way: what its number ends with, and the numbers it goes on from."""
    found = []
    while way:
        way, last = ends[way]
        found += [last] if last else []
    return tuple(reversed(found))


def _steps(cells: Sequence[str], slots: Sequence[Slot], i: int, j: int) -> Iterator[_Step]:
    """Each step from cell `i` and slot `j`: skip the cell, leave the slot, place it, split a merged one."""
    if i < len(cells):
        types = types_of(cells[i])
        yield 1, 0, SKIP_EMPTY if "empty" in types else SKIP_DASH if "dash" in types else SKIP_TEXT, ()
    if j < len(slots):
        yield 0, 1, slots[j].missing + SKIP_EMPTY, ()
    if i < len(cells) and j < len(slots):
        yield _place(cells[i], types, i, j, slots[j])
        if j + 1 < len(slots) and (merged := _merged(cells[i], slots[j], slots[j + 1])):
            yield 1, 2, MERGED, (_Placing(j, i, merged[0]), _Placing(j + 1, i, merged[1]))


def _place(text: str, types: frozenset[CellType], i: int, j: int, slot: Slot) -> _Step:
    if "empty" in types:
        return 1, 1, slot.missing, ()
    if types <= EMPTY:
        return 1, 1, slot.missing / 2, ()
    aside = OTHER_COLUMN if slot.column is not None and slot.column != i else 0.0
    forced = not types & slot.accepts
    return 1, 1, aside + (WRONG_TYPE if forced else 0.0), (_Placing(j, i, text, forced),)


def _merged(text: str, first: Slot, second: Slot) -> tuple[str, str] | None:
    """The two halves of a cell with method and unit, where the two slots accept just these."""
    if "method" in first.accepts and "unit" in second.accepts:
        return split_merged(text)
    if "unit" in first.accepts and "method" in second.accepts and (halves := split_merged(text)):
        return halves[1], halves[0]
    return None


def _by_name(way: _PlacingWay, slots: Sequence[Slot]) -> dict[str, str]:
    return {slots[each.slot].name: each.text for each in way.placed}


def _alignment(way: _PlacingWay, cells: Sequence[str], slots: Sequence[Slot], price: tuple[float, float]) -> Alignment:
    cells_used = [each.cell for each in way.placed]
    pairs: dict[int, list[str]] = {}
    for each in way.placed:
        pairs.setdefault(each.cell, []).append(slots[each.slot].name)
    merged = tuple((cell, (names[0], names[1])) for cell, names in pairs.items() if len(names) == 2)
    alone = [each for each in way.placed if len(pairs[each.cell]) == 1]
    return Alignment(
        values={slots[each.slot].name: each.cell for each in way.placed},
        texts=_by_name(way, slots),
        moved=tuple(
            Moved(slots[each.slot].name, each.cell, column)
            for each in alone
            if (column := slots[each.slot].column) is not None and column != each.cell
        ),
        merged=merged,
        forced=tuple(slots[each.slot].name for each in way.placed if each.forced),
        lost=tuple(i for i, text in enumerate(cells) if i not in cells_used and not types_of(text) <= EMPTY),
        cost=price[0],
        margin=price[1],
    )
