"""The labels of a circular's items: before the first number, and items that stand under items."""

from __future__ import annotations

import pytest

from angikar.rules.kinds.circular import CIRCULAR
from tests.rules.kinds.circulars import whole

HEAD = "নমুনা দপ্তর\n\nনং-১২.৩৪.৫৬০০.৭৮৯.০১.০০২.২২-৪৫\nতারিখ: ১৩ অক্টোবর ২০২২\n\nপরিপত্র-৬\n\nবিষয়: প্রস্তুতি\n\n"


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("১.১ তালিকা পাঠাবেন।\n১.২ কক্ষ দেখবেন।", ["1.1", "1.2"]),
        ("(ক) তালিকা পাঠাবেন।\n(খ) কক্ষ দেখবেন।\n\n১। সভা করবেন।", ["ক", "খ", "1"]),
        ("জানানো যাচ্ছে যে:\n(ক) তালিকা পাঠাবেন।\n\n১। সভা করবেন।", ["ক", "1"]),
        (
            "১। সাধারণ:\n(১) নিম্নরূপ:\n(ক) তালিকা পাঠাবেন।\n(খ) কক্ষ দেখবেন।\n(২) সভা করবেন।",
            ["1(১)", "1(১)(ক)", "1(১)(খ)", "1(২)"],
        ),
        (
            "১। সাধারণ:\n(ক) নিম্নরূপ:\n(১) তালিকা পাঠাবেন।\n(২) কক্ষ দেখবেন।\n(খ) সভা করবেন।",
            ["1(ক)", "1(ক)(১)", "1(ক)(২)", "1(খ)"],
        ),
    ],
)
def test_items_before_the_first_number_and_items_under_items_keep_their_labels(body: str, codes: list[str]) -> None:
    reading = whole(f"{HEAD}{body}\n\n(নমুনা নাম)\nসচিব\n")
    assert [each.code for each in reading.content.directives] == codes
    assert not {"label-sequence", "code-duplicate"} & {each.code for each in reading.doubts}
    again = CIRCULAR.read(CIRCULAR.write(reading.content), None).content
    assert [each.code for each in again.directives] == codes
    assert [each.text for each in again.directives] == [each.text for each in reading.content.directives]
