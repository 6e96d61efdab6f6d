"""What takes two people: done at once where it takes one, else asked, then confirmed, refused or withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from angikar.history.actions import Happening, record, record_many
from angikar.history.once import once
from angikar.history.publishing import publish
from angikar.history.refusal import NotYours, Refused, need_words
from angikar.offices.accounts.rights import needs_second as needs_second_on
from angikar.offices.approvals import sentences
from angikar.offices.approvals.access import may_answer
from angikar.offices.approvals.wishes import (
    OfficeWish,
    PostWish,
    do_account,
    holding,
    office_wish,
    post_wish,
    refuse_stale,
)
from angikar.offices.changes.rights import OfficeAct, needs_second_for, seconds_for
from angikar.offices.events import ApprovalChanged
from angikar.offices.models import Approval, ApprovalState, Office, Officer, Post, Tenure
from angikar.offices.posts.rights import PostAct, needs_second, seconds, seconds_of

LASTING = timedelta(days=7)
"""How long a request waits for its answer."""


def settle(wish: PostWish, *, by: Officer, now: datetime) -> Tenure | Approval:
    """Do with a post what is wished, or, where that takes a second person, ask for it. Raises `Refused` as the act itself does."""
    act = PostAct(by, wish.post, wish.since, wish.officer)
    if not needs_second(act):
        return wish.do(by, None)
    with transaction.atomic():
        post = Post.objects.select_for_update(of=("self",)).select_related("office").get(pk=wish.post.pk)
        facts = {"since": wish.since, "until": wish.until, "charge": wish.charge, "holder_id": holding(post)}
        asked = _asked(Approval(kind=wish.kind, post=post, officer=wish.officer, **facts), by, now)
        _try(lambda: wish.do(by, seconds(act).first()))
    return asked


def settle_account(kind: str, officer: Officer, *, by: Officer, now: datetime) -> str | Approval:
    """Do something with an account, or, where that takes a second person, ask for it. Returns the code where one is given."""
    if not needs_second_on(kind, officer, by):
        return do_account(kind, officer, by, None, now)
    with transaction.atomic():
        known = Officer.objects.select_for_update().get(pk=officer.pk)
        asked = _asked(Approval(kind=kind, officer=known), by, now)
        _try(lambda: do_account(kind, known, by, seconds_of(known, by).first(), now))
    return asked


def settle_office(wish: OfficeWish, *, by: Officer, now: datetime) -> Approval | None:
    """Do with an office what is wished, or, where that takes a second person, ask for it. Raises `Refused` as the act itself does."""
    act = OfficeAct(by, wish.kind, wish.office, wish.since, wish.other)
    if not needs_second_for(act):
        wish.do(by, None)
        return None
    with transaction.atomic():
        office = Office.objects.select_for_update(of=("self",)).get(pk=wish.office.pk)
        facts = {"since": wish.since, "other": wish.other, "names": "\n".join(wish.names)}
        asked = _asked(Approval(kind=wish.kind, office=office, **facts), by, now)
        _try(lambda: wish.do(by, seconds_for(act).first()))
    return asked


def confirm(approval: Approval, *, by: Officer, now: datetime) -> str:
    """Let it be done, in the name of who asked and with one's own beside it; from the day that was asked, or from today where somebody acted
    meanwhile for a post that changes. Returns the code where one is given. Raises `NotYours` and `Refused`.
    """
    with transaction.atomic():
        known = _waiting(approval, now)
        if not may_answer(by, known):
            raise NotYours
        refuse_stale(known)
        known.state, known.answered_by, known.answered_at = ApprovalState.CONFIRMED, by, now
        known.save(update_fields=["state", "answered_by", "answered_at"])
        code = ""
        if known.post is not None:
            post_wish(known, known.post).do(known.asked_by, by)
        elif known.office is not None:
            office_wish(known, known.office).do(known.asked_by, by)
        elif known.officer is not None:
            code = do_account(known.kind, known.officer, known.asked_by, by, now)
        publish(ApprovalChanged(known))
        record("approval.confirm", known, by=by, now=_facts(known))
    return code


def refuse(approval: Approval, reason: str, *, by: Officer, now: datetime) -> Approval:
    """Say no, with the reason. Raises `NotYours` and `Refused`."""
    words = need_words(reason, sentences.REASON_MISSING)
    with transaction.atomic():
        known = _waiting(approval, now)
        if not may_answer(by, known):
            raise NotYours
        _close(known, ApprovalState.REFUSED, by, now, words)
        record("approval.refuse", known, by=by, now=_facts(known))
    return known


def withdraw(approval: Approval, *, by: Officer, now: datetime) -> Approval:
    """Take back what one asked. Raises `NotYours` and `Refused`."""
    with transaction.atomic():
        known = _waiting(approval, now)
        if known.asked_by_id != by.pk:
            raise NotYours
        _close(known, ApprovalState.WITHDRAWN, by, now)
        record("approval.withdraw", known, by=by, now=_facts(known))
    return known


def expire(now: datetime) -> int:
    """End the requests that nobody answered in their days, for good, whatever the clock says later. Returns how many."""
    with transaction.atomic():
        return _expire(Approval.objects.filter(state=ApprovalState.WAITING, expires__lte=now))


def _expire(over: QuerySet[Approval]) -> int:
    ended = list(over.select_for_update(of=("self",)).order_by("pk"))
    for each in ended:
        each.state = ApprovalState.EXPIRED
    Approval.objects.filter(pk__in=[each.pk for each in ended]).update(state=ApprovalState.EXPIRED)
    record_many([Happening("approval.expire", each, now=_facts(each)) for each in ended], by=None)
    return len(ended)


def _asked(approval: Approval, by: Officer, now: datetime) -> Approval:
    """Store a request; an old one about the same that was never answered has expired."""
    earlier = Approval.objects.filter(state=ApprovalState.WAITING, post=approval.post, office=approval.office)
    if approval.post is None and approval.office is None:
        earlier = earlier.filter(officer=approval.officer)
    _expire(earlier.filter(expires__lte=now))
    if earlier.exists():
        raise Refused(sentences.OPEN_ALREADY)
    approval.asked_by, approval.asked_at, approval.expires = by, now, now + LASTING
    doubled = Refused(sentences.OPEN_ALREADY)
    names = ("one_open_approval_of_a_post", "one_open_approval_of_an_account", "one_open_approval_of_an_office")
    with once(Approval, **dict.fromkeys(names, doubled)):
        approval.save()
    publish(ApprovalChanged(approval))
    record("approval.ask", approval, by=by, now=_facts(approval))
    return approval


def _waiting(approval: Approval, now: datetime) -> Approval:
    found = Approval.objects.select_for_update(of=("self",)).select_related(
        "post__office", "office", "officer", "asked_by"
    )
    known = found.get(pk=approval.pk)
    if known.state != ApprovalState.WAITING or known.expires <= now:
        raise Refused(sentences.ANSWERED)
    return known


def _close(known: Approval, state: str, by: Officer, now: datetime, reason: str = "") -> None:
    known.state, known.answered_by, known.answered_at, known.reason = state, by, now, reason
    known.save(update_fields=["state", "answered_by", "answered_at", "reason"])
    publish(ApprovalChanged(known))


class _Undone(Exception):
    """Leaves a transaction that is only tried."""


def _try(act: Callable[[], object]) -> None:
    """Do it and undo it at once, with all that would follow its commit: what is refused, is refused when it is asked."""
    try:
        with transaction.atomic():
            act()
            raise _Undone
    except _Undone:
        return


def _facts(approval: Approval) -> dict[str, object]:
    return {
        "kind": approval.kind,
        "post": approval.post_id,
        "officer": approval.officer_id,
        "office": approval.office_id,
        "other": approval.other_id,
        "names": approval.names,
        "since": approval.since.isoformat() if approval.since else None,
        "asked_by": approval.asked_by_id,
        "state": approval.state,
        "reason": approval.reason,
    }
