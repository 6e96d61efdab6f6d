"""Laying anew: what a paper asks is held against what it asked before; answers stay, the rest follows the new days.

Like `laying` this is no verb of an office; rows are changed key by key, so that thousands of posts are as quick as one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time

from django.db.models import F, QuerySet

from angikar.duties.creating import lay, tell
from angikar.duties.models import OWED, Duty, DutyState
from angikar.offices.models import Body
from angikar.papers.models import Paper
from angikar.rules.duty import Ask
from angikar.rules.duty_key import DutyKey


@dataclass(frozen=True, slots=True)
class Wanted:
    """One ask as it is now, the posts it asks, and whether the paper's own words led to them."""

    ask: Ask
    posts: tuple[int, ...]
    named: bool = True


@dataclass(slots=True)
class Change:
    """How many duties were moved to another day, added and withdrawn; what was answered is in none of them."""

    moved: int = 0
    added: int = 0
    withdrawn: int = 0
    posts: set[int] = field(default_factory=set)

    def counts(self) -> dict[str, int]:
        """The figures, as history keeps them."""
        return {"moved": self.moved, "added": self.added, "withdrawn": self.withdrawn}


@dataclass(slots=True)
class _Held:
    """What was laid under one key: its last day and hour, the posts that have it, and how it stands with them."""

    due: date | None = None
    at: time | None = None
    posts: set[int] = field(default_factory=set)
    states: set[str] = field(default_factory=set)

    @property
    def moment(self) -> tuple[date, time]:
        """For sorting: what names no day comes first."""
        return self.due or date.min, self.at or time.max


def lay_anew(paper: Paper, wanted: Sequence[Wanted], current: QuerySet[Duty], today: date, body: Body | None) -> Change:
    """Make the `current` duties of a paper those that are `wanted` from `today` on; `body` is who owes them.

    What was answered stays, and so does what was missed on a day that is past. What is owed takes the new days in order,
    what is left over is withdrawn, what is missing is added. What is asked only once and would have been due before
    `today` is due today.
    """
    codes = {each["code"] for each in paper.content["directives"]}
    laying, held = _Laying(paper, current, body, today), _held(current, codes)
    change = laying.change
    asks = {each.ask.key: _from(each, held.get(each.ask.key), today) for each in wanted}
    for keys in _by_stem((*held, *asks)).values():
        gone = sorted(
            (key for key in keys if key not in asks and _is_open(held[key], today)), key=lambda key: held[key].moment
        )
        come = [key for key in keys if key not in held and _is_ahead(asks[key].ask, today)]
        for old, new in zip(gone, come, strict=False):
            change.moved += _turn(current.filter(key=old, state__in=OWED), asks[new].ask)
            held[new] = _Held(posts=set(current.filter(key=new).values_list("post_id", flat=True)))
            change.posts |= held[new].posts
        left = gone[len(come) :]
        change.withdrawn += (
            current.filter(key__in=left, state__in=OWED).update(state=DutyState.WITHDRAWN) if left else 0
        )
        change.posts |= {post for key in left for post in held[key].posts}
        for name in (key for key in keys if key in asks):
            _follow(laying, asks[name], held.get(name, _Held()))
    return change


def _held(current: QuerySet[Duty], codes: Collection[str]) -> dict[str, _Held]:
    """What was laid of these directives, by key."""
    found: dict[str, _Held] = defaultdict(_Held)
    for key, due, at, state, post in current.order_by("pk").values_list("key", "due", "due_at", "state", "post_id"):
        if DutyKey.parse(key).place not in codes:
            continue
        each = found[key]
        each.due, each.at = due, at
        each.posts.add(post)
        each.states.add(state)
    return dict(found)


def _by_stem(keys: Iterable[str]) -> Mapping[DutyKey, list[str]]:
    """The keys of one directive and addressee together: what stands before the day in them, and whose they are."""
    found: dict[DutyKey, list[str]] = defaultdict(list)
    for key in dict.fromkeys(keys):
        found[DutyKey.parse(key).without_moment].append(key)
    return found


def _from(each: Wanted, held: _Held | None, today: date) -> Wanted:
    """What is asked only once is asked today where its day is past already; what was missed before stays missed."""
    due, missed = each.ask.due, held is not None and held.due is not None and held.due < today
    if due is None or date.fromisoformat(due) >= today or missed or not DutyKey.parse(each.ask.key).is_once:
        return each
    return replace(each, ask=each.ask.model_copy(update={"due": today.isoformat(), "at": None}))


def _is_open(held: _Held, today: date) -> bool:
    return bool(held.states.intersection(OWED)) and (held.due is None or held.due >= today)


def _is_ahead(ask: Ask, today: date) -> bool:
    return ask.due is None or date.fromisoformat(ask.due) >= today


def _turn(rows: QuerySet[Duty], ask: Ask) -> int:
    """Make duties that are owed be those of another ask; what was begun to be written stays."""
    return rows.update(
        key=ask.key, text=ask.text, asked=ask.model_dump(mode="json"), due=ask.due, due_at=ask.at,
        due_on_issue=ask.due_on_issue, version=F("version") + 1,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Laying:
    """What is laid anew: the paper, its duties so far, who owes them, from which day on, and what came of it."""

    paper: Paper
    current: QuerySet[Duty]
    body: Body | None
    today: date
    change: Change = field(default_factory=Change)


def _follow(laying: _Laying, each: Wanted, held: _Held) -> None:
    """Bring the rows of one key to its day, take up again what was withdrawn, and add it where it is missing."""
    change = laying.change
    ask, rows = each.ask, laying.current.filter(key=each.ask.key)
    if not _is_ahead(ask, laying.today):
        return
    if held.states and ask.due is not None and held.due != date.fromisoformat(ask.due):
        change.moved += _turn(rows.filter(state__in=OWED), ask)
        change.posts |= held.posts
    if DutyState.WITHDRAWN in held.states:
        again = rows.filter(state=DutyState.WITHDRAWN, post__in=each.posts)
        change.added += _turn(again, ask)
        rows.filter(state=DutyState.WITHDRAWN, post__in=each.posts).update(state=DutyState.OPEN)
    missing = [post for post in each.posts if post not in held.posts]
    if missing:
        new = Duty(key=ask.key, named=each.named, body=laying.body)
        tell(new, ask, laying.paper, None)
        lay(new, missing)
        change.added += len(missing)
        change.posts.update(missing)
