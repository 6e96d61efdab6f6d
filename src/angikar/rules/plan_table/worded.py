"""Titles of columns that are none of the official ones, known by the words in them: every office words its own table."""

from __future__ import annotations

import re
from functools import lru_cache

from angikar.rules.bangla.dates import parse_month_name
from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import key, normal

ORDINALS = ("১ম", "২য়", "৩য়", "৪র্থ")
_NUMBERED = (("প্রথম", "q1", "first"), ("দ্বিতীয়", "q2", "second"), ("তৃতীয়", "q3", "third"), ("চতুর্থ", "q4", "fourth"))
_MONTHS = {(7, 9): 1, (10, 12): 2, (1, 3): 3, (4, 6): 4}
_QUARTER = re.compile(r"কোয়ার্টার|প্রান্তিক|ত্রৈ(?:মাসিক|মাস|ঃ|:|\.)|quarter|^q[1-4]$", re.IGNORECASE)
_YEAR = re.compile(r"\{[+-]?\d\}|(?<!\d)\d{4}\s*[-–—/]\s*(?:\d{4}|\d{2})(?!\d)")
_GLOSS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (slot, re.compile(pattern, re.IGNORECASE))
    for slot, pattern in (
        (
            "claimed",
            r"^(?:অর্জিত|প্রাপ্ত|দাবিকৃত)\s+(?:মান|নম্বর|স্কোর)|^(?:ভারিত|ওয়েটেড|ওজনযুক্ত)\s+(?:স্কোর|নম্বর|মান)|^weighted (?:score|marks?)",
        ),
        ("row_kind", r"^লক্ষ্যমাত্রা\s*/\s*(?:প্রকৃত\s*)?অর্জন"),
        ("criteria.1", r"^(?:excellent|অসাধারণ)(?:\s|$)"),
        ("criteria.2", r"^(?:very good|অতি\s?উত্তম)(?:\s|$)"),
        ("criteria.3", r"^(?:good|উত্তম)(?:\s|$)"),
        ("criteria.4", r"^(?:fair|চলতি মান)(?:\s+[0-9]+\s*%|$)"),
        ("criteria.5", r"^(?:poor|চলতি মানের নিম্নে)(?:\s|$)"),
        (
            "target",
            r"^(?:\S+\s+){0,2}লক্ষ্যমাত্রা|^(?:(?:এ |এই |চলতি )?(?:অর্থ\s?)?(?:বছর|বৎসর)ের |বার্ষিক |বাৎসরিক )?লক্ষ্য$|^(?:annual |yearly )?target",
        ),
        ("weight", r"সূচক(?:সমূহ)?ের (?:মান|নম্বর|ওজন)|^weight of (?:pis?|performance indicators?|indicators?)$"),
        ("area_weight", r"(?:ক্ষেত্র|উদ্দেশ্য)ের (?:মান|নম্বর|ওজন)|^(?:মান|নম্বর)$|^weights?(?: of|$)"),
        ("indicator", r"সূচক(?:সমূহ)?$|^(?:key )?(?:performance )?indicators?$"),
        (
            "activity",
            r"^(?:প্রধান )?(?:কার্যক্রম|কাজ|কর্মকাণ্ড|কর্মকান্ড|কর্মসূচি|কার্যাবল[িী]|করণীয়)(?:সমূহ|গুলো|ের নাম|ের বিবরণ)?$|^activit(?:y|ies)$",
        ),
        ("area", r"ক্ষেত্র$|^কৌশলগত উদ্দেশ্য|^strategic objectives?$|^objectives?$"),
        ("unit", r"^(?:পরিমাপের |পরিমাপ )?একক|^পরিমাপক$|^unit(?: of measure(?:ment)?)?$"),
        ("responsible", r"দায়িত্বপ্রাপ্ত|^বাস্তবায়নকারী|^(?:কে|যিনি|কারা) (?:বাস্তবায়ন )?(?:করবেন|করিবেন)|^responsib(?:le|ility)"),
        ("evidence", r"প্রমাণক(?!\s+সংযোজন)|^means of verification$"),
        ("projection", r"^প্রক্ষেপ|^projections?(?:\s|$)|^projected"),
    )
)
"""What a title says, without the years, brackets and glosses in it."""
_BASELINE = re.compile(
    r"^(?:প্রকৃত\s+)?অর্জন\*?$|^ভিত্তি\s?(?:বছর|বৎসর)|^base\s?(?:year|line)|^(?:actual )?achievement\*?$", re.IGNORECASE
)
"""What a title says beside a year gone by."""


@lru_cache(maxsize=4096)
def slot_by_words(title: str) -> str | None:
    """The slot whose words a title has, `None` where it has those of none.

    >>> [slot_by_words(each) for each in ("২০২১-২২ অর্থবছরের লক্ষ্যমাত্রা", "Weight of PI", "Base Year 2013-14", "মন্তব্য")]
    ['target', 'weight', 'baseline', None]
    """
    plain = to_latin(normal(title))
    bare = " ".join(_GLOSS.sub(" ", _YEAR.sub(" ", plain)).split()).strip(" ,:*")
    if _BASELINE.search(bare) and _YEAR.search(plain):
        return "baseline"
    return next((slot for slot, pattern in _WORDS if pattern.search(bare)), None)


@lru_cache(maxsize=1024)
def quarter_titled(title: str) -> int | None:
    """The quarter, 1 to 4, whose name or months a title has.

    >>> quarter_titled("২য় ত্রৈমাসিক"), quarter_titled("জানুয়ারি-মার্চ ২০২৫"), quarter_titled("৩য় ত্রৈঃ অর্জন"), quarter_titled("একক")
    (2, 3, 3, None)
    """
    words = normal(title)
    if _QUARTER.search(words):
        plain = key(words)
        named = zip(ORDINALS, _NUMBERED, strict=True)
        numbers = [
            n for n, (one, more) in enumerate(named, start=1) if any(key(each) in plain for each in (one, *more))
        ]
        if numbers:
            return numbers[0]
    months = months_in(words)
    return _MONTHS.get(months) if months else None


def months_in(title: str) -> tuple[int, int] | None:
    """The first and the last of the two or three months a title names.

    >>> months_in("অক্টোবর-ডিসেম্বর ২০২১ সময়ের অর্জন"), months_in("জুন ২০২২")
    ((10, 12), None)
    """
    words = re.split(r"[\s(),–—/-]+", normal(title))
    months = [month for word in words if (month := parse_month_name(word))]
    return (months[0], months[-1]) if len(months) in (2, 3) else None
