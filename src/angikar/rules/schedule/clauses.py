"""What running text says of time: the rules of its clauses, bounded and closed, and the words of time that none of them took."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from pydantic import ValidationError

from angikar.rules.bangla.dates import parse_date
from angikar.rules.schedule.clause import Clause, TimedRule
from angikar.rules.schedule.clause_rules import DATE, GRAMMAR
from angikar.rules.schedule.english import ENGLISH
from angikar.rules.schedule.figured import figured
from angikar.rules.schedule.parsing import HOURS, clock
from angikar.rules.schedule.rule import Rule
from angikar.rules.schedule.time_words import is_urgent, time_words

_POLLED = re.compile(r"ভোট|নির্বাচন")
_BY_HOUR = re.compile(rf"{HOURS.format('at')}(?:র)? ?(?:মধ্যে|ভিতর|ভেতর)")
_BOUNDS = {
    name: re.compile(rf"{DATE} ?(?:খ্রি\S* ?|খৃ\S* ?|ইং ?)?(?:তারিখ ?)?(?:{words})")
    for name, words in (("from", "হতে|থেকে"), ("until", "পর্যন্ত"))
}
_RHYTHMS = ("every", "daily")
"""What goes on to the day a paper leads to; by week, month and quarter things go on."""
_RECURRING = (*_RHYTHMS, "weekly", "monthly", "quarterly")
_TAKEN = "।"


@dataclass(frozen=True, slots=True)
class Timing:
    """What the prose says of time: the rules in the order of the text, whether one rests on a vague word, and whether one is
    by the hour without saying from which to which; `working` is how many working days one of them gives, 0 where none does, `days`
    how many days these are. `unread` are the words of time from which no schedule follows.
    """

    rules: tuple[Rule, ...] = ()
    vague: bool = False
    hourless: bool = False
    working: int = 0
    unread: tuple[str, ...] = ()

    @property
    def days(self) -> int:
        """The days after the issue by which the first rule that counts from it is due."""
        counted = (rule.on for rule in self.rules if rule.on and rule.on.startswith("issue+"))
        return int(next(counted, "issue+0").removeprefix("issue+"))


def is_polled(text: str) -> bool:
    """Whether a paper leads to a poll, which ends what it wants day by day."""
    return _POLLED.search(text) is not None


def timing(text: str, start: str, *, ends: bool = True, issued: date | None = None) -> Timing:
    """The schedule of a directive; `start` (`formation` or `issue`) is where a rhythm begins if the text does not
    say, and it `ends` on the day the paper leads to, where it leads to one. From the day it is `issued` working days,
    months and days without a year are counted.

    >>> found = timing("০৭ (সাত) দিন অন্তর এবং নির্বাচনের ৩ দিন পূর্ব হতে প্রতিদিন", "formation").rules
    >>> [(rule.rule, rule.from_, rule.until) for rule in found]
    [('every', 'formation', 'anchor-4'), ('daily', 'anchor-3', 'anchor')]
    >>> timing("৩ কার্যদিবসের মধ্যে পাঠাবেন", "issue", issued=date(2024, 5, 9)).rules[0].on
    'issue+5'
    """
    found: list[TimedRule] = []
    text = " ".join(text.split())
    whole = figured(text)
    bounds, rest = _bounds(whole)
    for pattern, make in (*GRAMMAR, *ENGLISH):
        for match in list(pattern.finditer(rest)):
            made = make(Clause(match, issued, ends))
            if made is not None:
                found.append(replace(made, words=text[slice(*match.span())].strip()))
                rest = f"{rest[: match.start()]}{' ' * len(match[0])}{rest[match.end() :]}"
    found = [each for each in found if not each.is_weak or len(found) == 1]
    found.sort(key=lambda each: each.start)
    rules = [each.rule for each in found]
    bounded = [rule for rule in rules if rule["rule"] in _RECURRING and not {"from", "until"} & rule.keys()]
    if len(bounded) == 1:
        bounded[0] |= bounds
    _close(rules, "formation" if "গঠনের পর" in text else start, ends)
    hour = _BY_HOUR.search(rest) if len(rules) == 1 and rules[0]["rule"] != "hourly" else None
    if hour and _possible(timed := rules[0] | {"at": clock(hour["at"])}):
        rules[0] |= timed
        rest = f"{rest[: hour.start()]}{' ' * len(hour[0])}{rest[hour.end() :]}"
    judged = [(each, _possible(each.rule)) for each in found]
    left = _left(text, whole, rest if len(bounded) == 1 or not bounds else _without(rest, whole, bounds))
    taken = [each for each, rule in judged if rule is not None]
    if any(each.rule["rule"] == "immediate" for each in taken):
        left = tuple(words for words in left if not is_urgent(words))
    return Timing(
        tuple(dict.fromkeys(rule for _, rule in judged if rule is not None)),
        any(each.vague for each in taken),
        any(each.hourless for each in taken),
        max((each.working for each in taken), default=0),
        (*(each.words for each, rule in judged if rule is None), *left),
    )


def _bounds(text: str) -> tuple[dict[str, object], str]:
    """The days from and until which something recurs, and the text without them; only where either is named once."""
    found: dict[str, object] = {}
    for name, pattern in _BOUNDS.items():
        matches = list(pattern.finditer(text))
        day = parse_date(matches[0]["date"]) if len(matches) == 1 else None
        if day is not None:
            match = matches[0]
            found[name] = day.isoformat()
            text = f"{text[: match.start()]}{' ' * len(match[0])}{text[match.end() :]}"
    return found, text


def _without(rest: str, whole: str, bounds: dict[str, object]) -> str:
    """The text with the bounds put back that no rhythm took."""
    spans = [match.span() for name in bounds for match in _BOUNDS[name].finditer(whole)]
    for begin, end in spans:
        rest = f"{rest[:begin]}{whole[begin:end]}{rest[end:]}"
    return rest


def _left(text: str, whole: str, rest: str) -> tuple[str, ...]:
    """The words of time, as printed, that no clause took, one of each sentence."""
    same = len(text) == len(whole) == len(rest)
    shown = "".join(_TAKEN if b != c else a for a, b, c in zip(text, whole, rest, strict=True)) if same else rest
    return tuple(filter(None, map(time_words, re.split(r"[।;]", shown))))


def _possible(rule: dict[str, object]) -> Rule | None:
    try:
        return Rule.model_validate(rule)
    except ValidationError:
        return None


def _close(rules: list[dict[str, object]], start: str, ends: bool) -> None:
    """Give a rhythm of days a beginning and an end: polling day, or the day before the daily reports that take its place
    begin. What is daily in a paper that leads to no poll goes on."""
    until = "anchor"
    for rule in reversed(rules):
        if rule["rule"] in _RHYTHMS and "until" not in rule:
            rule |= {"from": rule.get("from", start)} | ({"until": until} if ends else {})
        elif rule["rule"] in _RHYTHMS:
            rule |= {"from": rule.get("from", start)}
            shift = str(rule["from"]).removeprefix("anchor-")
            until = f"anchor-{int(shift) + 1}" if shift.isdecimal() and rule["rule"] == "daily" else until
