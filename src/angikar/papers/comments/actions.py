"""What is done with comments on a draft: write one, answer it, accept what it suggests, settle it and open it again; ask others for theirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from angikar.history.actions import record
from angikar.history.chain import digests
from angikar.history.publishing import publish
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import Mandate, mandate
from angikar.offices.models import Body, Member, Officer, Post
from angikar.papers import content as contents
from angikar.papers.comments import sentences
from angikar.papers.comments.access import answering_post, commenting_post, may_ask
from angikar.papers.comments.queries import mentionable
from angikar.papers.editing import amendable, change, refuse_clash, whole_at
from angikar.papers.events import CommentMade, CommentsAsked
from angikar.papers.locking import locked
from angikar.papers.models import AskedPost, Comment, Paper, Round, State
from angikar.papers.naming import place_in_words
from angikar.papers.queries import changes, reviewing_office
from angikar.rules.places import moved_place
from angikar.rules.plan_table.making.shaping import path_of, row_at

_DEPTH = 3
"""A path into an indicator names an area, an activity and the indicator."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody says: words, another value for the place, the post that is to see it."""

    words: str = ""
    suggestion: object = None
    mentions: Post | None = None


def comment(paper: Paper, path: str, said: Remark, *, version: int, by: Officer) -> Comment:
    """Begin a thread about a place of a paper that was sent for comment; the empty path is the whole paper.

    Raises `NotYours` for all but who is asked, `Refused` where nothing is said, the place is none or its rows were rearranged since
    `version`, and for a suggestion that the place does not take.
    """
    with transaction.atomic():
        fresh = locked(paper)
        if fresh.state != State.REVIEW:
            raise Refused(sentences.NOT_IN_REVIEW)
        post = commenting_post(mandate(by), fresh)
        if post is None:
            raise NotYours
        _refuse_rearranged(fresh, path, version)
        made = _made(fresh, said, path, by=by, post=post)
        made.place, made.was, made.from_above = list(place_in_words(fresh.content, path)), _value_at(fresh, path), True
        made.save(force_insert=True)
        now = {"comment": made.pk, "path": path, "words": said.words.strip(), "suggestion": made.suggestion}
        record("paper.comment", fresh, by=by, post=post, now=now)
        publish(CommentMade(made, by))
    return made


def answer(thread: Comment, said: Remark, *, by: Officer) -> Comment:
    """Answer in a thread that is not settled: for the office of the paper, or as who was asked, who may suggest another value.

    Raises `NotYours` for anybody else, `Refused` where nothing is said or the thread is settled.
    """
    with transaction.atomic():
        fresh, first, post, above = _opened(thread, by)
        if first.settled_at is not None:
            raise Refused(sentences.THREAD_SETTLED)
        if not said.words.strip() and said.suggestion is None:
            raise Refused(sentences.ANSWER_EMPTY)
        made = _answered(fresh, first, said, by=by, post=post, above=above)
        now = {"comment": made.pk, "thread": first.pk, "words": made.words, "suggestion": made.suggestion}
        record("paper.answer_comment", fresh, by=by, post=post, now=now)
        publish(CommentMade(made, by))
    return made


def accept_suggestion(suggestion: Comment, *, version: int, by: Officer) -> Paper:
    """Put a suggested value in its place, for the office of the paper; its thread is settled by that.

    Raises `NotYours` for anybody else, `Refused` for one's own suggestion, for one that was accepted or whose row is no more, and the
    errors of amending: `Conflict` when somebody changed the place since `version`, `Refused` for a value that does not fit any more.
    """
    with transaction.atomic():
        fresh = amendable(suggestion.paper, by)
        post = answering_post(mandate(by), fresh)
        if post is None:
            raise NotYours
        found = Comment.objects.select_for_update().get(pk=suggestion.pk)
        first = found if found.thread_id is None else Comment.objects.select_for_update().get(pk=found.thread_id)
        if found.suggestion is None or found.accepted_at is not None or first.gone or first.settled_at is not None:
            raise Refused(sentences.NO_SUGGESTION)
        if found.by_id == by.pk:
            raise Refused(sentences.OWN_SUGGESTION)
        refuse_clash(fresh, first.path, found.suggestion, version)
        was, before = whole_at(fresh, first.path), fresh.content
        change(fresh, first.path, found.suggestion)
        fresh.version += 1
        fresh.save()
        found.accepted_by, found.accepted_at = by, timezone.now()
        found.save(update_fields=["accepted_by", "accepted_at"])
        Comment.objects.filter(pk=first.pk).update(settled_by=by, settled_at=found.accepted_at)
        _follow(fresh, before)
        now = {**whole_at(fresh, first.path), "comment": found.pk}
        record("paper.accept_suggestion", fresh, by=by, post=post, was=was, now=now)
        publish(CommentMade(found, by, accepted=True))
    return fresh


def settle_comment(thread: Comment, *, by: Officer, words: str = "") -> Comment:
    """Say that nothing more is wanted in a thread, with a last word; who made it says so without one, the office only once it has answered.

    Raises `NotYours` for anybody else, `Refused` for a thread that is settled and for an office that has not answered.
    """
    with transaction.atomic():
        fresh, first, post, above = _opened(thread, by)
        if first.settled_at is not None:
            raise Refused(sentences.THREAD_SETTLED)
        if words.strip():
            _answered(fresh, first, Remark(words), by=by, post=post, above=above)
        elif not above and not first.answers.filter(from_above=False).exists():
            raise Refused(sentences.SETTLING_NEEDS_ANSWER)
        first.settled_by, first.settled_at = by, timezone.now()
        first.save(update_fields=["settled_by", "settled_at"])
        now = {"comment": first.pk, "words": words.strip()}
        record("paper.settle_comment", fresh, by=by, post=post, now=now)
        publish(CommentMade(first, by, settled=True))
    return first


def reopen_comment(thread: Comment, *, by: Officer, words: str = "") -> Comment:
    """Open a settled thread again, with what is still wanted. Raises `NotYours` for anybody else, `Refused` for one that is open and
    where nothing is said.
    """
    with transaction.atomic():
        fresh, first, post, above = _opened(thread, by)
        if first.settled_at is None:
            raise Refused(sentences.THREAD_OPEN)
        if not words.strip():
            raise Refused(sentences.ANSWER_EMPTY)
        first.settled_by = first.settled_at = None
        first.save(update_fields=["settled_by", "settled_at"])
        made = _answered(fresh, first, Remark(words), by=by, post=post, above=above)
        now = {"comment": first.pk, "words": made.words}
        record("paper.reopen_comment", fresh, by=by, post=post, now=now)
        publish(CommentMade(made, by))
    return first


def ask_body(paper: Paper, body: Body, *, by: Officer, today: date) -> tuple[Post, ...]:
    """Ask the members of a body to comment on a paper that was sent for comment; those of its own office answer, and are not asked.

    Raises `NotYours` for all but who leads its office or one that comments, `Refused` where no post of another office sits in it and where all were asked.
    """
    with transaction.atomic():
        fresh = locked(paper)
        post = may_ask(mandate(by), fresh)
        if fresh.state != State.REVIEW:
            raise Refused(sentences.NOT_IN_REVIEW)
        if post is None:
            raise NotYours
        seats = Member.objects.on(today).filter(body=body, post__isnull=False).select_related("post__office")
        posts = [seat.post for seat in seats if seat.post is not None and seat.post.office_id != fresh.office_id]
        if not posts:
            raise Refused(sentences.BODY_EMPTY)
        known = set(AskedPost.objects.filter(paper=fresh).values_list("post", flat=True))
        new = [each for each in posts if each.pk not in known]
        if not new:
            raise Refused(sentences.ASKED_ALREADY)
        at = timezone.now()
        AskedPost.objects.bulk_create([AskedPost(paper=fresh, post=each, body=body, by=by, at=at) for each in new])
        now = {"body": body.pk, "posts": [each.pk for each in new]}
        record("paper.ask_comment", fresh, by=by, post=post, now=now)
        publish(CommentsAsked(fresh, tuple(new), by))
    return tuple(new)


def _opened(thread: Comment, by: Officer) -> tuple[Paper, Comment, Post, bool]:
    """The locked paper and the first comment of a thread, the post by which somebody speaks there, and whether as who was asked."""
    fresh = locked(thread.paper)
    first = Comment.objects.select_for_update().get(pk=thread.pk, thread=None)
    held = mandate(by)
    post, above = _speaking(held, fresh, by_office=first.by_id != by.pk)
    if post is None:
        raise NotYours
    return fresh, first, post, above


def _speaking(held: Mandate, fresh: Paper, *, by_office: bool) -> tuple[Post | None, bool]:
    """Who may speak for the office and for who was asked is the office, unless he began the thread himself."""
    office, above = answering_post(held, fresh), commenting_post(held, fresh)
    if office is not None and (by_office or above is None):
        return office, False
    return above, True


def _answered(fresh: Paper, first: Comment, said: Remark, *, by: Officer, post: Post, above: bool) -> Comment:
    made = _made(fresh, said, "" if first.gone else first.path, by=by, post=post)
    made.thread, made.path, made.from_above = first, "", above
    made.save(force_insert=True)
    return made


def _made(fresh: Paper, said: Remark, path: str, *, by: Officer, post: Post) -> Comment:
    """A comment that says something, its suggestion as the place takes it; it is not stored yet."""
    words, value = said.words.strip(), said.suggestion
    if not words and value is None:
        raise Refused(sentences.COMMENT_EMPTY)
    if said.mentions is not None and said.mentions not in mentionable(fresh):
        raise NotYours
    if value is not None:
        if not path:
            raise Refused(sentences.NO_SUGGESTION)
        value = contents.figure(path, value)
        tried = copy(fresh)
        change(tried, path, value)
    return Comment(
        paper=fresh,
        path=path,
        words=words,
        suggestion=value,
        by=by,
        post=post,
        at=timezone.now(),
        version=fresh.version,
        mentions=said.mentions,
    )


def _value_at(fresh: Paper, path: str) -> object:
    """The value of a place, where it is one that words can say. Raises `Refused` where the path leads nowhere."""
    value = contents.at(fresh.content, path) if path else None
    parts: Iterable[object] = value if isinstance(value, list) else (value,)
    return value if all(each is None or isinstance(each, str) for each in parts) else None


def _refuse_rearranged(fresh: Paper, path: str, version: int) -> None:
    """A place that one saw before rows were moved may be another's by now."""
    if not path or fresh.version == version:
        return
    for entry in changes(fresh):
        now = entry.now or {}
        if (entry.verb == "paper.arrange" or now.get("rows")) and int(now.get("version", 0)) > version:
            raise Refused(sentences.PLACE_REARRANGED)


def _follow(fresh: Paper, before: contents.Json, moved: Mapping[str, str] | None = None) -> None:
    """Let the threads of a paper go along with their rows, which stood in `before`; those of a removed row stay with what they were
    about. `moved` says of rows whose content is the same several times where each of them is.
    """
    if fresh.content == before:
        return
    changed = list[Comment]()
    for each in Comment.objects.filter(paper=fresh, thread=None, gone=False).exclude(path=""):
        place = _place_now(fresh, before, each.path, moved or {})
        if place != each.path:
            each.path, each.gone = place or each.path, place is None
            changed.append(each)
    Comment.objects.bulk_update(changed, ["path", "gone"])


def _place_now(fresh: Paper, before: contents.Json, path: str, moved: Mapping[str, str]) -> str | None:
    row = row_at(path)
    if moved and len(row) == _DEPTH:
        old = path_of(row)
        return moved[old] + path.removeprefix(old) if old in moved else None
    return moved_place(before, fresh.content, path)


def _round_begun(fresh: Paper, words: str, *, by: Officer, at: datetime) -> None:
    """A draft goes up: the round keeps what it says."""
    Round.objects.create(
        paper=fresh,
        office_id=reviewing_office(fresh),
        number=Round.objects.filter(paper=fresh).count() + 1,
        version=fresh.version,
        content=fresh.content,
        digest=digests.digest(fresh.content),
        sent_by=by,
        sent_at=at,
        words=words,
    )


def _round_ended(fresh: Paper, words: str, *, by: Officer, post: Post | None, at: datetime) -> None:
    """It comes back, or is signed. Of one that went up before rounds were kept, the round begins now, so that no draft has comments without one."""
    if not Round.objects.filter(paper=fresh, ended_at=None).exists():
        _round_begun(fresh, "", by=by, at=at)
    Round.objects.filter(paper=fresh, ended_at=None).update(ended_by=by, ended_as=post, ended_at=at, answer=words)
