"""What is done with the receipt of a paper: outsiders are addressed, links are made for them, and the first opening is recorded."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Literal

from django.db import transaction
from django.db.models import F

from angikar.history.actions import Happening, record, record_many
from angikar.history.faults import reading
from angikar.history.refusal import Refused
from angikar.offices.access import Mandate
from angikar.offices.models import Officer
from angikar.offices.prepared import NUMBERS, PreparedLists
from angikar.papers import sentences
from angikar.papers.locking import locked, own_post
from angikar.papers.models import Addressee, Outsider, Paper, Pass, State
from angikar.papers.receipts.links import digest_of, reach_of

Role = Literal["action", "copy"]

VALID = timedelta(days=30)
"""How long a link opens the paper."""


def address_outside(
    paper: Paper, *, by: Officer, name: str, reach: str, role: Role = "action", note: str = ""
) -> Outsider:
    """Address a paper to a person outside the register by e-mail or mobile number, before or after it is issued; one who was
    taken off it is addressed again. A closed paper opens again where he is addressed for action.

    Raises `Refused` without a name, for an address that cannot be read, for one the paper goes to already and for a
    paper that is no longer in force; `NotYours` for another office's paper.
    """
    with transaction.atomic():
        fresh = locked(paper)
        post = own_post(by, fresh.office)
        if fresh.state in (State.INTAKE, State.SUPERSEDED, State.DISCARDED):
            raise Refused(sentences.NO_ADDRESSEES)
        if not name.strip():
            raise Refused(sentences.OUTSIDER_NAME_MISSING)
        address = reach_of(reach)
        known = Outsider.objects.filter(paper=fresh, reach=address).first()
        if known is not None and known.revoked_at is None:
            raise Refused(sentences.ADDRESS_USED)
        addressed = known or Outsider(paper=fresh, reach=address, added_by=by)
        addressed.name, addressed.role, addressed.note, addressed.revoked_at = (
            name.strip()[:200],
            role,
            note.strip()[:300],
            None,
        )
        addressed.save()
        if fresh.closed_on is not None and addressed.role == "action" and addressed.acknowledged_at is None:
            Paper.objects.filter(pk=fresh.pk).update(closed_on=None)
        now = {"name": addressed.name, "reach": addressed.reach, "role": addressed.role, "note": addressed.note}
        record("outsider.address", addressed, by=by, post=post, now=now)
    return addressed


def open_pass(outsider: Outsider, *, now: datetime) -> str:
    """Make a link for an outsider and return its secret, 43 random characters; only its digest is stored. Raises `Refused` for one who was taken off the paper."""
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        fresh = Outsider.objects.select_for_update(of=("self",)).get(pk=outsider.pk)
        if fresh.revoked_at is not None:
            raise Refused(sentences.LINKS_REVOKED)
        made = Pass.objects.create(outsider=fresh, digest=digest_of(token), made_at=now, until=now + VALID)
        record("outsider.open_pass", fresh, by=None, now={"until": made.until.isoformat()})
    return token


def end_passes(now: datetime) -> int:
    """End the links whose days are over, so that none of them opens a letter again by a clock that is set back. Returns how many."""
    with transaction.atomic():
        over = Pass.objects.select_for_update(of=("self",)).filter(revoked_at=None, until__lte=now)
        ended = list(over.select_related("outsider").order_by("pk"))
        Pass.objects.filter(pk__in=[each.pk for each in ended]).update(revoked_at=F("until"))
        outsiders = {each.outsider_id: each.outsider for each in ended}
        record_many([Happening("outsider.end_pass", each) for each in outsiders.values()], by=None)
    return len(ended)


def see(paper: Paper, held: Mandate, *, by: Officer, at: datetime) -> int:
    """Record that the holder of an addressed post has opened an issued paper; only the first time counts, and seen is not
    acknowledged. Returns for how many posts it was the first time.
    """
    unseen = Addressee.objects.filter(paper=paper, post__in=held.post_ids, seen_at=None)
    if not (paper.is_frozen and held.posts and any(_UNSEEN.rows(held.post_ids, paper.pk))):
        return 0
    count = 0
    with reading(), transaction.atomic():
        count = unseen.update(seen_at=at, seen_by=by)
        if count:
            record("paper.see", paper, by=by, post=held.posts[0])
    return count


_UNSEEN: PreparedLists[Addressee] = PreparedLists(
    lambda posts, paper: Addressee.objects.filter(paper=paper, post__in=posts, seen_at=None).values_list("pk"),
    1,
    NUMBERS[0],
)


def see_outside(outsider: Outsider, *, at: datetime) -> bool:
    """Record that a link was opened; who opened it cannot be known, a mail server may have. Returns whether it was the
    first time.
    """
    first = False
    with reading(), transaction.atomic():
        first = Outsider.objects.filter(pk=outsider.pk, seen_at=None).update(seen_at=at) == 1
        if first:
            record("outsider.see", outsider, by=None)
    return first
