"""Who an officer may act for: the posts he holds on a day, their offices, and which office is above which."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from angikar.history.refusal import NotYours
from angikar.offices import tree
from angikar.offices.acting import only_office, remembered
from angikar.offices.models import Charge, Delegation, Office, Officer, Post, Succession, Tenure
from angikar.offices.prepared import DAYS, NUMBERS, Prepared, PreparedLists

User = Officer | AnonymousUser


@dataclass(frozen=True, slots=True)
class Deputy:
    """A post that somebody does not hold but for which he may report, draft or verify; never sign."""

    post: Post
    reports: bool
    drafts: bool
    verifies: bool


@dataclass(frozen=True, slots=True)
class Inherited:
    """A closed office, its path, and the office that has taken its work over."""

    office_id: int
    path: str
    successor_id: int


@dataclass(frozen=True, slots=True)
class Mandate:
    """All an officer may act for on one day; every access function asks it. `inherited` are the closed offices whose work came to
    one's own; what is said of an office holds for them too.
    """

    posts: tuple[Post, ...] = ()
    deputies: tuple[Deputy, ...] = ()
    inherited: tuple[Inherited, ...] = ()

    @property
    def post_ids(self) -> frozenset[int]:
        """The posts held."""
        return frozenset(post.pk for post in self.posts)

    @property
    def office_ids(self) -> frozenset[int]:
        """The offices of these posts."""
        own = frozenset(post.office_id for post in self.posts)
        return own | self._heired(own)

    @property
    def led(self) -> frozenset[int]:
        """The offices whose head or focal post is held: there one may amend papers and review reports."""
        own = frozenset(post.office_id for post in self.posts if post.is_head or post.is_focal)
        return own | self._heired(own)

    @property
    def kept(self) -> frozenset[int]:
        """The offices whose register one keeps, with all below them: where one is head, focal officer or keeper."""
        return self.led | frozenset(post.office_id for post in self.posts if post.keeps_register)

    @property
    def headed(self) -> frozenset[int]:
        """The offices whose head one is: there one may issue."""
        own = frozenset(post.office_id for post in self.posts if post.is_head)
        return own | self._heired(own)

    @property
    def reports_for(self) -> frozenset[int]:
        """The posts one may report for: those held, and those whose holders have given the right."""
        return self.post_ids | frozenset(each.post.pk for each in self.deputies if each.reports)

    @property
    def drafts_for(self) -> frozenset[int]:
        """The posts one may draft for, in the same way."""
        return self.post_ids | frozenset(each.post.pk for each in self.deputies if each.drafts)

    @property
    def drafts_in(self) -> frozenset[int]:
        """The offices whose papers one may amend: those one leads, and those whose head or focal post has given the right."""
        return self.led | frozenset(each.post.office_id for each in self.deputies if each.drafts)

    @property
    def verifies_in(self) -> frozenset[int]:
        """The offices for which one may look answers over, in the same way."""
        return self.led | frozenset(each.post.office_id for each in self.deputies if each.verifies)

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of one's offices; everything below them is subordinate."""
        own = {post.office.path for post in self.posts}
        given = {each.post.office.path for each in self.deputies if each.verifies}
        return tuple(sorted(own | given | {each.path for each in self.inherited}))

    def post_in(self, office_id: int) -> Post | None:
        """The post to act as in an office: the head's, else the focal post, else any."""
        heirs = {each.successor_id for each in self.inherited if each.office_id == office_id}
        mine = [post for post in self.posts if post.office_id in {office_id, *heirs}]
        return min(mine, key=lambda post: (not post.is_head, not post.is_focal, post.rank), default=None)

    def verifier_in(self, office_id: int) -> Post | None:
        """The post to act as when an answer to an office is looked over: one's own, else the one that has given the right."""
        given = (each.post for each in self.deputies if each.verifies and each.post.office_id == office_id)
        return self.post_in(office_id) or next(given, None)

    def drafter_in(self, office_id: int) -> Post | None:
        """The post to act as when a paper of an office is drafted, in the same way."""
        given = (each.post for each in self.deputies if each.drafts and each.post.office_id == office_id)
        return self.post_in(office_id) or next(given, None)

    def _heired(self, own: frozenset[int]) -> frozenset[int]:
        return frozenset(each.office_id for each in self.inherited if each.successor_id in own)

    def below(self, field: str = "office_path") -> Q:
        """A condition on rows that carry the path of their office: it is one's own or below."""
        return tree.within(*tree.ranges(self.paths), field)


def mandate(user: User, day: date | None = None) -> Mandate:
    """What `user` may act for on `day` (today when left out); an empty mandate for somebody who has not signed in."""
    if not isinstance(user, Officer) or not user.is_active:
        return Mandate()
    on, known = day or timezone.localdate(), remembered()
    if known is None:
        return _mandate(user, on)
    if (user.pk, on) not in known:
        known[user.pk, on] = _mandate(user, on)
    found: Mandate = known[user.pk, on]
    return found


def _mandate(user: Officer, on: date) -> Mandate:
    posts: list[Any] = _POSTS(user.pk, on)
    if (only := only_office()) is not None:
        posts = [post for post in posts if post.office_id == only]
    held = tuple(post for post in posts if post.held)
    return Mandate(held, _deputies(posts), _inherited([post for post in held if post.is_heir], on))


def _posts_of(officer: int, on: date) -> QuerySet[Post]:
    """The posts an officer holds on a day, and those given to him: one list, for PostgreSQL would look at every post for either of two."""
    tenures = Tenure.objects.on(on).filter(officer=officer)
    given = Delegation.objects.on(on).filter(officer=officer)
    rights = {
        name: Exists(given.filter(post=OuterRef("pk"), **{name: True})) for name in ("reports", "drafts", "verifies")
    }
    heir = Exists(Succession.objects.filter(successor=OuterRef("office"), office__until__lte=on))
    rows = Post.objects.filter(pk__in=tenures.order_by().values("post").union(given.order_by().values("post")))
    rows = rows.annotate(held=Exists(tenures.filter(post=OuterRef("pk"))), is_heir=heir, **rights)
    return rows.select_related("office").order_by("rank", "pk")


_POSTS = Prepared(_posts_of, NUMBERS[0], DAYS[0])


def _deputies(posts: Iterable[Any]) -> tuple[Deputy, ...]:
    """The posts among these that are not held, with the rights given for them."""
    return tuple(Deputy(post, post.reports, post.drafts, post.verifies) for post in posts if not post.held)


def _inherited(posts: Collection[Post], day: date) -> tuple[Inherited, ...]:
    """The offices closed by a day whose work came to the offices of these posts."""
    if not posts:
        return ()
    found = Succession.objects.filter(successor__in={post.office_id for post in posts}, office__until__lte=day)
    return tuple(
        Inherited(each.office_id, each.office.path, each.successor_id) for each in found.select_related("office")
    )


def posts_of(user: User, day: date | None = None) -> tuple[Post, ...]:
    """The posts an officer holds on a day, the highest first."""
    return mandate(user, day).posts


def offices_of(user: User, day: date | None = None) -> tuple[Office, ...]:
    """The offices an officer may act for on a day, in the order of his posts, each once."""
    return tuple({post.office_id: post.office for post in mandate(user, day).posts}.values())


def holder_of(post: Post, day: date | None = None) -> Officer | None:
    """Who holds a post on a day."""
    return holders_of([post], day or timezone.localdate()).get(post.pk)


def holders_of(posts: Iterable[Post], day: date) -> dict[int, Officer]:
    """Who holds each of several posts on a day, by the post's number: a substitute before the holder he stands in for; vacant
    posts are missing.
    """
    tenures = _TENURES([post.pk for post in posts], day)
    by_post = sorted(tenures, key=lambda tenure: tenure.charge == Charge.SUBSTITUTE)
    return {tenure.post_id: tenure.officer for tenure in by_post}


_TENURES = PreparedLists(
    lambda posts, day: Tenure.objects.on(day).filter(post__in=posts).select_related("officer"), 1, DAYS[0]
)


def heads_of(offices: Iterable[int | None]) -> dict[int | None, Post]:
    """The head's post of each of several offices, by the office's number; offices that have none are missing."""
    posts = Post.objects.open().filter(office__in={office for office in offices if office}, is_head=True)
    return {post.office_id: post for post in posts.select_related("office")}


def superior_of(office: Office) -> Office | None:
    """The office directly above."""
    return office.parent


def offices_for(user: User) -> QuerySet[Office]:
    """The register of offices: open to everybody who serves in one, and to its administrators."""
    if isinstance(user, Officer) and (user.is_staff or mandate(user).posts):
        return Office.objects.all()
    return Office.objects.none()


def office(user: User, pk: int, to: Literal["read", "manage"] = "read") -> Office:
    """An office of the register; `manage` (posts, appointments, hand-over) is for its head, focal post
    and keeper, for those of the offices above it, and for the administrators of the register (`is_staff`). Raises `NotYours`.
    """
    found = offices_for(user).select_related("parent").filter(pk=pk).first()
    if found is None or (to == "manage" and not may_manage(user, found)):
        raise NotYours
    return found


def post(user: User, pk: int, to: Literal["read", "manage"] = "read") -> Post:
    """A post of an office of the register; `manage` as for its office. Raises `NotYours`."""
    found = Post.objects.filter(pk=pk).first()
    if found is None:
        raise NotYours
    found.office = office(user, found.office_id, to)
    return found


def offices_under(user: User) -> QuerySet[Office]:
    """The offices one serves in with all below them; the whole register for its administrators."""
    if isinstance(user, Officer) and user.is_staff:
        return offices_for(user)
    return Office.objects.filter(mandate(user).below("path"))


def successors_for(user: User, found: Office) -> QuerySet[Officer]:
    """Officers to which a post of an office one may manage could be handed over: who serves in it or around it (below the office
    above), and who holds no post at all. Raises `NotYours`.
    """
    if not may_manage(user, found):
        raise NotYours
    above = found.parent or found
    serving = Tenure.objects.filter(until=None)
    near = serving.filter(post__office__in=Office.objects.under(above.path))
    free = ~Q(pk__in=serving.values("officer"))
    return Officer.objects.filter(Q(pk__in=near.values("officer")) | free, is_active=True).order_by("name")


def may_entrust(user: User, found: Office) -> bool:
    """Whether one may settle who heads an office and who keeps its register: the head and the keeper of an office above it, and the
    administrators of the register.
    """
    if isinstance(user, Officer) and user.is_staff and user.is_active:
        return True
    above = set(tree.ancestors(found.path))
    return any(post.office.path in above and (post.is_head or post.keeps_register) for post in posts_of(user))


def may_manage(user: User, found: Office) -> bool:
    """Whether `office(…, to="manage")` would give the office."""
    if isinstance(user, Officer) and user.is_staff:
        return True
    now = mandate(user)
    return any(post.office_id in now.kept and tree.is_under(found.path, post.office.path) for post in now.posts)


def known_today() -> date:
    """The day by which acts on the register are judged: that in Dhaka, or the one that is fixed by settings for trials."""
    fixed: date | None = settings.TODAY
    return fixed or timezone.localdate()
