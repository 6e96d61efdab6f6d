"""What is done with the receipt of a paper: outsiders are addressed, links are made for them, and who opens it is remembered."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Literal

from django.db import transaction

from angikar.history.actions import record
from angikar.history.refusal import Refused
from angikar.offices.access import Mandate
from angikar.offices.models import Officer
from angikar.papers.locking import locked, own_post
from angikar.papers.models import Addressee, Outsider, Paper, Pass, State
from angikar.papers.receipts.links import digest_of, reach_of

Role = Literal["action", "copy"]

VALID = timedelta(days=30)
"""So long a link opens the paper."""


def address_outside(
    paper: Paper, *, by: Officer, name: str, reach: str, role: Role = "action", note: str = ""
) -> Outsider:
    """Address a paper to somebody outside the house by e-mail or mobile number, before or after it is issued; who was taken
    off it is addressed anew. A closed paper is open again where he is addressed for action.

    Raises `Refused` without a name, for an address nobody can be reached by, for one the paper goes to already and for a
    paper that is no longer in force; `NotYours` for another office's paper.
    """
    with transaction.atomic():
        fresh = locked(paper)
        post = own_post(by, fresh.office)
        if fresh.state in (State.INTAKE, State.SUPERSEDED):
            raise Refused("এই কাগজে প্রাপক যোগ করা যায় না।", "Nobody can be addressed on this paper.")
        if not name.strip():
            raise Refused("প্রাপকের নাম লিখুন।", "Write the addressee's name.")
        called = reach_of(reach)
        known = Outsider.objects.filter(paper=fresh, reach=called).first()
        if known is not None and known.revoked_at is None:
            raise Refused("কাগজটি এই ঠিকানায় আগে থেকেই যায়।", "The paper goes to this address already.")
        kept = known or Outsider(paper=fresh, reach=called, added_by=by)
        kept.name, kept.role, kept.note, kept.revoked_at = name.strip()[:200], role, note.strip()[:300], None
        kept.save()
        if fresh.closed_on is not None and kept.role == "action" and kept.acknowledged_at is None:
            Paper.objects.filter(pk=fresh.pk).update(closed_on=None)
        now = {"name": kept.name, "reach": kept.reach, "role": kept.role, "note": kept.note}
        record("outsider.address", kept, by=by, post=post, now=now)
    return kept


def open_pass(outsider: Outsider, *, now: datetime) -> str:
    """Make a link for an outsider and return its secret, 43 characters that nobody can guess; only its digest is kept.
    Raises `Refused` for one who was taken off the paper.
    """
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        fresh = Outsider.objects.select_for_update(of=("self",)).get(pk=outsider.pk)
        if fresh.revoked_at is not None:
            raise Refused("এই প্রাপকের সংযোগ বাতিল করা হয়েছে।", "The links of this addressee were revoked.")
        made = Pass.objects.create(outsider=fresh, digest=digest_of(token), made_at=now, until=now + VALID)
        record("outsider.open_pass", fresh, by=None, now={"until": made.until.isoformat()})
    return token


def see(paper: Paper, held: Mandate, *, by: Officer, at: datetime) -> int:
    """Remember that a holder of a post it goes to has opened an issued paper; only the first time counts, and seen is not
    acknowledged. Returns for how many posts it was the first.
    """
    unseen = Addressee.objects.filter(paper=paper, post__in=held.post_ids, seen_at=None)
    if not (paper.is_frozen and held.posts and unseen.exists()):
        return 0
    with transaction.atomic():
        count = unseen.update(seen_at=at, seen_by=by)
        if count:
            record("paper.see", paper, by=by, post=held.posts[0])
    return count


def see_outside(outsider: Outsider, *, at: datetime) -> bool:
    """Remember that a link was opened; who opened it cannot be known, a mail server may have. Returns whether it was the
    first time.
    """
    with transaction.atomic():
        first = Outsider.objects.filter(pk=outsider.pk, seen_at=None).update(seen_at=at) == 1
        if first:
            record("outsider.see", outsider, by=None)
    return first
