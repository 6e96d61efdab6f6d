"""What the office above does with a plan: it gives feedback at half-time, evaluates the year, publishes the evaluation, and may
take it back.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.db.models import F

from angikar.duties import queries
from angikar.duties import sentences as duty_sentences
from angikar.duties.cycle import locks, sentences
from angikar.duties.cycle.access import superior_post
from angikar.duties.cycle.turning import refuse_own
from angikar.duties.cycle.year.possible import refuse_early, refuse_evaluation
from angikar.duties.events import DutyChanged, EvaluationChanged
from angikar.duties.models import Duty, DutyState, Evaluation, Feedback, Line
from angikar.duties.states import EVALUATION
from angikar.history.actions import record
from angikar.history.publishing import publish
from angikar.history.refusal import NotYours, Refused, need_words
from angikar.offices.models import Officer
from angikar.papers.models import Paper, State
from angikar.rules.duty import AskKind
from angikar.rules.plan import IndicatorId
from angikar.rules.schedule.fiscal import FiscalYear


def give_feedback(
    paper: Paper, *, by: Officer, words: str, today: date, rows: Mapping[IndicatorId, str] | None = None
) -> Feedback:
    """Give the office of a plan the feedback of its superior on the first half of the year: on the whole, and by line
    (`rows`: words by indicator). It stays on record unchanged.

    Raises `Refused` without words, before the half-year is over and where it was given already; `NotYours` for all but
    the office above.
    """
    with transaction.atomic():
        fresh, law = _held(paper), locks.law_of(paper)
        post = superior_post(fresh, by, today)
        need_words(words, sentences.WORDS_MISSING)
        refuse_early(today, FiscalYear.parse(fresh.fiscal_year).quarter(3).start)
        if Feedback.objects.filter(paper=fresh).exists():
            raise Refused(sentences.FEEDBACK_GIVEN)
        by_line = {str(line): text.strip() for line, text in (rows or {}).items() if text.strip()}
        if by_line.keys() - {str(line.identity) for line in Line.objects.filter(paper=fresh)}:
            raise NotYours
        due = law.day_of("half_yearly", fresh.fiscal_year) if law else None
        late = due is not None and today > due
        given = Feedback.objects.create(
            paper=fresh, by=by, post=post, on=today, due=due, late=late, words=words.strip(), rows=by_line
        )
        _settle(fresh, "feedback")
        record("feedback.give", given, by=by, post=post, now={"words": given.words, "rows": by_line, "late": late})
    return given


def evaluate(paper: Paper, *, by: Officer, words: str, today: date, seen: str | None = None) -> Evaluation:
    """Fix the year of a plan: the scorecard of the day with its exact marks, in the superior's words. Nothing of the
    plan changes afterwards, unless the evaluation is taken back. `seen` are the accepted marks as the person saw them.

    Raises `Refused` without words, before the year is over, while a quarter is open or a report waits to be looked over,
    where it was evaluated already or the marks are no longer those that were `seen`, and for somebody who leads the office
    of the plan as well; `NotYours` for all but the office above.
    """
    with transaction.atomic():
        fresh, law = _held(paper), locks.law_of(paper)
        post = refuse_evaluation(fresh, by=by, words=words, today=today)
        card = queries.scorecard(fresh, today)
        if card is None:
            raise Refused(sentences.MARKS_UNKNOWN)
        if seen is not None and seen != (card.accepted or ""):
            raise Refused(sentences.MARKS_CHANGED)
        due = law.day_of("evaluation", fresh.fiscal_year) if law else None
        late = due is not None and today > due
        fixed = Evaluation.objects.create(
            paper=fresh,
            by=by,
            post=post,
            on=today,
            due=due,
            late=late,
            claimed=card.claimed,
            accepted=card.accepted,
            card=card.as_json(),
            words=words.strip(),
        )
        _settle(fresh, "evaluation")
        publish(EvaluationChanged(fixed, by, today))
        now = {"claimed": fixed.claimed, "accepted": fixed.accepted, "words": fixed.words, "late": late}
        record("evaluation.fix", fixed, by=by, post=post, now=now)
    return fixed


def publish_evaluation(evaluation: Evaluation, *, by: Officer, today: date) -> Evaluation:
    """Let everybody read the evaluation of a plan from today on. Raises `Refused` where it is public, `NotYours` for all
    but the office above.
    """
    with transaction.atomic():
        fresh = Evaluation.objects.select_for_update(of=("self",)).select_related("paper__office").get(pk=evaluation.pk)
        post = superior_post(fresh.paper, by, today)
        if EVALUATION.next("evaluation.publish", fresh.state) is None:
            raise Refused(sentences.PUBLISHED_ALREADY if fresh.is_public else sentences.TAKEN_BACK_ALREADY)
        fresh.published_on, fresh.published_by = today, by
        fresh.save()
        publish(EvaluationChanged(fresh, by, today))
        record("evaluation.publish", fresh, by=by, post=post, now={"on": today.isoformat()})
    return fresh


def take_back_evaluation(evaluation: Evaluation, *, by: Officer, words: str, today: date) -> Evaluation:
    """Take the evaluation of a year back with a reason: it stays on record, is public no more, and the plan is as open as its
    quarters are. Raises `Refused` without a reason, where it was taken back already, and for somebody who leads the office of
    the plan as well; `NotYours` for all but the office above.
    """
    with transaction.atomic():
        fresh = Evaluation.objects.select_for_update(of=("self",)).select_related("paper__office").get(pk=evaluation.pk)
        post = superior_post(fresh.paper, by, today)
        need_words(words, duty_sentences.REASON_MISSING)
        refuse_own(fresh.paper, by, today)
        if EVALUATION.next("evaluation.take_back", fresh.state) is None:
            raise Refused(sentences.TAKEN_BACK_ALREADY)
        fresh.taken_back_on, fresh.taken_back_by, fresh.taken_back_as = today, by, post
        fresh.taken_back_words = words.strip()
        fresh.save()
        _settle(fresh.paper, "evaluation", DutyState.OPEN)
        publish(EvaluationChanged(fresh, by, today))
        was = {"accepted": fresh.accepted, "public": fresh.published_on is not None}
        record("evaluation.take_back", fresh, by=by, post=post, was=was, now={"words": fresh.taken_back_words})
    return fresh


def _held(paper: Paper) -> Paper:
    """The issued plan, locked and fresh."""
    fresh = Paper.objects.select_for_update(of=("self",)).select_related("office").get(pk=paper.pk)
    if fresh.state != State.ISSUED or not fresh.fiscal_year:
        raise Refused(sentences.NO_PLAN_IN_FORCE)
    return fresh


def _settle(fresh: Paper, kind: AskKind, state: DutyState = DutyState.ACCEPTED) -> None:
    """What the office above owed the plan is done and needs no review, or is owed again."""
    for duty in Duty.objects.select_for_update(of=("self",)).select_related("paper").filter(paper=fresh, kind=kind):
        was, duty.state = duty.state, state
        Duty.objects.filter(pk=duty.pk).update(state=duty.state, version=F("version") + 1)
        publish(DutyChanged(duty, was, None))
