"""Reads the Bangla sentence of a schedule back into its rule: what `wording.describe` writes, and how people type it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import time
from functools import cache

from angikar.rules.bangla.dates import parse_date
from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import normal
from angikar.rules.schedule.rule import SCHEDULE_UNREADABLE, Rule, ScheduleError
from angikar.rules.schedule.wording import WEEKDAYS

_LONGEST = 1_000
"""Letters of the longest sentence that sets a schedule."""
_ANCHOR = r"(?:নির্ধারিত দিন|ভোটগ্রহণের দিন|ভোটের দিন|নির্বাচনের দিন|সভার দিন|ভোটগ্রহণ|নির্বাচন)"
_FORMATION = r"(?:গঠনের দিন|গঠন)"
_ISSUE = r"(?:জারির দিন|জারির তারিখ|জারি)"
_NAMES = (("anchor", _ANCHOR), ("formation", _FORMATION), ("issue", _ISSUE))
_NAMED = "|".join(f"(?P<{{0}}{name}>{words})" for name, words in _NAMES)
_SHIFT = r"(?:ের\s+(?P<{0}shift>\d+)\s*(?:\([^)]*\)\s*)?দিন\s+(?P<{0}side>পূর্বে?|আগে|আগ|পরে?))"
_DATE = r"(?P<{0}date>\d{{1,2}}(?:\s+[^\W\d]\S*\s+|[./-]\d{{1,2}}[./-])\d{{2,4}})"


def _moment(name: str) -> str:
    return rf"(?:(?:{_NAMED}){_SHIFT}?|{_DATE})".format(name)


HOURS = (
    r"(?P<{0}>(?:(?:ভোর|দুপুর|সকাল|বেলা|বিকাল|বিকেল|রাত|সন্ধ্যা|পূর্বাহ্[ণন]|অপরাহ্[ণন])\s+)?\d{{1,2}}(?:[:.]\d{{2}})?)\s*(?:টা|ঘটিকা)"
)
_LATER = ("দুপুর", "বিকাল", "বিকেল", "সন্ধ্যা", "অপরাহ্ণ", "অপরাহ্ন")
_HOUR = re.compile(HOURS.format("hour").removesuffix(r"\s*(?:টা|ঘটিকা)") + r"\s*(?:(?:টা|ঘটিকা)\S*)?")
_FROM = rf"(?:{_moment('from_')}(?:ে)?(?:র পর)?\s+(?:হতে|থেকে)\s+)?"
_UNTIL = rf"(?:{_moment('until_')}\s+পর্যন্ত\s+)?"
_BY = rf"(?:\s+{HOURS.format('at')}র\s+(?:মধ্যে|ভিতর))?"
_AT_ONCE = r"(?:তাৎক্ষণিকভাবে|তাৎক্ষণিক|সঙ্গে সঙ্গে|অনতিবিলম্বে)"
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"

Found = Mapping[str, str | None]


def _day(found: Found, name: str) -> str | None:
    """The moment that the groups of a name found, as a rule writes it."""
    written = found.get(f"{name}date")
    if written:
        day = parse_date(written)
        if day is None:
            raise ValueError(written)
        return day.isoformat()
    base = next((each for each, _ in _NAMES if found.get(f"{name}{each}")), None)
    shift = found.get(f"{name}shift")
    if base is None or not shift or int(shift) == 0:
        return base
    return f"{base}{'+' if (found[f'{name}side'] or '').startswith('পর') else '-'}{int(shift)}"


def clock(text: str | None) -> str | None:
    """A time of day on the clock of 24 hours: `বিকাল 5` is `17:00`, `রাত 9:30` is `21:30`, `11` is `11:00`."""
    if text is None:
        return None
    part, _, digits = text.rpartition(" ")
    hour, _, minute = digits.replace(".", ":").partition(":")
    number = int(hour)
    late = (part.strip() == "রাত" and number >= 6) or (part.strip() == "বেলা" and number < 7)
    if (part.strip() in _LATER or late) and number < 12:
        number += 12
    return f"{0 if part.strip() == 'রাত' and number == 12 else number:02}:{minute or '00'}"


def _span(found: Found) -> int:
    return int(found["span"] or 0) * (60 if found["unit"] == "ঘণ্টা" else 1)


_Reader = Callable[[Found], dict[str, object]]
_READERS: tuple[tuple[str, _Reader], ...] = (
    (
        rf"{_moment('on_')}(?:ে|\s+তারিখে)?\s+{HOURS.format('begins')}\s+(?:হতে|থেকে)\s+{HOURS.format('to')}\s+পর্যন্ত\s+প্রতি\s+(?P<span>\d+)\s*(?P<unit>ঘণ্টা|মিনিট)\s+(?:অন্তর|পরপর|পর পর)",
        lambda found: {
            "rule": "hourly",
            "minutes": _span(found),
            "at": clock(found["begins"]),
            "to": clock(found["to"]),
        },
    ),
    (
        rf"{_FROM}{_UNTIL}(?:প্রতি\s+)?(?P<days>\d+)\s*(?:\([^)]*\)\s*)?দিন\s+(?:অন্তর(?:\s+অন্তর)?|পরপর|পর পর)",
        lambda found: {"rule": "every", "days": int(found["days"] or 0)},
    ),
    (rf"{_FROM}{_UNTIL}(?:প্রতিদিন|প্রত্যহ|দৈনিক)", lambda found: {"rule": "daily"}),
    (
        rf"{_FROM}{_UNTIL}প্রতি(?:\s+সপ্তাহের)?\s+{_WEEKDAY}",
        lambda found: {"rule": "weekly", "weekday": WEEKDAYS.index(found["weekday"] or "") + 1},
    ),
    (
        rf"{_FROM}{_UNTIL}প্রতি\s+(?:ইংরেজি\s+)?মাসের\s+(?P<day>\d+)\s+তারিখের?\s*(?:মধ্যে)?",
        lambda found: {"rule": "monthly", "day": int(found["day"] or 0)},
    ),
    (
        rf"{_FROM}{_UNTIL}প্রতি\s+ত্রৈমাসিক\s+শেষ\s+হওয়ার\s+(?P<days>\d+)\s+দিনের\s+মধ্যে",
        lambda found: {"rule": "quarterly", "days": int(found["days"] or 0)},
    ),
    (rf"{_FROM}{_UNTIL}প্রতি\s+ত্রৈমাসিকের\s+শেষ\s+দিনে", lambda found: {"rule": "quarterly"}),
    (_AT_ONCE, lambda found: {"rule": "immediate"}),
    (rf"{_moment('on_')}(?:ে|\s+তারিখে|র মধ্যে|ের মধ্যে|\s+তারিখের মধ্যে)?", lambda found: {"rule": "once"}),
)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], _Reader], ...]:
    return tuple((re.compile(pattern + _BY), read) for pattern, read in _READERS)


def parse_rule(text: str) -> Rule:
    """The rule that a Bangla sentence sets. Raises `ScheduleError` where it sets none, or one that cannot be.

    >>> parse_rule("ভোটগ্রহণের দিনের ৩ দিন পূর্ব হতে ভোটগ্রহণের দিন পর্যন্ত প্রতিদিন সকাল ১১টার মধ্যে").model_dump()
    {'rule': 'daily', 'from': 'anchor-3', 'until': 'anchor', 'at': '11:00'}
    >>> parse_rule("প্রতি মাসের ১০ তারিখের মধ্যে").model_dump()
    {'rule': 'monthly', 'day': 10}
    """
    said = to_latin(normal(text)).strip(" ।,;") if len(text) <= _LONGEST else ""
    for pattern, read in _patterns():
        match = pattern.fullmatch(said)
        if match is not None:
            return _rule(match.groupdict(), read, text)
    raise _unread(text)


def parse_hour(text: str) -> time | None:
    """The time of day a person wrote; `None` where it is none.

    >>> parse_hour("সকাল ১০.৩০ ঘটিকা"), parse_hour("বিকাল ৩টায়"), parse_hour("11:00"), parse_hour("২৫:০০")
    (datetime.time(10, 30), datetime.time(15, 0), datetime.time(11, 0), None)
    """
    found = _HOUR.fullmatch(to_latin(normal(text)).strip(" ।,;")) if len(text) <= _LONGEST else None
    try:
        return time.fromisoformat(clock(found["hour"]) or "") if found else None
    except ValueError:
        return None


def _rule(found: Found, read: Callable[[Found], dict[str, object]], text: str) -> Rule:
    try:
        days = {"on": _day(found, "on_"), "from": _day(found, "from_"), "until": _day(found, "until_")}
        given = {name: value for name, value in days.items() if value is not None}
        return Rule.model_validate({**read(found), **given, **({"at": at} if (at := clock(found["at"])) else {})})
    except ValueError as wrong:
        raise _unread(text) from wrong


def _unread(text: str) -> ScheduleError:
    return ScheduleError(SCHEDULE_UNREADABLE, text=text[:_LONGEST].strip())
