"""What is done with the minutes of a meeting: draw them up as it closes, propose a correction, take or refuse one."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from angikar.history.actions import record
from angikar.history.refusal import NotYours, Refused
from angikar.meetings.minutes import sentences
from angikar.meetings.models import Attendance, Correction, CorrectionState, Meeting, MeetingState
from angikar.meetings.sittings.queries import minutes_of, presiding, rows_of, signed
from angikar.offices.access import mandate
from angikar.offices.bodies.queries import sittings
from angikar.offices.models import Officer, Post
from angikar.papers import actions as papers
from angikar.papers import content as contents
from angikar.papers.models import Paper, State
from angikar.rules.kinds.minutes import MINUTES


def close(meeting: Meeting, chair: Attendance | None, *, by: Officer, today: date) -> Paper:
    """Close a meeting: what was written becomes the draft of its minutes, which this returns.

    `chair` presided where the body's own chair did not come. Raises `Refused` while nothing was written or nobody
    presided, for a guest in the chair, for whoever has no post in the body's office, and when it does not run.
    """
    with transaction.atomic():
        fresh = Meeting.objects.select_for_update(of=("self",)).select_related("body__office").get(pk=meeting.pk)
        if fresh.state != MeetingState.HELD:
            raise Refused(sentences.NOT_RUNNING)
        post = mandate(by).post_in(fresh.body.office_id)
        if post is None:
            raise Refused(sentences.MINUTES_OF_OTHER_OFFICE, office=str(fresh.body.office))
        if all(each.is_empty for each in rows_of(fresh)):
            raise Refused(sentences.MINUTES_EMPTY)
        presided = _presided(fresh, chair)
        value = minutes_of(fresh, presided)
        content = value.model_dump(mode="json", by_alias=True)
        paper = papers.draft(by, office=fresh.body.office, kind=MINUTES.name, content=content)
        fresh.state, fresh.minutes, fresh.chair = MeetingState.CLOSED, paper, value.chair or ""
        fresh.version += 1
        fresh.save()
        now = {"paper": paper.pk, "items": len(value.items), "day": today.isoformat()}
        record("meeting.close", fresh, by=by, post=post, now=now)
    return paper


def propose(
    paper: Paper, path: str, text: str, *, words: str, by: Officer, post: Post, today: date, token: str = ""
) -> Correction:
    """Say of circulated minutes how a text should read (`text`, the same as it is for a remark alone) and why.

    Raises `Refused` where the minutes are not circulated or nothing is said, and for a path that is no text of them.
    """
    with transaction.atomic():
        fresh = _circulated(paper)
        known = Correction.objects.filter(paper=fresh, token=token).first() if token else None
        if known is not None:
            return known
        was = contents.at(fresh.content, path)
        if not isinstance(was, str):
            raise NotYours
        wanted = "" if text.strip() == was.strip() else text.strip()
        if not wanted and not words.strip():
            raise Refused(sentences.CORRECTION_EMPTY)
        made = Correction.objects.create(
            paper=fresh, path=path, was=was, text=wanted, words=words.strip(), by=by, post=post, on=today, token=token
        )
        record("correction.propose", made, by=by, post=post, now={"path": path, "text": wanted, "words": made.words})
    return made


def take(correction: Correction, *, by: Officer, words: str = "") -> Correction:
    """Take a correction: what it proposes is written into the minutes. Raises `Refused` where it was answered, or where
    the text has changed since it was proposed, and as amending a paper does.
    """
    with transaction.atomic():
        fresh = _unanswered(correction)
        paper = _circulated(fresh.paper)
        if fresh.text:
            if contents.at(paper.content, fresh.path) != fresh.was:
                raise Refused(sentences.CORRECTION_OUTDATED)
            papers.amend(paper, fresh.path, fresh.text, version=paper.version, by=by)
        _answer(fresh, CorrectionState.TAKEN, words, by)
    return fresh


def refuse(correction: Correction, *, words: str, by: Officer) -> Correction:
    """Refuse a correction, with the reason. Raises `Refused` without one, and where it was answered."""
    with transaction.atomic():
        fresh = _unanswered(correction)
        if not words.strip():
            raise Refused(sentences.REFUSAL_NEEDS_REASON)
        _answer(fresh, CorrectionState.REFUSED, words, by)
    return fresh


def _presided(meeting: Meeting, chair: Attendance | None) -> Attendance:
    came = signed(meeting)
    who = next((each for each in came if chair is not None and each.pk == chair.pk), None)
    who = who or presiding(sittings(meeting.body, meeting.date or date.max), came)
    if who is None:
        raise Refused(sentences.CHAIR_NOT_PRESENT)
    if who.member_id is None and who.instead_of_id is None:
        raise Refused(sentences.CHAIR_IS_GUEST, name=who.name)
    return who


def _circulated(paper: Paper) -> Paper:
    fresh = Paper.objects.select_for_update(of=("self",)).select_related("office").get(pk=paper.pk)
    if fresh.kind != MINUTES.name or fresh.state != State.REVIEW:
        raise Refused(sentences.NOT_CIRCULATED)
    return fresh


def _unanswered(correction: Correction) -> Correction:
    rows = Correction.objects.select_for_update(of=("self",)).select_related("paper")
    fresh = rows.get(pk=correction.pk)
    if fresh.state != CorrectionState.PROPOSED:
        raise Refused(sentences.CORRECTION_ANSWERED)
    return fresh


def _answer(fresh: Correction, state: CorrectionState, words: str, by: Officer) -> None:
    fresh.state, fresh.answer, fresh.answered_by = state, words.strip(), by
    fresh.save()
    post = mandate(by).post_in(fresh.paper.office_id)
    verb = "correction.take" if state == CorrectionState.TAKEN else "correction.refuse"
    record(verb, fresh, by=by, post=post, now={"state": state, "answer": fresh.answer})
