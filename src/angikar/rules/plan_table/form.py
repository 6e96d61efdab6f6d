"""Form: the columns of a framework as slots, and the printed headings that say which column of a table is which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import permutations, product, takewhile

from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import key, normal
from angikar.rules.document import Place, Table
from angikar.rules.finding import GridRow, grid
from angikar.rules.frameworks.framework import Column
from angikar.rules.plan_table.align import Alignment, Law, Slot, align
from angikar.rules.plan_table.cells import ANY, FIGURE, CellType, figures, split_code
from angikar.rules.plan_table.worded import quarter_titled, slot_by_words
from angikar.rules.schedule.fiscal import canonical_year

ALIKE = 0.8
"""Share of letters, 0 to 1, that a printed heading must have in common with an official one when none is the same."""

_SHORT = 4
"""Letters: a title of so few is the official one or it is not; likeness proves no more."""
_SERIAL = frozenset(key(title) for title in ("ক্রম", "ক্রমিক", "ক্রমিক নং", "ক্রমিক নম্বর", "ক্রঃ নং", "ক্র. নং", "নং"))
_YEAR = re.compile(r"\{[+-]?\d\}|(?<!\d)\d{4}\s*[-–—/]\s*(?:\d{4}|\d{2})(?!\d)")

_FIRST = frozenset({"activity", "indicator"})
"""The slots looked for first: a title such as মান is of the area before them and of the indicator behind."""
_LOOSE = frozenset({"counting", "unit", "weight"})
"""The slots between indicator and figures, which offices print in any order."""
_QUARTER_SLOT = re.compile(r"q(?:uarter\.)?([1-4])")
_OF_YEARS = frozenset({"baseline", "projection"})
"""The slots of which a form has one for each of several years."""
_GLOSS = re.compile(r"\([^()\u0980-\u09ff]*[A-Za-z]{2}[^()\u0980-\u09ff]*\)")

_SLOTS: dict[str, tuple[frozenset[CellType], float]] = {
    "area": (frozenset({"code1", "text"}), 0.0),
    "area_weight": (frozenset({"number"}), 0.0),
    "activity": (frozenset({"code2", "text"}), 0.0),
    "indicator": (frozenset({"code3", "text"}), 0.9),
    "counting": (frozenset({"method"}), 1.2),
    "unit": (frozenset({"unit", "text"}), 1.2),
    "weight": (frozenset({"number"}), 1.2),
    "baseline": (FIGURE, 0.0),
    "criteria": (FIGURE, 0.9),
    "target": (FIGURE, 0.9),
    "projection": (FIGURE, 0.0),
    "quarter": (FIGURE, 0.0),
}
"""What the column of each slot accepts and the points of an empty cell in it; any other slot accepts every type."""


@dataclass(frozen=True, slots=True)
class TableHead:
    """The heading of a table: the column of each slot, and the fiscal year printed over it.

    `serial` are the columns that only number the rows, `strange` those whose titles are none of the form's. Where every title printed is one of the form's, `whole` is the
    number of their columns, otherwise 0: a row no wider than that has no cell for a column that is not printed.
    """

    columns: dict[str, int] = field(default_factory=dict)
    years: dict[str, str] = field(default_factory=dict)
    serial: frozenset[int] = frozenset()
    strange: frozenset[int] = frozenset()
    whole: int = 0

    def of_form(self, columns: Sequence[Column], width: int) -> Sequence[Column]:
        """The columns of a form that a row of `width` cells under this heading can have."""
        return [column for column in columns if column.slot in self.columns] if width <= self.whole else columns


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row of a table with its cells placed in the slots of the form, under its heading.

    A row with one filled cell and no code in it is a `banner` (the name of a part, a note): its text is not placed.
    """

    row: GridRow
    found: Alignment
    head: TableHead
    form: tuple[str, ...]
    banner: str = ""

    def text(self, slot: str) -> str:
        """The text of a slot, tidy, empty where there is none."""
        return normal(self.found.text(slot))

    def place(self, slot: str) -> Place:
        """The place of a slot's cell, of the whole row where the slot is unfilled."""
        cell = self.found.values.get(slot)
        return self.row.place if cell is None else self.row.at(cell)

    def group(self, name: str) -> Iterator[str]:
        """The slots of a group (`criteria` gives `criteria.1` …) in order of the form."""
        return (slot for slot in self.form if slot.partition(".")[0] == name)


def slots_of(columns: Sequence[Column], head: TableHead) -> tuple[Slot, ...]:
    """The slots of a form, each with the column under its heading."""
    kinds = ((column.slot, *_SLOTS.get(column.slot.partition(".")[0], (ANY, 0.0))) for column in columns)
    return tuple(Slot(name, accepts, missing, head.columns.get(name)) for name, accepts, missing in kinds)


def is_heading(row: GridRow, columns: Sequence[Column]) -> bool:
    """Whether a row is part of the table's heading: titles, levels, years or the numbers of the columns."""
    filled = [text for text in row.texts if text.strip()]
    if len(filled) < 2:
        return False
    if [to_latin(text.strip(" ()[].।")) for text in filled] == [str(number + 1) for number in range(len(filled))]:
        return True
    if any("." in (split_code(text)[0] or "") for text in filled):
        return False  # an indicator, whatever its figures look like
    official = {name for column in columns for name in (*_names(column), _bare(column.group))} | {""}
    known = sum(_like(_bare(text), official) or _is_worded(text) for text in filled)
    return known * 3 >= len(filled) * 2


def _is_worded(text: str) -> bool:
    """Whether a cell has the words of a title that no form of ours prints."""
    return slot_by_words(text) is not None or quarter_titled(text) is not None or key(text) in _SERIAL


def head_of(rows: Sequence[GridRow], columns: Sequence[Column]) -> TableHead:
    """The column of every slot, by its printed title; a misread title is taken for the official one it is most like, any other
    for what its words say.
    """
    printed = _stacks(rows)
    taken: dict[str, int] = {}
    for first, how in product((True, False), ("exact", "alike", "worded")):
        for index, column in enumerate(columns):
            if (column.slot in _FIRST) is not first or column.slot in taken:
                continue
            if (place := _column(index, columns, printed, (taken, how))) is not None:
                taken[column.slot] = place
    years = {
        each.slot: year for each in columns if (year := canonical_year(each.heading) or canonical_year(each.group))
    }
    years |= {slot: year for slot, place in taken.items() for text in printed[place] if (year := canonical_year(text))}
    serial = frozenset(place for place, texts in enumerate(printed) if {key(text) for text in texts} & _SERIAL)
    known = serial | set(taken.values())
    strange = frozenset(place for place, texts in enumerate(printed) if texts and place not in known)
    found = {column.slot: taken[column.slot] for column in columns if column.slot in taken}
    return TableHead(found, years, serial, strange, 0 if strange else len(printed))


def as_printed(rows: Sequence[GridRow], columns: Sequence[Column]) -> Sequence[Column]:
    """The columns in the order in which a heading has them: some offices print the unit before the method of counting."""
    loose = [index for index, column in enumerate(columns) if column.slot in _LOOSE]
    if loose != list(range(loose[0], loose[0] + len(loose))) if loose else True:
        return columns
    before, after = columns[: loose[0]], columns[loose[-1] + 1 :]
    orders = [[*before, *order, *after] for order in permutations(columns[loose[0] : loose[-1] + 1])]
    return max(orders, key=lambda order: len(head_of(rows, order).columns))


def tables_of(tables: Iterable[Table], columns: Sequence[Column], needs: frozenset[str]) -> tuple[Table, ...]:
    """The tables whose heading names every slot in `needs`, and those that go on from one without a heading."""
    chosen: list[Table] = []
    going_on = False
    for table in tables:
        rows = grid(table)
        lead = list(takewhile(lambda row: is_heading(row, columns), rows))
        going_on = (
            needs <= head_of(lead, columns).columns.keys()
            if lead
            else going_on and any(split_code(text)[0] for text in rows[0].texts)
        )
        if going_on:
            chosen.append(table)
    return tuple(chosen)


def indicator_tables(tables: Sequence[Table], columns: Sequence[Column]) -> tuple[Table, ...]:
    """The tables of weighed indicators; where no heading names a weight, those of indicators with their criteria."""
    named = frozenset({"activity", "indicator"})
    return tables_of(tables, columns, named | {"weight"}) or tables_of(tables, columns, named | {"criteria.1"})


def _column(
    index: int, columns: Sequence[Column], printed: list[list[str]], so_far: tuple[dict[str, int], str]
) -> int | None:
    """The first printed column between those of the slots before and after that has the name of slot `index`."""
    taken, how = so_far
    names = _names(columns[index])
    low = max((taken[each.slot] for each in columns[:index] if each.slot in taken), default=-1)
    high = min((taken[each.slot] for each in columns[index + 1 :] if each.slot in taken), default=len(printed))
    for place in range(low + 1, high):
        if place not in taken.values() and _is_titled(columns[index].slot, names, printed[place], how):
            return place
    return None


def _is_titled(slot: str, names: frozenset[str], titles: Sequence[str], how: str) -> bool:
    if how == "worded":
        number = _QUARTER_SLOT.fullmatch(slot)
        if number:
            return int(number[1]) in map(quarter_titled, titles)
        said = {slot_by_words(title) for title in titles}
        return (
            slot in said or slot.partition(".")[0] in said & _OF_YEARS or (slot == "weight" and "area_weight" in said)
        )  # "weight" behind the indicator is its own
    bare = {_bare(text) for text in titles} - {""}
    return bool(bare & names) if how == "exact" else any(_like(text, names) for text in bare)


def placed_rows(tables: Sequence[Table], columns: Sequence[Column], law: Law | None = None) -> Iterator[PlacedRow]:
    """Every row of the tables below their headings; a table without a heading goes on under the last one."""
    pending: list[GridRow] = []
    head = TableHead()
    for row in (row for table in tables for row in grid(table)):
        if is_heading(row, columns):
            pending.append(row)
        elif any(text.strip() for text in row.texts):
            if pending:
                columns = as_printed(pending, columns)
                head, pending = head_of(pending, columns), []
            yield _placed(row, head.of_form(columns, len(row.texts)), head, law)


def _placed(row: GridRow, columns: Sequence[Column], head: TableHead, law: Law | None) -> PlacedRow:
    form = tuple(column.slot for column in columns)
    row = replace(row, texts=tuple("" if n in head.serial else text for n, text in enumerate(row.texts)))
    filled = [text for text in row.texts if text.strip()]
    if len(filled) == 1 and split_code(filled[0])[0] is None:
        return PlacedRow(row, Alignment({}, {}), head, form, normal(filled[0]))
    return PlacedRow(row, align(row.texts, slots_of(columns, head), law=law), head, form)


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    """A title for comparison, without the years in it and the English beside it: `উত্তম (Good)` is `উত্তম`."""
    latin = to_latin(text)
    return key(_YEAR.sub(" ", _GLOSS.sub(" ", latin))) or key(_YEAR.sub(" ", latin))


@lru_cache(maxsize=1024)
def _names(column: Column) -> frozenset[str]:
    return frozenset(_bare(name) for name in (column.heading, column.under, *column.aliases)) - {""}


def _like(text: str, names: frozenset[str] | set[str]) -> bool:
    """Whether a title is one of the names or, if long enough, much like one."""
    return text in names or (len(text) > _SHORT and any(_alike(text, name) for name in names))


@lru_cache(maxsize=65536)
def _alike(text: str, name: str) -> bool:
    """Whether two titles share enough letters; their lengths alone can rule that out."""
    shorter, longer = sorted((len(text), len(name)))
    return 2 * shorter >= ALIKE * (shorter + longer) and SequenceMatcher(None, text, name).ratio() >= ALIKE


def titles_over(table: Table) -> list[list[str]]:
    """The titles over each column of a table, tidy, from top to bottom: those of the rows before the first with a figure or a
    code in it."""
    lead = [row for row in takewhile(lambda row: not _has_data(row), grid(table)) if len(_filled(row)) > 1]
    return [list(dict.fromkeys(normal(text) for text in stack)) for stack in _stacks(lead)]


def _has_data(row: GridRow) -> bool:
    return any("." in (split_code(text)[0] or "") or ("%" not in text and figures(text)) for text in _filled(row))


def _filled(row: GridRow) -> list[str]:
    return [text for text in row.texts if text.strip()]


def _stacks(rows: Sequence[GridRow]) -> list[list[str]]:
    """The texts over each column from top to bottom; a title above several columns belongs to each of them."""
    width = max((len(row.texts) for row in rows), default=0)
    stacks: list[list[str]] = [[] for _ in range(width)]
    for depth, row in enumerate(rows):
        below = rows[depth + 1 :]
        last = ""
        for column in range(width):
            own = row.texts[column] if column < len(row.texts) else ""
            beneath = any(column < len(each.texts) and each.texts[column].strip() for each in below)
            last = own or (last if beneath else "")
            if last.strip():
                stacks[column].append(last)
    return stacks
