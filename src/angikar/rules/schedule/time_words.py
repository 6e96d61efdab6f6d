"""Words of time and of obligation in a sentence: what neither a schedule nor a directive was made of is quoted to a person."""

from __future__ import annotations

import re

from angikar.rules.bangla.dates import MONTHS
from angikar.rules.schedule import english
from angikar.rules.schedule.figured import figured
from angikar.rules.schedule.wording import WEEKDAYS

_NUMBER = r"(?<!\d)\d{1,40} ?(?:\([^()]{0,40}\) ?)?(?:টি ?)?"
_UNIT = r"(?:(?:কার্য|কর্ম) ?)?(?:দিন|দিবস|ঘণ্টা|ঘন্টা|মিনিট|সপ্তাহ|মাস|বছর|বৎসর)"
_DAY = r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
_NEAR = r"\S{0,12}(?: (?:\S{1,20} ){0,2}?)?"
_MONTHS = "|".join((*MONTHS, "জানুয়ারী", "ফেব্রুয়ারী", "আগষ্ট"))
_ERA = r" ?(?:(?:খ্রি|খৃ)\S{0,12} ?|ইং ?|সাল(?:ের)? ?)?"
_WHOLE = (
    rf"(?:{_DAY}|\d{{1,2}} (?:{_MONTHS})(?:,? \d{{4}})?|(?:{_MONTHS})(?:ের|র)? (?:মাসের )?\d{{1,2}}(?!\d)(?:, \d{{4}})?)"
)
_BY = r"(?:মধ্যে|ভিতর|ভেতর|নাগাদ|পূর্বে|পূর্ব হতে|আগে|অন্তর|পর ?পর|পরে(?![\u0980-\u09e3]))"
_WORDS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:(?:সাড়ে |পৌনে |সোয়া )?{_NUMBER}|(?:দেড়|আড়াই|আধা) ){_UNIT}{_NEAR}{_BY}",
        rf"(?<![.:\d])\d{{1,2}} (?!টা|ঘটিকা)[\u0980-\u09e3]{{3,14}}(?: (?:\S{{1,20}} ){{0,2}}?)?{_BY}",
        rf"{_WHOLE}{_NEAR}{_BY}",
        rf"{_WHOLE}{_ERA}(?:তারিখ )?পর্যন্ত",
        rf"{_DAY} ?(?:খ্রি\S{{0,3}} )?(?:তারিখ )?(?:হতে|থেকে)",
        rf"প্রতি ?(?:(?:{_NUMBER})?{_UNIT}|ত্রৈমাসিক|কোয়ার্টার|অর্থ ?বছর|{'|'.join(WEEKDAYS)})[\u0980-\u09e3]{{0,6}}",
        rf"(?:সপ্তাহে|মাসে|বছরে|বৎসরে|দিনে) (?:অন্তত |কমপক্ষে |ন্যূনতম )?{_NUMBER}(?:বার|দিন)",
        r"ত্রৈমাসিক(?: ভিত্তিতে)?|(?:মাসিক|সাপ্তাহিক|দৈনিক|বার্ষিক|পাক্ষিক|ষাণ্মাসিক|ষান্মাসিক|অর্ধবার্ষিক) ভিত্তিতে",
        r"(?:মাস|সপ্তাহ|বছর|বৎসর|ত্রৈমাসিক)(?:ের)? ?শেষে|সপ্তাহান্তে|মাসান্তে|(?:আগামী|চলতি|চলমান|এ|এই|পরবর্তী) (?:মাস|সপ্তাহ|বছর|অর্থ ?বছর)ের (?:\S{1,20} ){0,2}?মধ্যে",
        r"অবিলম্বে|অনতিবিলম্বে|প্রত্যহ|দৈনিক|জরুর[িী] ?ভাবে|জরুর[িী] ভিত্তিতে|তাৎক্ষণিক(?:ভাবে)?|(?:সঙ্গে সঙ্গে|সাথে সাথে)|যথাসময়ে(?! (?:[\u0980-\u09e3]+ ){0,2}(?:উপস্থিত|হাজির|যোগদান|অংশগ্রহণ))|যথাশীঘ্র|যত দ্রুত সম্ভব|দ্রুততম সময়ে|স্বল্পতম সময়ে|সময়ে সময়ে",
        r"(?:নির্ধারিত|নির্দিষ্ট|বেঁধে দেওয়া|উল্লিখিত) (?:সময়(?:সীমা)?|তারিখ)(?:ের|র) মধ্যে",
        r"(?:আজই|আজকের মধ্যে|অদ্যই|আগামীকাল|আগামী কাল|আগামী পরশু)",
        r"\d{1,2}(?:[:.]\d{2})? ?(?:টা|ঘটিকা)(?:র|য়|ার)? ?(?:মধ্যে|ভিতর|পূর্বে|আগে)",
        r"(?<!\S)\S{1,30}(?<=র) (?:পূর্বেই|আগেই|আগের দিন|পূর্বের দিন|পূর্বদিন)",
        r"(?:মাস|সপ্তাহ|বছর|অর্থবছর)ের (?:শেষ|প্রথম) (?:কার্য|কর্ম)? ?(?:দিবস|দিন|সপ্তাহ)ে",
        r"(?:মাস|সপ্তাহ|বছর|বৎসর|অর্থ ?বছর|ত্রৈমাস|ত্রৈমাসিক)(?:ের)? (?:শুরুতে|প্রারম্ভে|মাঝামাঝি|সমাপ্তিতে)",
        rf"(?:{_MONTHS})(?:ের|র)? (?:মাসের )?(?:প্রথম|দ্বিতীয়|তৃতীয়|শেষ|[123](?:ম|য়)) সপ্তাহ",
        r"(?:পরবর্তী|পরের) (?:(?:কার্য|কর্ম) ?)?(?:দিবস|দিন)(?:ে|ের)(?![\u0980-\u09e3])",
        rf"(?:আগামী|পরবর্তী) (?:{'|'.join(WEEKDAYS)})",
    )
)
OBLIGES = re.compile(
    r"(?:তে হবে|তে হইবে|করবেন|করিবেন|থাকবেন|নির্দেশ\S*|অনুরোধ\S*|(?:পাঠা|জানা)(?:বেন|ইবেন)|(?:দে|দি|নে|নি|রাখ)বেন|করুন|পাঠান|জানান|রাখুন"
    r"|হোক|(?:যা|যাই)বে না|পার(?:বেন|বে|িবেন) না|বাধ্যতামূলক|আবশ্যক|বাধ্য থাকবেন|দায়ী থাকবেন|(?:উপস্থিত|হাজির) (?:হ|হই)বেন|কর্তব্য|উচিত|বাঞ্ছনীয়|কাম্য|নিষিদ্ধ|নিষেধ|করণীয়|ইবেক|প্রয়োজন|বলা হলো|বলা হল|বলা (?:যা|হ)চ্ছে|দরকার|বিধেয়|সমীচীন(?: (?:নয়|নহে))?|(?:আহ্বান|আহবান|তাগিদ|আদেশ) (?:[\u0980-\u09e3]+ ){0,2}(?:হলো|হল|যাচ্ছে|হচ্ছে|করছি)|অত্যাবশ্যকীয়|করা (?:হবে|হইবে) না|(?:কর|রাখ|থাক)ুক|(?:পাঠা|জানা|নি|দি)ক|(?:নো|ওয়া|করা|খা) চাই|পালনীয়|পরিহার্য|বর্জনীয়|অপরিহার্য|(?:চল|চলি)বে না|বিরত থাকুন)"
    r"(?![\u0980-\u09ff])"
)
"""Words by which a sentence puts a duty on somebody."""
_FUTURE = re.compile(
    r"(?:(?<!\S)(?!(?:হ|হই|পা|পার)বেন)[\u0980-\u09e3]{1,14}বেন|(?<!\S)(?!(?:হ|হই|যা|যাই|পা|থাক|থাকি|লাগ|চল|আস|পার)বে)[\u0980-\u09e3]{1,14}বে)(?: না)?[\s।\"'’”)]*$"
)
"""The verb at the end of a sentence that says what somebody will do; what will be, go on or come about is no duty."""
_ON_DAY = re.compile(rf"{_WHOLE}{_ERA}তারিখে(?![\u0980-\u09e3])")
"""A day on which something is to be done."""
_BEFORE = re.compile(r"(?<!\S)[\u0980-\u09e3]{2,30}র (?:পূর্বে|আগে)(?![\u0980-\u09e3])")
"""Something before which it is to be done."""
_URGENT = re.compile(r"^(?:অবিলম্বে|অনতিবিলম্বে|তাৎক্ষণিক|জরুর[িী]|সঙ্গে সঙ্গে|সাথে সাথে)")
_ORDERS = re.compile(r"[\u0980-\u09e3] (?:দিন|নিন|আনুন|আসুন|দেখুন|লিখুন|যান|থাকুন|হোন)[\s।]*$")
"""An order at the end of a sentence, behind what it wants."""
_INTRODUCES = re.compile(r"[:ঃ]\s*$|নিম্ন|নিম্ন|নিচে|নীচে|নির্দেশক্রমে|নির্দেশিত|আদিষ্ট")


def is_urgent(words: str) -> bool:
    """Whether words of time name no day but haste."""
    return _URGENT.search(words) is not None


def time_words(text: str) -> str:
    """The first words of time in a sentence, empty where it has none.

    >>> time_words("জেলা প্রশাসক ত্রৈমাসিক ভিত্তিতে প্রতিবেদন প্রেরণ করবেন।"), time_words("তালিকা ২৪ ঘণ্টার মধ্যে জানাতে হবে।")
    ('ত্রৈমাসিক ভিত্তিতে', '২৪ ঘণ্টার মধ্যে')
    >>> time_words("কক্ষ প্রস্তুত করবেন।")
    ''
    """
    plain = " ".join(text.split())
    read = figured(plain)
    everywhere = (*_WORDS, english.TIME) if plain.isascii() else _WORDS
    patterns = (*everywhere, _ON_DAY, _BEFORE) if obliges(plain) else everywhere
    found = [match.span() for pattern in patterns if (match := pattern.search(read))]
    if not found:
        return ""
    begin, end = min(found, key=lambda span: (span[0], -span[1]))
    if begin and read[begin - 1] == " " != plain[begin - 1]:
        begin = plain.rfind(" ", 0, begin) + 1  # a day with its ending, whose figures moved to the right
    return plain[begin:end].strip()


def obliges(sentence: str) -> bool:
    """Whether a sentence puts a duty on somebody; what only introduces a list, or says by whose order it is written, does not.

    >>> obliges("তালিকা প্রেরণের জন্য অনুরোধ করা হলো।"), obliges("নিম্নরূপ নির্দেশনা প্রদান করা হলো:"), obliges("সভা হয়েছে।")
    (True, False, False)
    """
    said = OBLIGES.search(sentence) or _FUTURE.search(sentence) or _ORDERS.search(sentence)
    said = said or (english.OBLIGES.search(sentence) if sentence.isascii() else None)
    return said is not None and _INTRODUCES.search(sentence) is None
