"""HTML: what a person sees of a page, with the true grid of its tables."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.formats.readers.html import read_html
from angikar.rules.document import Heading, Paragraph, Place


def test_headings_paragraphs_and_breaks() -> None:
    document = read_html("<h2>ক &amp; খ</h2>\n<p>১। গ<br>ঘ\n ঙ</p><div>চ<p>ছ</p>জ</div>")
    assert document.blocks[0] == Heading("ক & খ", 2, place=Place(1))
    assert [line for line, _ in document.lines()] == ["ক & খ", "১। গ", "ঘ ঙ", "চ", "ছ", "জ"]
    assert document.blocks[1] == Paragraph("গ", "১।", place=Place(2))


def test_scripts_styles_and_heads_are_not_read() -> None:
    assert read_html("<head><title>x</title></head><script>1</script><style>a</style><p>ক<b>খ</b></p>").text == "কখ"


def test_spans_and_header_rows_of_a_table() -> None:
    (table,) = read_html(
        "<table><thead><tr><th rowspan=2>ক<th colspan='2'>খ</tr><tr><th>গ</th><th>ঘ</th></tr></thead>\n"
        "<tr><td>১</td><td><p>২</p><p>৩</p></td><td>৪<br>৫</td></tr></table>"
    ).tables()
    assert [[(c.text, c.place.cell, c.colspan, c.rowspan) for c in row.cells] for row in table.rows] == [
        [("ক", 0, 1, 2), ("খ", 1, 2, 1)],
        [("গ", 1, 1, 1), ("ঘ", 2, 1, 1)],
        [("১", 0, 1, 1), ("২\n৩", 1, 1, 1), ("৪\n৫", 2, 1, 1)],
    ]
    assert table.header_rows == 2
    assert [row.place.line for row in table.rows] == [1, 1, 2]
    assert table.rows[0].cells[0].strong


def test_a_table_within_a_cell_becomes_lines_of_the_cell() -> None:
    (table,) = read_html(
        "<table><tr><td>ক<table><tr><td>খ</td><td>গ</td></tr></table>ঘ</td><td>ঙ</td></tr></table>"
    ).tables()
    assert table.rows[0].texts == ("ক\nখ\nগ\nঘ", "ঙ")


def test_a_table_that_only_places_others_is_replaced_by_the_tables_in_it() -> None:
    document = read_html(
        "<table><tr><td>শিরোনাম<table><tr><th>ক<th>খ<tr><td>১<td>২</table>শেষ</td></tr>"
        "<tr><td><table><tr><td>৩<td>৪<tr><td>৫<td>৬</table></td></tr></table>"
    )
    assert [row.texts for table in document.tables() for row in table.rows] == [
        ("ক", "খ"),
        ("১", "২"),
        ("৩", "৪"),
        ("৫", "৬"),
    ]
    assert document.text.split() == ["শিরোনাম", "ক", "খ", "১", "২", "শেষ", "৩", "৪", "৫", "৬"]


def test_the_fields_of_a_form_say_what_was_filled_in() -> None:
    (table,) = read_html(
        "<table><tr><td>অর্জন<td><input value='১২'><input type=hidden value=x><input type=submit value=y></tr>"
        "<tr><td>একক<td><select><option>জন<option selected>সংখ্যা<option>%</select></tr>"
        "<tr><td>হ্যাঁ<td><input type=radio checked> ক <input type=radio> খ<textarea>মন্তব্য</textarea></tr></table>"
    ).tables()
    assert [row.texts[1] for row in table.rows] == ["১২", "সংখ্যা", "[x] ক খমন্তব্য"]


def test_lists_carry_the_numbers_a_browser_shows() -> None:
    document = read_html("<ol start=3><li>ক<li>খ<ul><li>গ</ul></ol><p>ঘ</p>")
    assert [line for line, _ in document.lines()] == ["3. ক", "4. খ", "• গ", "ঘ"]


@pytest.mark.parametrize(
    "page", ["<table>" * 5000 + "ক", "<div>" * 50_000 + "ক", "<tr><td>ক", "<table><td>ক", "</table></tr>ক"]
)
def test_bad_and_deep_nesting_loses_no_word(page: str) -> None:
    assert read_html(page).text.strip() == "ক"


@given(st.text(st.sampled_from("<>/=\"'&;abtdhrp কখ\n"), max_size=60))
def test_any_text_is_some_page(text: str) -> None:
    assert read_html(text).text is not None


def test_numbers_without_end_in_attributes_and_styles_are_no_fault() -> None:
    endless = "9" * 5000
    page = f"<style>p {{ width: {endless}px }}</style><p style='width:{endless}px'>ক<table><td colspan={endless}>খ<td rowspan=0>গ</table>"
    assert read_html(page).text.split() == ["ক", "খ", "গ"]


@pytest.mark.parametrize("piece", ["<html>", "<div>", "<p>ক<li>", "<table><td>", "</div>", "<ul><div><li>"])
def test_elements_that_never_end_cost_in_proportion(piece: str) -> None:
    assert _steps(piece * 1600) < 5 * _steps(piece * 400)


def _steps(page: str) -> int:
    """How many lines of our code are run to read a page."""
    count = 0

    def step(frame: FrameType, event: str, argument: object) -> object:
        nonlocal count
        count += event == "line"
        return step if "/angikar/" in frame.f_code.co_filename else None

    sys.settrace(step)
    try:
        read_html(page)
    finally:
        sys.settrace(None)
    return count
