"""Wording: what is put right in a text that was read from a picture, and what no office writes so, whoever reads it."""

from __future__ import annotations

import re

_MEANT = re.compile(r"[0-9A-Za-z\u0985-\u09b9\u09ce\u09dc-\u09df\u09e6-\u09ef]")
_BANGLA = re.compile(r"[\u0985-\u09b9\u09dc-\u09df\u09e6-\u09ef]")
_MIXED = re.compile(r"[০-৯]+(?:\.[০-৯]+)+[,-][০-৯.,-]*|[০-৯]+[,-][০-৯]+\.[০-৯]+\.[০-৯]+|[০-৯]+,[০-৯]{1,2}\.[০-৯]+")
_MEMO = re.compile(r"(?:[০-৯]+\.){5,}[০-৯]+-[০-৯]+(?:/[০-৯()]+)?[,।]?")
"""A memo number with its dispatch number, where dots and a dash belong together."""
_ALONE = re.compile(r"(?<=[\u0985-\u09df])\s+[.,:;]+\s+(?=\S)|(?<=[\u0985-\u09df])\s+:[.,:;]*(?=[০-৯])")
"""A mark between blanks, as stands between a label and its value, and nowhere else."""
_HEAD = re.compile(r"(?:দপ্তর|সভা|তারিখ|স্থান|সময়|বিষয়|সূত্র|স্মারক|অর্থবছর)[^:।]{0,30}:")
_QUARTER = re.compile(r"(?<!\S)(হয়|ধর্থ|ধর্ম|৪্থ|৪থ|€র্থ) (?=ত্রৈমাসিক|কোয়ার্টার|প্রান্তিক)")
"""The ordinals two and four before the name of a quarter, as a scan takes them for words."""
_ALL = re.compile(r"(?<=\s)(সকল|সংশ্লিষ্ট)\)")
"""The family of offices that a name stands for; the bracket before it is thin, and is lost."""
_NUMBER_BEFORE = re.compile(r"^[০-৯0-9]{1,2}\)")


def is_odd(text: str) -> bool:
    """Whether no office writes so, whoever reads it: signs without any letter or figure, a figure whose marks are mixed, a bracket that
    opens a line and is not closed in it.

    >>> [is_odd(text) for text in ("।।", "২০.১২,২৩", "১৭.১২-২১", "১,২৩,৪৫৬.৭৮", "৩১.১২.২৩", "-", "(ক) সভা", "(সভা")]
    [True, True, True, False, False, False, False, True]
    >>> is_odd("৩৩.০১.৮৭০০.০০০.১৮.০০৩.২৪-৫৬")
    False
    """
    seen = text.strip("-–—%/.… ")
    if text.startswith("(") and ")" not in text:
        return True
    return bool(seen) and (
        not _MEANT.search(seen) or any(_MIXED.fullmatch(word) and not _MEMO.fullmatch(word) for word in seen.split())
    )


def is_of_two_scripts(text: str) -> bool:
    """Whether letters or figures of both scripts stand in one word, as where English is read for Bangla.

    >>> is_of_two_scripts("(480101৮1065)"), is_of_two_scripts("(Excellent)"), is_of_two_scripts("৪টি")
    (True, False, False)
    """
    return any(char.isascii() and char.isalnum() for char in text) and _BANGLA.search(text) is not None


def is_head(text: str) -> bool:
    """Whether a line begins with a label at the head of a paper: it does not go on from the one above."""
    return bool(_HEAD.match(text))


def tidy(text: str) -> str:
    """A bar is a danda, and no space comes before one; a mark that stands alone behind a word is a colon.

    >>> tidy("সভার সময় , বিকাল ৩:৩০ |")
    'সভার সময় : বিকাল ৩:৩০।'
    """
    return _ALONE.sub(r" : ", re.sub(r"\s+।", "।", text.replace("|", "।")))


def amended(text: str) -> str:
    """A text with the ordinals of its quarters, and with the bracket before the word for all of a family of offices.

    >>> amended("€র্থ কোয়ার্টার"), amended("১) উপজেলা কর্মকর্তা সকল)"), amended("জেলা প্রশাসক (সকল)")
    ('৪র্থ কোয়ার্টার', '১) উপজেলা কর্মকর্তা (সকল)', 'জেলা প্রশাসক (সকল)')
    """
    quartered = _QUARTER.sub(_ordinal, text)
    open_ = quartered.count("(") - _NUMBER_BEFORE.sub("", quartered).count(")")
    return _ALL.sub(r"(\1)", quartered) if open_ < 0 else quartered


def _ordinal(found: re.Match[str]) -> str:
    return "২য় " if found[1][0] == "হ" else "৪র্থ "
