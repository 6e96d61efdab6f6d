"""Plain text: lines to blocks, tabs to tables, nothing repaired."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.formats import read
from angikar.formats.pdf_text.lines import split_label
from angikar.formats.readers.text import read_text
from angikar.rules.document import Cell, Heading, Paragraph, Place, Table

SEEDS = Path(os.environ.get("ANGIKAR_SEEDS", Path(__file__).parents[4] / "shared/seeds"))


@pytest.mark.parametrize(
    ("line", "label", "text"),
    [
        ("১। সভা আহ্বান", "১।", "সভা আহ্বান"),
        ("(ক) সভা আহ্বান", "(ক)", "সভা আহ্বান"),
        ("- (ক) সভা আহ্বান", "(ক)", "সভা আহ্বান"),
        ("- ১। সভা আহ্বান", "১।", "সভা আহ্বান"),
        ("- সভা আহ্বান", "-", "সভা আহ্বান"),
        ("১) সভা", "১)", "সভা"),
        ("[১.২.১] সভা", "[১.২.১]", "সভা"),
        ("১.২. সভা", "১.২.", "সভা"),
        ("- ৫।", "৫।", ""),
        ("১০.১০.২০১৮ তারিখে সভা", "", "১০.১০.২০১৮ তারিখে সভা"),
        ("১.৫ কোটি টাকা", "", "১.৫ কোটি টাকা"),
        ("(সকল) কার্যালয়", "", "(সকল) কার্যালয়"),
        ("*সাময়িক তথ্য", "", "*সাময়িক তথ্য"),
    ],
)
def test_the_label_in_front_of_a_line_is_taken_apart(line: str, label: str, text: str) -> None:
    (block,) = read_text(line).blocks
    assert isinstance(block, Paragraph)
    assert (block.label, block.text) == (label, text)


def test_tabbed_lines_are_one_table_with_places_on_the_original_lines() -> None:
    document = read_text("শিরোনাম\n\nক\tখ\n\tগ\t\n\nঘ\tঙ\nশেষ")
    assert [type(block).__name__ for block in document.blocks] == ["Paragraph", "Table", "Table", "Paragraph"]
    first, second = document.tables()
    assert [row.texts for row in first.rows] == [("ক", "খ"), ("", "গ", "")]
    assert [row.place.line for row in (*first.rows, *second.rows)] == [3, 4, 6]
    assert first.rows[1].cells[1] == Cell("গ", place=Place(4, cell=1))
    assert first.header_rows == 0


def test_marks_of_emphasis_are_understood_and_tags_are_left() -> None:
    document = read_text("## পরিপত্র-৬\n**বিষয়: সভা**\n১। **ক:** খ ** গ\n<p>ঘ</p>\t**ঙ**")
    assert document.blocks[0] == Heading("পরিপত্র-৬", 2, place=Place(1))
    assert document.blocks[1] == Paragraph("বিষয়: সভা", strong=True, place=Place(2))
    assert document.blocks[2] == Paragraph("ক: খ ** গ", "১।", place=Place(3))
    assert isinstance(document.blocks[3], Table)
    assert document.blocks[3].rows[0].texts == ("<p>ঘ</p>", "**ঙ**")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_the_same(end: str) -> None:
    document = read_text(end.join(["ক", "", "খ\u2028গ"]))
    assert [(line, place.line) for line, place in document.lines()] == [("ক", 1), ("খ\u2028গ", 3)]


@given(st.lists(st.text(st.sampled_from("কখ১।() .\t-"), max_size=12), max_size=8))
def test_no_word_is_lost_or_made(lines: list[str]) -> None:
    text = "\n".join(lines)
    marks_aside = [word for word in text.split() if word != "-"]
    assert [word for word in read_text(text).text.split() if word != "-"] == marks_aside


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")) or [None], ids=lambda seed: seed.stem if seed else "none")
def test_the_real_papers_keep_every_word_on_its_line(seed: Path | None) -> None:
    if seed is None:
        pytest.skip(f"the real papers are not in {SEEDS}")
    source = seed.read_text(encoding="utf-8")
    document = read(seed.read_bytes(), seed.name)
    assert re.sub(r"\*\*|##|(?m:^- )", "", document.text).split() == re.sub(r"\*\*|##|(?m:^- )", "", source).split()
    original = source.split("\n")
    for table in document.tables():
        for row in table.rows:
            assert row.place.line is not None
            assert [cell.strip() for cell in original[row.place.line - 1].split("\t")] == list(row.texts)


def test_a_label_alone_keeps_its_line() -> None:
    assert split_label("৫।") == ("৫।", "")
