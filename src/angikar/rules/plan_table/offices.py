"""Offices: whose plan follows a title, and of which ministry, by the labels that name them."""

from __future__ import annotations

import re

from angikar.rules.document import Document
from angikar.rules.letters.head import lines_of
from angikar.rules.letters.memo_line import memo_in
from angikar.rules.letters.office import is_office, office_within

_NAMED = re.compile(r"(?P<label>\S{0,60}?(?:মন্ত্রণালয়|দপ্তর|কার্যালয়|অফিস)\S{0,60}(?:\s++প্রতিষ্ঠানের)?\s++নাম)\s*+[:ঃ]\s*+")
_OWN = re.compile(r"দপ্তর|কার্যালয়|অফিস|রাষ্ট্রীয়")


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
    own = next((line.text.strip(" ,।") for line in lines if is_office(line.text)), None)
    return own or next(filter(None, (office_within(line.text) for line in lines)), None), None
