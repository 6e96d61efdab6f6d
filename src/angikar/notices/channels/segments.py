"""How long a short message is: signs and segments in the alphabet it needs, and shortening it to as many as may be sent."""

from __future__ import annotations

from typing import Literal, NamedTuple

import gsm0338
import regex

Alphabet = Literal["gsm7", "ucs2"]

SINGLE: dict[Alphabet, int] = {"gsm7": 160, "ucs2": 70}
"""Signs of a message of one segment."""
JOINED: dict[Alphabet, int] = {"gsm7": 153, "ucs2": 67}
"""Signs of each segment where there are several; the rest joins them."""
_GSM = gsm0338.Codec()
_ELLIPSIS = "..."  # the one sign that does it is not in the alphabet of 160


class Length(NamedTuple):
    """The alphabet a text needs, its signs as the network counts them, and its segments."""

    alphabet: Alphabet
    signs: int
    segments: int


def length(text: str) -> Length:
    """How a text is counted: one Bangla letter makes all of it UCS-2, where a segment holds 70 signs instead of 160.

    >>> length("Due today"), length("আজ শেষ দিন")
    (Length(alphabet='gsm7', signs=9, segments=1), Length(alphabet='ucs2', signs=10, segments=1))
    >>> length("€" * 80).segments, length("€" * 81).segments, length("ক" * 71).segments
    (1, 2, 2)
    """
    alphabet, signs = _counted(text)
    if signs <= SINGLE[alphabet]:
        return Length(alphabet, signs, 1 if text else 0)
    return Length(alphabet, signs, -(-signs // JOINED[alphabet]))


def _counted(text: str) -> tuple[Alphabet, int]:
    try:
        return "gsm7", len(_GSM.encode(text)[0])
    except UnicodeError:
        return "ucs2", len(text.encode("utf-16-be")) // 2


def shortened(text: str, ending: str, most: int) -> str:
    """A text with its ending (a link) in at most so many segments; the text gives way, at a space and never inside a letter.

    >>> shortened("অনেক কথা " * 30, "http://a.bd/1", 1)
    'অনেক কথা অনেক কথা অনেক কথা অনেক কথা অনেক কথা অনেক কথা... http://a.bd/1'
    >>> shortened("Due today", "", 1)
    'Due today'
    """
    whole = " ".join(text.split())
    if length(_joined(whole, ending)).segments <= most:
        return _joined(whole, ending)
    letters = regex.findall(r"\X", whole)
    low, high = 0, len(letters)
    while low < high:
        middle = (low + high + 1) // 2
        tried = _joined("".join(letters[:middle]) + _ELLIPSIS, ending)
        low, high = (middle, high) if length(tried).segments <= most else (low, middle - 1)
    kept = "".join(letters[:low])
    at_space = kept.rsplit(" ", 1)[0] if " " in kept else kept
    return _joined(f"{at_space.rstrip()}{_ELLIPSIS}", ending)


def _joined(text: str, ending: str) -> str:
    return f"{text} {ending}".strip() if ending else text
