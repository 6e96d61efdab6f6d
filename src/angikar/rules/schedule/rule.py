"""Rule: one rule a paper sets for when something is due, as content holds it, and the moments it counts from."""

from __future__ import annotations

import re
from typing import Any, Literal

from pydantic import (
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    field_validator,
    model_serializer,
    model_validator,
)

from angikar.rules.content import Content
from angikar.rules.sentence import Explained, Sentence

RuleName = Literal["every", "daily", "once", "immediate", "weekly", "monthly", "quarterly", "hourly"]
_MOMENT = re.compile(r"(anchor|formation|issue)([+-]\d{1,4})?|\d{4}-\d{2}-\d{2}")
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_NEEDS = {
    "every": ("days", "from_"),
    "daily": ("from_",),
    "once": ("on",),
    "weekly": ("weekday",),
    "monthly": ("day",),
    "hourly": ("minutes", "on", "at", "to"),
}


class ScheduleError(Explained, ValueError):
    """A schedule from which no days follow, and why."""


SCHEDULE_UNREADABLE = Sentence(
    "schedule-unreadable",
    "“{text}” থেকে সময়সূচি বোঝা গেল না; লিখুন যেমন “গঠনের দিন হতে ৭ দিন অন্তর অন্তর”।",
    "“{text}” is not understood as a schedule; write such as “গঠনের দিন হতে ৭ দিন অন্তর অন্তর”.",
)
MOMENT_UNKNOWN = Sentence(
    "schedule-moment-unknown",
    "{moment} জানা নেই, তাই সময়সূচি করা যায় না।",
    "The schedule counts from {moment}, which is not known.",
)
SCHEDULE_TOO_LONG = Sentence(
    "schedule-too-long",
    "“{rule}” {most}টির বেশি দিন দেয়; শেষ দিনটি দেখে নিন।",
    "“{rule}” names more than {most} days; look at its last day.",
)
SCHEDULE_ENDLESS = Sentence(
    "schedule-endless",
    "“{rule}” কত দিন পর্যন্ত চলবে তা বলা নেই; শেষ দিন ছাড়া সময়সূচি নেওয়া হয় না।",
    "“{rule}” does not say until when; without an end no schedule is accepted.",
)
ANCHOR_BEFORE_ISSUE = Sentence(
    "anchor-before-issue",
    "নির্ধারিত দিন {day:d} জারির দিনের আগে; দিনটি ঠিক করে আবার জারি করুন।",
    "The anchor day, {day:d}, is before the day of issue; mend it and issue again.",
)


class Rule(Content):
    """One rule of when something is due, in the shape of the contract.

    `every` so many `days`, the first so many days after `from`; `daily` from a moment on; `once` on a moment;
    `immediate`, which has no day; `weekly` on a `weekday` (1 Monday - 7 Sunday, as ISO counts); `monthly` by a `day` of the
    month (its last day where it has no such); `quarterly`, so many `days` after each fiscal quarter; `hourly` every so many
    `minutes` on one day, from the clock time `at` up to `to`. `until` is the last day that counts; `at` (`11:00`) the time of
    day by which it is due. A moment is `anchor` (polling day, meeting …), `formation` or `issue`, perhaps with days added
    (`anchor-4`), or an ISO date.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    rule: RuleName
    days: int | None = Field(default=None, ge=0, le=366)
    day: int | None = Field(default=None, ge=1, le=31)
    weekday: int | None = Field(default=None, ge=1, le=7)
    minutes: int | None = Field(default=None, ge=15, le=720)
    on: str | None = None
    from_: str | None = Field(default=None, alias="from")
    until: str | None = None
    at: str | None = None
    to: str | None = None

    @field_validator("on", "from_", "until")
    @classmethod
    def _is_a_moment(cls, value: str | None) -> str | None:
        if value is not None and not _MOMENT.fullmatch(value):
            raise ValueError(f"{value!r} is no moment such as anchor-4, formation, issue or 2022-10-13")
        return value

    @field_validator("at", "to")
    @classmethod
    def _is_a_time(cls, value: str | None) -> str | None:
        if value is not None and not _CLOCK.fullmatch(value):
            raise ValueError(f"{value!r} is no time of day such as 11:00")
        return value

    @model_validator(mode="after")
    def _says_all_it_needs(self) -> Rule:
        for name in _NEEDS.get(self.rule, ()):
            if getattr(self, name) is None:
                raise ValueError(f"the rule {self.rule!r} needs {name.rstrip('_')!r}")
        if self.rule == "every" and self.days == 0:
            raise ValueError("every 0 days is no schedule")
        if self.at is not None and self.to is not None and self.to < self.at:
            raise ValueError("the hours end before they begin")
        return self

    @model_serializer(mode="wrap")
    def _without_blanks(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {name: value for name, value in write(self).items() if value is not None}


def parted(moment: str) -> tuple[str | None, int]:
    """What a moment counts from and how many days off it is; an ISO date counts from nothing.

    >>> parted("anchor-4"), parted("2022-10-13")
    (('anchor', -4), (None, 0))
    """
    found = _MOMENT.fullmatch(moment)
    return (found[1], int(found[2] or 0)) if found else (None, 0)


def counts_from_anchor(rule: Rule) -> bool:
    """Whether the days of a rule are known only once the day everything leads to is."""
    return any(parted(moment)[0] == "anchor" for moment in (rule.on, rule.from_, rule.until) if moment)
