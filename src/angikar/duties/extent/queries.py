"""How much an act that waits for a second person concerns: offices below, posts, officers, duties that are owed, papers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from angikar.duties.models import OWED, Duty
from angikar.offices import tree
from angikar.offices.models import Approval, ApprovalKind, Office, Post, Tenure
from angikar.papers.models import Paper, State

_IN_HAND = (State.INTAKE, State.DRAFT, State.REVIEW)
"""The states of a paper that somebody has in hand."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What is concerned by one act: open offices below, open posts, who holds them, what these posts still owe, and papers."""

    offices: int
    posts: int
    officers: int
    duties: int
    papers: int


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far an act reaches: over an office, with all below it where they go along, or over some posts."""

    office: Office | None
    with_below: bool
    posts: Collection[int]

    def below(self) -> Q:
        """A condition on offices: they stand below."""
        return Q(path__gt=self.office.path, path__lt=tree.following(self.office.path)) if self.office else Q(pk__in=())

    def on_posts(self, relation: str = "") -> Q:
        """A condition on posts, or on rows that name a post by a relation (`post__`)."""
        return Q(**{f"{relation}pk__in": self.posts}) if self.office is None else self._inside(f"{relation}office")

    def on_papers(self) -> Q:
        """A condition on papers: those of the offices, or in hand at the posts."""
        return Q(holder__in=self.posts, state__in=_IN_HAND) if self.office is None else self._inside("office")

    def _inside(self, relation: str) -> Q:
        if self.office is None or not self.with_below:
            return Q(**{relation: self.office})
        low, high = self.office.path, tree.following(self.office.path)
        return Q(**{f"{relation}__path__gte": low, f"{relation}__path__lt": high})


def extents(waiting: Collection[Approval], day: date) -> dict[int, Extent]:
    """How much each of some acts concerns on a day, by its number: one query for each kind of rows, however many acts there are."""
    if not waiting:
        return {}
    held = _held([each.officer_id for each in waiting if each.post_id is None and each.office_id is None], day)
    reaches = {each.pk: _reach(each, held) for each in waiting}
    owing = Duty.objects.filter(state__in=OWED)
    counts = (
        _counted(Office.objects.open(), {pk: each.below() for pk, each in reaches.items()}),
        _counted(Post.objects.open(), {pk: each.on_posts() for pk, each in reaches.items()}),
        _counted(Tenure.objects.on(day), {pk: each.on_posts("post__") for pk, each in reaches.items()}, "officer"),
        _counted(owing, {pk: each.on_posts("post__") for pk, each in reaches.items()}),
        _counted(Paper.objects.exclude(state=State.SUPERSEDED), {pk: each.on_papers() for pk, each in reaches.items()}),
    )
    return {pk: Extent(*(each[pk] for each in counts)) for pk in reaches}


def _held(officers: Collection[int | None], day: date) -> Mapping[int | None, list[int]]:
    """The posts that officers hold on a day, by the officer."""
    found: dict[int | None, list[int]] = defaultdict(list)
    for officer, post in Tenure.objects.on(day).filter(officer__in=officers).values_list("officer_id", "post_id"):
        found[officer].append(post)
    return found


def _reach(approval: Approval, held: Mapping[int | None, list[int]]) -> _Reach:
    if approval.office is not None:
        return _Reach(approval.office, approval.kind == ApprovalKind.MOVE, ())
    posts = held.get(approval.officer_id, []) if approval.post_id is None else [approval.post_id]
    return _Reach(None, with_below=False, posts=posts)


def _counted(rows: QuerySet[Any], conditions: Mapping[int, Q], column: str = "pk") -> dict[int, int]:
    """How many rows fulfil each condition, counted once by `column`."""
    anywhere = Q(pk__in=())
    for condition in conditions.values():
        anywhere |= condition
    counts = {f"of_{pk}": Count(column, filter=condition, distinct=True) for pk, condition in conditions.items()}
    found = rows.filter(anywhere).order_by().aggregate(**counts)
    return {pk: found[f"of_{pk}"] for pk in conditions}
