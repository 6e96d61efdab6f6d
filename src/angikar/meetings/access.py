"""Who may see a meeting, and who may write in it: the only way from a person to a meeting."""

from __future__ import annotations

from typing import Literal

from django.db.models import Q, QuerySet
from django.utils import timezone

from angikar.history.refusal import NotYours
from angikar.meetings.models import Meeting
from angikar.offices.access import Mandate, User, mandate
from angikar.offices.models import Body, Member, Role

To = Literal["read", "write"]


def meetings_for(user: User) -> QuerySet[Meeting]:
    """The meetings of the bodies one sits in, of one's offices, and of the offices below."""
    held = mandate(user)
    seated = _seats(held).values("body")
    return Meeting.objects.filter(held.below() | Q(body__in=seated)).select_related("body__office")


def meeting(user: User, pk: int, to: To = "read") -> Meeting:
    """A meeting; to `write` in it is for whom `may_write` names. Raises `NotYours`."""
    found = meetings_for(user).filter(pk=pk).first()
    if found is None or (to == "write" and not may_write(mandate(user), found.body)):
        raise NotYours
    return found


def may_write(held: Mandate, body: Body) -> bool:
    """Whether a mandate writes for a body: its chair, its secretary, the head and the focal post of its office."""
    return body.office_id in held.led or _seats(held).filter(body=body, role__in=(Role.CHAIR, Role.SECRETARY)).exists()


def sits_in(held: Mandate, body: Body) -> Member | None:
    """The seat that a mandate has in a body today."""
    return _seats(held).filter(body=body).select_related("post__office").first()


def _seats(held: Mandate) -> QuerySet[Member]:
    return Member.objects.on(timezone.localdate()).filter(post__in=held.post_ids)
