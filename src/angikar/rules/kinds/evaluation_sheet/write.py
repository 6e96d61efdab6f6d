"""Sets an evaluation sheet in its form: one row for each indicator, sums for each area and the whole, places for both signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.document import Align, Block, Cell, Document, Heading, Paragraph, Row, Table
from angikar.rules.frameworks.framework import Column
from angikar.rules.kinds.evaluation_sheet.columns import columns_for, widths_of
from angikar.rules.kinds.evaluation_sheet.content import EvaluationArea, EvaluationRow, EvaluationSheet
from angikar.rules.letters.printed import signature
from angikar.rules.plan_table.seen import UNSCORED, with_accepted
from angikar.rules.plan_table.write import BANNERS, coded, figure_text, header
from angikar.rules.scoring.lines import State

PLAN, YEAR, OFFICE, COUNTERPART, ON = (
    "মূল্যায়িত পরিকল্পনা",
    "অর্থবছর",
    "দপ্তর/সংস্থার নাম",
    "মূল্যায়নকারী",
    "হিসাবের তারিখ",
)
BETWEEN = " · "
TOTAL = "সর্বমোট"
STATES: dict[State, str] = {
    "not_reported": "প্রতিবেদন নেই",
    "not_due": "সময় হয়নি",
    "not_applicable": "প্রযোজ্য নয়",
}
PROVEN = {True: "হ্যাঁ", False: "না"}
_NOTE = "দাবিকৃত: দপ্তর যা জানিয়েছে। গৃহীত: মূল্যায়নকারী যা দেখে মেনেছেন। প্রতিবেদন না থাকলে নম্বর শূন্য লেখা হয় না, ঘর খালি থাকে।"


def write(sheet: EvaluationSheet) -> Document:
    """The sheet across the page: what is evaluated, one table, the two parties."""
    return Document(tuple(_blocks(sheet)), sheet.title, landscape=True)


def _blocks(sheet: EvaluationSheet) -> Iterator[Block]:
    yield Heading(sheet.title, path="title")
    on = write_date(date.fromisoformat(sheet.on)) if sheet.on else None
    lines = (
        ("plan", ((PLAN, sheet.plan), (YEAR, to_bangla(sheet.fiscal_year or "")))),
        ("office", ((OFFICE, sheet.office), (COUNTERPART, sheet.counterpart))),
        ("on", ((ON, on), (UNSCORED, to_bangla(sheet.unscored or "")))),
    )
    for path, facts in lines:
        line = BETWEEN.join(f"{label}: {value}" for label, value in facts if value)
        if line:
            yield Paragraph(line, strong=path != "on", path=path)
    yield _table(sheet)
    yield Paragraph(_NOTE)
    margins: tuple[Align, ...] = ("left", "right")
    for index, each in enumerate(sheet.signatories):
        yield signature(each, margins[index % 2])


def _table(sheet: EvaluationSheet) -> Table:
    columns = columns_for(sheet.levels)
    head = header(columns)
    numbers = Row(tuple(Cell(to_bangla(str(number)), align="center") for number in range(1, len(columns) + 1)))
    rows = (row for index, area in enumerate(sheet.areas) for row in _area_rows(f"areas.{index}", area, columns))
    return Table((*head, numbers, *rows, _sums(TOTAL, sheet, columns)), len(head) + 1, widths_of(columns))


def _area_rows(at: str, area: EvaluationArea, columns: Sequence[Column]) -> Iterator[Row]:
    title = f"{to_bangla(area.code)}. {area.title}"
    yield _sums(title if area.part == "own" else f"{title}, {BANNERS['governance']}", area, columns)
    for index, row in enumerate(area.rows):
        yield Row(tuple(_cell(f"{at}.rows.{index}", row, column) for column in columns))


def _sums(title: str, of: EvaluationArea | EvaluationSheet, columns: Sequence[Column]) -> Row:
    """A title over indicator and unit, the weight, and the marks at the end."""
    aims = len(columns) - 8
    texts = (
        (title, 2),
        (figure_text(of.weight), 1),
        ("", aims),
        ("", 1),
        (figure_text(of.claimed), 1),
        ("", 1),
        (figure_text(of.accepted), 1),
        ("", 1),
    )
    return Row(
        tuple(
            Cell(text, span, align="left" if place == 0 else "center", strong=True)
            for place, (text, span) in enumerate(texts)
        )
    )


def _cell(at: str, row: EvaluationRow, column: Column) -> Cell:
    slot, _, place = column.slot.partition(".")
    if slot in ("indicator", "unit"):
        return Cell(coded(row.code, row.title) if slot == "indicator" else row.unit_text or "", path=at)
    return Cell(_text(row, slot, place), align="center")


def _text(row: EvaluationRow, slot: str, place: str) -> str:
    match slot:
        case "criteria":
            return figure_text(row.criteria[int(place)]) if int(place) < len(row.criteria) else ""
        case "target":
            return "\n".join(map(figure_text, row.target))
        case "actual":
            return with_accepted(row.actual, row.accepted_actual) or STATES.get(row.state, "")
        case "proven":
            return PROVEN[row.proven] if row.proven is not None else ""
        case _:
            return figure_text(getattr(row, slot))
