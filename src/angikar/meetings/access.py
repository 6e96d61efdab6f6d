"""Who may see a meeting and who may write in it; who may see an idea and who decides on it: the only way from a person to
them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Literal

from django.db.models import Q, QuerySet
from django.utils import timezone

from angikar.history.refusal import NotYours
from angikar.meetings.models import Idea, Meeting, Proposal, Series
from angikar.offices import tree
from angikar.offices.access import Mandate, User, mandate
from angikar.offices.models import Body, Member, Role
from angikar.offices.prepared import DAYS, NUMBERS, PreparedLists

To = Literal["read", "write"]


def meetings_for(user: User) -> QuerySet[Meeting]:
    """The meetings of the bodies one sits in, of one's offices, and of the offices below."""
    held = mandate(user)
    return _meetings(held.post_ids, *tree.ranges(held.paths), timezone.localdate())


def _meetings(posts: Collection[int], begins: Iterable[str], ends: Iterable[str], day: date) -> QuerySet[Meeting]:
    seated = _seated(posts, day).values("body")
    mine = tree.within(begins, ends) | Q(body__in=seated)
    return Meeting.objects.filter(mine).select_related("body__office", "series")


_ONE = PreparedLists(
    lambda posts, begins, ends, day, pk: _meetings(posts, begins, ends, day).filter(pk=pk).order_by(),
    1,
    DAYS[0],
    NUMBERS[0],
    bounds=2,
)


def meeting(user: User, pk: int, to: To = "read") -> Meeting:
    """A meeting; to `write` in it needs `may_write`. Raises `NotYours`."""
    held = mandate(user)
    found = next(iter(_ONE(held.post_ids, *tree.ranges(held.paths), timezone.localdate(), pk)), None)
    if found is None or (to == "write" and not may_write(held, found.body)):
        raise NotYours
    return found


def bodies_for(user: User) -> QuerySet[Body]:
    """The bodies whose meetings one may see."""
    held = mandate(user)
    mine = held.below("office__path") | Q(pk__in=_seats(held).values("body"))
    return Body.objects.filter(mine).select_related("office")


def body(user: User, pk: int, to: Literal["read", "write", "propose"] = "read") -> Body:
    """A body whose meetings one may see; to `propose` a subject is for its members. Raises `NotYours`."""
    found = bodies_for(user).filter(pk=pk).first()
    if found is None:
        raise NotYours
    held = mandate(user)
    if (to == "write" and not may_write(held, found)) or (to == "propose" and sits_in(held, found) is None):
        raise NotYours
    return found


def series(user: User, pk: int) -> Series:
    """A series that one may end. Raises `NotYours`."""
    found = Series.objects.filter(pk=pk).select_related("body__office").first()
    if found is None or not may_write(mandate(user), found.body):
        raise NotYours
    return found


def proposal(user: User, pk: int) -> Proposal:
    """A member's proposal that one may answer. Raises `NotYours`."""
    found = Proposal.objects.filter(pk=pk).select_related("body__office", "post__office").first()
    if found is None or not may_write(mandate(user), found.body):
        raise NotYours
    return found


def may_write(held: Mandate, body: Body) -> bool:
    """Whether a mandate writes for a body: its chair, its secretary, the head and the focal post of its office."""
    return body.office_id in held.led or _seats(held).filter(body=body, role__in=(Role.CHAIR, Role.SECRETARY)).exists()


def sits_in(held: Mandate, body: Body) -> Member | None:
    """The seat that a mandate has in a body today."""
    return _seats(held).filter(body=body).select_related("post__office").first()


def ideas_for(user: User) -> QuerySet[Idea]:
    """The ideas of one's offices and the offices below, and those that lie with a body one sits in."""
    held = mandate(user)
    mine = held.below() | Q(body__in=_seats(held).values("body"))
    return Idea.objects.filter(mine).select_related("office", "body__office", "post__office", "author")


def idea(user: User, pk: int, to: Literal["read", "decide"] = "read") -> Idea:
    """An idea; to `decide` on it needs `may_decide`. Raises `NotYours`."""
    found = ideas_for(user).filter(pk=pk).first()
    if found is None or (to == "decide" and not may_decide(mandate(user), found)):
        raise NotYours
    return found


def may_decide(held: Mandate, idea: Idea) -> bool:
    """Whether a mandate decides on an idea: it writes for the body the idea lies with; where it lies with none, it leads the
    office above.
    """
    if idea.body is not None:
        return may_write(held, idea.body)
    return (idea.office.parent_id or idea.office_id) in held.led


def _seats(held: Mandate) -> QuerySet[Member]:
    return _seated(held.post_ids, timezone.localdate())


def _seated(posts: Collection[int], day: date) -> QuerySet[Member]:
    return Member.objects.on(day).filter(post__in=posts)
