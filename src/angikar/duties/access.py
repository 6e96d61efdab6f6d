"""Which duties a person may see, answer and look over: the only way from a person to a duty."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, Literal

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Concat

from angikar.duties.models import OWED, Duty, DutyState, Report, ReportState
from angikar.history.refusal import NotYours
from angikar.offices import tree
from angikar.offices.access import Mandate, User, mandate
from angikar.offices.models import Member, Post, Role, Tenure
from angikar.offices.prepared import DAYS, NUMBERS, PreparedLists
from angikar.papers.access import readable_by
from angikar.papers.models import Link, Paper

Right = Literal["see", "report", "review"]


def duty(user: User, pk: int, to: Right = "see", on: date | None = None) -> Duty:
    """The duty, if `user` may do `to` with it; else `NotYours`, whether or not it exists."""
    held = mandate(user, on)
    found = next(iter(_ONE(*_reach(held), pk)), None)
    if found is None or to not in rights(held, found):
        raise NotYours
    return found


def report(user: User, pk: int, to: Right = "see", on: date | None = None) -> Report:
    """A submitted report, if `user` may do `to` with its duty; drafts belong to those who may report. Else
    `NotYours`.
    """
    found = Report.objects.filter(pk=pk).select_related("by", "post", "reviewer").first()
    if found is None:
        raise NotYours
    found.duty = duty(user, found.duty_id, "report" if found.state == ReportState.DRAFT else to, on)
    return found


def visible(held: Mandate) -> Q:
    """The condition on duties that the holder of a mandate may see: of the own offices, owed to them, of papers one may
    read, or of bodies one sits in.
    """
    return _visible(*_reach(held))


def _reach(held: Mandate) -> tuple[Collection[Any], ...]:
    """What `_visible` asks of a mandate."""
    offices = held.office_ids
    begins, ends = tree.ranges(held.paths)
    return held.post_ids, held.reports_for, offices, offices | held.verifies_in, held.drafts_in, begins, ends


def _visible(posts: Collection[int], reported: Collection[int], offices: Collection[int], *rest: Collection[Any]) -> Q:
    verified, amended, begins, ends = rest
    papers = Paper.objects.filter(readable_by(offices, amended, begins, ends)).values("pk")
    near = Q(post__office__in=offices) | Q(owed_to__in=verified)
    return near | Q(post__in=reported) | Q(paper__in=papers) | Q(body__in=_seats(posts))


def seated(held: Mandate, *roles: str) -> QuerySet[Member, int]:
    """The bodies one sits in, by their numbers; with roles, only where one has one of them."""
    return _seats(held.post_ids, *roles)


def _seats(posts: Collection[int], *roles: str) -> QuerySet[Member, int]:
    seats = Member.objects.filter(post__in=posts, until=None)
    return (seats.filter(role__in=roles) if roles else seats).values_list("body", flat=True)


def rights(held: Mandate, found: Duty) -> frozenset[Right]:
    """What one may do with a duty one may see. The holder of its post answers, an officer to which he has given the right, and the
    head or focal post of its office for him; for a body its chair and its secretary do. The head or focal post of the office it is owed to looks the
    answer over.
    """
    given: set[Right] = {"see"}
    if found.body_id and found.body_id in seated(held, Role.CHAIR, Role.SECRETARY):
        given.add("report")
    if (found.post_id in held.reports_for and found.post.may_report) or found.post.office_id in held.led:
        given.add("report")
    if found.owed_to_id in held.verifies_in:
        given.add("review")
    return frozenset(given)


def duties_for(user: User, on: date | None = None) -> QuerySet[Duty]:
    """Every duty `user` may see, with its paper, line, post and office."""
    return _whole(Duty.objects.filter(visible(mandate(user, on))))


def duties_of(user: User, today: date) -> QuerySet[Duty]:
    """What `user` owes on a day, the most urgent first: open duties of the posts held, and those of vacant posts
    where one is head or focal. Duties whose period has not opened are left out.
    """
    return asked_of(posts_owing(mandate(user, today), today), today)


def posts_owing(held: Mandate, today: date) -> list[int]:
    """The posts for whose duties the holder of a mandate answers: read by themselves, so that both databases go by the index of the posts."""
    return [pk for (pk,) in _OWING.rows(held.reports_for, held.led, today)]


def _owing(held: Collection[int], led: Collection[int], today: date) -> QuerySet[Post, tuple[int]]:
    holders = Tenure.objects.on(today).filter(post=OuterRef("pk"))
    mine = Post.objects.filter(Q(pk__in=held) | (Q(office__in=led) & ~Exists(holders)))
    return mine.order_by("pk").values_list("pk")


_OWING: PreparedLists[Post] = PreparedLists(_owing, 2, DAYS[0])


def asked_of(posts: Collection[int], today: date) -> QuerySet[Duty]:
    """What these posts owe on a day, the most urgent first."""
    asked = Duty.objects.filter(_opened(today), ~has_linked_plan(), post__in=posts, state__in=OWED)
    return _whole(asked).order_by("due", F("due_at").asc(nulls_last=True), "paper_id", "pk")


def next_to_report(user: User, after: Duty, today: date) -> Duty | None:
    """The duty one answers next. After an indicator it is the next one of the same plan and quarter that one may report, in
    printed order and from the top again; after anything else, and when none is left, it is the most urgent thing one owes.
    """
    if after.line is not None:
        held = mandate(user, today)
        may = (Q(post__in=held.post_ids) & Q(post__may_report=True)) | Q(post__office__in=held.led)
        rest = Duty.objects.filter(may, _opened(today), ~has_linked_plan(), paper=after.paper_id, line__isnull=False)
        left = _whole(rest.filter(quarter=after.quarter, state__in=OWED).exclude(pk=after.pk))
        above = Case(When(line__order__lte=after.line.order, then=1), default=0)
        if (below := left.order_by(above, "line__order", "pk").first()) is not None:
            return below
    return duties_of(user, today).exclude(pk=after.pk).first()


def next_to_review(user: User, after: Duty, today: date) -> Duty | None:
    """The answer one looks over next: of the same paper in printed order, else the most urgent of those that wait."""
    waiting = owed_to(user, today).filter(state=DutyState.SUBMITTED).exclude(pk=after.pk)
    same = list(waiting.filter(paper=after.paper_id)) if after.line is not None else []
    return min(same, key=lambda each: _onward(each, after)) if same else waiting.first()


def _onward(each: Duty, after: Duty) -> tuple[bool, int, bool, int]:
    """How near a duty of a plan comes after another: in its quarter first, and there below it before above it."""
    order, here = (duty.line.order if duty.line else 0 for duty in (each, after))
    return each.quarter != after.quarter, each.quarter or 0, order <= here, order


def owed_to(user: User, today: date) -> QuerySet[Duty]:
    """What others owe the offices one leads: answers that wait to be looked over, and duties that are late."""
    return waits_for(mandate(user, today).verifies_in, today)


def waits_for(offices: Collection[int], today: date) -> QuerySet[Duty]:
    """What waits to be looked over by these offices, and what is late for them, the most urgent first."""
    waiting = Q(state=DutyState.SUBMITTED) | Q(state__in=OWED, due__lt=today)
    return _whole(Duty.objects.filter(waiting, ~has_linked_plan(), owed_to__in=offices)).order_by("due", "pk")


def has_linked_plan(duty: str = "") -> Exists:
    """Whether a linked plan gives the figure of the duty's line, so that no post reports it; `duty` is the way from the rows to the
    duty.
    """
    line = Concat(OuterRef(f"{duty}line__part"), Value(":"), OuterRef(f"{duty}line__code"))
    return Exists(Link.objects.filter(paper=OuterRef(f"{duty}paper"), line=line))


def _opened(today: date) -> Q:
    return Q(opens=None) | Q(opens__lte=today)


def _whole(rows: QuerySet[Duty]) -> QuerySet[Duty]:
    """With all that a list shows of each; a paper's content is large and stays where it is until somebody asks."""
    whole = rows.select_related("paper__office", "line", "post__office", "owed_to", "body")
    return whole.defer("paper__content", "paper__doubts")


_ONE: PreparedLists[Duty] = PreparedLists(
    lambda *reach: _whole(Duty.objects.filter(_visible(*reach[:-1]), pk=reach[-1])).order_by(), 5, NUMBERS[0], bounds=2
)
