"""The numbers of a plan as bytes: they come back as they were written, in the width they need, and what is no block is said to be none."""

from __future__ import annotations

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.duties.models import Line
from angikar.papers.models import Paper
from angikar.standings.engine.numbers import (
    FIGURES,
    LAW,
    DamagedNumbers,
    Row,
    block_of,
    differing,
    is_block,
    opened,
    packed,
    row_at,
    rows_of,
    with_row,
)
from angikar.standings.models import PlanTally
from angikar.standings.plan_tallies import scores_of, tallies_of
from angikar.standings.tally import Tally
from tests.standings import kept

migration = import_module("angikar.standings.migrations.0008_numbers_of_a_plan")
NARROW = st.none() | st.integers(-(2**31) + 1, 2**31 - 1)
ANY = st.none() | st.integers(-(2**63) + 1, 2**63 - 1)


def _rows(numbers: st.SearchStrategy[int | None]) -> st.SearchStrategy[list[Row]]:
    return st.lists(st.tuples(numbers, numbers, numbers), min_size=1, max_size=6)


@given(rows=_rows(NARROW) | _rows(ANY), other=st.tuples(ANY, ANY, ANY), data=st.data())
def test_rows_come_back_as_they_were_written(rows: list[Row], other: Row, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    block = opened(packed(rows, 3), 3)
    assert (rows_of(block), row_at(block, at)) == (rows, rows[at])
    changed = [*rows[:at], other, *rows[at + 1 :]]
    after = block_of(with_row(block, at, other))
    assert rows_of(opened(after, 3)) == changed
    assert differing(after, packed(changed, 3), 3) == 0, "whatever their widths"
    assert differing(after, packed([*changed, other], 3), 3) == 1


def test_a_block_is_as_wide_as_its_widest_number() -> None:
    assert [opened(packed([(number, None)], 2), 2).width for number in (2**31 - 1, 2**31, -(2**31), None)] == [
        4,
        8,
        8,
        4,
    ]


@pytest.mark.parametrize("rows", [[], [(1, 2)], [(1, 2**40), (None, 4)]])
def test_what_is_cut_grown_or_changed_in_its_head_is_no_block(rows: list[Row]) -> None:
    block = packed(rows, 2)
    damaged = [block[:-1], block + b"\0", b"", b"\x80" + block, *(_with_byte(block, at) for at in range(8))]
    assert not any(is_block(each, 2) for each in damaged)
    with pytest.raises(DamagedNumbers):
        opened(block, 3)


def _with_byte(block: bytes, at: int) -> bytes:
    return block[:at] + bytes([block[at] ^ 0x41]) + block[at + 1 :]


def test_rows_of_lines_become_the_same_blocks_as_new_plans_have(paper: Paper) -> None:
    kept.change(paper, q1=850_000, a1=800_000, excused=2)
    plan, parts = PlanTally.objects.get(paper=paper), dict(Line.objects.values_list("pk", "part"))
    rows = []
    for tally, score in zip(tallies_of(plan), scores_of(plan), strict=True):
        names = (*migration._LAW, *migration._FIGURES)
        rows.append(
            (paper.pk, tally.line_id, parts[tally.line_id], None, *(getattr(tally, each) for each in names), *score)
        )
    made = migration._blocks(rows)
    assert made == {name: getattr(plan, name) for name in made}
    assert (LAW[-2:], Tally.__slots__[2:]) == (("is_once", "is_linked"), (*LAW[1:], *FIGURES))
    assert len(rows) == 2
