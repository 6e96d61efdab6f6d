"""Memo numbers: the digital file number in its 18, 19 or 22 figure scheme, and the dispatch number that follows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from typing import Literal

from angikar.rules.bangla.digits import to_bangla, to_latin

SCHEMES: dict[Literal[18, 19, 22], tuple[int, ...]] = {
    18: (2, 2, 4, 3, 2, 3, 2),
    19: (2, 3, 3, 2, 2, 3, 4),
    22: (2, 2, 4, 3, 3, 2, 4, 2),
}
"""How many figures each part has, in the Secretariat Instructions of 2014 (18), 2008 (19) and 2024 (22)."""

_FEWEST_FIGURES = 12  # fewer figures between dots are a code or a date, not a file number


@dataclass(frozen=True, slots=True)
class MemoNumber:
    """A memo number. `scheme` is None when its parts fit none; then `text` is what was printed, with Latin digits.

    Of a known scheme `text` is tidy: the parts joined by dots, then the dispatch number behind the mark that was printed
    before it, `17.00.0000.009.73.004.18-426` or `17.00.0000.009.73.004.18.426`.
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
def _digital() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\d.])(?P<file>\d{2,}(?:\s?\.\s?\d{1,16}){3,})"
        r"(?:\s*[-–—]\s*(?P<dispatch>\d+(?:/\d+)?(?:\(\d+\))?)|/(?P<slashed>\d+)(?![\d(]))?",
        re.ASCII,
    )


@cache
def _labelled() -> re.Pattern[str]:
    label = r"(?<![ঀ-৥])(?:স্মারক|নথি|পত্র)\s*+(?:নং|নম্বর|সংখ্যা)?|\A\s*+নং|\bmemo\s++no\b"
    return re.compile(rf"(?i:{label})\s*+[-:ঃ–.]*\s*+(?P<text>[^\s,;।]{{3,60}})")


def _scheme(widths: tuple[int, ...]) -> Literal[18, 19, 22] | None:
    return next((scheme for scheme, wanted in SCHEMES.items() if widths == wanted), None)


def _choices(parts: tuple[str, ...], dispatch: str | None) -> list[tuple[tuple[str, ...], str | None]]:
    """The ways to part file and dispatch: some offices join the dispatch by a dot, as if it were one more part."""
    return [(parts, dispatch)] if dispatch else [(parts, None), (parts[:-1], parts[-1])]


def _number(parts: tuple[str, ...], dispatch: str | None, mark: str = "-") -> MemoNumber | None:
    scheme = _scheme(tuple(map(len, parts)))
    behind = f"{mark}{dispatch}" if dispatch else ""
    return MemoNumber(scheme, parts, dispatch, ".".join(parts) + behind) if scheme else None


def parse_memo(text: str) -> MemoNumber | None:
    """Find the first memo number in a text, or None. What fits no scheme is kept as printed, never mended.

    >>> parse_memo("নং-১৭.০০.০০০০.০৭৯.৩৯.০১৩.২২-৬৭৯").text, parse_memo("স্মারক নং-০৫.৪৭.৪৯০০.০২৬.০২.০১৫.১৬-১৮৫").dispatch
    ('17.00.0000.079.39.013.22-679', '185')
    >>> parse_memo("37.06.0000.402.71.068.02.6").text, parse_memo("স্মারক নং: জেপ্র/সা/২০১৬-৪৫").scheme, parse_memo("সভা")
    ('37.06.0000.402.71.068.02.6', None, None)
    """
    plain = to_latin(text)
    for found in _digital().finditer(plain):
        parts = tuple(part.strip() for part in found["file"].split("."))
        if sum(map(len, parts)) >= _FEWEST_FIGURES:
            mark = "-" if found["dispatch"] else "/" if found["slashed"] else "."
            dispatch = found["dispatch"] or found["slashed"]
            known = filter(None, (_number(*choice, mark) for choice in _choices(parts, dispatch)))
            printed = "".join(found[0].split()).replace("–", "-").replace("—", "-")
            return next(known, MemoNumber(None, parts, dispatch, printed))
    label = _labelled().search(plain)
    if label is None or sum(char.isdecimal() for char in label["text"]) < 3:
        return None
    return MemoNumber(None, (), None, label["text"])


def likely(memo: MemoNumber) -> MemoNumber | None:
    """The number meant where only dots were lost: the same figures cut by the one scheme they fill, or None.

    >>> likely(parse_memo("০৪.০০.০০০০৮২২.১৪.০৪২.১৬.০৫৩")).text
    '04.00.0000.822.14.042.16-053'
    """
    if memo.scheme or not memo.parts:
        return None
    for parts, dispatch in _choices(memo.parts, memo.dispatch):
        figures, cuts = "".join(parts), set(accumulate(map(len, parts)))
        for widths in SCHEMES.values():
            ends = [0, *accumulate(widths)]
            if cuts <= set(ends) and len(figures) == ends[-1]:
                return _number(tuple(figures[start:end] for start, end in pairwise(ends)), dispatch)
    return None


def write(memo: MemoNumber, bangla: bool = True) -> str:
    """The number as it is printed, in Bangla digits or Latin ones.

    >>> write(parse_memo("17.00.0000.009.73.004.18-426"))
    '১৭.০০.০০০০.০০৯.৭৩.০০৪.১৮-৪২৬'
    """
    return to_bangla(memo.text) if bangla else memo.text
