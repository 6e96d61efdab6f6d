"""Lines: one printed line to one block, with the number or letter in front of it separated."""

from __future__ import annotations

import re

from angikar.rules.document import NOWHERE, Paragraph, Place

_DIGITS = "[০-৯0-9]"
_LABEL = re.compile(
    rf"""(
        \[ {_DIGITS}{{1,2}} (?:\.{_DIGITS}{{1,2}}){{0,3}} \]    # [১.২.১]
      | \( (?:{_DIGITS}{{1,3}} | [ক-হ]\u09bc? | [a-z]{{1,4}}) \)  # (১) (ক) (iv)
      | (?:{_DIGITS}{{1,3}} | [ক-হ]\u09bc? | [a-z]) [।)]          # ১। ১) ক) a)
      | {_DIGITS}{{1,3}} (?:\.{_DIGITS}{{1,3}}){{0,3}} \.         # ১. ১.২.
      | [-–—•▪●◦*\uf0b7\uf0a7]                                    # bullets
    )(?:\s+|$)""",
    re.VERBOSE,
)


def split_label(text: str) -> tuple[str, str]:
    """The number, letter or bullet in front of a line, as printed, and the rest; an empty label when there is none.

    >>> split_label("১। নিরপেক্ষতা")
    ('১।', 'নিরপেক্ষতা')
    >>> split_label("(ক) প্রথম")
    ('(ক)', 'প্রথম')
    >>> split_label("১০.১০.২০১৮ তারিখে")
    ('', '১০.১০.২০১৮ তারিখে')
    """
    found = _LABEL.match(text)
    return (found[1], text[found.end() :].strip()) if found else ("", text)


def paragraph(text: str, place: Place = NOWHERE, *, strong: bool = False, unsure: str | None = None) -> Paragraph:
    """A Paragraph of one printed line, its label separated; the rest stays as it is."""
    label, rest = split_label(text.strip())
    return Paragraph(rest, label, strong=strong, place=place, unsure=unsure)
