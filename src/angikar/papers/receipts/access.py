"""What a link opens: the only way from a person without a post to a paper."""

from __future__ import annotations

from datetime import datetime

from angikar.history.refusal import NotYours
from angikar.offices.access import User
from angikar.papers.access import paper
from angikar.papers.models import FROZEN, Outsider, Pass
from angikar.papers.receipts.links import digest_of


def opened(token: str, now: datetime) -> Outsider:
    """The outsider a link was made for, with the issued paper it opens. Raises `NotYours` for an unknown secret, and alike
    for one that has expired or was revoked: the database is asked the same question in every case.
    """
    found = Pass.objects.filter(digest=digest_of(token)).select_related("outsider__paper__office").first()
    if found is None or not found.is_good(now):
        raise NotYours
    if found.outsider.revoked_at is not None or found.outsider.paper.state not in FROZEN:
        raise NotYours
    return found.outsider


def outsider(user: User, pk: int) -> Outsider:
    """An outsider of a paper that `user` may amend or has issued; else `NotYours`."""
    found = Outsider.objects.filter(pk=pk).select_related("paper").first()
    if found is None:
        raise NotYours
    paper(user, found.paper_id, to="amend")
    return found
