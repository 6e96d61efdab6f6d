"""Offices: whose plan follows a title, and of which ministry, by the labels that name them."""

from __future__ import annotations

import re

from angikar.rules.document import Document
from angikar.rules.letters.head import lines_of, memo_in

_NAMED = re.compile(r"(?P<label>\S*(?:মন্ত্রণালয়|দপ্তর|কার্যালয়|অফিস)\S*(?:\s+প্রতিষ্ঠানের)?\s+নাম)\s*[:ঃ]\s*")
_OWN = re.compile(r"দপ্তর|কার্যালয়|অফিস|রাষ্ট্রীয়")
_OFFICE = re.compile(
    r"(?:কার্যালয়|দপ্তর|অধিদপ্তর|পরিদপ্তর|মন্ত্রণালয়|সচিবালয়|পরিষদ|কর্পোরেশন|কর্তৃপক্ষ|বিশ্ববিদ্যালয়|ইনস্টিটিউট|একাডেমি|বোর্ড|ব্যুরো"
    r"|ব্যাংক|কমিশন|অফিস|কমপ্লেক্স|হাসপাতাল|থানা|বিভাগ|ministry|division|department|office)(?![\u0980-\u09e5a-z])",
    re.IGNORECASE,
)
_NO_OFFICE = re.compile(
    r"পরিকল্পনা|চুক্তি|প্রতিবেদন|অর্জন|মূল্যায়ন|অগ্রগতি|শুদ্ধাচার|কাঠামো|সংযোজনী|বিষয়|স্মারক|প্রজাতন্ত্রী|এর মধ্যে|শাখা|[।:ঃ]"
)
_LONGEST = 100
"""Letters: a longer line is a sentence and names no office."""


def named_offices(above: Document) -> tuple[str | None, str | None]:
    """The office whose plan it is and the ministry above it; where no label names one, that of the letterhead.

    >>> from angikar.rules.document import Paragraph
    >>> named_offices(Document((Paragraph("দপ্তরের নাম: নমুনা অধিদপ্তর"), Paragraph("মন্ত্রণালয়ের নাম: নমুনা মন্ত্রণালয়"))))
    ('নমুনা অধিদপ্তর', 'নমুনা মন্ত্রণালয়')
    """
    found: dict[str, str] = {}
    for line in lines_of(above):
        marks = list(_NAMED.finditer(line.text))
        for mark, end in zip(marks, [*(m.start() for m in marks[1:]), len(line.text)], strict=False):
            found.setdefault(mark["label"], line.text[mark.end() : end].strip(" ,।"))
    own = next((name for label, name in found.items() if _OWN.search(label)), None)
    other = next((name for label, name in found.items() if not _OWN.search(label)), None)
    if own or other:
        return (own, other) if own else (other, None)
    lines = lines_of(above)
    if any(memo_in(line.text) is not None for line in lines):
        return None, None  # a letter before the plan: its letterhead names who sends, not whose plan it is
    return next((line.text.strip(" ,।") for line in lines if _is_office(line.text)), None), None


def _is_office(text: str) -> bool:
    """Whether a line is the name of an office and nothing else, as a letterhead has it.

    >>> _is_office("জেলা সমবায় কার্যালয়, নীলগঞ্জ"), _is_office("উদ্ভাবন কর্মপরিকল্পনা, নমুনা কার্যালয়")
    (True, False)
    """
    return len(text) <= _LONGEST and bool(_OFFICE.search(text)) and not _NO_OFFICE.search(text)
