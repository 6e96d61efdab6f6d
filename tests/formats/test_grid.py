"""Spans: every cell finds its column, none covers another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.formats import Unreadable
from angikar.formats.grid import column_count, gaps, place, table
from angikar.rules.document import Cell, Place

ROWS = st.lists(st.lists(st.builds(Cell, colspan=st.integers(1, 4), rowspan=st.integers(1, 4)), max_size=5), max_size=6)


def test_a_cell_comes_after_those_that_reach_down_from_above() -> None:
    rows = place([[Cell("ক", rowspan=2), Cell("খ", colspan=2)], [Cell("গ"), Cell("ঘ")]])
    assert [[cell.column for cell in row] for row in rows] == [[0, 1], [1, 2]]


def test_a_span_that_would_cover_another_or_leave_the_table_is_cut() -> None:
    rows = place([[Cell(), Cell(rowspan=9)], [Cell("ক", colspan=5)]])
    assert rows[0][1].rowspan == 2
    assert rows[1][0].colspan == 1


def test_a_ragged_row_leaves_gaps() -> None:
    rows = place([[Cell(), Cell(), Cell()], [Cell()]])
    assert list(gaps(rows)) == [(1, 1), (1, 2)]


def test_the_place_of_a_cell_is_its_grid_column() -> None:
    made = table([[Cell(rowspan=2), Cell()], [Cell("ক")]], [Place(4), Place(5)])
    assert made.rows[1].cells[0].place == Place(5, cell=1)
    assert made.place == Place(4)


@given(ROWS)
def test_no_two_cells_cover_one_field_and_gaps_are_the_rest(rows: list[list[Cell]]) -> None:
    placed = place(rows)
    covered = [
        (y + down, cell.column + right)
        for y, row in enumerate(placed)
        for cell in row
        for down in range(cell.rowspan)
        for right in range(cell.colspan)
    ]
    fields = [(y, x) for y in range(len(rows)) for x in range(column_count(placed))]
    assert sorted([*covered, *gaps(placed)]) == fields


def test_a_table_that_few_cells_spread_beyond_any_paper_is_refused() -> None:
    rows = [[Cell("ক", colspan=2000, rowspan=2000)] for _ in range(1200)]
    with pytest.raises(Unreadable) as refused:
        place(rows)
    assert refused.value.code == "paper-too-long"
