"""The marks of a plan inside a plan count only where its full marks fit and anything of it was reported."""

from __future__ import annotations

from decimal import Decimal

import pytest

from angikar.rules.scoring.inner import InnerMarks, InnerStatus, inner_status


@pytest.mark.parametrize(
    ("claimed", "full", "reported", "counts_from", "status"),
    [
        (None, 100, True, 100, "no_marks"),
        (80, 50, True, 100, "full_differs"),
        (80, 50, True, None, "counted"),
        (0, 100, False, 100, "not_reported"),
        (80, 100, True, 100, "counted"),
    ],
)
def test_the_marks_of_an_inner_plan_count_by_one_rule(
    claimed: int | None, full: int, reported: bool, counts_from: int | None, status: InnerStatus
) -> None:
    units = InnerMarks(claimed, None, full, reported, settled=False)
    assert inner_status(units, counts_from) == status
    exact = InnerMarks(None if claimed is None else Decimal(claimed), None, Decimal(full), reported, settled=False)
    assert inner_status(exact, None if counts_from is None else Decimal(counts_from)) == status


def test_a_row_without_a_scored_plan_has_no_marks() -> None:
    assert inner_status(None, 100) == "no_marks"
