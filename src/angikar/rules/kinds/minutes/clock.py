"""The hour of a meeting as it is said: the part of the day, half and quarter hours, figures with any mark between them."""

from __future__ import annotations

import re
from functools import cache

from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.words import number_pattern, word_value

_TIME = re.compile(
    r"(?P<part>সাড়ে|পৌনে|সোয়া)?\s*(?P<hour>[০-৯0-9]{1,2})\s*(?:[:.ঃ-]\s*(?P<minute>[০-৯0-9]{2})(?![০-৯0-9])|টা|ঘটিকা|(?=\s*$))"
)
_BEFORE_NOON = re.compile(r"সকাল|ভোর|পূর্বাহ্[নণ]")
_AFTER_NOON = re.compile(r"বিকাল|বিকেল|সন্ধ্যা|অপরাহ্[নণ]")
_MIDDAY = re.compile(r"দুপুর|বেলা")
_NIGHT = re.compile(r"রাত")
_DAYBREAK = 7
"""The first hour that বেলা and দুপুর can mean before noon, and that রাত means in the evening."""
_PARTS = {"সাড়ে": 30, "সোয়া": 15, "পৌনে": -15}
_HALVES = {"দেড়টা": "1:30", "আড়াইটা": "2:30"}


def clock(text: str | None) -> str | None:
    """The time on the clock of 24 hours, `None` where there is no hour.

    >>> [clock(text) for text in ("বেলা ১১টা", "অপরাহ্ণ ৩.০০", "রাত ১২টা", "সকাল সাড়ে ১০টা", "সকাল ১০ ঘটিকা", "দুপুর ১২:৩০")]
    ['11:00', '15:00', '00:00', '10:30', '10:00', '12:30']
    >>> [clock(text) for text in ("বেলা আড়াইটা", "সকাল সাড়ে দশটা", "বিকাল চারটা")]
    ['14:30', '10:30', '16:00']
    """
    text = _figured(text) if text else ""
    found = _TIME.search(text)
    if found is None:
        return None
    hour, minute = int(to_latin(found["hour"])), int(to_latin(found["minute"] or "0"))
    if hour > 24 or minute > 59:
        return None
    whole = (_of_day(hour, text) * 60 + minute + _PARTS.get(found["part"] or "", 0)) % (24 * 60)
    return f"{whole // 60:02}:{whole % 60:02}"


def _of_day(hour: int, text: str) -> int:
    if hour >= 12:
        return 0 if hour == 12 and _NIGHT.search(text) else hour % 24
    if _BEFORE_NOON.search(text):
        return hour
    late = _AFTER_NOON.search(text) or (_MIDDAY.search(text) and hour < _DAYBREAK)
    return hour + 12 if late or (_NIGHT.search(text) and hour >= _DAYBREAK) else hour


@cache
def _worded() -> re.Pattern[str]:
    return re.compile(rf"{number_pattern()}(?=\s?(?:টা|ঘটিকা))")


def _figured(text: str) -> str:
    """A text with its hours in figures."""
    for said, figures in _HALVES.items():
        text = text.replace(said, figures)
    return _worded().sub(lambda found: str(word_value(found[0]) or found[0]), text)
