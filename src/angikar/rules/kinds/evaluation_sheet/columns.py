"""The columns of an evaluation sheet, which depend on its levels alone; they are written and found again by their titles."""

from __future__ import annotations

from collections.abc import Sequence

from angikar.rules.bangla.digits import to_bangla
from angikar.rules.frameworks.framework import Column

LEVELS = {100: "অসাধারণ", 90: "অতি উত্তম", 80: "উত্তম", 70: "চলতি মান", 60: "চলতি মানের নিম্নে"}
_WIDTHS = {"indicator": 3.4, "unit": 1.3, "actual": 1.4, "target": 1.6, "proven": 1.1}
MARKS = ("claimed_raw", "claimed", "accepted_raw", "accepted")
"""The slots whose figures have two places."""


def columns_for(levels: Sequence[int]) -> tuple[Column, ...]:
    """The columns of a sheet with these levels."""
    aims = [
        Column(
            slot=f"criteria.{place}",
            heading=LEVELS.get(level, ""),
            group="লক্ষ্যমাত্রা/নির্ণায়ক",
            under=f"{to_bangla(str(level))}%",
        )
        for place, level in enumerate(levels)
    ]
    return (
        Column(slot="indicator", heading="কর্মসম্পাদন সূচক"),
        Column(slot="unit", heading="একক"),
        Column(slot="weight", heading="সূচকের মান"),
        *(aims or [Column(slot="target", heading="লক্ষ্যমাত্রা")]),
        Column(slot="actual", heading="প্রকৃত অর্জন"),
        Column(slot="claimed_raw", heading="দাবিকৃত স্কোর (%)"),
        Column(slot="claimed", heading="দাবিকৃত নম্বর"),
        Column(slot="accepted_raw", heading="গৃহীত স্কোর (%)"),
        Column(slot="accepted", heading="গৃহীত নম্বর"),
        Column(slot="proven", heading="প্রমাণক সংযুক্ত (হ্যাঁ/না)"),
    )


def widths_of(columns: Sequence[Column]) -> tuple[float, ...]:
    """Words are wide, figures narrow."""
    return tuple(_WIDTHS.get(column.slot, 1.0) for column in columns)
