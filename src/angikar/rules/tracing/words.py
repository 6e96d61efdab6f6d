"""Words: a text as the set of its words, figures and days, each in one form, so that two printings can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from angikar.rules.bangla.dates import parse_bangla_date, parse_date
from angikar.rules.bangla.digits import canonical, parse_number, to_latin
from angikar.rules.bangla.text import key, normal

_FIGURES = re.compile(r"\d+(?:[.,/:-]\d+)*")
_WORDED = re.compile(r"\d{1,2}[\s,.-]{1,3}[\u0980-\u09e3]{2,14}[\s,.-]{1,3}\d{4}")
_FISCAL = re.compile(r"(\d{4})\s*[-–—/]\s*(\d{4}|\d{2})(?!\d)")
_WORD = re.compile(r"[\u0980-\u09e5\u09f0-\u09ff\u200c\u200dA-Za-z]+")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_PARTS = re.compile(r"\d+")
_MEMO = 4
"""Dots from which a figure is a memo number, which counts as a whole."""


@lru_cache(maxsize=32768)
def words(text: str) -> frozenset[str]:
    """Every word and figure of a text; days as ISO, numbers canonical, fiscal years as `2018-19`, digits Latin.

    >>> sorted(words("৩১.০৭.১৮ তারিখে ১,০০০টি")), sorted(words("২৬ ভাদ্র ১৪২৫, ২০১৮-২০১৯"))
    (['1000', '2018-07-31', 'টি', 'তারিখে'], ['1425-05-26', '2018-19'])
    """
    return frozenset(_meanings(to_latin(normal(text))))


def _meanings(text: str) -> Iterator[str]:
    for pattern, meaning in ((_WORDED, _day), (_FISCAL, _fiscal)):
        for found in pattern.finditer(text):
            if meant := meaning(found):
                yield meant
                text = text.replace(found[0], " ")
    for found in _FIGURES.finditer(text):
        yield from _figure(found[0])
    yield from (word for found in _WORD.finditer(text) if (word := key(found[0])))


def _day(found: re.Match[str]) -> str | None:
    day = parse_date(found[0]) or parse_bangla_date(found[0])
    return day.isoformat() if day else None


def _fiscal(found: re.Match[str]) -> str | None:
    following = str(int(found[1]) + 1)
    return f"{found[1]}-{following[2:]}" if found[2] in (following, following[2:]) else None


def _figure(text: str) -> Iterator[str]:
    """A day, one number, a code or a memo number as a whole; anything else in its parts."""
    day = parse_date(text)
    number = parse_number(text)
    if _ISO.fullmatch(text):  # of either calendar
        yield text
    elif day is not None:
        yield day.isoformat()
    elif text.count(".") >= _MEMO or (text.count(".") and not number):
        yield text.rstrip(".,-/:")
    elif number is not None:
        yield canonical(number.value)
        if "." in text:
            yield text  # a code: 1.10 is not 1.1
    else:
        yield from (canonical(part.value) for each in _PARTS.findall(text) if (part := parse_number(each)))


def is_figure(word: str) -> bool:
    """Whether a word of `words` is a number, a code or a day."""
    return word[:1].isdecimal()
