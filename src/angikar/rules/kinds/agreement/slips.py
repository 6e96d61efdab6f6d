"""Slips a reading tells of: a year without a framework, blanks, misread words, annexes that are only named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from angikar.rules.bangla.digits import to_bangla
from angikar.rules.bangla.text import key
from angikar.rules.document import Document
from angikar.rules.finding import Line, lines_of
from angikar.rules.kinds.agreement import parties, sections
from angikar.rules.kinds.agreement.content import Agreement
from angikar.rules.plan_table.check import at
from angikar.rules.reading import Doubt, plain_doubt

PLEDGE = re.compile(r"(\S+)\s+করছি\s+যে")
"""The words that close every agreement: “… অঙ্গীকার করছি যে …”."""
_ALIKE = 0.7
"""How alike two words or titles must be for one to be the other misread."""
_OWN_ANNEXES = 3


def slips(agreement: Agreement, document: Document, known: bool) -> Iterator[Doubt]:
    """What reading itself could not settle; `known` says whether a framework for the year was found."""
    lines = lines_of(document.blocks)
    if not known:
        year = agreement.fiscal_year
        yield plain_doubt(
            "framework-unknown", "warning",
            f"{to_bangla(year) if year else 'অজানা'} অর্থবছরের চুক্তির কাঠামো জানা নেই; সর্বশেষ জানা ছক ধরে পড়া হয়েছে।",
            f"No framework is known for agreements of {year or 'an unknown year'}; it was read by the latest known form.",
            "fiscal_year",
        )  # fmt: skip
    if blank := parties.blank_date(lines):
        yield plain_doubt(
            "date-blank", "warning", "প্রস্তাবনায় স্বাক্ষরের মাস ও তারিখ ফাঁকা।",
            "The preamble leaves month and day of signing blank.", "signatories", blank.place,
        )  # fmt: skip
    yield from _pledge_spelling(lines)
    yield from _area_titles(agreement, sections.listed_areas(document.blocks))


def _pledge_spelling(lines: Sequence[Line]) -> Iterator[Doubt]:
    """The word of the pledge is fixed; what stands in its place is a misreading of it."""
    word = "অঙ্গীকার"
    for line in lines:
        found = PLEDGE.search(line.text)
        if found and key(found[1]) != key(word) and SequenceMatcher(None, found[1], word).ratio() >= _ALIKE:
            yield plain_doubt(
                "spelling", "info", f"“{found[1]}” বানানটি “{word}” ধরা হয়েছে।",
                f"“{found[1]}” was taken for “{word}”.", "", line.place, word,
            )  # fmt: skip


def _area_titles(agreement: Agreement, listed: Sequence[Line]) -> Iterator[Doubt]:
    """`area-title-differs`: section 1 and section 3 name an area alike but not the same."""
    names = {line.text for line in listed}
    for index, area in enumerate(agreement.areas):
        likeness = {name: SequenceMatcher(None, name, area.title).ratio() for name in names}
        near = max(likeness, key=lambda name: likeness[name], default="")
        if area.title not in names and near and likeness[near] >= _ALIKE:
            yield plain_doubt(
                "area-title-differs", "info",
                f"[{to_bangla(area.code)}] ক্ষেত্রের নাম সেকশন ১-এ “{near}”, ছকে “{area.title}”।",
                f"Section 1 calls area [{area.code}] “{near}”, the table “{area.title}”.",
                f"areas.{index}.title", at(area.lines), near,
            )  # fmt: skip


def missing_annexes(titles: Mapping[str, Line]) -> Iterator[Doubt]:
    """`annex-missing`: annexes from the fourth on are plans of their own; their titles stand here, the plans do not."""
    for number, line in titles.items():
        if int(number.partition("-")[0]) > _OWN_ANNEXES:
            yield plain_doubt(
                "annex-missing", "warning", f"সংযোজনী {to_bangla(number)}-এর শিরোনাম আছে, কর্মপরিকল্পনা নেই।",
                f"Annex {number} is named, but its plans are not in this paper.", "annexes", line.place,
            )  # fmt: skip
