"""The office of a letterhead: of the lines above a letter the one that names who writes, not the branch, the address or the heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_OFFICE = re.compile(
    r"(?:কার্যালয়|কার্য্যালয়|দপ্তর|অধিদপ্তর|পরিদপ্তর|মন্ত্রণালয়|সচিবালয়|পরিষদ|কর্পোরেশন|করপোরেশন|কর্তৃপক্ষ|বিশ্ববিদ্যালয়|মহাবিদ্যালয়|কলেজ|ইনস্টিটিউট"
    r"|একাডেমি|বোর্ড|ব্যুরো|ব্যাংক|কমিশন|অফিস|কমপ্লেক্স|হাসপাতাল|বিভাগ|পৌরসভা|আদালত|কোম্পানি|লিমিটেড|পিএলসি|ট্রাইব্যুনাল|ফাউন্ডেশন|ট্রাস্ট|জাদুঘর|গ্রন্থাগার|কারাগার|বিদ্যালয়|মাদ্রাসা|দূতাবাস|কাউন্সিল|একাডেমী|সংস্থা|সার্কেল|ministry|division|department|office|commission|directorate|authority|corporation|bureau|board)"
    r"(?![\u0980-\u09e5a-z])",
    re.IGNORECASE,
)
_SITE = re.compile(r"(?:স্টেশন|কেন্দ্র|খামার|সমিতি|এস্টেট|থানা|ফাঁড়ি)(?![\u0980-\u09e5])")
"""What names an office where nothing surer does: below `অফিসার ইনচার্জের কার্যালয়` a thana is its place."""
_OF_OFFICE = re.compile(
    r"(?P<office>[^।:]{3,70}?(?:মন্ত্রণালয়|কার্যালয়|অধিদপ্তর|পরিদপ্তর|দপ্তর|বিভাগ|সচিবালয়|পরিষদ|কর্পোরেশন|কর্তৃপক্ষ|বিশ্ববিদ্যালয়|কলেজ|ইনস্টিটিউট|বোর্ড"
    r"|ব্যুরো|ব্যাংক|কমিশন|অফিস|হাসপাতাল|পৌরসভা))(?:ের|র|-?এর)\s"
)
_UNIT = re.compile(r"শাখা|অনুবিভাগ|অধিশাখা|সেল(?![\u0980-\u09e5])|ইউনিট|@|www|প্রধান কার্যালয়")
_OTHER = re.compile(
    r"পরিকল্পনা(?! (?:অধিদপ্তর|পরিদপ্তর|দপ্তর|কার্যালয়|মন্ত্রণালয়|বিভাগ|কমিশন|কর্তৃপক্ষ|অফিস|একাডেমি|ইনস্টিটিউট))|চুক্তি|প্রতিবেদন|অর্জন"
    r"|মূল্যায়ন|অগ্রগতি|শুদ্ধাচার|কাঠামো|সংযোজনী|বিষয়(?!ক)|স্মারক|প্রজাতন্ত্রী|এর মধ্যে|কার্যবিবরণী|আদেশ|[।:;]|ঃ(?![\u0980-\u09ff])"
)
_OF_POST = re.compile(
    r"(?:(?:মহা|অতিরিক্ত )?পরিচালক(?: \([^()]*\))?ের|চেয়ারম্যানের|মহাব্যবস্থাপকের|আঞ্চলিক|সদর|মূল|শাখা)?\s?(?:কার্যালয়|দপ্তর|অফিস|সচিবালয়)(?:-[০-৯0-9]+)?(?:,.*)?"
    r"|(?:regional|head|zonal|branch) office(?:,.*)?",
    re.IGNORECASE,
)
"""A line that names only which office of the one above it: that of its head, of a region, its secretariat."""
_DIVISION = re.compile(r"বিভাগ(?![\u0980-\u09e5])")
_ADDRESSED = re.compile(r"^(?:বরাবর|প্রতি|প্রাপক|মাননীয়)\s*[,:ঃ]?")
_LONGEST = 100
"""Letters: a longer line is a sentence and names no office."""


def is_office(text: str) -> bool:
    """Whether a line is the name of an office and nothing else.

    >>> is_office("জেলা সমবায় কার্যালয়, নীলগঞ্জ"), is_office("উদ্ভাবন কর্মপরিকল্পনা, নমুনা কার্যালয়"), is_office("প্রশাসন-২ শাখা")
    (True, False, False)
    >>> is_office("নগর পরিকল্পনা অধিদপ্তর"), is_office("পয়ঃনিষ্কাশন কর্তৃপক্ষ")
    (True, True)
    """
    words = text.strip(" ,।")
    named = len(words) <= _LONGEST and (_OFFICE.search(words) or _SITE.search(words)) is not None
    return named and _OTHER.search(words) is None and _UNIT.search(words) is None


def opens_letter(text: str) -> bool:
    """Whether a line at the very top names the office that writes, and is no sentence about one.

    >>> opens_letter("জেলা পরিষদ কার্যালয়, নীলগঞ্জ"), opens_letter("পরিষদ গঠন করা হবে।")
    (True, False)
    """
    return is_office(text) and not text.endswith("।")


def office_within(text: str) -> str | None:
    """The office a title names as the one whose paper it is: `নমুনা মন্ত্রণালয়ের কর্মপরিকল্পনা`.

    >>> office_within("নমুনা মন্ত্রণালয়ের কর্মপরিকল্পনা"), office_within("কর্মপরিকল্পনা ২০২১-২২")
    ('নমুনা মন্ত্রণালয়', None)
    """
    found = _OF_OFFICE.match(text) if len(text) <= _LONGEST else None
    return found["office"].strip() if found and is_office(found["office"]) else None


def office_of(lines: Sequence[str]) -> str | None:
    """The office that writes: the lowest line of a letterhead that names one; a division of an office is a part of it.

    >>> office_of(["নমুনা মন্ত্রণালয়", "সমন্বয় শাখা"]), office_of(["বাংলাদেশ নমুনা কমিশন", "নমুনা কমিশন সচিবালয়", "ঢাকা"])
    ('নমুনা মন্ত্রণালয়', 'নমুনা কমিশন সচিবালয়')
    >>> office_of(["নমুনা পরিদপ্তর", "পরিচালকের দপ্তর, নমুনাপুর"]), office_of(["নমুনা পরিদপ্তর", "জেলা নমুনা কার্যালয়, নমুনাপুর"])
    ('নমুনা পরিদপ্তর', 'জেলা নমুনা কার্যালয়, নমুনাপুর')
    """
    found: list[str] = []
    for line in _own(lines):
        named = line.strip(" ,।")
        is_part = _DIVISION.search(line) and "মন্ত্রণালয়" not in "".join(found[-1:])
        if is_office(line) and not (found and (is_part or _OF_POST.fullmatch(named))):
            found.append(named)
    surer = [line for line in found if _OFFICE.search(line)]
    return (surer or found)[-1] if found else None


def _own(lines: Iterable[str]) -> Iterable[str]:
    """The lines of the letterhead itself: those above an addressee."""
    for line in lines:
        if _ADDRESSED.match(line):
            return
        yield line
