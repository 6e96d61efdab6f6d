"""Preview: who would answer what if a paper were issued on a day; issuing creates exactly this."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from angikar.duties import sentences
from angikar.history.refusal import Refused
from angikar.offices.addressing import Register
from angikar.offices.models import Post
from angikar.papers import doubts
from angikar.papers.models import Paper
from angikar.papers.stored_doubt import StoredDoubt
from angikar.rules.content import Content
from angikar.rules.duty import Ask
from angikar.rules.kinds import kind_named
from angikar.rules.plan import Plan
from angikar.rules.schedule.rule import ScheduleError


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One ask and the posts that will answer it; `named` is whether the paper's own words led to them or the focal
    post takes their place, `unmatched` is the addressee that no post, or more than one thing, answers to.
    """

    ask: Ask
    posts: tuple[Post, ...]
    named: bool
    unmatched: str | None = None


def foresee(paper: Paper, asks: Sequence[Ask], register: Register) -> list[Foreseen]:
    """Each ask with its posts. A figure is answered by one post alone; where the words lead to none, or a figure is
    asked of several, the focal post of the office answers; what goes outside the register has no post here. Raises `Refused` when the office has neither a focal post
    nor a head.
    """
    substitute = focal_post(paper)
    found = []
    for ask in asks:
        led = register.expand(ask.addressee) if ask.addressee.strip() else None
        if led is not None and led.outside:
            found.append(Foreseen(ask, (), True))
            continue
        posts = led.posts if led and not (ask.kind == "figure" and len(led.posts) != 1) else ()
        found.append(Foreseen(ask, posts or (substitute,), bool(posts), led.unmatched if led else None))
    return found


def asks_of(paper: Paper, day: date) -> Sequence[Ask]:
    """What a paper asks when it is issued on a day. Raises `Refused` where a schedule has no days, and where
    two indicators carry the same code: it would be unknown which of them a report answers.
    """
    return asks_in(paper.value(), paper, day)


def asks_in(value: Content, paper: Paper, day: date) -> Sequence[Ask]:
    """Like `asks_of`, for a value of the content that is not the paper's own: with another day it counts from."""
    _refuse_repeated(value)
    try:
        return kind_named(paper.kind).asks(value, paper.framework, day)
    except ScheduleError as wrong:
        raise Refused(sentences.SCHEDULE_IMPOSSIBLE, reason=(wrong.message, wrong.message_en)) from wrong


def _refuse_repeated(value: Content) -> None:
    if not isinstance(value, Plan):
        return
    codes = Counter((area.part, each.code) for _, area, _, each in value.indicators())
    repeated = ", ".join(code for (_, code), count in codes.items() if count > 1)
    if repeated:
        raise Refused(sentences.CODES_REPEATED, codes=repeated)


def checked_again(paper: Paper) -> list[StoredDoubt]:
    """The doubts of a paper as they would be if it were checked now."""
    checked = kind_named(paper.kind).check(paper.value(), paper.framework)
    return doubts.after_change(paper.doubts, checked, "")


def focal_post(paper: Paper) -> Post:
    """The post that answers where the paper names none."""
    posts = Post.objects.filter(office=paper.office_id).select_related("office")
    post = posts.filter(is_focal=True).first() or posts.filter(is_head=True).first()
    if post is None:
        raise Refused(sentences.NO_FOCAL_POST)
    return post
