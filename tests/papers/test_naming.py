"""What the fields of a paper are called: by the last known name of the path, with a number or a year behind it."""

from __future__ import annotations

import pytest
from django.utils import translation

from angikar.papers.naming import label


@pytest.mark.parametrize(
    ("path", "bangla"),
    [
        ("memo_number", "স্মারক নম্বর"),
        ("areas.0", "ক্ষেত্র ১"),
        ("baselines.2020-21", "প্রকৃত অর্জন ২০২০-২১"),
        ("unknown", "unknown"),
    ],
)
def test_a_field_has_a_name_and_a_number_where_it_is_one_of_several(path: str, bangla: str) -> None:
    with translation.override("bn"):
        assert label(path) == bangla
