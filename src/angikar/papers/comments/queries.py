"""Reading comments: the threads of a paper, the rounds it went through, who may be mentioned, which bodies may be asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from angikar.offices.models import Body, Post
from angikar.offices.prepared import NUMBERS, Prepared
from angikar.papers.models import AskedPost, Assignment, Comment, Paper, Round
from angikar.papers.queries import reviewing_office

_MOST_POSTS = 60
"""Of so many posts one may be mentioned: the highest of each office."""


@dataclass(frozen=True, slots=True)
class CommentThread:
    """A comment with its answers, in their order."""

    comment: Comment
    answers: tuple[Comment, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Whether nothing more is wanted."""
        return self.comment.settled_at is not None

    @property
    def is_answered(self) -> bool:
        """Whether the office of the paper has said something to it."""
        return any(not each.from_above for each in self.answers)

    @property
    def suggested(self) -> Comment | None:
        """The last suggestion of the thread that was not accepted, while it is open and its place is there."""
        if self.is_settled or self.comment.gone:
            return None
        made = (each for each in (*reversed(self.answers), self.comment) if each.suggestion is not None)
        last = next(made, None)
        return last if last is not None and last.accepted_at is None else None


@dataclass(frozen=True, slots=True)
class Held:
    """Who had a draft in a round, from when until when, and how many days."""

    above: bool
    since: datetime
    until: datetime | None
    days: int


def threads_of(paper: Paper) -> list[CommentThread]:
    """The threads of a paper: the open ones first, each kind in the order in which they began."""
    rows = Comment.objects.filter(paper=paper).select_related(
        "by", "post__office", "mentions", "accepted_by", "settled_by"
    )
    answers: dict[int, list[Comment]] = {}
    begun = list[Comment]()
    for each in rows.order_by("pk"):
        if each.thread_id is None:
            begun.append(each)
        else:
            answers.setdefault(each.thread_id, []).append(each)
    threads = [CommentThread(each, tuple(answers.get(each.pk, ()))) for each in begun]
    return sorted(threads, key=lambda each: each.is_settled)


def commenting_offices(paper: Paper) -> set[int]:
    """The offices whose head and focal post may comment: that which looks the paper over, the one above where it is another, and that from
    whose template it was made.
    """
    return offices_over(
        paper, Assignment.objects.filter(paper=paper).values_list("template__office", flat=True).first()
    )


def offices_over(paper: Paper, template_of: int | None) -> set[int]:
    """The same where the office of the template is known, or `None` where there is none."""
    over = reviewing_office(paper)
    return {over, paper.office.parent_id or over, template_of or over}


def asked_posts(paper: Paper) -> list[AskedPost]:
    """The posts that were asked besides."""
    return list(AskedPost.objects.filter(paper=paper).select_related("post__office", "body"))


def bodies_to_ask(paper: Paper, on: date | None = None) -> QuerySet[Body]:
    """The bodies that may be asked to comment: those of the paper's office and of the offices that comment, of a day or of any."""
    offices = {paper.office_id, *commenting_offices(paper)}
    bodies = Body.objects.on(on) if on else Body.objects.all()
    return bodies.filter(office__in=offices).select_related("office").order_by("office__path", "name")


def mentionable(paper: Paper) -> list[Post]:
    """The posts that a comment may mention: those of the paper's office, of the offices that comment, and those that were asked."""
    offices = {paper.office_id, *commenting_offices(paper)}
    asked = AskedPost.objects.filter(paper=paper).values("post")
    posts = Post.objects.open().filter(Q(office__in=offices) | Q(pk__in=asked)).select_related("office")
    return list(posts.order_by("office__path", "rank", "pk")[:_MOST_POSTS])


def rounds_of(paper: Paper) -> list[Round]:
    """The rounds of a paper without their content, the first first."""
    return _ROUNDS(paper.pk)


_ROUNDS = Prepared(
    lambda paper: (
        Round.objects.filter(paper=paper)
        .defer("content")
        .select_related("sent_by", "ended_by", "ended_as__office", "office")
        .order_by("number")
    ),
    NUMBERS[0],
)


def held_in(rounds: Sequence[Round], until: date) -> Iterator[Held]:
    """Who had the draft how many days `until` a day, round by round: the office above, and then again the office of the paper."""
    for index, each in enumerate(rounds):
        after = rounds[index + 1].sent_at if index + 1 < len(rounds) else None
        yield Held(True, each.sent_at, each.ended_at, _days(each.sent_at, each.ended_at, until))
        if each.ended_at is not None:
            yield Held(False, each.ended_at, after, _days(each.ended_at, after, until))


def returned(paper: Paper) -> Round | None:
    """The round after which another office sent a draft back, as long as it has not gone up again; not one that its office took back."""
    rounds = Round.objects.filter(paper=paper).defer("content").select_related("ended_by", "ended_as__office")
    last = rounds.last()
    if last is None or last.ended_as is None or last.ended_as.office_id == paper.office_id:
        return None
    return last if last.answer else None


def _days(since: datetime, ended_at: datetime | None, until: date) -> int:
    ended = timezone.localtime(ended_at).date() if ended_at else until
    return max(0, (ended - timezone.localtime(since).date()).days)
