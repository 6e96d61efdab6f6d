"""Headings of the table of a plan, as other offices print them."""

from __future__ import annotations

import pytest

from angikar.rules.finding import GridRow
from angikar.rules.frameworks.framework import Column
from angikar.rules.plan_table.form import head_of, is_heading

COLUMNS = (
    Column(slot="indicator", heading="কর্মসম্পাদন সূচক"),
    Column(slot="criteria.1", heading="অসাধারণ"),
    Column(slot="criteria.2", heading="উত্তম"),
)


@pytest.mark.parametrize(
    "texts",
    [
        ("কর্মসম্পাদন সূচক", "অসাধারণ", "উত্তম"),
        ("কর্মসম্পাদন সূচক (Performance Indicators)", "অসাধারণ (Excellent)", "উত্তম (Good)"),
        ("কর্মসম্পাদন সূচক (Performance Indicators)", "অসাধারণ (Excellent, FY 2018-19)", "উত্তম (Good)"),
    ],
)
def test_english_beside_a_title_is_no_part_of_it(texts: tuple[str, ...]) -> None:
    row = GridRow(texts)
    assert is_heading(row, COLUMNS)
    assert head_of([row], COLUMNS).columns == {"indicator": 0, "criteria.1": 1, "criteria.2": 2}
