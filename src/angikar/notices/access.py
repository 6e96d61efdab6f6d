"""The notices a person may see: those of the posts the person holds; and what could not be delivered, for who looks after the machine."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from angikar.history.refusal import NotYours
from angikar.notices.models import Delivery, DeliveryState, Feed, Notice
from angikar.offices.access import Mandate, User, mandate
from angikar.offices.models import Officer
from angikar.offices.prepared import NUMBERS, PreparedLists


def notices_for(user: User) -> QuerySet[Notice]:
    """The notices of the posts held today, and those to the person himself, the newest first."""
    own = Q(officer=user.pk) if isinstance(user, Officer) else Q(pk__in=())
    return (
        Notice.objects.filter(Q(post__in=mandate(user).post_ids) | own)
        .select_related("paper")
        .defer("paper__content", "paper__doubts")
    )


def unseen(user: Officer, held: Mandate) -> int:
    """How many notices of these posts, and of the person himself, nobody has seen."""
    return next((count for _, count in _UNSEEN.rows(held.post_ids, user.pk)), 0)


def _unseen_by(posts: Collection[int], officer: int) -> QuerySet[Notice, tuple[datetime | None, int]]:
    mine = Notice.objects.filter(Q(post__in=posts) | Q(officer=officer), seen_at=None)
    return mine.order_by().values("seen_at").annotate(count=Count("pk")).values_list("seen_at", "count")


_UNSEEN: PreparedLists[Notice] = PreparedLists(_unseen_by, 1, NUMBERS[0])


def keeps_system(user: User) -> bool:
    """Whether a person looks after the machine: an administrator of the register."""
    return isinstance(user, Officer) and user.is_staff and user.is_active


def undelivered(user: User) -> QuerySet[Delivery]:
    """The deliveries that were given up or failed at least once and wait for a further try, the newest first; for who looks after the machine
    alone. Raises `NotYours`.
    """
    if not keeps_system(user):
        raise NotYours
    wrong = Delivery.objects.exclude(error="").exclude(state=DeliveryState.SENT)
    return wrong.select_related("officer", "notice__post__office").order_by("-pk")


def subscriber(token: str) -> Officer:
    """The officer whose calendar a token opens. Raises `NotYours`, also for an officer who may no longer sign in."""
    feed = Feed.objects.filter(token=token, officer__is_active=True).select_related("officer").first()
    if feed is None:
        raise NotYours
    return feed.officer
