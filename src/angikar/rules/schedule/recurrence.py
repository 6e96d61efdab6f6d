"""What recurs: the rules a paper sets for when something is due, and the days on which they fall.

A `Rule` is what stands in a paper's content; `occurrences` turns rules into days once the days they count from are
known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Literal

from dateutil.rrule import DAILY, MONTHLY, rrule
from pydantic import (
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    field_validator,
    model_serializer,
    model_validator,
)

from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.letter import Content

RuleName = Literal["every", "daily", "once", "immediate", "monthly", "quarterly"]
_MOMENT = re.compile(r"(anchor|formation|issue)([+-]\d{1,4})?|\d{4}-\d{2}-\d{2}")
_NEEDS = {"every": ("days", "from_"), "daily": ("from_",), "once": ("on",), "monthly": ("day",)}
_BANGLA_MOMENTS = {"anchor": "নির্ধারিত দিন", "formation": "গঠনের দিন", "issue": "জারির দিন"}
_ENGLISH_MOMENTS = {"anchor": "the anchor day", "formation": "the day of formation", "issue": "the day of issue"}


class ScheduleError(ValueError):
    """A schedule that cannot be laid out; `message` says so in Bangla, `message_en` in English."""

    def __init__(self, message: str, message_en: str) -> None:
        super().__init__(message_en)
        self.message = message
        self.message_en = message_en


class Rule(Content):
    """One rule of when something is due, in the shape of the contract.

    `every` so many `days`, the first so many days after `from`; `daily` from a moment on; `once` on a moment;
    `immediate`, which has no day; `monthly` by a `day` of the month (its last day where it has no such); `quarterly`,
    so many `days` after each fiscal quarter. `until` is the last day that counts. A moment is `anchor` (polling day,
    meeting …), `formation` or `issue`, perhaps with days added (`anchor-4`), or an ISO date.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    rule: RuleName
    days: int | None = Field(default=None, ge=0, le=366)
    day: int | None = Field(default=None, ge=1, le=31)
    on: str | None = None
    from_: str | None = Field(default=None, alias="from")
    until: str | None = None

    @field_validator("on", "from_", "until")
    @classmethod
    def _is_a_moment(cls, value: str | None) -> str | None:
        if value is not None and not _MOMENT.fullmatch(value):
            raise ValueError(f"{value!r} is no moment such as anchor-4, formation, issue or 2022-10-13")
        return value

    @model_validator(mode="after")
    def _says_all_it_needs(self) -> Rule:
        for name in _NEEDS.get(self.rule, ()):
            if getattr(self, name) is None:
                raise ValueError(f"the rule {self.rule!r} needs {name.rstrip('_')!r}")
        if self.rule == "every" and self.days == 0:
            raise ValueError("every 0 days is no schedule")
        return self

    @model_serializer(mode="wrap")
    def _without_blanks(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {name: value for name, value in write(self).items() if value is not None}


def _parted(moment: str) -> tuple[str | None, int]:
    """What a moment counts from and how many days off it is: `("anchor", -4)`; an ISO date counts from nothing."""
    found = _MOMENT.fullmatch(moment)
    return (found[1], int(found[2] or 0)) if found else (None, 0)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A day on which something is due: the day the rule `named`, or the day of issue where that was past by then."""

    due: date
    due_on_issue: bool
    rule: Rule
    named: date


@dataclass(frozen=True, slots=True)
class _Days:
    """The days that moments count from, as far as they are known."""

    anchor: date | None
    formation: date | None
    issue: date | None

    def of(self, moment: str) -> date:
        """The day of a moment; `ScheduleError` where what it counts from is not known."""
        name, shift = _parted(moment)
        if name is None:
            return date.fromisoformat(moment)
        day: date | None = getattr(self, name)
        if day is None:
            raise ScheduleError(
                f"{_BANGLA_MOMENTS[name]} জানা নেই, তাই সময়সূচি করা যায় না।",
                f"The schedule counts from {_ENGLISH_MOMENTS[name]}, which is not known.",
            )
        return day + timedelta(days=shift)


def occurrences(
    rules: Sequence[Rule], *, anchor: date | None, formation: date | None, issued: date | None, end: date | None = None
) -> tuple[Occurrence, ...]:
    """The days on which one thing is due, in order, each day once.

    `end` bounds the rules that have no `until`; a recurring rule without either is refused (`ScheduleError`), for it
    would never stop. What a rule names on or before the day of issue is said once, as due on issue. `immediate` names
    no day.
    """
    days = _Days(anchor, formation, issued)
    found: dict[date, Occurrence] = {}
    for rule in rules:
        for each in _from_issue(rule, tuple(_named(rule, days, end)), issued):
            found.setdefault(each.due, each)
    return tuple(found[due] for due in sorted(found))


def _from_issue(rule: Rule, named: tuple[date, ...], issued: date | None) -> Iterator[Occurrence]:
    past = [day for day in named if issued is not None and day <= issued]
    if past and issued is not None:
        yield Occurrence(issued, True, rule, past[-1])
    yield from (Occurrence(day, False, rule, day) for day in named[len(past) :])


def _named(rule: Rule, days: _Days, end: date | None) -> Iterator[date]:
    """The days a rule names, in order, whether past or not."""
    if rule.rule == "immediate":
        return
    if rule.rule == "once":
        yield days.of(rule.on or "")
        return
    start, last = days.of(rule.from_ or "issue"), _last(rule, days, end)
    lag = rule.days or 0
    if rule.rule == "every":
        yield from _dates(DAILY, start + timedelta(days=lag), last, interval=lag)
    elif rule.rule == "daily":
        yield from _dates(DAILY, start, last)
    elif rule.rule == "monthly":
        month_days = range(min(rule.day or 1, 28), (rule.day or 1) + 1)
        yield from _dates(MONTHLY, start, last, bymonthday=month_days, bysetpos=-1)
    else:
        behind = timedelta(days=lag)
        ends = _dates(MONTHLY, start - behind, last - behind, bymonth=(3, 6, 9, 12), bymonthday=-1)
        yield from (day + behind for day in ends)


def _last(rule: Rule, days: _Days, end: date | None) -> date:
    if rule.until is not None:
        return days.of(rule.until)
    if end is None:
        raise ScheduleError(
            f"“{describe(rule)}” কত দিন পর্যন্ত চলবে তা বলা নেই; শেষ দিন ছাড়া সময়সূচি নেওয়া হয় না।",
            f"“{describe_en(rule)}” does not say until when; without an end no schedule is accepted.",
        )
    return end


def _dates(freq: Literal[3, 1], start: date, last: date, **more: Any) -> Iterator[date]:
    first, until = (datetime.combine(day, time()) for day in (start, last))  # rrule counts in moments
    return (moment.date() for moment in rrule(freq, dtstart=first, until=until, **more))


def describe(rule: Rule) -> str:
    """The rule as a Bangla sentence.

    >>> describe(Rule(rule="daily", from_="anchor-3", until="anchor"))
    'নির্ধারিত দিনের ৩ দিন পূর্ব হতে নির্ধারিত দিন পর্যন্ত প্রতিদিন'
    """
    words = {
        "every": f"{rule.days} দিন অন্তর অন্তর",
        "daily": "প্রতিদিন",
        "once": _bangla_moment(rule.on or "issue", at=True),
        "immediate": "তাৎক্ষণিকভাবে",
        "monthly": f"প্রতি মাসের {rule.day} তারিখের মধ্যে",
        "quarterly": f"প্রতি ত্রৈমাসিক শেষ হওয়ার {rule.days} দিনের মধ্যে" if rule.days else "প্রতি ত্রৈমাসিকের শেষ দিনে",
    }
    since = f"{_bangla_moment(rule.from_)} হতে " if rule.from_ else ""
    until = f"{_bangla_moment(rule.until)} পর্যন্ত " if rule.until else ""
    return f"{since}{until}{to_bangla(words[rule.rule])}"


def describe_en(rule: Rule) -> str:
    """The rule as an English sentence.

    >>> describe_en(Rule(rule="every", days=7, from_="formation", until="anchor-4"))
    'every 7 days from the day of formation until 4 days before the anchor day'
    """
    words = {
        "every": f"every {rule.days} days",
        "daily": "daily",
        "once": _english_moment(rule.on or "issue", at=True),
        "immediate": "at once",
        "monthly": f"by day {rule.day} of each month",
        "quarterly": f"within {rule.days} days of each quarter's end" if rule.days else "on each quarter's last day",
    }
    since = f" from {_english_moment(rule.from_)}" if rule.from_ else ""
    until = f" until {_english_moment(rule.until)}" if rule.until else ""
    return f"{words[rule.rule]}{since}{until}"


def _bangla_moment(moment: str, *, at: bool = False) -> str:
    name, shift = _parted(moment)
    if name is None:
        return write_date(date.fromisoformat(moment)) + (" তারিখে" if at else "")
    side = f"ের {to_bangla(str(abs(shift)))} দিন {'পর' if shift > 0 else 'পূর্ব'}" if shift else ""
    return f"{_BANGLA_MOMENTS[name]}{side}{'ে' if at else ''}"


def _english_moment(moment: str, *, at: bool = False) -> str:
    name, shift = _parted(moment)
    on = "on " if at and not shift else ""
    if name is None:
        day = date.fromisoformat(moment)
        return f"{on}{day.day} {day:%B %Y}"
    side = f"{abs(shift)} day{'s' if abs(shift) > 1 else ''} {'after' if shift > 0 else 'before'} " if shift else ""
    return f"{on}{side}{_ENGLISH_MOMENTS[name]}"
