"""What recurs: the days and hours on which the rules of a paper fall, once the days they count from are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any, Literal

from dateutil.rrule import DAILY, MINUTELY, MONTHLY, WEEKLY, rrule

from angikar.rules.schedule.rule import MOMENT_UNKNOWN, SCHEDULE_ENDLESS, SCHEDULE_TOO_LONG, Rule, ScheduleError, parted
from angikar.rules.schedule.wording import ENGLISH_MOMENTS, MOMENTS, describe, describe_en

MOST = 400
"""Days that one rule may name: every day of a year and a little more."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A day on which something is due: the day the rule `named`, or the day of issue where that was past by then; `at` is
    the time of that day, where the rule names one.
    """

    due: date
    due_on_issue: bool
    rule: Rule
    named: date
    at: time | None = None


@dataclass(frozen=True, slots=True)
class _Days:
    """The days that moments count from, as far as they are known."""

    anchor: date | None
    formation: date | None
    issue: date | None

    def of(self, moment: str) -> date:
        """The day of a moment; `ScheduleError` where what it counts from is not known."""
        name, shift = parted(moment)
        if name is None:
            return date.fromisoformat(moment)
        day: date | None = getattr(self, name)
        if day is None:
            raise ScheduleError(MOMENT_UNKNOWN, moment=(MOMENTS[name], ENGLISH_MOMENTS[name]))
        return day + timedelta(days=shift)


def occurrences(
    rules: Sequence[Rule], *, anchor: date | None, formation: date | None, issued: date | None, end: date | None = None
) -> tuple[Occurrence, ...]:
    """The days on which one thing is due, in order, each day once.

    `end` bounds the rules that have no `until`; a recurring rule without either is refused (`ScheduleError`), for it
    would never stop, and so is one that names more than `MOST` days. What a rule names on or before the day of issue is said once, as due on issue. `immediate` names
    no day.
    """
    days = _Days(anchor, formation, issued)
    found: dict[tuple[date, time | None], Occurrence] = {}
    for rule in rules:
        named = tuple(islice(_named(rule, days, end), MOST + 1))
        if len(named) > MOST:
            raise ScheduleError(SCHEDULE_TOO_LONG, rule=(describe(rule), describe_en(rule)), most=MOST)
        for each in _from_issue(rule, named, issued):
            found.setdefault((each.due, each.at), each)
    return tuple(found[due] for due in sorted(found, key=_by_clock))


def _by_clock(moment: tuple[date, time | None]) -> tuple[date, time]:
    day, at = moment
    return day, at or time.max


def _from_issue(rule: Rule, named: tuple[date, ...], issued: date | None) -> Iterator[Occurrence]:
    past = [day for day in named if issued is not None and day <= issued]
    if past and issued is not None:
        yield Occurrence(issued, True, rule, past[-1])
    for day in named[len(past) :]:
        yield from (Occurrence(day, False, rule, day, at) for at in _hours(rule))


def _hours(rule: Rule) -> tuple[time | None, ...]:
    """The times of one day on which it is due; no time in particular where the rule names none."""
    if rule.at is None:
        return (None,)
    first = time.fromisoformat(rule.at)
    if rule.rule != "hourly":
        return (first,)
    day = date.min  # any day will do: only the hours are wanted
    until = datetime.combine(day, time.fromisoformat(rule.to or rule.at))
    hours = rrule(MINUTELY, dtstart=datetime.combine(day, first), until=until, interval=rule.minutes or 60)
    return tuple(moment.time() for moment in hours)


def _named(rule: Rule, days: _Days, end: date | None) -> Iterator[date]:
    """The days a rule names, in order, whether past or not."""
    if rule.rule == "immediate":
        return
    if rule.rule in ("once", "hourly"):
        yield days.of(rule.on or "")
        return
    start, last = days.of(rule.from_ or "issue"), _last(rule, days, end)
    lag = rule.days or 0
    if rule.rule == "every":
        yield from _dates(DAILY, start + timedelta(days=lag), last, interval=lag)
    elif rule.rule == "daily":
        yield from _dates(DAILY, start, last)
    elif rule.rule == "weekly":
        yield from _dates(WEEKLY, start, last, byweekday=(rule.weekday or 1) - 1)
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
        raise ScheduleError(SCHEDULE_ENDLESS, rule=(describe(rule), describe_en(rule)))
    return end


def _dates(freq: Literal[3, 2, 1], start: date, last: date, **more: Any) -> Iterator[date]:
    first, until = (datetime.combine(day, time()) for day in (start, last))  # rrule counts in moments
    return (moment.date() for moment in rrule(freq, dtstart=first, until=until, **more))
