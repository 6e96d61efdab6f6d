"""Numbers in words before a unit of time, written as figures of the same length, so that one grammar reads both."""

from __future__ import annotations

import re
from functools import cache

from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.words import number_pattern, word_value

_UNIT = r"(?:(?:কার্য|কর্ম) ?)?(?:দিন|দিবস|মাস|সপ্তাহ|বছর|বৎসর|ঘণ্টা|ঘন্টা|মিনিট|বার|তারিখ)"


_ORDINAL = re.compile(r"(?<!\d)(\d{1,2})(?:শে|লা|রা|ঠা|ই|এ)(?= [\u0980-\u09e3])")
"""A day of a month as it is spoken: ৫ই জুলাই, ২১শে জুন."""


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(rf"{number_pattern()}(?= ?(?:\([^()]{{0,40}}\) ?)?(?:টি ?)?{_UNIT})")


def figured(text: str) -> str:
    """A text with Latin figures, in which the numbers in words before a unit of time are figures with zeros before them.

    >>> figured("চব্বিশ দিন"), figured("০৫ দিন এবং দুই(২) মাস"), figured("দুই জন")
    ('000024 দিন', '05 দিন এবং 002(2) মাস', 'দুই জন')
    >>> figured("২১শে জুন")
    '  21 জুন'
    """
    return _numbers().sub(_figure, _ORDINAL.sub(_cardinal, to_latin(text)))


def _cardinal(found: re.Match[str]) -> str:
    return found[1].rjust(len(found[0]))


def _figure(found: re.Match[str]) -> str:
    value = word_value(found[0])
    return found[0] if value is None else f"{value:0{len(found[0])}}"
