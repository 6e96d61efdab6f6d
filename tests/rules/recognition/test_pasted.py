"""A table copied one cell a line is set in rows again where its cells fit its titles, and is left as it was where they do not."""

from __future__ import annotations

from typing import Any

import pytest

from angikar.formats.readers.text import read_text
from angikar.rules.kinds import understand
from angikar.rules.reading import Reading

TITLE = "নমুনা উপজেলা কার্যালয়\nঅভিযোগ প্রতিকার ব্যবস্থা কর্মপরিকল্পনা, ২০২২-২৩\n"
HEADS = ("কার্যক্রমের ক্ষেত্র", "মান", "কার্যক্রম", "কর্মসম্পাদন সূচক", "একক", "সূচকের মান", "লক্ষ্যমাত্রা ২০২২-২৩")
FIRST = ("ব্যবস্থাপনা", "৯", "[১.১] সভা আয়োজন", "[১.১.১] অনুষ্ঠিত সভা", "সংখ্যা", "৫", "৪")
SPANNED = ("[১.২] প্রচার", "[১.২.১] বিতরণকৃত প্রচারপত্র", "সংখ্যা", "৪", "১২০")


def pasted(*rows: tuple[str, ...], mark: str = "") -> Reading[Any]:
    return understand(read_text(TITLE + "\n".join(f"{cell}{mark}" for row in (HEADS, *rows) for cell in row)))


@pytest.mark.parametrize("mark", ["", " |"])
def test_a_pasted_table_is_set_in_rows_and_says_so(mark: str) -> None:
    reading = pasted(FIRST, SPANNED, mark=mark)
    (area,) = reading.content.areas
    rows = [(row.code, row.title, row.weight, row.target) for each in area.activities for row in each.indicators]
    assert (reading.kind, area.title, area.weight) == ("reform_plan", "ব্যবস্থাপনা", "9")
    assert rows == [("1.1.1", "অনুষ্ঠিত সভা", "5", ("4",)), ("1.2.1", "বিতরণকৃত প্রচারপত্র", "4", ("120",))]
    doubts = {doubt.code: doubt for doubt in reading.doubts}
    assert str(doubts["table-set-again"].as_json()["message_en"]).endswith(
        "its titles set it in 7 columns again, rows: 2."
    )
    assert "value-not-printed" not in doubts


@pytest.mark.parametrize(
    "row", [FIRST[:-1], (*FIRST, "৭"), (*FIRST[:5], "অনেক", "৪")], ids=["short", "long", "no figure"]
)
def test_cells_that_do_not_fit_the_titles_are_left_and_doubted(row: tuple[str, ...]) -> None:
    reading = pasted(row)
    codes = {doubt.code for doubt in reading.doubts}
    assert "table-set-again" not in codes or len(row) > len(FIRST)
    assert reading.kind == "reform_plan" or "table-in-letter" in codes
