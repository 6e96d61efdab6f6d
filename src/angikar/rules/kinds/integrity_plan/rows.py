"""Rows: what each line of an integrity table is: headings, areas, activities, and rows that a heading has swallowed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import key
from angikar.rules.document import Block, Document, Heading, Paragraph, Table
from angikar.rules.finding import GridRow, grid
from angikar.rules.frameworks.framework import Column
from angikar.rules.letters.head import tidy
from angikar.rules.plan_table.cells import split_code, types_of
from angikar.rules.plan_table.form import is_heading
from angikar.rules.plan_table.worded import quarter_titled, slot_by_words

RowKind = Literal["heading", "numbers", "swallowed", "area", "activity", "second", "rule"]

_LEADER = re.compile(
    r"^(?P<title>.*?)(?<!\s)(?:\s*+(?:[.…]{3,}+|[:ঃ](?=\s*+[০-৯0-9]{1,3}\s*+$))|\s++(?=[০-৯0-9]{1,2}\s*+$))\s*+"
    r"(?P<weight>[০-৯0-9]{1,3})(?![০-৯0-9])\s*+[.।]?\s*+(?P<rest>.*)$"
)
_QUARTER = key("কোয়ার্টার")
_QUARTERS = 3
"""Quarters that a heading names, at least."""
_TARGET = key("লক্ষ্যমাত্রা")
_NUMBERED = 6
"""Cells: a row that counts through so many columns is the row of column numbers."""


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One row with what it is; an area heading outside the tables is a row of one cell."""

    kind: RowKind
    row: GridRow


@dataclass(frozen=True, slots=True)
class AreaLine:
    """The heading of an area, as printed: its code in Latin digits, its title, the mark behind the dot leader."""

    code: str
    title: str
    weight: str | None


def is_plan_table(table: Table) -> bool:
    """Whether a table is the indicator table: its heading has three quarters, by name or by their months, or every row in turn a
    target."""
    printed = [cell.text for row in table.rows[:4] for cell in row.cells]
    texts = [key(text) for text in printed]
    named = (
        sum(_QUARTER in text for text in texts) >= _QUARTERS
        or len(set(map(quarter_titled, printed)) - {None}) >= _QUARTERS
    )
    return named or sum(text.startswith(_TARGET) for text in texts) >= 2


def printed_rows(document: Document, columns: Sequence[Column]) -> Iterator[PrintedRow]:
    """Every row of the indicator tables in order, and the area headings between the tables."""
    for block in _span(document):
        if isinstance(block, Table):
            lead = 0
            for row in grid(block):
                lead = lead or _area_columns(row)
                if lead and row.texts[0].strip() and not _area_columns(row):
                    yield PrintedRow("area", _area_row(row, lead))
                kept = GridRow(row.texts[lead:], row.place, row.places[lead:])
                if any(text.strip() for text in kept.texts):
                    yield PrintedRow(kind_of(kept, columns), kept)
        elif isinstance(block, Heading | Paragraph):
            text = tidy(f"{block.label} {block.text}" if isinstance(block, Paragraph) else block.text)
            code, title = split_code(text)
            if code is not None and "." not in code and len(title) > 3:
                yield PrintedRow("area", GridRow((text,), block.place, (block.place,)))


def _area_columns(row: GridRow) -> int:
    """How many columns of a heading are those of areas, before the one of activities: their titles, and what they weigh."""
    slots = [slot_by_words(text) for text in row.texts[:3]]
    if slots[:1] != ["area"] or "activity" not in slots:
        return 0
    return slots.index("activity") if set(slots[1 : slots.index("activity")]) <= {"area_weight"} else 0


def _area_row(row: GridRow, lead: int) -> GridRow:
    """The area that a row opens, as the line it would be above its rows."""
    weight = " ".join(filter(None, (text.strip() for text in row.texts[1:lead])))
    text = f"{row.texts[0].strip()} : {weight}" if weight else row.texts[0].strip()
    return GridRow((text,), row.place, row.places[:1])


def _span(document: Document) -> tuple[Block, ...]:
    """The blocks from the first indicator table to the last table that belongs to one."""
    places = [n for n, block in enumerate(document.blocks) if isinstance(block, Table) and is_plan_table(block)]
    if not places:
        return ()
    last = max(n for n, block in enumerate(document.blocks) if isinstance(block, Table))
    blocks = document.blocks[places[0] : last + 1]
    wide = max(len(row.cells) for block in blocks if isinstance(block, Table) for row in block.rows)
    return tuple(b for b in blocks if not isinstance(b, Table) or max(len(row.cells) for row in b.rows) * 2 > wide)


def kind_of(row: GridRow, columns: Sequence[Column]) -> RowKind:
    """What a row is, by its cells."""
    texts = row.texts
    if _counts_through(texts[1:]):
        return "numbers" if to_latin(texts[0].strip()) in {"1", ""} else "swallowed"
    if all(types_of(text) <= {"empty", "dash"} for text in texts):
        return "rule"
    code, _ = split_code(texts[0])
    if code is not None:
        return "activity" if "." in code else "area"
    titles = sum(_QUARTER in key(text) for text in texts)
    return "heading" if titles >= _QUARTERS or is_heading(row, columns) else "second"


def _counts_through(texts: Sequence[str]) -> bool:
    """Whether the cells number the columns: `২ ৩ ৪ …`, perhaps with one number lost."""
    filled = [to_latin(text.strip(" ()[].।")) for text in texts if text.strip()]
    if len(filled) < _NUMBERED or not all(text.isdecimal() and len(text) <= 2 for text in filled):
        return False
    return all(1 <= int(after) - int(before) <= 2 for before, after in pairwise(filled))


def area_line(text: str) -> AreaLine:
    """The parts of the heading of an area; an instruction printed behind the mark stays with the title.

    >>> area_line("২. দক্ষতার উন্নয়ন.....১৭").weight, area_line("৪. তথ্য অধিকার").title
    ('17', 'তথ্য অধিকার')
    >>> area_line("১. প্রাতিষ্ঠানিক ব্যবস্থা : ৮").weight
    '8'
    """
    code, rest = split_code(text)
    found = _LEADER.match(rest)
    if found is None:
        return AreaLine(code or "", rest, None)
    return AreaLine(
        code or "", f"{found['title']} {found['rest']}".strip(), to_latin(found["weight"]).lstrip("0") or "0"
    )
