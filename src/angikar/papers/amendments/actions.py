"""What is done with amendments: the reasons given row by row, and the word of the office above."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from angikar.history.actions import record
from angikar.history.publishing import publish
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import mandate
from angikar.offices.models import Officer
from angikar.papers import sentences
from angikar.papers.access import reviewers
from angikar.papers.amendments.queries import is_agreed, needs_word, unreasoned
from angikar.papers.events import ConsentAwaited
from angikar.papers.locking import in_state, own_post
from angikar.papers.models import Amendment, Paper, State

_OPEN = (State.DRAFT, State.REVIEW, State.SIGNED)


def give_reasons(paper: Paper, reasons: Mapping[str, str], *, by: Officer, version: int) -> Amendment:
    """Write why rows are changed, by the names of the rows (`rules.difference`); rows not named keep their reason.

    Raises `Conflict` when the paper has changed since `version`, `NotYours` for another's paper, `Refused` for one that
    amends no plan or is issued.
    """
    with transaction.atomic():
        fresh = in_state(paper, version, *_OPEN)
        post = own_post(by, fresh.office)
        amendment = _of(fresh)
        was = {row: amendment.reasons.get(row, "") for row in reasons}
        amendment.reasons = {**amendment.reasons, **{row: words.strip() for row, words in reasons.items()}}
        amendment.save(update_fields=["reasons"])
        if needs_word(fresh) and not unreasoned(fresh, amendment) and not is_agreed(fresh, amendment):
            publish(ConsentAwaited(fresh, by))
        record("paper.give_reasons", fresh, by=by, post=post, was=was, now=dict(reasons))
    return amendment


def agree(paper: Paper, *, by: Officer, today: date, version: int, words: str = "") -> Amendment:
    """The office that looks the paper over agrees to the amendment as it reads in this `version`.

    Raises the errors of `give_reasons`, `NotYours` for all but the head and focal post of that office, and `Refused` while a
    changed row has no reason.
    """
    with transaction.atomic():
        fresh = in_state(paper, version, *_OPEN)
        own = mandate(by, today)
        above = own.led & reviewers(fresh)
        post = own.post_in(next(iter(above))) if above else None
        if post is None:
            raise NotYours
        amendment = _of(fresh)
        if unreasoned(fresh, amendment):
            raise Refused(sentences.REASONS_MISSING)
        amendment.agreed_by, amendment.agreed_as, amendment.agreed_on = by, post, today
        amendment.agreed_version, amendment.words = fresh.version, words.strip()
        amendment.save()
        record("paper.agree", fresh, by=by, post=post, now={"words": words, "agreed_version": fresh.version})
    return amendment


def _of(fresh: Paper) -> Amendment:
    found = Amendment.objects.select_for_update().filter(paper=fresh).first()
    if found is None:
        raise Refused(sentences.AMENDS_NO_PLAN)
    return found
