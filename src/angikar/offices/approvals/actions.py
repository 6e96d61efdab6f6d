"""What takes two people: done at once where it takes one, else asked, then confirmed, refused or withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from angikar.history.actions import record
from angikar.history.once import once
from angikar.history.publishing import publish
from angikar.history.refusal import NotYours, Refused, need_words
from angikar.offices.access import known_today
from angikar.offices.accounts import actions as accounts
from angikar.offices.accounts.rights import needs_second as needs_second_on
from angikar.offices.actions import appoint, hand_over, release
from angikar.offices.approvals import sentences
from angikar.offices.approvals.access import may_answer
from angikar.offices.events import ApprovalChanged
from angikar.offices.models import Approval, ApprovalKind, ApprovalState, Charge, Officer, Post, Tenure
from angikar.offices.posts.rights import PostAct, has_acted, needs_second, seconds, seconds_of

LASTING = timedelta(days=7)
"""How long a request waits for its answer."""


@dataclass(frozen=True, slots=True)
class PostWish:
    """What is to become of a post: the kind of act, who is to hold it, from which day, and up to which."""

    kind: str
    post: Post
    since: date
    officer: Officer | None = None
    charge: str = Charge.REGULAR
    until: date | None = None


def settle(wish: PostWish, *, by: Officer, now: datetime) -> Tenure | Approval:
    """Do with a post what is wished, or, where that takes a second person, ask for it. Raises `Refused` as the act itself does."""
    act = PostAct(by, wish.post, wish.since, wish.officer)
    if not needs_second(act):
        return _on_post(wish, by, None)
    with transaction.atomic():
        post = Post.objects.select_for_update(of=("self",)).select_related("office").get(pk=wish.post.pk)
        facts = {"since": wish.since, "until": wish.until, "charge": wish.charge}
        asked = _asked(Approval(kind=wish.kind, post=post, officer=wish.officer, **facts), by, now)
        _try(lambda: _on_post(wish, by, seconds(act).first()))
    return asked


def settle_account(kind: str, officer: Officer, *, by: Officer, now: datetime) -> str | Approval:
    """Do something with an account, or, where that takes a second person, ask for it. Returns the code where one is given."""
    if not needs_second_on(kind, officer, by):
        return _on_account(kind, officer, by, None, now)
    with transaction.atomic():
        known = Officer.objects.select_for_update().get(pk=officer.pk)
        asked = _asked(Approval(kind=kind, officer=known), by, now)
        _try(lambda: _on_account(kind, known, by, seconds_of(known, by).first(), now))
    return asked


def confirm(approval: Approval, *, by: Officer, now: datetime) -> str:
    """Let it be done, in the name of who asked and with one's own beside it; on a post from the day that was asked, or from today where
    somebody acted for it meanwhile. Returns the code where one is given. Raises `NotYours` and `Refused`.
    """
    with transaction.atomic():
        known = _waiting(approval, now)
        if not may_answer(by, known):
            raise NotYours
        known.state, known.answered_by, known.answered_at = ApprovalState.CONFIRMED, by, now
        known.save(update_fields=["state", "answered_by", "answered_at"])
        code = ""
        if known.post is not None:
            _on_post(_wish(known, known.post), known.asked_by, by)
        elif known.officer is not None:
            code = _on_account(known.kind, known.officer, known.asked_by, by, now)
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


def _asked(approval: Approval, by: Officer, now: datetime) -> Approval:
    """Store a request; an old one about the same that was never answered has expired."""
    earlier = Approval.objects.filter(state=ApprovalState.WAITING, post=approval.post)
    if approval.post is None:
        earlier = earlier.filter(officer=approval.officer)
    earlier.filter(expires__lte=now).update(state=ApprovalState.EXPIRED)
    if earlier.exists():
        raise Refused(sentences.OPEN_ALREADY)
    approval.asked_by, approval.asked_at, approval.expires = by, now, now + LASTING
    doubled = Refused(sentences.OPEN_ALREADY)
    with once(Approval, one_open_approval_of_a_post=doubled, one_open_approval_of_an_account=doubled):
        approval.save()
    publish(ApprovalChanged(approval))
    record("approval.ask", approval, by=by, now=_facts(approval))
    return approval


def _waiting(approval: Approval, now: datetime) -> Approval:
    found = Approval.objects.select_for_update(of=("self",)).select_related("post__office", "officer", "asked_by")
    known = found.get(pk=approval.pk)
    if known.state != ApprovalState.WAITING or known.expires <= now:
        raise Refused(sentences.ANSWERED)
    return known


def _close(known: Approval, state: str, by: Officer, now: datetime, reason: str = "") -> None:
    known.state, known.answered_by, known.answered_at, known.reason = state, by, now, reason
    known.save(update_fields=["state", "answered_by", "answered_at", "reason"])
    publish(ApprovalChanged(known))


def _wish(known: Approval, post: Post) -> PostWish:
    """What was asked of a post, from the day that was asked or, where somebody acted for it since, from today."""
    today = known_today()
    since = known.since or today
    if since < today and has_acted(PostAct(known.asked_by, post, since, known.officer)):
        since = today
    return PostWish(known.kind, post, since, known.officer, known.charge, known.until)


def _on_post(wish: PostWish, by: Officer, second: Officer | None) -> Tenure:
    if wish.kind == ApprovalKind.RELEASE or wish.officer is None:
        return release(wish.post, day=wish.since, by=by, second=second)
    if wish.kind == ApprovalKind.HAND_OVER:
        return hand_over(wish.post, wish.officer, day=wish.since, by=by, charge=wish.charge, second=second)
    substitute = wish.kind == ApprovalKind.SUBSTITUTE
    charge, until = (Charge.SUBSTITUTE.value, wish.until) if substitute else (wish.charge, None)
    return appoint(wish.officer, wish.post, since=wish.since, until=until, by=by, charge=charge, second=second)


def _on_account(kind: str, officer: Officer, by: Officer, second: Officer | None, now: datetime) -> str:
    if kind == ApprovalKind.CODE:
        return accounts.give_code(officer, now=now, by=by, second=second)
    if kind == ApprovalKind.CLOSE:
        accounts.close_account(officer, by=by, second=second)
    else:
        accounts.make_administrator(officer, kind == ApprovalKind.ADMINISTRATOR, by=by, second=second)
    return ""


def _try(act: Callable[[], object]) -> None:
    """Do it and undo it at once: what is refused, is refused when it is asked."""
    point = transaction.savepoint()
    try:
        act()
    finally:
        transaction.savepoint_rollback(point)


def _facts(approval: Approval) -> dict[str, object]:
    return {
        "kind": approval.kind,
        "post": approval.post_id,
        "officer": approval.officer_id,
        "since": approval.since.isoformat() if approval.since else None,
        "asked_by": approval.asked_by_id,
        "state": approval.state,
        "reason": approval.reason,
    }
