"""Counting what the posts of a circular owe and have answered: from the duties themselves, and as it is kept."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import partial
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from angikar.duties.models import OWED, Duty, DutyState, Report, ReportState
from angikar.offices.prepared import NUMBERS, Prepared
from angikar.papers.models import FROZEN, Paper
from angikar.rules.kinds import WITH_DIRECTIVES
from angikar.standings.models import CircularCount

RECEIPT = "receipt"
"""The code of the column of the paper itself: whether an addressee has seen and acknowledged it."""
_OWED = "owed"
"""Where the moments of what is still owed are kept; all other names are stages with a number."""
_WHOLE_DAY, _NEVER = "24", "9999"
"""A day without an hour is over after every hour of it; what has no day is never over."""


class AsOf(NamedTuple):
    """The time of the matrix, in Dhaka; without a clock a duty due by an hour counts as open until its day is over."""

    day: date
    clock: time | None = None

    @property
    def moment(self) -> str:
        """What comes before it in the order of letters is over."""
        return f"{self.day.isoformat()}T{self.clock.isoformat() if self.clock else ''}"


class Written(NamedTuple):
    """What is kept of one post, in the columns of `CircularCount`."""

    counts: str
    days: str


Stages = Mapping[str, Mapping[str, int]]
"""By column the count of duties in each stage."""


@dataclass(slots=True)
class _Counted:
    """What is counted of one post."""

    stages: dict[str, dict[str, int]] = field(default_factory=partial(defaultdict, partial(defaultdict, int)))
    owed: dict[str, list[str]] = field(default_factory=partial(defaultdict, list))
    days: set[str] = field(default_factory=set)

    def add(self, column: str, stage: str, due: date | None, at: time | None) -> None:
        """Count a duty."""
        if due is not None:
            self.days.add(due.isoformat())
        if stage == _OWED:
            self.owed[column].append(f"{due.isoformat()}T{at.isoformat() if at else _WHOLE_DAY}" if due else _NEVER)
        else:
            self.stages[column][stage] += 1

    def written(self) -> Written:
        """What is kept of it."""
        columns = sorted({*self.stages, *self.owed})
        counts: dict[str, Any] = {column: dict(sorted(self.stages[column].items())) for column in columns}
        for column, moments in self.owed.items():
            counts[column][_OWED] = sorted(moments)
        return Written(json.dumps(counts, ensure_ascii=False, separators=(",", ":")), ",".join(sorted(self.days)))


def is_counted(paper: Paper) -> bool:
    """Whether a paper is one whose posts are counted: it has directives and was issued."""
    return paper.kind in WITH_DIRECTIVES and paper.state in FROZEN


def of_circulars() -> QuerySet[Paper]:
    """The papers whose posts are counted."""
    return Paper.objects.filter(kind__in=WITH_DIRECTIVES, state__in=FROZEN)


def counted(paper: int, posts: Collection[int] | None = None) -> dict[int, Written]:
    """What is to be kept of a paper, counted from its duties and reports, by the post; of some posts alone where they are named."""
    duties = Duty.objects.filter(paper=paper, **({} if posts is None else {"post__in": posts}))
    return count(duties, Report.objects.all())


def count(duties: QuerySet[Any], reports: QuerySet[Any]) -> dict[int, Written]:
    """What is to be kept of the posts of these duties."""
    found: dict[int, _Counted] = defaultdict(_Counted)
    sent = reports.filter(duty=OuterRef("pk"), late=False).exclude(state=ReportState.DRAFT)
    rows = duties.exclude(state=DutyState.WITHDRAWN).order_by().annotate(in_time=Exists(sent))
    for post, kind, key, state, in_time, due, at in rows.values_list(
        "post_id", "kind", "key", "state", "in_time", "due", "due_at"
    ):
        column = RECEIPT if kind == "acknowledge" else key.partition(":")[0]
        found[post].add(column, _stage(kind, state, in_time=in_time), due, at)
    return {post: each.written() for post, each in found.items()}


def stages(rows: Iterable[tuple[int, str]], at: AsOf) -> dict[int, Stages]:
    """What is kept of each post as it is at a time: posts of which the same is kept share it."""
    moment, known, found = at.moment, dict[str, Stages](), dict[int, Stages]()
    for post, counts in rows:
        shown = known.get(counts)
        if shown is None:
            shown = known[counts] = {column: _now(kept, moment) for column, kept in json.loads(counts).items()}
        found[post] = shown
    return found


def kept(paper: int, at: AsOf) -> dict[int, Stages]:
    """By post and column the count of duties in each stage: `waiting` for those whose day is not over, `late` for those whose day is,
    `acknowledged` for receipts that were given.
    """
    return stages(_KEPT.rows(paper), at)


def days_of(paper: int) -> list[date]:
    """The days on which something of a circular is or was due."""
    written = {day for (days,) in _DAYS.rows(paper) for day in days.split(",") if day}
    return [date.fromisoformat(day) for day in sorted(written)]


def differing(paper: int) -> int:
    """How many posts of a circular have a row other than the one that is computed now."""
    rows = CircularCount.objects.filter(paper=paper).values_list("post_id", "counts", "days")
    had, have = {post: Written(*columns) for post, *columns in rows}, counted(paper)
    return sum(had.get(post) != have.get(post) for post in had.keys() | have.keys())


def _now(kept: Mapping[str, Any], moment: str) -> dict[str, int]:
    shown = {stage: count for stage, count in kept.items() if stage != _OWED}
    owed = kept.get(_OWED, ())
    late = bisect_left(owed, moment)
    for stage, count in (("late", late), ("waiting", len(owed) - late)):
        if count:
            shown[stage] = count
    return shown


def _stage(kind: str, state: str, *, in_time: bool) -> str:
    if state in OWED:
        return _OWED
    if state == DutyState.EXCUSED:
        return "excused"
    if kind == "acknowledge":
        return "acknowledged"
    return "reported" if in_time else "reported_late"


_KEPT = Prepared(
    lambda paper: CircularCount.objects.filter(paper=paper).order_by().values_list("post_id", "counts"), NUMBERS[0]
)
_DAYS = Prepared(
    lambda paper: CircularCount.objects.filter(paper=paper).order_by().values_list("days").distinct(), NUMBERS[0]
)
