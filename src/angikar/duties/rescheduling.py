"""Rescheduling: what a paper asks is compared with what it asked before; answers stay, the rest follows the new days.

Like `creating` this is no verb of an office; rows are changed key by key, so that thousands of posts are as quick as one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time

from django.db.models import F, QuerySet

from angikar.duties.creating import Lines, create_duties, fill_duty
from angikar.duties.models import OWED, Duty, DutyState
from angikar.offices.models import Body
from angikar.papers.models import Paper
from angikar.rules.duty import Ask
from angikar.rules.duty_key import DutyKey


@dataclass(frozen=True, slots=True)
class WantedAsk:
    """One ask as it is now, the posts it asks, whether the paper's own words led to them, and the lines that name a post, for
    the posts that several name.
    """

    ask: Ask
    posts: tuple[int, ...]
    named: bool = True
    lines: Lines = field(default_factory=dict)


@dataclass(slots=True)
class Rescheduled:
    """How many duties were moved to another day, added and withdrawn; what was answered is in none of them."""

    moved: int = 0
    added: int = 0
    withdrawn: int = 0
    posts: set[int] = field(default_factory=set)

    def add(self, other: Rescheduled) -> None:
        """Count the duties of another rescheduling in."""
        self.moved += other.moved
        self.added += other.added
        self.withdrawn += other.withdrawn
        self.posts |= other.posts

    def counts(self) -> dict[str, int]:
        """The figures, as history stores them."""
        return {"moved": self.moved, "added": self.added, "withdrawn": self.withdrawn}


@dataclass(slots=True)
class _Existing:
    """The duties there are under one key: their last day and hour, the posts that have them, and their states."""

    due: date | None = None
    at: time | None = None
    posts: set[int] = field(default_factory=set)
    states: set[str] = field(default_factory=set)

    @property
    def moment(self) -> tuple[date, time]:
        """For sorting: what names no day comes first."""
        return self.due or date.min, self.at or time.max

    def is_open(self, today: date) -> bool:
        """Whether any post still owes it and its day is not past."""
        return bool(self.states.intersection(OWED)) and (self.due is None or self.due >= today)


@dataclass(frozen=True, slots=True)
class _Run:
    """One rescheduling: the paper, its duties so far, who owes them, from which day on, and what came of it."""

    paper: Paper
    current: QuerySet[Duty]
    body: Body | None
    today: date
    result: Rescheduled = field(default_factory=Rescheduled)


def reschedule(
    paper: Paper, wanted: Sequence[WantedAsk], current: QuerySet[Duty], today: date, body: Body | None
) -> Rescheduled:
    """Make the `current` duties of a paper those that are `wanted` from `today` on; `body` is who owes them.

    What was answered stays, and so does what was missed on a day that is past. What is owed takes the new days in order,
    what is left over is withdrawn, what is missing is added. What is asked only once and would have been due before
    `today` is due today.
    """
    codes = {each["code"] for each in paper.content["directives"]}
    run, existing = _Run(paper, current, body, today), _existing(current, codes)
    asks = {each.ask.key: _not_before(today, each, existing.get(each.ask.key)) for each in wanted}
    for keys in _by_ask((*existing, *asks)).values():
        _move(run, keys, asks, existing)
        for name in (key for key in keys if key in asks):
            _follow(run, asks[name], existing.get(name, _Existing()))
    return run.result


def _existing(current: QuerySet[Duty], codes: Collection[str]) -> dict[str, _Existing]:
    """The duties there are of these directives, by key."""
    found: dict[str, _Existing] = defaultdict(_Existing)
    for key, due, at, state, post in current.order_by("pk").values_list("key", "due", "due_at", "state", "post_id"):
        if DutyKey.parse(key).place not in codes:
            continue
        each = found[key]
        each.due, each.at = due, at
        each.posts.add(post)
        each.states.add(state)
    return dict(found)


def _by_ask(keys: Iterable[str]) -> Mapping[DutyKey, list[str]]:
    """The keys of one directive, addressee and body together, whatever their moments."""
    found: dict[DutyKey, list[str]] = defaultdict(list)
    for key in dict.fromkeys(keys):
        found[DutyKey.parse(key).without_moment].append(key)
    return found


def _not_before(today: date, each: WantedAsk, existing: _Existing | None) -> WantedAsk:
    """What is asked only once is asked today where its day is past already; what was missed before stays missed."""
    due, missed = each.ask.due, existing is not None and existing.due is not None and existing.due < today
    if due is None or date.fromisoformat(due) >= today or missed or not DutyKey.parse(each.ask.key).is_once:
        return each
    return replace(each, ask=each.ask.model_copy(update={"due": today.isoformat(), "at": None}))


def _move(run: _Run, keys: Sequence[str], asks: Mapping[str, WantedAsk], existing: dict[str, _Existing]) -> None:
    """Move the open duties that are asked no more to the new days in order, and withdraw those that are left over."""
    result, current = run.result, run.current
    ended = sorted(
        (key for key in keys if key not in asks and existing[key].is_open(run.today)),
        key=lambda key: existing[key].moment,
    )
    new_keys = [key for key in keys if key not in existing and _is_ahead(asks[key].ask, run.today)]
    for old, new in zip(ended, new_keys, strict=False):
        result.moved += _rewrite(current.filter(key=old, state__in=OWED), asks[new].ask)
        existing[new] = _Existing(posts=set(current.filter(key=new).values_list("post_id", flat=True)))
        result.posts |= existing[new].posts
    left = ended[len(new_keys) :]
    if left:
        owed = current.filter(key__in=left, state__in=OWED)
        result.withdrawn += owed.update(state=DutyState.WITHDRAWN)
        result.posts |= {post for key in left for post in existing[key].posts}


def _is_ahead(ask: Ask, today: date) -> bool:
    return ask.due is None or date.fromisoformat(ask.due) >= today


def _rewrite(rows: QuerySet[Duty], ask: Ask) -> int:
    """Make duties that are owed be those of another ask; drafts that were begun stay."""
    return rows.update(
        key=ask.key,
        text=ask.text,
        asked=ask.model_dump(mode="json"),
        due=ask.due,
        due_at=ask.at,
        due_on_issue=ask.due_on_issue,
        version=F("version") + 1,
    )


def _follow(run: _Run, each: WantedAsk, existing: _Existing) -> None:
    """Move the rows of one key to its day, open again what was withdrawn, and add it where it is missing."""
    result = run.result
    ask, rows = each.ask, run.current.filter(key=each.ask.key)
    if not _is_ahead(ask, run.today):
        return
    if existing.states and ask.due is not None and existing.due != date.fromisoformat(ask.due):
        result.moved += _rewrite(rows.filter(state__in=OWED), ask)
        result.posts |= existing.posts
    if DutyState.WITHDRAWN in existing.states:
        again = rows.filter(state=DutyState.WITHDRAWN, post__in=each.posts)
        result.added += _rewrite(again, ask)
        rows.filter(state=DutyState.WITHDRAWN, post__in=each.posts).update(state=DutyState.OPEN)
    missing = [post for post in each.posts if post not in existing.posts]
    if missing:
        new = Duty(key=ask.key, named=each.named, body=run.body)
        fill_duty(new, ask, run.paper, None)
        create_duties(new, missing, each.lines)
        result.added += len(missing)
        result.posts.update(missing)
