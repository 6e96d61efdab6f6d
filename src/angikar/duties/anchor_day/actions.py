"""What is done with the day everything leads to: it is moved, and what falls due follows."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from angikar.duties.anchor_day import sentences
from angikar.duties.anchor_day.queries import anchor_of, in_force
from angikar.duties.events import AnchorDayMoved
from angikar.duties.formations.queries import asked_of
from angikar.duties.models import Duty, Formation, MovedDay
from angikar.duties.placing.sharing import held_by, left_to_focal
from angikar.duties.preview import asks_in, foresee
from angikar.duties.rescheduling import Rescheduled, WantedAsk, reschedule
from angikar.history.actions import record
from angikar.history.publishing import publish
from angikar.history.refusal import NotYours, Refused, need_words
from angikar.offices.access import mandate
from angikar.offices.models import Officer
from angikar.papers.meanings.queries import register_of
from angikar.papers.models import Paper, State


def move(paper: Paper, day: date, *, by: Officer, today: date, words: str) -> MovedDay:
    """Move the day an issued circular counts from: what is owed and still ahead goes with it or is withdrawn, what the new
    day asks in addition is added, what was answered stays. The paper itself stays as it was issued.

    Raises `Refused` for a paper that is not in force or counts from no such day, for a day that is past or is in force
    already, without a reason, and where the schedule has no days; then nothing is changed. `NotYours` for all but
    the head and the focal post of the office that issued it.
    """
    with transaction.atomic():
        fresh = Paper.objects.select_for_update(of=("self",)).select_related("office").get(pk=paper.pk)
        held = mandate(by, today)
        post = held.post_in(fresh.office_id)
        if post is None or fresh.office_id not in held.led:
            raise NotYours
        was = anchor_of(fresh)
        _refuse_move(fresh, was, day, today, words)
        row = MovedDay.objects.create(paper=fresh, was=was, day=day, on=today, by=by, post=post, words=words.strip())
        change = _follow(fresh, today)
        publish(AnchorDayMoved(fresh, row, sorted(change.posts)))
        now = {"day": day.isoformat(), "words": row.words, **change.counts()}
        record("paper.move_day", fresh, by=by, post=post, was={"day": was.isoformat() if was else None}, now=now)
    return row


def _refuse_move(fresh: Paper, was: date | None, day: date, today: date, words: str) -> None:
    if fresh.state != State.ISSUED or "anchor" not in fresh.content:
        raise Refused(sentences.ONLY_CIRCULARS_IN_FORCE)
    if day < today:
        raise Refused(sentences.ANCHOR_DAY_PAST, day=day.isoformat())
    if day == was:
        raise Refused(sentences.ANCHOR_DAY_SAME)
    need_words(words, sentences.REASON_TO_MOVE_MISSING)


def _follow(fresh: Paper, today: date) -> Rescheduled:
    """Reschedule the duties of everybody, those of a body from the day on which it was formed."""
    formations = list(Formation.objects.filter(paper=fresh).select_related("body__office"))
    issued = fresh.issued_at or today
    own = Duty.objects.filter(paper=fresh, kind="report")
    formed = {(each.name, each.body.office_id) for each in formations}
    wanted = []
    asks, focal = asks_in(in_force(fresh), fresh, issued), left_to_focal(fresh)
    for each in foresee(fresh, asks, register_of(fresh), held=held_by(fresh), focal=focal):
        if each.ask.kind == "report":
            posts = (post.pk for post in each.posts if (each.ask.body, post.office_id) not in formed)
            wanted.append(WantedAsk(each.ask, tuple(posts), each.named, each.lines))
    whole = reschedule(fresh, wanted, own.filter(body=None), today, None)
    for formation in formations:
        body = formation.body
        whole.add(reschedule(fresh, asked_of(fresh, formation.name, body), own.filter(body=body), today, body))
    return whole
