"""Subjects: which of the four reform plans a paper is, by the words of its title."""

from __future__ import annotations

import re

from angikar.rules.bangla.text import key
from angikar.rules.document import Document
from angikar.rules.finding import TextLine, lines_of
from angikar.rules.kinds.reform_plan.content import Subject

WORDS: dict[Subject, tuple[str, ...]] = {
    "innovation": ("উদ্ভাবন", "ইনোভেশন", "ই-গভর্ন", "ই-গভর্নেন্স"),
    "grievance": ("অভিযোগ",),
    "charter": ("সেবা প্রদান প্রতিশ্রুতি", "সিটিজেন", "নাগরিক সনদ"),
    "information": ("তথ্য অধিকার",),
}
FOCAL_POSTS: dict[Subject, str] = {
    "innovation": "ইনোভেশন অফিসার",
    "grievance": "অভিযোগ নিষ্পত্তি কর্মকর্তা (অনিক)",
    "charter": "সেবা প্রদান প্রতিশ্রুতি ফোকাল পয়েন্ট",
    "information": "দায়িত্বপ্রাপ্ত কর্মকর্তা (তথ্য অধিকার)",
}
"""The post that answers for a row without a responsible post."""

_PLAN = re.compile(r"কর্ম\s?-?\s?পরিকল্পনা|(?:উদ্ভাবন|ইনোভেশন)[^।]{0,30} পরিকল্পনা")
_TITLE = 160
"""Characters: a longer line is a sentence, not a title."""


def title(document: Document) -> TextLine | None:
    """The title: the first short line outside tables that names a plan of one of the four reforms."""
    lines = (line for line in lines_of(document.blocks) if len(line.text) <= _TITLE and _PLAN.search(line.text))
    return next((line for line in lines if subject_of(line.text) and not line.text.startswith("বিষয়")), None)


def of_letter(document: Document) -> Subject | None:
    """The reform that the subject of a letter names, where the plan stands in a letter without a title of its own."""
    lines = (line.text for line in lines_of(document.blocks) if line.text.startswith("বিষয়"))
    return next(filter(None, map(subject_of, lines)), None)


def subject_of(text: str) -> Subject | None:
    """The reform a title names, `None` where it names none.

    >>> subject_of("তথ্য অধিকার বিষয়ে বার্ষিক কর্মপরিকল্পনা"), subject_of("শুদ্ধাচার কর্মপরিকল্পনা")
    ('information', None)
    """
    plain = key(text)
    return next((subject for subject, words in WORDS.items() if any(key(word) in plain for word in words)), None)
