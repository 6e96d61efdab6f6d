"""What is done about a closed quarter: its office asks to open it, the office above grants it until a day or declines."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from angikar.duties import sentences as duty_sentences
from angikar.duties.cycle import locks, sentences
from angikar.duties.cycle.access import superior_post
from angikar.duties.events import ReopeningChanged
from angikar.duties.models import Reopening
from angikar.history.actions import record
from angikar.history.once import once
from angikar.history.publishing import publish
from angikar.history.refusal import NotYours, Refused, need_words
from angikar.offices.access import mandate
from angikar.offices.models import Officer
from angikar.papers.models import Paper


def ask(paper: Paper, quarter: int, *, by: Officer, reason: str, today: date) -> Reopening:
    """Ask the office above to open a closed quarter again. Raises `Refused` without a reason, where it is open, the
    year is evaluated or the same was asked already; `NotYours` for all but head and focal post.
    """
    with transaction.atomic():
        need_words(reason, duty_sentences.REASON_MISSING)
        fresh = Paper.objects.select_for_update(of=("self",)).select_related("office").get(pk=paper.pk)
        held = mandate(by, today)
        post = held.post_in(fresh.office_id) if fresh.office_id in held.led else None
        if post is None:
            raise NotYours
        why = locks.closed(fresh, quarter, today)
        if why == "evaluated":
            raise locks.refusal(why)
        if why is None:
            raise Refused(sentences.QUARTER_OPEN)
        if Reopening.objects.filter(paper=fresh, quarter=quarter, answered_on=None).exists():
            raise Refused(sentences.REOPENING_ASKED)
        with once(Reopening, asked_to_reopen_once=Refused(sentences.REOPENING_ASKED)):
            asked = Reopening.objects.create(
                paper=fresh, quarter=quarter, asked_by=by, asked_as=post, asked_on=today, reason=reason.strip()
            )
        publish(ReopeningChanged(asked))
        record("reopening.ask", asked, by=by, post=post, now={"quarter": quarter, "words": asked.reason})
    return asked


def answer(asked: Reopening, *, by: Officer, until: date | None, today: date, words: str = "") -> Reopening:
    """Open a quarter until a day, that day included, or decline (`until` is `None`; then say why). It ends by itself.

    Raises `Refused` for a day that is over, where it was answered already or the year is evaluated, `NotYours` for all
    but the office above.
    """
    with transaction.atomic():
        fresh = Reopening.objects.select_for_update(of=("self",)).select_related("paper__office").get(pk=asked.pk)
        post = superior_post(fresh.paper, by, today)
        if fresh.answered_on is not None:
            raise Refused(sentences.REOPENING_ANSWERED)
        if locks.closed(fresh.paper, fresh.quarter, today) == "evaluated":
            raise locks.refusal("evaluated")
        if until is None:
            need_words(words, duty_sentences.REASON_MISSING)
        elif until < today:
            raise Refused(sentences.LAST_DAY_PAST)
        fresh.answered_by, fresh.answered_as, fresh.answered_on = by, post, today
        fresh.until, fresh.words = until, words.strip()
        fresh.save()
        publish(ReopeningChanged(fresh))
        now = {"until": until.isoformat() if until else None, "words": fresh.words}
        record("reopening.answer", fresh, by=by, post=post, now=now)
    return fresh
