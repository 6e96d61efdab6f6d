"""A doubt of a check, which sees values alone, finds the cell or the line its value was read from."""

from __future__ import annotations

import pytest

from angikar.formats.readers.text import read_text
from angikar.rules.content import Content
from angikar.rules.document import NOWHERE, Place
from angikar.rules.kinds import understand
from angikar.rules.tracing.places import located
from tests.doubts import doubt_of
from tests.rules.kinds.integrity_plans import plan_text


class _Paper(Content):
    weight: str = "17"
    text: str = "দীর্ঘ একটি অনুচ্ছেদ যা কয়েক লাইন ধরে চলে এবং শেষে ২০ জুন ২০১৪ লেখা"
    lost: str = "কোথাও নেই"


SOURCE = read_text(
    "শিরোনাম\n\n২. দক্ষতার উন্নয়ন.....১৭\t\t৫\nঅন্য সারি\t১৭\n\nদীর্ঘ একটি অনুচ্ছেদ যা কয়েক লাইন ধরে চলে\nএবং শেষে ২০ জুন ২০১৪ লেখা\n"
)


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("weight", Place(3), Place(3, cell=0)),
        ("weight", Place(4), Place(4, cell=1)),
        ("weight", Place(3, cell=2), Place(3, cell=2)),
        ("weight", NOWHERE, Place(4, cell=1)),  # where it stands alone
        ("text", NOWHERE, Place(6)),
        ("lost", NOWHERE, NOWHERE),
        ("", Place(3), Place(3)),
    ],
)
def test_a_value_is_found_at_its_place(path: str, before: Place, after: Place) -> None:
    (found,) = located([doubt_of("code", "info", ("ক", "a"), path, before)], _Paper(), SOURCE)
    assert (found.place.line, found.place.cell) == (after.line, after.cell)


def test_the_mark_of_an_area_is_doubted_at_the_cell_of_its_heading() -> None:
    reading = understand(read_text(plan_text(area="১৪")))
    (doubt,) = [each for each in reading.doubts if each.code == "area-weight-sum"]
    assert (doubt.place.line, doubt.path, doubt.suggestion) == (8, "areas.0.weight", "4")
