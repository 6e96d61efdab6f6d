"""Whose accounts one may see and keep: those of the offices one manages, never one that stands above oneself."""

from __future__ import annotations

from typing import Literal

from django.db.models import Q, QuerySet
from django.utils import timezone

from angikar.history.refusal import NotYours
from angikar.offices.access import User, may_entrust, may_manage, offices_of, offices_under
from angikar.offices.models import Office, Officer, Tenure


def officers_for(user: User) -> QuerySet[Officer]:
    """The officers who serve in the offices one manages, or were enrolled there; everybody for an administrator of the register."""
    if not isinstance(user, Officer):
        return Officer.objects.none()
    if user.is_staff:
        return Officer.objects.all()
    offices = managed(user)
    serving = Tenure.objects.filter(post__office__in=offices).exclude(until__lte=timezone.localdate())
    anywhere = Tenure.objects.exclude(until__lte=timezone.localdate()).values("officer")
    free = Q(home__in=offices) & ~Q(pk__in=anywhere)
    return Officer.objects.filter(Q(pk__in=serving.values("officer")) | free)


def managed(user: User) -> QuerySet[Office]:
    """The offices one manages: one's own, where one leads or keeps the register, with all below them."""
    if isinstance(user, Officer) and user.is_staff:
        return offices_under(user)
    roots = [each for each in offices_of(user) if may_manage(user, each)]
    found = Q(pk__in=())
    for root in roots:
        found |= Q(pk__in=Office.objects.under(root.path).values("pk"))
    return Office.objects.filter(found)


def officer(user: User, pk: int, to: Literal["read", "keep"] = "read") -> Officer:
    """An officer's card: his own, or of an officer whose account one may `keep`. Raises `NotYours`."""
    found = Officer.objects.filter(pk=pk).first()
    if found is None or not isinstance(user, Officer):
        raise NotYours
    if not (may_keep(user, found) or (to == "read" and found.pk == user.pk)):
        raise NotYours
    return found


def may_keep(user: Officer, other: Officer) -> bool:
    """Whether one may edit a card, give a code, close and open the account. An administrator may for everybody; others only for
    somebody who is no administrator and of whose posts each is one they may fill.
    """
    if user.is_staff:
        return True
    if other.is_staff or other.pk == user.pk:
        return False
    tenures = Tenure.objects.filter(officer=other).exclude(until__lte=timezone.localdate())
    posts = [tenure.post for tenure in tenures.select_related("post__office")]
    if not posts:
        return other.home is not None and may_manage(user, other.home)
    return all(
        may_entrust(user, post.office) if post.is_head or post.keeps_register else may_manage(user, post.office)
        for post in posts
    )
