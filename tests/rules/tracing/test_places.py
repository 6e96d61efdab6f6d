"""A doubt of a check, which sees values alone, finds the cell or the line its value was read from."""

from __future__ import annotations

import pytest

from angikar.formats.readers.text import read_text
from angikar.rules.content import Content
from angikar.rules.document import NOWHERE, Place
from angikar.rules.kinds import understand
from angikar.rules.reading import Doubt
from angikar.rules.sentences import OCR_UNCERTAIN
from angikar.rules.tracing.places import at_values, located
from tests.doubts import doubt_of
from tests.rules.kinds.integrity_plans import plan_text


class _Paper(Content):
    weight: str = "17"
    text: str = "দীর্ঘ একটি অনুচ্ছেদ যা কয়েক লাইন ধরে চলে এবং শেষে ২০ জুন ২০১৪ লেখা"
    lost: str = "কোথাও নেই"
    head: str = "শিরোনাম"


class _Head(Content):
    number: str
    date: str


class _Letter(Content):
    letter: _Head


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


@pytest.mark.parametrize(
    ("place", "text", "path", "suggestion"),
    [
        (Place(4, cell=1), "১৭", "weight", None),  # the content has the figure in digits of its own
        (Place(6), "দীর্ঘ একটি অনুচ্ছেদ যা কয়েক লাইন ধরে চলে", "text", None),  # the proposal is one for a part of the value
        (Place(1), "শিরোনাম", "head", "১৯"),
        (Place(4, cell=0), "অন্য সারি", "", "১৯"),
    ],
)
def test_what_is_doubted_of_a_place_is_doubted_of_the_value_read_there(
    place: Place, text: str, path: str, suggestion: str | None
) -> None:
    seen = Doubt(OCR_UNCERTAIN, "warning", {"text": text, "other": "১৯"}, place=place, suggestion="১৯")
    (found,) = at_values([seen], _Paper(), SOURCE)
    assert (found.path, found.place, found.suggestion) == (path, place, suggestion)


def test_a_doubt_about_a_line_of_two_values_has_the_path_they_share() -> None:
    source = read_text("স্মারক নং: ১২.৩৪.৫৬ তারিখ: ১০ জুন ২০২২")
    content = _Letter(letter=_Head(number="১২.৩৪.৫৬", date="2022-06-10"))
    seen = Doubt(OCR_UNCERTAIN, "warning", {"text": "স্মারক", "other": "স্মরক"}, place=Place(1), suggestion="স্মরক")
    (found,) = at_values([seen], content, source)
    assert (found.path, found.suggestion) == ("letter", None)
