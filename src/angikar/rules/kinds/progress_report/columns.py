"""Columns of a progress report: every office sets its own, so each printed title is looked up, in any order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

from angikar.rules.bangla.dates import parse_month_name
from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import key, normal
from angikar.rules.finding import GridRow
from angikar.rules.plan_table.worded import quarter_titled, slot_by_words

QUARTERS = ("q1", "q2", "q3", "q4")
PROMISED = ("t1", "t2", "t3", "t4")
"""The columns of what was promised for each quarter, where it stands beside what was done."""
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
    "actual": ("মোট অর্জন", "অর্জন", "ক্রমপুঞ্জিভূত অর্জন", "ক্রমপুঞ্জিত অর্জন"),
    "claimed": ("অর্জিত মান", "দাবিকৃত নম্বর", "অর্জিত নম্বর", "প্রাপ্ত নম্বর"),
    "accepted": ("গৃহীত নম্বর",),
}
_NAMES = {key(title): slot for slot, titles in _TITLES.items() for title in titles}
_YEAR = re.compile(r"(?<!\d)\d{4}\s*[-–—/]\s*(?:\d{4}|\d{2})(?!\d)")
_GLOSS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_MEASURED = re.compile(r"কোয়ার্টার|প্রান্তিক|ত্রৈ(?:মাসিক|ঃ|:|\.)|quarter", re.IGNORECASE)
_PRESENT = re.compile(r"^(?:এ|এই|চলতি|আলোচ্য|বর্তমান|প্রতিবেদনাধীন)\s+(?:প্রান্তিক|ত্রৈমাসিক|কোয়ার্টার|সময়)")
PRESENT = "present"
"""The column of the quarter that the paper is about, which its title names."""
_DONE = re.compile(r"অর্জন(?!ের)|অগ্রগতি$")
_AIMS = re.compile(r"লক্ষ্যমাত্রা|target", re.IGNORECASE)
_OF_INDICATORS = ("weight", "unit", "target", "actual", "claimed", PRESENT, *QUARTERS)
_LONG, _ALIKE = 10, 88.0
"""Letters of a title at least, and likeness, 0 to 100, from which another is that one misread."""
_FEW = 2
"""Columns that a table of indicators has besides the indicator, at least."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of every slot a heading names, and the titles of columns that are none of them."""

    at: dict[str, int] = field(default_factory=dict)
    strange: tuple[str, ...] = ()

    @property
    def reports(self) -> bool:
        """Whether the heading is that of indicators with what is measured of them."""
        return "indicator" in self.at and sum(slot in self.at for slot in _OF_INDICATORS) >= _FEW

    def in_quarter(self, quarter: int | None) -> Columns:
        """The same, with the column of "this quarter" as that of a quarter; where none is known it is a strange one."""
        if PRESENT not in self.at:
            return self
        at = {slot: place for slot, place in self.at.items() if slot != PRESENT}
        if quarter is None or QUARTERS[quarter - 1] in at:
            return Columns(at, (*self.strange, PRESENT))
        return Columns(at | {QUARTERS[quarter - 1]: self.at[PRESENT]}, self.strange)


def columns_of(rows: Sequence[GridRow]) -> Columns:
    """The slot of each column by the rows of a heading; the lowest title that is known decides."""
    width = max((len(row.texts) for row in rows), default=0)
    found: dict[str, int] = {}
    strange = []
    for place in range(width):
        titles = [row.texts[place] for row in reversed(rows) if place < len(row.texts) and row.texts[place].strip()]
        slot = _slot_of_stack(titles)
        if slot == "claimed" and slot in found and "accepted" not in found:
            slot = "accepted"  # a second mark beside the one claimed is what the other side gave
        if slot is not None:
            found.setdefault(slot, place)
        elif titles:
            strange.append(titles[-1])
    if "weight" not in found and found.get("area_weight", -1) > found.get("indicator", width):
        found["weight"] = found.pop("area_weight")
    return Columns(found, tuple(strange))


def _slot_of_stack(titles: Sequence[str]) -> str | None:
    """The slot of the lowest title that is known; one that names only a quarter is of what the title above it says."""
    lowest = quarter_titled(titles[0]) if titles else None
    if lowest and not _DONE.search(titles[0]) and any(_AIMS.search(title) for title in titles):
        done = any(_DONE.search(title) for title in titles)
        return QUARTERS[lowest - 1] if done else PROMISED[lowest - 1]
    return next(filter(None, map(slot_of, titles)), None)


def slot_of(title: str) -> str | None:
    """The slot of a column with this title, `None` where a report has no such column.

    >>> slot_of("২য় কোয়ার্টার অক্টো.-ডিসে."), slot_of("২০২১-২২ অর্থবছরের লক্ষ্যমাত্রা"), slot_of("মন্তব্য")
    ('q2', 'target', None)
    """
    plain = key(title)
    if plain in _NAMES:
        return _NAMES[plain]
    words = normal(title)
    if _PRESENT.search(words):
        return PRESENT if _DONE.search(words) else None
    if _MEASURED.search(words):
        number = quarter_titled(words)
        if number and _AIMS.search(words) and not _DONE.search(words):
            return PROMISED[number - 1]
        return QUARTERS[number - 1] if number else None
    if _DONE.search(words) and not _is_baseline(words):
        return _slot_of_months(words)
    bare = " ".join(_GLOSS.sub(" ", _YEAR.sub(" ", to_latin(words))).split()).strip(" ,:*")
    worded = slot_by_words(title)
    return _NAMES.get(key(bare)) or (worded if worded in _TITLES else _misread(key(bare)))


def _misread(plain: str) -> str | None:
    """The slot of the one title that a long one is, but for a letter or two.

    >>> _misread(key("কার্যক্রমের ক্ষেএ")), _misread(key("মন্তব্য"))
    ('area', None)
    """
    like = {slot for name, slot in _NAMES.items() if len(name) >= _LONG and ratio(plain, name) >= _ALIKE}
    return like.pop() if len(like) == 1 else None


def _is_baseline(words: str) -> bool:
    """Whether a title names a whole fiscal year that is over: `প্রকৃত অর্জন ২০২০-২১`."""
    return bool(_YEAR.search(to_latin(words))) and not any(map(parse_month_name, re.split(r"[\s(),–-]+", words)))


def _slot_of_months(words: str) -> str:
    """The quarter whose months a title names, first and last; any other span is the year so far.

    >>> _slot_of_months("অর্জন (জানুয়ারি-মার্চ ২০২২)"), _slot_of_months("অর্জন (জুলাই ২০২১-জুন ২০২২)")
    ('q3', 'actual')
    """
    months = [month for word in re.split(r"[\s(),–-]+", words) if (month := parse_month_name(word))]
    quarters = {(7, 9): "q1", (10, 12): "q2", (1, 3): "q3", (4, 6): "q4"}
    return quarters.get((months[0], months[-1]), "actual") if len(months) > 1 else "actual"
