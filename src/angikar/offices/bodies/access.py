"""Who may see a body and who may change it."""

from __future__ import annotations

from typing import Literal

from django.db.models import Q, QuerySet
from django.utils import timezone

from angikar.history.refusal import NotYours
from angikar.offices import tree
from angikar.offices.access import User, may_manage, offices_for, posts_of
from angikar.offices.models import Body, Member, Role


def bodies_for(user: User) -> QuerySet[Body]:
    """Every body of the register, for everybody who may see the register of offices."""
    return Body.objects.filter(office__in=offices_for(user)).select_related("office")


def body(user: User, pk: int, to: Literal["read", "manage"] = "read") -> Body:
    """A body; `manage` is for who may manage its office, for its chair and its secretary. Raises `NotYours`."""
    found = bodies_for(user).filter(pk=pk).first()
    if found is None or (to == "manage" and not may_change(user, found)):
        raise NotYours
    return found


def may_change(user: User, found: Body) -> bool:
    """Whether `body(…, to="manage")` would give the body."""
    if may_manage(user, found.office):
        return True
    today = timezone.localdate()
    leading = Member.objects.on(today).filter(body=found, role__in=(Role.CHAIR, Role.SECRETARY))
    return leading.filter(post__in=[post.pk for post in posts_of(user, today)]).exists()


def bodies_of(user: User) -> QuerySet[Body]:
    """The bodies one sits in today, and those of the offices one serves in."""
    today = timezone.localdate()
    posts = posts_of(user, today)
    seated = Member.objects.on(today).filter(post__in=[post.pk for post in posts]).values("body")
    offices = [post.office_id for post in posts]
    mine = Q(pk__in=seated) | Q(office__in=offices)
    return Body.objects.on(today).filter(mine, office__in=offices_for(user)).select_related("office")


def may_reach(user: User, found: Body) -> bool:
    """Whether somebody sees how the members are reached: who sits in the body, serves in its office or in one above, or may change it."""
    if may_change(user, found) or bodies_of(user).filter(pk=found.pk).exists():
        return True
    return any(tree.is_under(found.office.path, post.office.path) for post in posts_of(user))
