"""Papers that left the official layout: a column gone, rows lost, cells blank or swapped. They are read with doubts, never with a crash."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from angikar.formats import write_docx
from angikar.formats.readers.docx import read_docx
from angikar.rules.document import Block, Cell, Document, Row, Table
from angikar.rules.finding import grid
from angikar.rules.kinds import KINDS, as_json, understand
from angikar.rules.reading import Reading
from tests.rules import strategies
from tests.rules.kinds.integrity_plans import plans as integrity_plans

PLANS: dict[str, st.SearchStrategy[Any]] = {
    "agreement": strategies.agreements(),
    "integrity_plan": integrity_plans(),
    "reform_plan": strategies.reform_plans(),
    "progress_report": strategies.progress_reports(),
}
LAW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def spread(table: Table) -> list[list[str]]:
    """A table as a plain grid: spans give their text to their first cell."""
    return [list(row.texts) for row in grid(table)]


def ruled(rows: list[list[str]]) -> Table:
    return Table(tuple(Row(tuple(Cell(text) for text in row)) for row in rows))


def with_table(document: Document, index: int, rows: list[list[str]]) -> Document:
    blocks: list[Block] = list(document.blocks)
    blocks[index] = ruled(rows)
    return replace(document, blocks=tuple(blocks))


def without_column(document: Document, title: str) -> Document:
    """Every wide table without the column that stands under a title, as an office may leave it out."""
    for index, block in enumerate(document.blocks):
        if isinstance(block, Table) and len(rows := spread(block)) > 1 and len(rows[0]) > 8:
            places = [n for row in rows[:3] for n, text in enumerate(row) if text == title]
            if places:
                kept = [[text for n, text in enumerate(row) if n != places[0]] for row in rows]
                document = with_table(document, index, kept)
    return document


def sound(reading: Reading[Any]) -> None:
    """The reading is whole: it can be written down and printed, and each doubt speaks both languages."""
    assert as_json(reading)["content"]
    assert KINDS[reading.kind].write(reading.content).blocks
    assert all(doubt.message.strip() and doubt.message_en.strip() for doubt in reading.doubts)


@pytest.mark.parametrize(
    ("kind", "title", "code"),
    [
        ("agreement", "কর্মসম্পাদন সূচকের মান", "weight-missing"),
        ("agreement", "একক", "unit-missing"),
        ("reform_plan", "কর্মসম্পাদন সূচকের মান", "weight-missing"),
        ("reform_plan", "একক", "unit-missing"),
        ("integrity_plan", "সূচকের মান", "weight-missing"),
        ("integrity_plan", "বাস্তবায়নের দায়িত্বপ্রাপ্ত ব্যক্তি/পদ", "responsible-missing"),
    ],
)
def test_a_column_that_was_left_out_is_doubted_row_by_row(kind: str, title: str, code: str) -> None:
    @settings(LAW, max_examples=10)
    @given(PLANS[kind])
    def law(paper: Any) -> None:
        known = paper.model_copy(
            update={"fiscal_year": {"agreement": "2022-23", "reform_plan": "2021-22"}.get(kind, paper.fiscal_year)}
        )
        reading = understand(read_docx(write_docx(without_column(KINDS[kind].write(known), title))), kind)
        found = {doubt.path.partition(".indicators.")[0] for doubt in reading.doubts if doubt.code == code}
        assert found, [doubt.code for doubt in reading.doubts]
        sound(reading)

    law()


@pytest.mark.parametrize("kind", PLANS)
def test_a_broken_table_is_read_with_doubts_and_never_with_a_crash(kind: str) -> None:
    @settings(LAW, max_examples=40)
    @given(PLANS[kind], st.data())
    def law(paper: Any, data: st.DataObject) -> None:
        document = KINDS[kind].write(paper)
        places = [n for n, block in enumerate(document.blocks) if isinstance(block, Table) and len(block.rows) > 1]
        index = data.draw(st.sampled_from(places))
        block = document.blocks[index]
        assert isinstance(block, Table)
        rows = spread(block)
        for _ in range(data.draw(st.integers(1, 4))):
            _break(rows, data)
        sound(understand(with_table(document, index, rows)))

    law()


def _break(rows: list[list[str]], data: st.DataObject) -> None:
    """One thing that copying, scanning or an office does to a table."""
    y = data.draw(st.integers(0, len(rows) - 1))
    x = data.draw(st.integers(0, max(0, len(rows[y]) - 1)))
    match data.draw(st.sampled_from(("blank", "shift", "drop", "swap", "text", "double"))):
        case "blank" if rows[y]:
            rows[y][x] = ""
        case "shift":
            rows[y].insert(x, "")
        case "drop" if len(rows) > 1:
            rows.pop(y)
        case "swap" if len(rows[y]) > 1:
            rows[y][x - 1], rows[y][x] = rows[y][x], rows[y][x - 1]
        case "text" if rows[y]:
            rows[y][x] = data.draw(
                st.sampled_from(
                    ("৩১.০২.২০২৩", "মোট", "১ ২ ৩", "[১.১.১.১.১]", "সমষ্টি সংখ্যা", "থেকে", "-৫", "%", "(৯৯+১৬২)")
                )
            )
        case "double":
            rows.insert(y, list(rows[y]))
