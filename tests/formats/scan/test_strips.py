"""Strips: columns side by side are read one after the other, a memo number and its date stay one line."""

from __future__ import annotations

import numpy as np

from angikar.formats.pdf_text.line_joins import PrintedLine, goes_on
from angikar.formats.scan.picture import DPI
from angikar.formats.scan.ruled_tables import Box, Ink, tables
from angikar.formats.scan.strips import around_leader, has_gap, lines


def page(*boxes: Box) -> Ink:
    """A page of ink in boxes."""
    ink = np.zeros((800, 1600), dtype=bool)
    for x0, top, x1, bottom in boxes:
        ink[top:bottom, x0:x1] = True
    return ink


def test_columns_side_by_side_are_read_one_after_the_other() -> None:
    left = ((100, 100, 500, 140), (100, 160, 450, 200))
    for right in (((900, 120, 1300, 170), (900, 185, 1200, 225)), ((900, 100, 1300, 140), (900, 160, 1200, 200))):
        assert lines(page(*left, *right), []) == [*left, *right]


def test_a_label_beside_its_value_stays_one_line() -> None:
    rows = [
        (
            (100, top, 300, top + 40),
            (600, top + 8, 606, top + 16),
            (600, top + 26, 606, top + 34),
            (640, top, 1300, top + 40),
        )
        for top in (100, 160)
    ]
    assert lines(page(*rows[0], *rows[1]), []) == [(100, 100, 1300, 140), (100, 160, 1300, 200)]


def test_a_memo_number_and_its_date_are_one_line_with_a_gap() -> None:
    ink = page((100, 100, 700, 140), (1100, 100, 1500, 140), (100, 200, 900, 240))
    whole, below = lines(ink, [])
    assert whole == (100, 100, 1500, 140)
    assert has_gap(ink, whole)
    assert not has_gap(ink, below)


def test_a_title_and_the_figure_behind_a_leader_are_two_parts() -> None:
    dots = [(600 + 12 * n, 130, 606 + 12 * n, 136) for n in range(20)]
    title, mark = (100, 100, 560, 140), (880, 100, 920, 140)
    first, last = around_leader(page(title, *dots, mark), (100, 100, 920, 140))
    assert (title[2] < first[2] <= dots[0][0], dots[-1][2] <= last[0] < mark[0]) == (True, True)
    few = page(title, *dots[:5], mark)
    assert around_leader(few, (100, 100, 920, 140)) == ((100, 100, 920, 140),)


def test_a_sign_below_its_line_makes_no_line_of_its_own() -> None:
    whole = (100, 100, 1500, 164)
    ink = page((100, 100, 900, 140), (1100, 100, 1500, 140), (1150, 150, 1164, 164), (400, 100, 410, 164))
    assert lines(ink, []) == [whole]


def test_a_table_holds_no_line() -> None:
    assert lines(page((100, 100, 500, 140)), [(90, 90, 510, 150)]) == []


def test_a_line_with_a_gap_goes_not_on() -> None:
    whole, below = PrintedLine("স্মারক তারিখ", (0, 0, 100, 10)), PrintedLine("বিষয়", (0, 12, 30, 22))
    edges = (0.0, 100.0)
    assert goes_on(whole, below, edges)
    assert not goes_on(whole._replace(is_parted=True), below, edges)
    assert not goes_on(whole, below._replace(is_parted=True), edges)


def test_a_table_of_one_row_is_a_table_and_the_headline_of_a_word_none() -> None:
    edges = (100, 400, 800, 1500)
    ruled = page((100, 100, 1504, 103), (100, 168, 1504, 171), *((x, 100, x + 3, 171) for x in edges))
    (cells,) = tables(ruled, DPI)
    assert len(cells) == 3
    word = page((100, 100, 300, 104), *((x, 100, x + 4, 160) for x in (100, 180, 296)))
    assert tables(word, DPI) == []
