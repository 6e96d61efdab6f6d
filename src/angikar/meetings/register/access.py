"""Which decisions a person may see in the register, and who keeps it: the only way from a person to a decision or a share."""

from __future__ import annotations

from datetime import date
from typing import Literal

from django.db.models import Q, QuerySet

from angikar.history.refusal import NotYours
from angikar.meetings.models import Decision, Share
from angikar.offices.access import Mandate, User, mandate
from angikar.offices.models import Member, Role

Right = Literal["see", "keep", "word"]


def decisions_for(user: User, day: date) -> QuerySet[Decision]:
    """Every decision `user` may see: decided or owed in one's own offices or below, or by a body one sits in."""
    return Decision.objects.filter(visible(mandate(user, day), day))


def visible(held: Mandate, day: date) -> Q:
    """The condition behind `decisions_for`, for whoever holds this mandate."""
    owed = Share.objects.filter(held.below()).values("decision")
    return held.below() | Q(pk__in=owed) | Q(body__in=_seats(held, day).values("body"))


def shares_for(user: User, day: date) -> QuerySet[Share]:
    """Every share `user` may see: of one's own offices and those below; and, of decisions taken there or by a body one sits
    in, everybody's.
    """
    held = mandate(user, day)
    bodies = list(_seats(held, day).values_list("body", flat=True))  # read, so that each branch has its index
    seated = Q(body__in=bodies) if bodies else Q()
    return Share.objects.filter(held.below() | held.below("decided_path") | seated)


def _seats(held: Mandate, day: date) -> QuerySet[Member]:
    return Member.objects.on(day).filter(post__in=held.post_ids)


def decision(user: User, pk: int, day: date, to: Right = "see") -> Decision:
    """The decision, if `user` may do `to` with it; else `NotYours`, whether or not it exists."""
    rows = decisions_for(user, day).select_related("paper__office", "body", "continues")
    found = rows.defer("paper__content", "paper__doubts").filter(pk=pk).first()
    if found is None or to not in rights(mandate(user, day), found, day):
        raise NotYours
    return found


def share(user: User, pk: int, day: date, to: Right = "see") -> Share:
    """A share of a decision one may do `to` with; else `NotYours`."""
    found = Share.objects.filter(pk=pk).select_related("office", "post").first()
    if found is None:
        raise NotYours
    found.decision = decision(user, found.decision_id, day, to)
    return found


def rights(held: Mandate, found: Decision, day: date) -> frozenset[Right]:
    """What one may do with a decision one may see. The chair and the secretary of its body keep it, and the head and focal
    post of the office that issued it; the chair alone gives his `word`.
    """
    given: set[Right] = {"see"}
    if found.paper.office_id in held.led or _sits(held, found, day, Role.SECRETARY):
        given.add("keep")
    if is_chair(held, found, day):
        given |= {"keep", "word"}
    return frozenset(given)


def is_chair(held: Mandate, found: Decision, day: date) -> bool:
    """Whether one leads the body that decided. Where no post leads it, the head of the office that issued the minutes does."""
    if _sits(held, found, day, Role.CHAIR):
        return True
    led = found.body_id is not None and _leading(found, day).exists()
    return not led and found.paper.office_id in held.headed


def _leading(found: Decision, day: date) -> QuerySet[Member]:
    return Member.objects.on(day).filter(body=found.body_id, role=Role.CHAIR, post__isnull=False)


def _sits(held: Mandate, found: Decision, day: date, role: Role) -> bool:
    return found.body_id is not None and _seats(held, day).filter(body=found.body_id, role=role).exists()
