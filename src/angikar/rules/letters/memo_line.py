"""The line of a memo number: its label, the number as it is printed, and what stands behind it."""

from __future__ import annotations

import re

_PART = r"\((?:অংশ|পার্ট|খণ্ড|ভলিউম|part|vol)[^()]{0,12}\)"
_MEMO_LABEL = r"(?:(?:আধা-?\s?সরকারি\s*+)?(?:স্মারক|পত্র|নথি|সূত্র|মেমো|প্রজ্ঞাপন|আদেশ|বিজ্ঞপ্তি|নোটিশ|ডি\.?\s?ও\.?|d\.?\s?o\.?|memo)?\s*+(?:নং|নম্বর|সংখ্যা|no\b)|(?:স্মারক|সূত্র)(?=\s*+[-–:ঃ]))\s*+[-–:ঃ.]*\s*+"
_MEMO = re.compile(
    rf"^(?:[-•]\s*+)?(?P<label>{_MEMO_LABEL})?"
    rf"(?P<number>[০-৯0-9](?:[০-৯0-9.,\-–/ ]|{_PART})*[০-৯0-9](?:\s?\([০-৯0-9]{{1,4}}\))?|[^\s(][^\s(/]*+/[^\s(]*[০-৯0-9](?:\([০-৯0-9]{{1,4}}\))?)",
    re.IGNORECASE,
)
_FREE = re.compile(
    rf"^(?P<label>{_MEMO_LABEL})(?P<number>[^\n:।]{{2,40}}?(?:[০-৯0-9](?:\([০-৯0-9]{{1,4}}\))?|/[^\s,।:]{{2,20}}))(?=\s*,?\s*(?:তারিখ|তাং|date|$))",
    re.IGNORECASE,
)
"""A number of no known form: whatever stands between its label and the date."""
_DATED = re.compile(r"তারিখ|তাং|date\b", re.IGNORECASE)
_DIGITS = 3
"""Figures of a number without dots, at least; it must bear a label and a date beside it."""


def memo_in(text: str) -> tuple[str, str] | None:
    """The memo number that makes up a line, as printed, and what follows it; None where the line is no memo line.

    A number quoted within a sentence is no memo line: the number must open the line, after its label if it has one. In a gazette the text
    follows it on its line.
    """
    found = _MEMO.match(text)
    if found is None or "\n" in text[found.end() : -1]:
        return _free(text)
    dots = found["number"].count(".")
    rest = text[found.end() :].strip()
    if rest.startswith("/"):
        return _free(text)
    if found["label"] and dots >= 4 and rest.startswith(("।", "–", "—", "- ")):
        return found["number"], ""
    dated = _DATED.search(rest) is not None
    plain = bool(found["label"]) and dated and len(found["number"].strip()) >= _DIGITS
    if dots < 4 and not plain and not (found["label"] and (dots >= 2 or "/" in found["number"])):
        return _free(text)
    return (found["number"], rest) if not rest or dated or len(rest) < 30 else None


def _free(text: str) -> tuple[str, str] | None:
    """A labelled number that fits no form, with what follows it: it has figures, and only the date may stand behind it."""
    found = _FREE.match(text)
    if found is None or sum(char.isdecimal() for char in found["number"]) < _DIGITS:
        return None
    return found["number"], text[found.end() :].strip()
