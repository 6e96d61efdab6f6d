"""The action about reports that are missing: the head of the office above is notified."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction

from angikar.history.actions import record
from angikar.history.refusal import NotYours, Refused
from angikar.notices import sentences
from angikar.notices.actions import Message, notify
from angikar.notices.models import NoticeKind
from angikar.offices.access import mandate
from angikar.offices.models import Officer, Post
from angikar.papers.models import Paper
from angikar.standings.missing import Owing


def escalate(paper: Paper, owing: Sequence[Owing], *, by: Officer, day: date) -> int:
    """Notify the head of the office above each post what it owes since when, once a day. Only the head or the focal point of
    the office that issued the paper may. Returns how many notices were new; raises `NotYours`, and `Refused` where no office
    above has a head.
    """
    with transaction.atomic():
        post = mandate(by, day).post_in(paper.office_id)
        if post is None or not (post.is_head or post.is_focal):
            raise NotYours
        heads = _heads(each.post for each in owing)
        messages = [(_message(paper, each, day), heads[each.post.pk]) for each in owing if each.post.pk in heads]
        if not messages:
            raise Refused(sentences.NO_HEAD_ABOVE)
        new = notify(messages, day=day, by=by)
        now = {"day": day.isoformat(), "told": [[each.key, head.pk] for each, head in messages], "new": new}
        record("notice.escalate", paper, by=by, post=post, now=now)
    return new


def _message(paper: Paper, each: Owing, day: date) -> Message:
    both = sentences.REPORTS_MISSING.both(
        post=str(each.post), count=each.count, since=each.since.isoformat(), paper=paper.title
    )
    key = f"missing:{paper.pk}:{each.post.pk}:{day}"
    return Message(key, NoticeKind.ESCALATION, *both, f"/circulars/{paper.pk}/missing/", paper)


def _heads(posts: Iterable[Post]) -> dict[int, Post]:
    """The receiver for each post: the head of its office, or of the office above where the post is the head itself."""
    listed = list(posts)
    offices = {post.pk: post.office.parent_id if post.is_head else post.office_id for post in listed}
    above = {post.office_id: post.office.parent_id for post in listed}
    wanted = {office for office in (*offices.values(), *above.values()) if office is not None}
    heads = {post.office_id: post for post in Post.objects.filter(office__in=wanted, is_head=True)}
    found = {post.pk: heads.get(offices[post.pk] or 0) or heads.get(above[post.office_id] or 0) for post in listed}
    return {pk: head for pk, head in found.items() if head is not None}
