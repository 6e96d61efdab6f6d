"""Finds in prose when something falls due: every so many days, daily before the poll, once, at once, monthly."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from pydantic import ValidationError

from angikar.rules.bangla.dates import parse_date
from angikar.rules.bangla.digits import to_latin
from angikar.rules.schedule.parsing import HOURS, clock
from angikar.rules.schedule.rule import Rule
from angikar.rules.schedule.wording import WEEKDAYS

VAGUE_DAYS = 6
"""Days that কয়েকদিন ("some days") is taken for where a paper gives no number; each time with a doubt."""

_DAYS = r"(?P<days>\d{1,9})\s*+(?:\([^()]*+\)\s*+)?দিন"
_POLL = r"(?:নির্বাচনের|ভোটগ্রহণের|ভোট গ্রহণের|নির্বাচন অনুষ্ঠানের)"
_SOME = r"(?:কয়েক\s*দিন|কিছু\s*দিন)"
_POLLED = re.compile(r"ভোট|নির্বাচন")
_AFTER_POLL = re.compile(
    r"(?:ভোটগ্রহণ|ভোট গ্রহণ|ভোট|নির্বাচন)(?:ের)?\s+(?:পর(?:বর্তী)?\s+(?P<lag>\d{1,3})\s*+(?:\([^()]*+\)\s*+)?দিন|পরের\s+দিন|পরদিন)\s+পর্যন্ত"
)
_BY_HOUR = re.compile(rf"{HOURS.format('at')}(?:র)?\s*(?:মধ্যে|ভিতর)")
_LEAD = rf"{_POLL}\s+(?:(?P<lead>\d{{1,9}})\s*+(?:\([^()]*+\)\s*+)?দিন|(?P<some>{_SOME}))\s*+(?:আগে|পূর্বে?)"
_INTERVAL = r"(?:অন্তর|পর\s*পর|পরপর)"
POLLING = ("08:00", "16:00")
"""The hours of a polling day where a paper that wants reports by the hour names none; each time with a doubt."""

_NUMBERS = {"এক": 1, "দেড়": 1.5, "দুই": 2, "আড়াই": 2.5, "তিন": 3, "চার": 4}
_SPAN = rf"(?:(?P<span>\d{{1,9}})|(?P<word>{'|'.join(_NUMBERS)}))\s*+(?:\([^()]*+\)\s*+)?(?P<unit>ঘণ্টা|ঘন্টা|মিনিট)"
_OPEN = rf"(?:{HOURS.format('begins')}\s*(?:হতে|থেকে)\s*{HOURS.format('ends')}\s*পর্যন্ত\s*)?"
_DATE = r"(?P<date>\d{1,2}(?:\s++[^\W\d]\S*+\s++|[./-]\d{1,2}[./-])\d{4})"
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
_RHYTHMS = ("every", "daily")
"""What goes on to the day a paper leads to; by week, month and quarter things go on."""
_REPORTING = r"অবহিত|জানাতে|জানাবেন|প্রতিবেদন|প্রেরণ"


@dataclass(frozen=True, slots=True)
class Timing:
    """What the prose says of time: the rules in the order of the text, whether one rests on a vague word, and whether one is
    by the hour without saying from which to which; `working` is how many working days one of them gives, 0 where none does.
    `impossible` are the words that name a schedule there cannot be, as every 0 days.
    """

    rules: tuple[Rule, ...] = ()
    vague: bool = False
    hourless: bool = False
    working: int = 0
    impossible: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _TimedRule:
    start: int
    rule: dict[str, object]
    vague: bool = False
    hourless: bool = False
    working: int = 0
    words: str = ""


def is_polled(text: str) -> bool:
    """Whether a paper leads to a poll, which ends what it wants day by day."""
    return _POLLED.search(text) is not None


def timing(text: str, start: str, *, ends: bool = True) -> Timing:
    """The schedule of a directive; `start` (`formation` or `issue`) is where a rhythm begins if the text does not
    say, and it `ends` on the day the paper leads to, where it leads to one.

    >>> found = timing("০৭ (সাত) দিন অন্তর এবং নির্বাচনের ৩ দিন পূর্ব হতে প্রতিদিন", "formation").rules
    >>> [(rule.rule, rule.from_, rule.until) for rule in found]
    [('every', 'formation', 'anchor-4'), ('daily', 'anchor-3', 'anchor')]
    """
    found: list[_TimedRule] = []
    rest = to_latin(text)
    for pattern, make in _PATTERNS:
        rest = _take(rest, pattern, make, found)
    found.sort(key=lambda each: each.start)
    rules = [each.rule for each in found]
    _close(rules, "formation" if "গঠনের পর" in text else start, ends)
    if len(rules) == 1 and rules[0]["rule"] != "hourly" and (hour := _by_hour(text)):
        rules[0] |= {"at": hour} if _possible(rules[0] | {"at": hour}) else {}
    judged = [(each, _possible(each.rule)) for each in found]
    found = [each for each, rule in judged if rule is not None]
    return Timing(
        tuple(rule for _, rule in judged if rule is not None),
        any(each.vague for each in found),
        any(each.hourless for each in found),
        max((each.working for each in found), default=0),
        tuple(each.words for each, rule in judged if rule is None),
    )


def _by_hour(text: str) -> str | None:
    found = _BY_HOUR.search(to_latin(text))
    return clock(found["at"]) if found else None


def _possible(rule: dict[str, object]) -> Rule | None:
    try:
        return Rule.model_validate(rule)
    except ValidationError:
        return None


def _take(
    text: str, pattern: re.Pattern[str], make: Callable[[re.Match[str]], _TimedRule | None], found: list[_TimedRule]
) -> str:
    """Note every match that makes a rule and blank it, so that a later, looser pattern does not see it again."""
    for match in list(pattern.finditer(text)):
        made = make(match)
        if made is None:
            continue
        found.append(replace(made, words=match[0].strip()))
        text = f"{text[: match.start()]}{' ' * len(match[0])}{text[match.end() :]}"
    return text


def _lead(match: re.Match[str]) -> str:
    return f"anchor-{int(match['lead'] or VAGUE_DAYS)}"


def _daily(match: re.Match[str]) -> _TimedRule:
    after = _AFTER_POLL.search(match[0])
    until = f"anchor+{int(after['lag'] or 1)}" if after else "anchor"
    return _TimedRule(match.start(), {"rule": "daily", "from": _lead(match), "until": until}, match["some"] is not None)


def _every(match: re.Match[str]) -> _TimedRule:
    rule: dict[str, object] = {"rule": "every", "days": int(match["days"])}
    if match["lead"] or match["some"]:
        rule |= {"from": _lead(match), "until": "anchor"}
    return _TimedRule(match.start(), rule, match["some"] is not None)


def _hourly(match: re.Match[str]) -> _TimedRule:
    """By the hour on polling day: such a rhythm makes sense on no other."""
    many = float(match["span"] or _NUMBERS[match["word"]])
    minutes = int(many if match["unit"] == "মিনিট" else many * 60)
    begins, ends = clock(match["begins"]) or POLLING[0], clock(match["ends"]) or POLLING[1]
    rule: dict[str, object] = {"rule": "hourly", "on": "anchor", "minutes": minutes, "at": begins, "to": ends}
    return _TimedRule(match.start(), rule, hourless=match["begins"] is None)


def _each_day(match: re.Match[str]) -> _TimedRule:
    return _TimedRule(match.start(), {"rule": "daily"})


def _once(match: re.Match[str]) -> _TimedRule:
    return _TimedRule(match.start(), {"rule": "once", "on": _lead(match)}, match["some"] is not None)


def _days_after_issue(match: re.Match[str]) -> _TimedRule:
    return _TimedRule(match.start(), {"rule": "once", "on": f"issue+{int(match['days'])}"})


def _on_date(match: re.Match[str]) -> _TimedRule | None:
    day = parse_date(match["date"])
    return _TimedRule(match.start(), {"rule": "once", "on": day.isoformat()}) if day else None


def _weekly(match: re.Match[str]) -> _TimedRule:
    if match["weekday"] is None:
        return _TimedRule(match.start(), {"rule": "every", "days": 7})
    return _TimedRule(match.start(), {"rule": "weekly", "weekday": WEEKDAYS.index(match["weekday"]) + 1})


def _quarterly(match: re.Match[str]) -> _TimedRule:
    days = {"days": int(match["days"])} if match["days"] else {}
    return _TimedRule(match.start(), {"rule": "quarterly", **days})


def spanned(working: int) -> int:
    """So many days hold that many working days, wherever a week begins: two of seven are none.

    >>> spanned(3), spanned(7)
    (5, 11)
    """
    return working + 2 * -(-working // 5)


def _working_days(match: re.Match[str]) -> _TimedRule:
    working = int(match["days"])
    return _TimedRule(match.start(), {"rule": "once", "on": f"issue+{spanned(working)}"}, working=working)


def _monthly(match: re.Match[str]) -> _TimedRule:
    return _TimedRule(match.start(), {"rule": "monthly", "day": int(match["day"])})


def _at_once(match: re.Match[str]) -> _TimedRule:
    return _TimedRule(match.start(), {"rule": "immediate"})


_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _TimedRule | None]], ...] = (
    (re.compile(rf"{_OPEN}(?:প্রতি\s*)?{_SPAN}\s*{_INTERVAL}"), _hourly),
    (re.compile(rf"{_LEAD}\s*(?:হতে|থেকে)[^।;]*?প্রতিদিন"), _daily),
    (re.compile(rf"(?:{_LEAD}\s*(?:হতে|থেকে)?\s*)?(?:প্রতি\s+)?{_DAYS}\s*{_INTERVAL}"), _every),
    (re.compile(_LEAD), _once),
    (
        re.compile(rf"{_DATE}\s*+(?:খ্রি\S*\s*+|ইং\s*+)?(?:তারিখ(?:ের)?|এর|[-–]এর|ের|র)?\s*+(?:মধ্যে|ভিতর)"),
        _on_date,
    ),
    (re.compile(rf"(?:জারির|প্রাপ্তির|পরিপত্রের)\s[^।;]*?{_DAYS}ের মধ্যে"), _days_after_issue),
    (re.compile(r"(?P<days>\d{1,3})\s*+(?:\([^()]*+\)\s*+)?(?:কার্য|কর্ম)\s*দিবসের\s*(?:মধ্যে|ভিতর)"), _working_days),
    (re.compile(rf"(?:আগামী|পরবর্তী)\s+{_DAYS}ের মধ্যে"), _days_after_issue),
    (
        re.compile(rf"প্রতি\s+ত্রৈমাসিক(?:ের)?\s+শেষ\s+(?:দিনে|(?:হওয়ার|হবার)\s+(?:পরবর্তী\s+)?{_DAYS}ের মধ্যে)"),
        _quarterly,
    ),
    (re.compile(rf"প্রতি\s*(?:(?:সপ্তাহের\s+)?{_WEEKDAY}|সপ্তাহে)"), _weekly),
    (re.compile(r"(?:প্রতি|পরবর্তী)\s*(?:ইংরেজি\s*)?মাসের\s*(?P<day>\d{1,2})\s*তারিখ"), _monthly),
    (re.compile(r"প্রতিদিন"), _each_day),
    (re.compile(rf"(?:তাৎক্ষণিক|অনতিবিলম্বে|অবিলম্বে|সঙ্গে সঙ্গে)[^।;]*?(?:{_REPORTING})"), _at_once),
)


def _close(rules: list[dict[str, object]], start: str, ends: bool) -> None:
    """Give a rhythm of days a beginning and an end: polling day, or the day before the daily reports that take its place
    begin. What is daily in a paper that leads to no poll goes on."""
    until = "anchor"
    for rule in reversed(rules):
        if rule["rule"] in _RHYTHMS and "until" not in rule:
            rule |= {"from": start} | ({"until": until} if ends or rule["rule"] == "every" else {})
        elif rule["rule"] == "daily":
            until = f"anchor-{int(str(rule['from']).removeprefix('anchor-')) + 1}"
