"""Settling doubts: one by one, or several that share a cause in one act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from angikar.history.actions import record
from angikar.history.refusal import Refused
from angikar.offices.models import Officer
from angikar.papers import content as contents
from angikar.papers import doubts, sentences
from angikar.papers.editing import amendable, change, refuse_clash, whole_at
from angikar.papers.locking import own_post
from angikar.papers.models import Paper
from angikar.papers.stored_doubt import Choice, StoredDoubt


@dataclass(frozen=True, slots=True)
class Settlement:
    """How one doubt of several is settled: `take` its suggestion, `keep` what is printed, or put a `value` of one's own."""

    key: str
    choice: Choice
    value: object = None


def settle(
    paper: Paper, key: str, choice: Choice, *, version: int, by: Officer, value: object = None, words: str = ""
) -> Paper:
    """Settle one doubt: `take` its suggestion, `keep` what is printed, or put a `value` of one's own.

    Keeping what breaks a rule needs a reason in `words`. Raises the errors of `amend`, and `Refused` when the doubt is
    settled already.
    """
    with transaction.atomic():
        fresh = amendable(paper, by)
        doubt = doubts.find(fresh.doubts, key)
        was = whole_at(fresh, doubt.path)
        _settle_one(fresh, doubt, Settlement(key, choice, value), version=version, by=by, words=words)
        fresh.version += 1
        fresh.save()
        now = {**whole_at(fresh, doubt.path), "doubt": doubt.code, "choice": choice, "words": words}
        record("paper.settle", fresh, by=by, post=own_post(by, fresh.office), was=was, now=now)
    return fresh


def settle_several(
    paper: Paper, chosen: Sequence[Settlement], *, version: int, by: Officer, words: str = ""
) -> tuple[Paper, int]:
    """Settle several doubts in their order; one that an earlier of them has answered is passed over. Also says how many were open.

    Raises the errors of `settle`, and `Refused` where none of them is open any more.
    """
    with transaction.atomic():
        fresh = amendable(paper, by)
        was, now, codes = [], [], []
        for each in chosen:
            doubt = doubts.open_one(fresh.doubts, each.key)
            if doubt is None:
                continue
            was.append(whole_at(fresh, doubt.path))
            _settle_one(fresh, doubt, each, version=version, by=by, words=words)
            now.append(whole_at(fresh, doubt.path))
            codes.append(doubt.code)
        if not codes:
            raise Refused(sentences.DOUBT_SETTLED)
        fresh.version += 1
        fresh.save()
        said = {"places": now, "doubts": codes, "words": words, "version": fresh.version}
        record("paper.settle_several", fresh, by=by, post=own_post(by, fresh.office), was={"places": was}, now=said)
    return fresh, len(codes)


def _settle_one(
    fresh: Paper, doubt: StoredDoubt, settlement: Settlement, *, version: int, by: Officer, words: str
) -> None:
    """Settle an open doubt of a locked row; nothing is saved yet."""
    choice = settlement.choice
    if choice == "keep" and doubt.severity == "error" and not words.strip():
        raise Refused(sentences.KEEPING_NEEDS_REASON)
    chosen = _suggested(doubt) if choice == "take" else settlement.value
    if choice != "keep":
        refuse_clash(fresh, doubt.path, chosen, version)
    fresh.doubts = doubts.settled(fresh.doubts, doubt.key, choice, by=by.name, words=words)
    if choice != "keep":
        change(fresh, doubt.path, contents.figure(doubt.path, chosen))


def _suggested(doubt: StoredDoubt) -> object:
    if doubt.suggestion is None or not doubt.path:
        raise Refused(sentences.NO_SUGGESTION)
    return doubt.suggestion
