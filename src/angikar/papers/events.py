"""What papers announce, inside the transaction of the action."""

from __future__ import annotations

from dataclasses import dataclass

from angikar.history.publishing import Event
from angikar.offices.models import Officer, Post
from angikar.papers.models import Comment, Paper, PaperSignature
from angikar.rules.plan import IndicatorId


@dataclass(frozen=True, slots=True)
class PaperMoved(Event):
    """A draft was sent for review, signed, or went back; `was` is the state before, `words` what was said to it."""

    paper: Paper
    was: str
    by: Officer
    words: str


@dataclass(frozen=True, slots=True)
class PaperDiscarded(Event):
    """A draft was discarded; who still needs it refuses."""

    paper: Paper
    by: Officer


@dataclass(frozen=True, slots=True)
class PlanAssigned(Event):
    """Offices below got a draft each, made from a template; those that have one already are offered what changed in it."""

    template: Paper
    offices: tuple[int, ...]
    offered: tuple[int, ...]
    by: Officer


@dataclass(frozen=True, slots=True)
class ConsentAwaited(Event):
    """Every changed row of an amendment has its reason: it waits for the word of the office above."""

    paper: Paper
    by: Officer


@dataclass(frozen=True, slots=True)
class PlanLinked(Event):
    """The plan that counts for a line was named or taken away; `paper` is the plan with the line, `line` the
    indicator, `to` the other plan or `None`.
    """

    paper: Paper
    line: IndicatorId
    to: Paper | None


@dataclass(frozen=True, slots=True)
class PaperSigned(Event):
    """A party signed a paper, or the scan of what all signed on paper was taken in."""

    paper: Paper
    signature: PaperSignature
    by: Officer


@dataclass(frozen=True, slots=True)
class CommentMade(Event):
    """Somebody commented on a draft or answered a comment, accepted what it suggests (`accepted`), or settled it (`settled`)."""

    comment: Comment
    by: Officer
    accepted: bool = False
    settled: bool = False


@dataclass(frozen=True, slots=True)
class CommentsAsked(Event):
    """Further posts were asked to comment on a draft."""

    paper: Paper
    posts: tuple[Post, ...]
    by: Officer
