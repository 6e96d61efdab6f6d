"""Columns of a progress report: every office sets its own, so each printed title is looked up, in any order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import key
from angikar.rules.finding import GridRow
from angikar.rules.kinds.progress_report.content import ORDINALS

QUARTERS = ("q1", "q2", "q3", "q4")
_TITLES: dict[str, tuple[str, ...]] = {
    "area": ("কার্যক্রমের ক্ষেত্র", "কর্মসম্পাদন ক্ষেত্র", "কর্মসম্পাদনের ক্ষেত্র", "কৌশলগত উদ্দেশ্য"),
    "area_weight": ("মান", "ক্ষেত্রের মান", "কর্মসম্পাদনের ক্ষেত্রের মান", "কৌশলগত উদ্দেশ্যের মান"),
    "activity": ("কার্যক্রম", "কার্যক্রমের নাম"),
    "indicator": ("কর্মসম্পাদন সূচক", "কার্যসম্পাদন সূচক", "সূচক"),
    "unit": ("একক", "একক ও গণনা পদ্ধতি"),
    "counting": ("গণনা পদ্ধতি",),
    "weight": ("সূচকের মান", "কর্মসম্পাদন সূচকের মান", "কার্যসম্পাদন সূচকের মান"),
    "target": ("লক্ষ্যমাত্রা", "অর্থবছরের লক্ষ্যমাত্রা", "বাৎসরিক লক্ষ্যমাত্রা", "লক্ষ্যমাত্রা (অসাধারণ)", "অসাধারণ"),
    "row_kind": ("লক্ষ্যমাত্রা/অর্জন", "লক্ষ্যমাত্রা/প্রকৃত অর্জন"),
    "actual": ("মোট অর্জন", "অর্জন", "ক্রমপুঞ্জিভূত অর্জন"),
    "claimed": ("অর্জিত মান", "দাবিকৃত নম্বর", "অর্জিত নম্বর", "প্রাপ্ত নম্বর"),
    "accepted": ("গৃহীত নম্বর",),
}
_NAMES = {key(title): slot for slot, titles in _TITLES.items() for title in titles}
_YEAR = re.compile(r"(?<!\d)\d{4}\s*[-–—/]\s*(?:\d{4}|\d{2})(?!\d)")
_QUARTER = re.compile("|".join(map(key, ("কোয়ার্টার", "ত্রৈমাসিক"))))
_NEEDED = {"indicator", "weight"}
"""A table of indicators has these columns."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of every slot a heading names, and the titles of columns that are none of them."""

    at: dict[str, int] = field(default_factory=dict)
    strange: tuple[str, ...] = ()

    @property
    def reports(self) -> bool:
        """Whether the heading is that of a report: indicators with their marks, and what came of them."""
        return self.at.keys() >= _NEEDED and (set(QUARTERS) <= self.at.keys() or "actual" in self.at)


def columns_of(rows: Sequence[GridRow]) -> Columns:
    """The slot of each column by the rows of a heading; the lowest title that is known decides."""
    width = max((len(row.texts) for row in rows), default=0)
    found: dict[str, int] = {}
    strange = []
    for place in range(width):
        titles = [row.texts[place] for row in reversed(rows) if place < len(row.texts) and row.texts[place].strip()]
        slot = next(filter(None, map(slot_of, titles)), None)
        if slot is not None:
            found.setdefault(slot, place)
        elif titles:
            strange.append(titles[-1])
    return Columns(found, tuple(strange))


def slot_of(title: str) -> str | None:
    """The slot of a column with this title, `None` where a report has no such column.

    >>> slot_of("২য় কোয়ার্টার অক্টো.-ডিসে."), slot_of("২০২১-২২ অর্থবছরের লক্ষ্যমাত্রা"), slot_of("মন্তব্য")
    ('q2', 'target', None)
    """
    plain = key(title)
    if _QUARTER.search(plain):
        numbers = [n for n, ordinal in enumerate(ORDINALS, start=1) if plain.startswith(key(ordinal))]
        return f"q{numbers[0]}" if numbers else None
    return _NAMES.get(key(_YEAR.sub(" ", to_latin(title))))
