"""Preview: who would answer what if a paper were issued on a day; issuing creates exactly this."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from angikar.duties import sentences
from angikar.duties.creating import Lines
from angikar.duties.placing.sharing import Held, shared
from angikar.history.refusal import Refused
from angikar.offices.addressing import Register
from angikar.offices.models import Post
from angikar.papers import doubts
from angikar.papers.amendments.queries import amendment_of, changed, is_agreed, needs_word, unreasoned
from angikar.papers.models import Paper
from angikar.papers.reading import memo_doubts
from angikar.papers.stored_doubt import StoredDoubt
from angikar.rules.content import Content
from angikar.rules.duty import Ask
from angikar.rules.kinds import kind_named
from angikar.rules.plan import Plan
from angikar.rules.schedule.rule import ScheduleError


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One ask and the posts that will answer it; `named` is whether the paper's own words led to them or the focal
    post takes their place, `unmatched` is the addressee that leads to no post or, where a figure is asked, to several.
    `lines` are the texts of all lines that name a post, for the posts that several name.
    """

    ask: Ask
    posts: tuple[Post, ...]
    named: bool
    unmatched: str | None = None
    lines: Lines = field(default_factory=dict)


def foresee(
    paper: Paper, asks: Sequence[Ask], register: Register, *, held: Held | None = None, focal: bool = False
) -> list[Foreseen]:
    """Each ask with its posts, each post once for what several lines ask. A figure is answered by one post alone. Where the
    words lead to no post, nobody is asked, or, where a person said so (`focal`), the focal post of the office; what goes
    outside the register has no post here, except a figure, which somebody must report. A figure of a plan that names nobody is the focal post's. `held` is by which lines
    the posts are asked already. Raises `Refused` when a focal post is needed and the office has neither one nor a head.
    """
    substitute = _Substitute(paper, focal)
    found = [_led(ask, register, substitute) for ask in asks]
    lines = shared([(each.ask, each.posts) for each in found], held)
    return [replace(each, posts=line.posts, lines=line.texts) for each, line in zip(found, lines, strict=True)]


@dataclass
class _Substitute:
    """The focal post of an office, looked up when it is first needed; `asked` is whether a person said that it answers what no
    post does.
    """

    paper: Paper
    asked: bool

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        """The one post."""
        return (focal_post(self.paper),)


def _led(ask: Ask, register: Register, focal: _Substitute) -> Foreseen:
    """One ask with the posts of its own line."""
    if not ask.addressee.strip():
        own = ask.kind == "figure" or focal.asked
        return Foreseen(ask, focal.posts if own else (), False, None if own else "")
    led = register.expand(ask.addressee)
    if led.outside and ask.kind != "figure":
        return Foreseen(ask, (), True)
    if led.posts and not (ask.kind == "figure" and len(led.posts) > 1):
        return Foreseen(ask, led.posts, True)
    return Foreseen(ask, focal.posts if focal.asked else (), False, ask.addressee)


def unplaced(foreseen: Iterable[Foreseen]) -> list[Foreseen]:
    """What nobody will be asked unless a person names a post or leaves it to the focal post: the words lead to none."""
    return [each for each in foreseen if each.unmatched is not None]


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
    """The doubts of a paper as they would be if it were checked now, those of its memo number with them."""
    checked = [*doubts.checked(paper), *memo_doubts(paper.value())]
    return doubts.after_change(paper.doubts, checked, "")


def focal_post(paper: Paper) -> Post:
    """The post that answers where the paper names none."""
    posts = Post.objects.open().filter(office=paper.office_id).select_related("office")
    post = posts.filter(is_focal=True).first() or posts.filter(is_head=True).first()
    if post is None:
        raise Refused(sentences.NO_FOCAL_POST)
    return post


def refuse_unagreed(fresh: Paper) -> None:
    """A plan that changes one in force goes out with a reason for every changed row and the consent of the office above."""
    amendment = amendment_of(fresh)
    if amendment is None or not changed(fresh):
        return
    if unreasoned(fresh, amendment):
        raise Refused(sentences.AMENDMENT_UNREASONED)
    if needs_word(fresh) and not is_agreed(fresh, amendment):
        raise Refused(sentences.AMENDMENT_NOT_AGREED)
