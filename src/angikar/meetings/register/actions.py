"""What is done in the register by hand: how a share stands, the chair's word, which thread a decision belongs to, and which
row of a plan is counted from here.
"""

from __future__ import annotations

from datetime import date

from django.db import transaction

from angikar.duties.models import DutyState, Line, Report, ReportState
from angikar.history.actions import record
from angikar.history.refusal import NotYours, Refused
from angikar.meetings.models import IS_OPEN, Counted, Decision, Measure, Share, ShareState
from angikar.meetings.register import sentences
from angikar.meetings.register.access import Right, rights
from angikar.meetings.register.receivers import SAID, stand
from angikar.meetings.states import SHARE
from angikar.offices.access import mandate
from angikar.offices.models import Body, Officer, Post


def set_state(share: Share, state: str, *, by: Officer, words: str, today: date) -> Share:
    """Say how a decision stands with an office, as whoever keeps the register knows it; what the office reported stays
    beside it. That it cannot be done needs a reason, and is open until the chair agrees.

    Raises `Refused` for a state that follows from papers, without words where they are needed, and for a share that a
    later meeting took up; `NotYours` for a stranger.
    """
    with transaction.atomic():
        fresh, post = _taken(share, by, "keep", today)
        if state not in SHARE.targets("share.set_state", fresh.state):
            raise Refused(sentences.STATE_NOT_BY_HAND)
        if state == ShareState.CANNOT and not words.strip():
            raise Refused(sentences.CANNOT_NEEDS_REASON)
        was = _said(fresh)
        stand(fresh, state, today, words.strip())
        fresh.save()
        record("share.set_state", fresh, by=by, post=post, was=was, now={**_said(fresh), "words": words.strip()})
    return fresh


def give_word(share: Share, *, by: Officer, words: str, today: date) -> Share:
    """The chair agrees that a decision cannot be carried out by an office; with that it is settled, and leaves the rate.

    Raises `Refused` without words and where nobody said that it cannot, `NotYours` for all but the chair.
    """
    with transaction.atomic():
        fresh, post = _taken(share, by, "word", today)
        if fresh.state != ShareState.CANNOT or fresh.word:
            raise Refused(sentences.WORD_NOT_AWAITED)
        if not words.strip():
            raise Refused(sentences.WORD_MISSING)
        was = _said(fresh)
        stand(fresh, ShareState.CANNOT, today, fresh.reason, words.strip())
        fresh.save()
        record("share.give_word", fresh, by=by, post=post, was=was, now=_said(fresh))
    return fresh


def link(decision: Decision, earlier: Decision | None, *, by: Officer, today: date) -> Decision:
    """Say which earlier decision this one takes up again, or that it takes up none. What was open of the earlier one is
    carried over; what an unfounded thread had carried over is open again as its reports say.

    Raises `Refused` for a decision of another body, of a meeting that was not earlier, or that another one continues.
    """
    with transaction.atomic():
        fresh = Decision.objects.select_for_update(of=("self",)).select_related("paper__office").get(pk=decision.pk)
        held = mandate(by, today)
        if "keep" not in rights(held, fresh, today):
            raise NotYours
        if earlier is not None:
            _refuse_stranger(fresh, earlier)
        was, day = fresh.continues_id, fresh.held or fresh.issued
        if was is not None and (earlier is None or earlier.pk != was):
            _open_again(was)
        fresh.continues = earlier
        if earlier is not None:
            carried = Share.objects.filter(IS_OPEN, decision=earlier)
            carried.update(state=ShareState.CARRIED, settled_on=fresh.issued)
        _count(fresh, earlier.repeated + 1 if earlier else 0, (earlier.since or day) if earlier else day)
        post = held.post_in(fresh.paper.office_id)
        record("decision.link", fresh, by=by, post=post, was=was, now=fresh.continues_id)
    return fresh


def _taken(share: Share, by: Officer, to: Right, today: date) -> tuple[Share, Post | None]:
    """The share, locked and fresh, and the post `by` acts as; `NotYours` when he may not."""
    rows = Share.objects.select_for_update(of=("self",)).select_related("decision__paper__office", "office", "post")
    fresh = rows.get(pk=share.pk)
    held = mandate(by, today)
    if to not in rights(held, fresh.decision, today):
        raise NotYours
    return fresh, held.post_in(fresh.decision.paper.office_id)


def _said(share: Share) -> dict[str, str | None]:
    settled = share.settled_on.isoformat() if share.settled_on else None
    return {"state": share.state, "reason": share.reason, "word": share.word, "settled_on": settled}


def _refuse_stranger(fresh: Decision, earlier: Decision) -> None:
    if (earlier.body_id, earlier.office_path) != (fresh.body_id, fresh.office_path):
        raise Refused(sentences.THREAD_OF_ANOTHER_BODY)
    if (earlier.held or earlier.issued) >= (fresh.held or fresh.issued):
        raise Refused(sentences.THREAD_NOT_EARLIER)
    if Decision.objects.filter(continues=earlier).exclude(pk=fresh.pk).exists():
        raise Refused(sentences.THREAD_CONTINUED)


def _open_again(earlier: int) -> None:
    """Let what was carried over from a decision stand again as its reports say."""
    for share in Share.objects.filter(decision=earlier, state=ShareState.CARRIED).select_related("duty"):
        report = Report.objects.filter(duty=share.duty).exclude(state=ReportState.DRAFT).last() if share.duty else None
        known = (
            SAID.get((report.choice if report else None) or "")
            if report and report.state == ReportState.ACCEPTED
            else None
        )
        running = share.duty is not None and share.duty.state == DutyState.SUBMITTED
        state = known or (ShareState.RUNNING if running else ShareState.NEW)
        stand(
            share,
            state,
            (report.reviewed_on if report else None) or share.settled_on or date.max,
            report.words if report else "",
        )
        share.save()


def _count(decision: Decision, repeated: int, since: date) -> None:
    """Count a thread again from a decision on, to its latest meeting."""
    following: Decision | None = decision
    while following is not None:
        following.repeated, following.since = repeated, since
        following.save(update_fields=("continues", "repeated", "since"))
        Share.objects.filter(decision=following).update(since=since)
        repeated += 1
        following = Decision.objects.filter(continues=following).first()


def count_by(line: Line, measure: Measure, body: Body, *, by: Officer, today: date) -> Counted:
    """Remember which measure of which body a row of a plan counts, as a person confirmed it; confirmed again, it replaces what was confirmed before.

    Raises `Refused` for a body of another office, `NotYours` for who may not answer for the plan.
    """
    with transaction.atomic():
        fresh = Line.objects.select_related("paper").get(pk=line.pk)
        post = mandate(by, today).post_in(fresh.paper.office_id)
        if post is None:
            raise NotYours
        if body.office_id != fresh.paper.office_id:
            raise Refused(sentences.BODY_OF_ANOTHER_OFFICE)
        old = Counted.objects.filter(line=fresh).first()
        was = {"measure": old.measure, "body": old.body_id} if old else None
        kept = old or Counted(line=fresh)
        kept.measure, kept.body, kept.by, kept.on = measure, body, by, today
        kept.save()
        record("line.count", fresh, by=by, post=post, was=was, now={"measure": measure, "body": body.pk})
    return kept
