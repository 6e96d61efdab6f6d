"""Locking a duty for an action: the fresh row, the post that acts, and what it may do."""

from __future__ import annotations

from datetime import date

from angikar.duties.access import Right
from angikar.duties.models import Duty
from angikar.duties.possible import Possible, possible
from angikar.history.refusal import NotYours
from angikar.offices.access import Mandate, mandate
from angikar.offices.models import Officer, Post


def locked(duty: Duty, by: Officer, to: Right, today: date) -> tuple[Duty, Post, Possible]:
    """The duty, locked and fresh, the post `by` acts as, and what he may do; `NotYours` when he has no right `to` it."""
    fresh = Duty.objects.select_for_update(of=("self",)).select_related("post__office", "paper", "line").get(pk=duty.pk)
    held = mandate(by, today)
    case, post = possible(fresh, held, today), acting_post(fresh, held, to)
    if post is None or to not in case.rights:
        raise NotYours
    return fresh, post, case


def acting_post(fresh: Duty, held: Mandate, to: Right) -> Post | None:
    """The post to act as: the duty's own, the one that leads the office, or the one that sits in the body."""
    if to == "review":
        return held.verifier_in(fresh.owed_to_id or 0)
    own = fresh.post if fresh.post_id in held.reports_for else held.post_in(fresh.post.office_id)
    if own is None and fresh.body_id:
        members = (post for post in held.posts if post.seats.filter(body=fresh.body_id, until=None).exists())
        return next(members, None)
    return own
