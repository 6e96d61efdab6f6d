"""What is done with several drafts at once: the same comment on each of them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from angikar.history.actions import record
from angikar.history.publishing import publish
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import mandate
from angikar.offices.models import Officer
from angikar.papers.comments import sentences
from angikar.papers.comments.access import commenting_post
from angikar.papers.comments.actions import Remark, _made
from angikar.papers.events import CommentMade
from angikar.papers.locking import locked
from angikar.papers.models import Comment, Paper, State


def comment_several(papers: Iterable[Paper], words: str, *, by: Officer) -> list[Comment]:
    """Say the same of several drafts, each as a whole: a thread begins in every one of them, or in none.

    Raises `Refused` where nothing is said or chosen and for a draft that is not in review any more, `NotYours` for one on which `by` does
    not comment.
    """
    chosen = sorted(papers, key=lambda each: each.pk)
    if not chosen:
        raise Refused(sentences.NONE_CHOSEN)
    with transaction.atomic():
        return [_begun(paper, Remark(words), by) for paper in chosen]


def _begun(paper: Paper, said: Remark, by: Officer) -> Comment:
    fresh = locked(paper)
    if fresh.state != State.REVIEW:
        raise Refused(sentences.ONE_NOT_IN_REVIEW, office=fresh.office.name)
    post = commenting_post(mandate(by), fresh)
    if post is None:
        raise NotYours
    made = _made(fresh, said, "", by=by, post=post)
    made.from_above = True
    made.save(force_insert=True)
    record("paper.comment", fresh, by=by, post=post, now={"comment": made.pk, "path": "", "words": made.words})
    publish(CommentMade(made, by))
    return made
