"""What English text says of time and of duty: by which day, on which weekday or day of a month something is due, and the verbs that order it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from angikar.rules.bangla.dates import parse_date
from angikar.rules.schedule.clause import Clause, TimedRule

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b(?: of)?", re.IGNORECASE)
_DAY = r"(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS}),? \d{{4}}|(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{4})"
)
_IN = r"(?:by|within|(?:not|no) later than|on or before|latest by)"
_BEFORE = r"(?:before|prior to)"
_EACH = r"(?:each|every|the following|the next)"
OBLIGES = re.compile(
    r"\b(?:shall|must|(?:is|are) (?:hereby )?(?:requested|directed|instructed|advised|required|bound) to|will (?:be [a-z]+(?:ed|en|nt|pt)|(?!be\b)[a-z]+))\b",
    re.IGNORECASE,
)
"""Words by which a sentence puts a duty on somebody."""
TIME = re.compile(
    r"\b(?:(?:daily|weekly|fortnightly|monthly|quarterly|immediately|forthwith|at once|as soon as possible|in due time)\b"
    rf"|(?:each|every) (?:other )?(?:day|week|fortnight|month|quarter|year|{'|'.join(_WEEKDAYS)})|within \d+ (?:\w+ )?(?:days?|hours?|weeks?|months?)|(?:{_IN}|{_BEFORE}) (?:the )?{_DATE}"
    rf"|by (?:the )?(?:end of |close of |{'|'.join(_WEEKDAYS)}|{_MONTHS})(?:\s?\w+)?)",
    re.IGNORECASE,
)
"""Words of time."""


def _by_date(clause: Clause) -> TimedRule | None:
    day = parse_date(_ORDINAL.sub("", clause["date"] or "").replace(",", ""))
    if day is None:
        return None
    last = day - timedelta(days=1) if clause["before"] else day
    return TimedRule(clause.start, {"rule": "once", "on": last.isoformat()})


def _within(clause: Clause) -> TimedRule:
    return TimedRule(clause.start, {"rule": "once", "on": f"issue+{clause.number('days')}"})


def _weekly(clause: Clause) -> TimedRule:
    weekday = _WEEKDAYS.index((clause["weekday"] or "").lower()) + 1
    return TimedRule(clause.start, {"rule": "weekly", "weekday": weekday})


def _monthly(clause: Clause) -> TimedRule:
    return TimedRule(clause.start, {"rule": "monthly", "day": clause.number("day")})


def _daily(clause: Clause) -> TimedRule:
    return TimedRule(clause.start, {"rule": "daily"})


def _in_english(make: Callable[[Clause], TimedRule | None]) -> Callable[[Clause], TimedRule | None]:
    """The same for a clause that stands behind no Bangla: what a Bangla sentence holds of Latin letters says nothing."""

    def made(clause: Clause) -> TimedRule | None:
        return make(clause) if clause.before.isascii() else None

    return made


ENGLISH = tuple(
    (re.compile(pattern, re.IGNORECASE), _in_english(make))
    for pattern, make in (
        (rf"\b(?:{_IN}|(?P<before>{_BEFORE})) (?:the )?(?P<date>{_DATE})", _by_date),
        (rf"\b(?:{_IN} )?(?:the )?{_DAY}(?: day)? of {_EACH} month", _monthly),
        (
            r"\bwithin (?P<days>\d{1,3}) days(?= (?:of|from|after) (?:the )?(?:date of )?(?:issue|receipt)|[.;,]|$)",
            _within,
        ),
        (rf"\b(?:on )?every (?P<weekday>{'|'.join(_WEEKDAYS)})\b", _weekly),
        (r"\b(?:daily|every day)\b", _daily),
    )
)
"""Each clause and the rule it gives, the surer first."""
