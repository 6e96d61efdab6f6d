"""Memo numbers: the digital file number in its 18, 19 or 22 figure scheme, and the dispatch number that follows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Literal

from angikar.rules.bangla.digits import to_bangla, to_latin

SCHEMES: dict[Literal[18, 19, 22], tuple[int, ...]] = {
    18: (2, 2, 4, 3, 2, 3, 2),
    19: (2, 3, 3, 2, 2, 3, 4),
    22: (2, 2, 4, 3, 3, 2, 4, 2),
}
"""How many figures each part has, in the Secretariat Instructions of 2014 (18), 2008 (19) and 2024 (22)."""

_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class MemoNumber:
    """A memo number. `scheme` is None when its parts fit none; then `text` is what was printed, with Latin digits.

    Of a known scheme `text` is canonical: the parts joined by dots, then `-` and the dispatch number, `17.00.0000.009.73.004.18-426`.
    """

    scheme: Literal[18, 19, 22] | None
    parts: tuple[str, ...]
    dispatch: str | None
    text: str

    @property
    def year(self) -> int | None:
        """The year the file was opened, or None of an unknown scheme.

        >>> parse_memo("১৭.০০.০০০০.০০৯.৭৩.০০৪.১৮-৪২৬").year, parse_memo("05.206.033.00.00.068.2008.87").year
        (2018, 2008)
        """
        if self.scheme is None:
            return None
        year = int(self.parts[-1])
        return year if self.scheme == 19 else 2000 + year


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    dispatch = r"\d+(?:/\d+)?(?:\(\d+\))?"
    return (
        re.compile(rf"(?<![\d.])(?P<file>\d{{2,}}(?:\s?\.\s?\d{{1,7}}){{5,}})(?:\s*[-–—]\s*(?P<dispatch>{dispatch}))?"),
        re.compile(r"(?:(?:স্মারক|নথি|পত্র)\s*(?:নং|নম্বর|সংখ্যা)?|নং)\s*[-:ঃ–.]*\s*(?P<text>[^\s,;।]*\d[^\s,;।]*)"),
    )


def _scheme(widths: tuple[int, ...]) -> Literal[18, 19, 22] | None:
    return next((scheme for scheme, wanted in SCHEMES.items() if widths == wanted), None)


def _of_parts(parts: tuple[str, ...], dispatch: str | None) -> MemoNumber | None:
    """A number of a known scheme, its dispatch joined by a dash or, as some offices do, by a dot."""
    choices = [(parts, dispatch)] if dispatch else [(parts, None), (parts[:-1], parts[-1])]
    for file, number in choices:
        scheme = _scheme(tuple(map(len, file)))
        if scheme:
            return MemoNumber(scheme, file, number, ".".join(file) + (f"-{number}" if number else ""))
    return None


def parse_memo(text: str) -> MemoNumber | None:
    """Find the first memo number in a text, or None. What fits no scheme is kept as printed, never mended.

    >>> parse_memo("নং-১৭.০০.০০০০.০৭৯.৩৯.০১৩.২২-৬৭৯").text, parse_memo("স্মারক নং-০৫.৪৭.৪৯০০.০২৬.০২.০১৫.১৬-১৮৫").dispatch
    ('17.00.0000.079.39.013.22-679', '185')
    >>> parse_memo("37.06.0000.402.71.068.02.6").text, parse_memo("স্মারক নং: জেপ্র/সা/২০১৬-৪৫"), parse_memo("বিষয়ঃ সভা")
    ('37.06.0000.402.71.068.02-6', MemoNumber(scheme=None, parts=(), dispatch=None, text='জেপ্র/সা/2016-45'), None)
    """
    digital, labelled = _patterns()
    plain = to_latin(text[:_LONGEST])
    found = digital.search(plain)
    if found:
        parts = tuple(part.strip() for part in found["file"].split("."))
        printed = re.sub(r"\s", "", found[0]).translate({0x2013: "-", 0x2014: "-"})
        return _of_parts(parts, found["dispatch"]) or MemoNumber(None, parts, found["dispatch"], printed)
    found = labelled.search(plain)
    return MemoNumber(None, (), None, found["text"]) if found else None


def likely(memo: MemoNumber) -> MemoNumber | None:
    """The number meant where only dots were lost: the same figures cut by the one scheme they fill, or None.

    >>> likely(parse_memo("০৪.০০.০০০০৮২২.১৪.০৪২.১৬.০৫৩")).text
    '04.00.0000.822.14.042.16-053'
    """
    if memo.scheme or not memo.parts:
        return None
    choices = [(memo.parts, memo.dispatch)] if memo.dispatch else [(memo.parts, None), (memo.parts[:-1], memo.parts[-1])]
    for parts, dispatch in choices:
        cuts = set(accumulate(map(len, parts)))
        for widths in SCHEMES.values():
            ends = list(accumulate(widths))
            if cuts <= set(ends) and max(cuts) == ends[-1]:
                figures = "".join(parts)
                return _of_parts(tuple(figures[end - width : end] for end, width in zip(ends, widths, strict=True)), dispatch)
    return None


def write(memo: MemoNumber, bangla: bool = True) -> str:
    """The number as it is printed, in Bangla digits or Latin ones.

    >>> write(parse_memo("17.00.0000.009.73.004.18-426"))
    '১৭.০০.০০০০.০০৯.৭৩.০০৪.১৮-৪২৬'
    """
    return to_bangla(memo.text) if bangla else memo.text
