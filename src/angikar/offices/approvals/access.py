"""Which approvals a person gets: those he could answer, those he asked for, and those that concern him or a post he holds."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from django.db.models import Q, QuerySet

from angikar.history.refusal import NotYours
from angikar.offices.access import Mandate, User, known_today, mandate
from angikar.offices.changes.rights import OfficeAct, seconds_for
from angikar.offices.models import Approval, ApprovalState, Office, Officer, Post, Tenure
from angikar.offices.posts.rights import PostAct, seconds, seconds_of


def answerers(approval: Approval) -> QuerySet[Officer]:
    """Who could confirm or refuse it: another person than who asked and who it is about, who could have settled it too."""
    if approval.post is not None:
        day = approval.since or known_today()
        return seconds(PostAct(approval.asked_by, approval.post, day, approval.officer))
    if approval.office is not None:
        day = approval.since or known_today()
        return seconds_for(OfficeAct(approval.asked_by, approval.kind, approval.office, day, approval.other))
    return seconds_of(approval.officer, approval.asked_by) if approval.officer else Officer.objects.none()


def may_answer(user: User, approval: Approval) -> bool:
    """Whether somebody is one of them."""
    return isinstance(user, Officer) and answerers(approval).filter(pk=user.pk).exists()


def approvals_for(user: User, now: datetime) -> list[Approval]:
    """What waits and what has been answered, the newest first, as far as it concerns the person."""
    return _concerning(user, now, Approval.objects.all())


def _concerning(user: User, now: datetime, among: QuerySet[Approval]) -> list[Approval]:
    """Those among some that concern the person; who could answer is asked of those alone that he stands above."""
    if not isinstance(user, Officer):
        return []
    rows = among.select_related("post__office", "office", "other", "officer", "asked_by", "answered_by")
    now_held = mandate(user)
    own = Q(asked_by=user) | Q(officer=user) | Q(answered_by=user) | Q(post__in=now_held.post_ids)
    own |= Q(office__in={post.office_id for post in now_held.posts})
    mine = list(rows.filter(own))
    waiting = rows.filter(state=ApprovalState.WAITING, expires__gt=now).exclude(pk__in=[each.pk for each in mine])
    near = waiting if user.is_staff else waiting.filter(_below(now_held))
    found = mine + [each for each in near if may_answer(user, each)]
    return sorted(found, key=lambda each: -each.pk)


def _below(held: Mandate) -> Q:
    """A condition on approvals: they are about offices, posts or holders of posts at or below the offices of a mandate."""
    serving = Tenure.objects.on(known_today()).filter(held.below("post__office__path"))
    accounts = Q(post=None, office=None, officer__in=serving.values("officer"))
    return held.below("post__office__path") | held.below("office__path") | accounts


def approval(user: User, pk: int, now: datetime, to: Literal["read", "answer", "withdraw"] = "read") -> Approval:
    """One of them: to `answer` by who could confirm it, to `withdraw` by who asked. Raises `NotYours`."""
    found = next(iter(_concerning(user, now, Approval.objects.filter(pk=pk))), None)
    if found is None or (to == "answer" and not may_answer(user, found)):
        raise NotYours
    if to == "withdraw" and found.asked_by != user:
        raise NotYours
    return found


def waiting_for(concerned: Post | Office, now: datetime) -> QuerySet[Approval]:
    """What waits about a post, or about an office itself; shown to whoever may see it."""
    about = Q(post=concerned) if isinstance(concerned, Post) else Q(office=concerned)
    rows = Approval.objects.filter(about, state=ApprovalState.WAITING, expires__gt=now)
    return rows.select_related("officer", "other", "asked_by")
