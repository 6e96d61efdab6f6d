"""What is done about receipts: asking for them, an outsider's acknowledgement, taking him off, and closing the paper by the last."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from angikar.duties.events import DutiesPlaced
from angikar.duties.models import OWED, Duty
from angikar.duties.receipts import sentences
from angikar.history.actions import record
from angikar.history.publishing import publish
from angikar.history.refusal import NotYours, Refused
from angikar.offices.models import Officer
from angikar.papers.locking import bare_row, locked, own_post
from angikar.papers.models import FROZEN, Addressee, Outsider, Paper, State
from angikar.papers.receipts.actions import Role
from angikar.rules.duty import Ask
from angikar.rules.duty_key import ACKNOWLEDGE, DutyKey

OF_COPIES = str(DutyKey(ACKNOWLEDGE, "copy"))
"""The key of the receipt asked of a copy: the paper closes without it."""


def close(paper: Paper, *, by: Officer | None, day: date) -> bool:
    """Close an issued paper once every addressee for action has acknowledged it, outsiders among them; called inside the action
    of the last. Returns whether this closed it.
    """
    with transaction.atomic():
        fresh = bare_row(paper.pk)
        if fresh.closed_on is not None or fresh.state not in FROZEN or not _is_done(fresh):
            return False
        Paper.objects.filter(pk=fresh.pk).update(closed_on=day)
        record("paper.close", fresh, by=by, now={"on": day.isoformat()})
    return True


def _is_done(paper: Paper) -> bool:
    asked = Duty.objects.filter(paper=paper, kind="acknowledge").exclude(key=OF_COPIES)
    outside = Outsider.objects.filter(paper=paper, role="action", revoked_at=None)
    if asked.filter(state__in=OWED).exists() or outside.filter(acknowledged_at=None).exists():
        return False
    return asked.filter(state="accepted").exists() or outside.exists()


def ask(paper: Paper, *, by: Officer, role: Role, today: date) -> int:
    """Ask the addressees of an issued paper, those for action or those of its copies, for a receipt where its words did not:
    each owes an acknowledgement from today on. Returns how many were asked now.

    Raises `Refused` where every addressee was asked, `NotYours` for another office's paper.
    """
    with transaction.atomic():
        fresh = locked(paper)
        post = own_post(by, fresh.office)
        if fresh.state != State.ISSUED:
            raise Refused(sentences.PAPER_NOT_IN_FORCE)
        asked = Duty.objects.filter(paper=fresh, kind="acknowledge").values("post")
        listed = Addressee.objects.filter(paper=fresh, role=role, gone=None).exclude(text="").exclude(post__in=asked)
        made = Duty.objects.bulk_create([_receipt(fresh, each, today) for each in listed], batch_size=500)
        if not made:
            raise Refused(sentences.RECEIPTS_ALL_ASKED)
        if role == "action" and fresh.closed_on is not None:
            Paper.objects.filter(pk=fresh.pk).update(closed_on=None)
        publish(DutiesPlaced(fresh))
        record("paper.ask_receipts", fresh, by=by, post=post, now={"role": role, "count": len(made)})
    return len(made)


def _receipt(paper: Paper, addressee: Addressee, today: date) -> Duty:
    key = OF_COPIES if addressee.role == "copy" else str(DutyKey(ACKNOWLEDGE, "asked"))
    text = f"প্রাপ্তি স্বীকার: {paper.title}"
    wanted = Ask(kind="acknowledge", key=key, text=text, addressee=addressee.text, opens=today.isoformat())
    return Duty(
        paper=paper,
        post_id=addressee.post_id,
        owed_to_id=paper.office_id,
        kind=wanted.kind,
        key=key,
        text=text,
        asked=wanted.model_dump(mode="json"),
        opens=today,
    )


def acknowledge_outside(outsider: Outsider, *, at: datetime) -> Outsider:
    """Acknowledge a paper for somebody outside, by his link: once, however often it is sent. Raises `NotYours` for one who
    was taken off the paper.
    """
    with transaction.atomic():
        paper = bare_row(outsider.paper_id)
        fresh = Outsider.objects.select_for_update(of=("self",)).get(pk=outsider.pk)
        if fresh.revoked_at is not None or paper.state not in FROZEN:
            raise NotYours
        if fresh.acknowledged_at is not None:
            return fresh
        fresh.acknowledged_at, fresh.acknowledged_hash = at, paper.hash
        fresh.save(update_fields=["acknowledged_at", "acknowledged_hash"])
        close(paper, by=None, day=timezone.localtime(at).date())
        record("outsider.acknowledge", fresh, by=None, now={"name": fresh.name, "hash": paper.hash})
    return fresh


def revoke(outsider: Outsider, *, by: Officer, at: datetime) -> Outsider:
    """End every link of an outsider: they do not open the paper any more, and he is no longer waited for. What he
    acknowledged stays. Raises `Refused` where it was done already, `NotYours` for another office's paper.
    """
    with transaction.atomic():
        paper = locked(outsider.paper)
        post = own_post(by, paper.office)
        fresh = Outsider.objects.select_for_update(of=("self",)).get(pk=outsider.pk)
        if fresh.revoked_at is not None:
            raise Refused(sentences.LINKS_REVOKED)
        fresh.revoked_at = at
        fresh.save(update_fields=["revoked_at"])
        ended = fresh.passes.filter(revoked_at=None).update(revoked_at=at)
        close(paper, by=by, day=timezone.localtime(at).date())
        record("outsider.revoke", fresh, by=by, post=post, now={"name": fresh.name, "links": ended})
    return fresh
