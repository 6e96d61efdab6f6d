"""Reads an evaluation sheet in the form the system sets: the facts behind their labels, one table, the signatures below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from angikar.rules.bangla.dates import parse_date
from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import key
from angikar.rules.document import Block, Document, Table
from angikar.rules.finding import GridRow, TextLine, grid, lines_of
from angikar.rules.kinds.evaluation_sheet import sentences
from angikar.rules.kinds.evaluation_sheet.columns import MARKS, columns_for
from angikar.rules.kinds.evaluation_sheet.content import KIND, EvaluationArea, EvaluationRow, EvaluationSheet
from angikar.rules.kinds.evaluation_sheet.write import (
    BETWEEN,
    COUNTERPART,
    OFFICE,
    ON,
    PLAN,
    PROVEN,
    STATES,
    TOTAL,
    YEAR,
)
from angikar.rules.letters.foot import signatories
from angikar.rules.plan import Part
from angikar.rules.plan_table.cells import figures, split_code
from angikar.rules.plan_table.seen import UNSCORED, parted
from angikar.rules.plan_table.write import BANNERS
from angikar.rules.reading import Doubt, Reading
from angikar.rules.schedule.fiscal import canonical_year

_TITLE = re.compile(r"মূল্যায়ন\s+(?:পত্র|শিট|শীট)$")
_LEVEL = re.compile(r"([০-৯0-9]{1,3})\s*%")
_GOVERNANCE = f", {BANNERS['governance']}"
_STATES = {key(words): state for state, words in STATES.items()}
_PROVEN = {key(words): proven for proven, words in PROVEN.items()}
_Cells = dict[str, str]


def recognise(document: Document) -> int:
    """Surely a sheet when its title is above its table; never by either alone."""
    return 97 if _titled(lines_of(document.blocks)) and _found(document) else 0


def read(document: Document, framework: str | None) -> Reading[EvaluationSheet]:
    """The sheet of a Document, on the framework of its plan, if one is named."""
    lines, found = lines_of(document.blocks), _found(document)
    title = _titled(lines)
    levels, rows = (found[1], found[2]) if found else ((), ())
    slots = [column.slot for column in columns_for(levels)]
    areas, total, doubts = _areas([(row, _cells(row, slots)) for row in rows], levels)
    day = parse_date(_fact(lines, ON) or "")
    sheet = EvaluationSheet(
        office=_fact(lines, OFFICE),
        counterpart=_fact(lines, COUNTERPART),
        fiscal_year=canonical_year(_fact(lines, YEAR) or ""),
        plan=_fact(lines, PLAN) or "",
        title=title.text if title else "",
        on=day.isoformat() if day else "",
        levels=levels,
        areas=areas,
        weight=_figure(total.get("weight", "")),
        unscored=_figure(_fact(lines, UNSCORED) or ""),
        claimed=_mark(total.get("claimed", "")),
        accepted=_mark(total.get("accepted", "")),
        signatories=tuple(each.signatory for each in signatories(Document(_after(document)))),
    )
    if not areas:
        doubts.append(Doubt(sentences.AREAS_MISSING, "error", path="areas"))
    return Reading(KIND, framework, sheet).with_doubts(*doubts)


def _cells(row: GridRow, slots: Sequence[str]) -> _Cells:
    """The cells of a row by slot; a row that ends early has empty ones."""
    return dict.fromkeys(slots, "") | dict(zip(slots, row.texts, strict=False))


def _titled(lines: Sequence[TextLine]) -> TextLine | None:
    return next((line for line in lines if _TITLE.search(line.text)), None)


def _fact(lines: Sequence[TextLine], label: str) -> str | None:
    """The text behind a label; a line may have several facts."""
    opens = re.compile(rf"{re.escape(label)}\s*[:ঃ]\s*")
    facts = (fact for line in lines for fact in line.text.split(BETWEEN))
    return next((opens.sub("", fact, count=1) for fact in facts if opens.match(fact)), None)


def _found(document: Document) -> tuple[Table, tuple[int, ...], tuple[GridRow, ...]] | None:
    """The table whose heading is that of the sheet, its levels, and the rows below the heading."""
    for table in document.tables():
        rows = grid(table)
        numbered = next((n for n, row in enumerate(rows) if _numbers(row)), None)
        if numbered is None:
            continue
        width = range(len(rows[numbered].texts))
        titles = [[row.texts[place] for row in rows[:numbered] if place < len(row.texts)] for place in width]
        levels = tuple(
            int(to_latin(found[1])) for each in titles for text in each if (found := _LEVEL.fullmatch(text.strip()))
        )
        columns = columns_for(levels)
        named = [
            key(column.heading) in {key(text) for text in each} for column, each in zip(columns, titles, strict=False)
        ]
        if len(columns) == len(titles) and all(named):
            return table, levels, rows[numbered + 1 :]
    return None


def _numbers(row: GridRow) -> bool:
    """Whether a row numbers the columns."""
    return len(row.texts) > 1 and [to_latin(text.strip()) for text in row.texts] == [
        str(n) for n in range(1, len(row.texts) + 1)
    ]


def _after(document: Document) -> tuple[Block, ...]:
    last = max((n for n, block in enumerate(document.blocks) if isinstance(block, Table)), default=-1)
    return document.blocks[last + 1 :]


def _areas(
    rows: Sequence[tuple[GridRow, _Cells]], levels: tuple[int, ...]
) -> tuple[tuple[EvaluationArea, ...], _Cells, list[Doubt]]:
    """The areas with their rows, the cells of the row of totals, and what could not be read."""
    found: list[tuple[EvaluationArea, list[EvaluationRow]]] = []
    total: _Cells = {}
    doubts: list[Doubt] = []
    for row, cells in rows:
        first = cells["indicator"].strip()
        if key(first) == key(TOTAL):
            total = cells
        elif first.startswith("["):
            if not found:
                found.append((EvaluationArea(code="1", title=""), []))
            members = found[-1][1]
            doubts += _unreadable(row, cells, f"areas.{len(found) - 1}.rows.{len(members)}")
            members.append(_row(row, cells, levels))
        elif first:
            found.append((_area(first, cells), []))
    return tuple(area.model_copy(update={"rows": tuple(members)}) for area, members in found), total, doubts


def _area(first: str, cells: _Cells) -> EvaluationArea:
    part: Part = "governance" if first.endswith(_GOVERNANCE) else "own"
    code, title = split_code(first.removesuffix(_GOVERNANCE))
    return EvaluationArea(
        part=part,
        code=code or "",
        title=title,
        weight=_figure(cells["weight"]),
        claimed=_mark(cells["claimed"]),
        accepted=_mark(cells["accepted"]),
    )


def _row(row: GridRow, cells: _Cells, levels: tuple[int, ...]) -> EvaluationRow:
    code, title = split_code(cells["indicator"])
    actual, accepted_actual = map(_figure, parted(cells["actual"]))
    marks = {slot: _mark(cells[slot]) for slot in MARKS}
    return EvaluationRow(
        code=code or "",
        title=title,
        unit_text=cells["unit"].strip() or None,
        weight=_figure(cells["weight"]),
        criteria=tuple(_figure(cells[f"criteria.{place}"]) for place in range(len(levels))),
        target=() if levels else figures(cells["target"]) or (),
        state=_STATES.get(key(cells["actual"]), "reported"),
        actual=actual,
        accepted_actual=accepted_actual,
        **marks,
        proven=_PROVEN.get(key(cells["proven"])),
        lines=(row.place.line,) if row.place.line else (),
    )


def _unreadable(row: GridRow, cells: _Cells, path: str) -> Iterator[Doubt]:
    """`cell-unreadable`: a cell of figures without a figure."""
    for place, (slot, text) in enumerate(cells.items()):
        is_words = slot in ("indicator", "unit", "proven") or (slot == "actual" and key(text) in _STATES)
        parts = parted(text) if slot == "actual" else (text,)
        if not is_words and any(part.strip() and figures(part) is None for part in parts):
            yield Doubt(sentences.CELL_UNREADABLE, "error", {"text": text}, f"{path}.{slot}", row.at(place))


def _figure(text: str) -> str | None:
    found = figures(text)
    return found[0] if found else None


def _mark(text: str) -> str | None:
    """A score or a mark with its two places."""
    figure = _figure(text)
    if figure is None:
        return None
    whole, _, rest = figure.partition(".")
    return f"{whole}.{rest.ljust(2, '0')}"
