"""What is done with a draft that nobody wants: it is discarded, and its year is free; it is restored as it was."""

from __future__ import annotations

from django.db import transaction

from angikar.history.actions import record
from angikar.history.publishing import publish
from angikar.history.queries import history_of
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import mandate
from angikar.offices.models import Officer
from angikar.papers import sentences
from angikar.papers.events import PaperDiscarded
from angikar.papers.letters.queries import has_in_hand
from angikar.papers.locking import in_state, own_post
from angikar.papers.models import Assignment, Link, Paper, State
from angikar.papers.plans.forms import plan_of
from angikar.papers.plans.once import refuse_second


def discard(paper: Paper, *, by: Officer, version: int, words: str = "") -> Paper:
    """Discard a draft: nobody writes it any more, an office may begin another in its place, and the paper it was to replace may be
    replaced by another draft. Everything that was written stays.

    Raises `NotYours` for who does not have it in hand, `Refused` for what is no draft, for a plan that an agreement counts, for
    the paper of a meeting and for a draft that the office above has sent, `Conflict` when it has changed since `version`.
    """
    with transaction.atomic():
        fresh = in_state(paper, version, State.DRAFT)
        if not has_in_hand(mandate(by), fresh):
            raise NotYours
        links = Link.objects.filter(to=fresh).exclude(paper__state=State.DISCARDED)
        holding = links.select_related("paper").order_by("pk").first()
        if holding is not None:
            raise Refused(sentences.DISCARD_LINKED, paper=holding.paper.title)
        given = Assignment.objects.filter(paper=fresh).select_related("template__office").first()
        if given is not None:
            raise Refused(sentences.DISCARD_ASSIGNED, office=given.template.office.name)
        publish(PaperDiscarded(fresh, by))
        was = {"state": fresh.state, "supersedes": fresh.supersedes_id}
        fresh.state, fresh.supersedes = State.DISCARDED, None
        fresh.version += 1
        fresh.save()
        now = {"state": fresh.state, "words": words.strip()}
        record("paper.discard", fresh, by=by, post=own_post(by, fresh.office), was=was, now=now)
    return fresh


def restore(paper: Paper, *, by: Officer, version: int) -> Paper:
    """Make a draft again of what was discarded. Links to plans that another agreement counts by now are left out.

    Raises the errors of `discard`, and `Refused` where the office has begun another plan of its year, or where what it was to replace
    cannot be replaced by it any more.
    """
    with transaction.atomic():
        fresh = in_state(paper, version, State.DISCARDED)
        if not has_in_hand(mandate(by), fresh):
            raise NotYours
        fresh.supersedes = _replaced(fresh)
        plan = plan_of(fresh)
        if plan is not None and fresh.supersedes is None:
            refuse_second(fresh.office, plan, fresh.fiscal_year, template=fresh.is_template)
        elsewhere = Link.objects.exclude(paper=fresh).exclude(paper__state=State.DISCARDED)
        Link.objects.filter(paper=fresh, to__in=elsewhere.values("to")).delete()
        fresh.state = State.DRAFT
        fresh.version += 1
        fresh.save()
        was, now = {"state": State.DISCARDED}, {"state": State.DRAFT, "supersedes": fresh.supersedes_id}
        record("paper.restore", fresh, by=by, post=own_post(by, fresh.office), was=was, now=now)
    return fresh


def _replaced(fresh: Paper) -> Paper | None:
    """The paper that the draft was to replace when it was discarded, locked."""
    last = history_of(fresh).filter(verb="paper.discard").last()
    number = (last.was or {}).get("supersedes") if last else None
    if number is None:
        return None
    old = Paper.objects.select_for_update(of=("self",)).get(pk=number)
    if old.state != State.ISSUED or old.successors.exists():
        raise Refused(sentences.NOT_RESTORABLE)
    return old
