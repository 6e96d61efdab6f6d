"""Which drafts of the offices below somebody sees side by side, and how far."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from angikar.offices import tree
from angikar.offices.access import Mandate
from angikar.papers.comments.queries import offices_over
from angikar.papers.models import AskedPost, Assignment, Paper, Round, State
from angikar.rules.kinds import KINDS

_PLANS = tuple(name for name, kind in KINDS.items() if kind.is_plan)
READ = (State.REVIEW, State.SIGNED)
"""The states in which an office above reads a draft; of one that its office has in hand it sees no more than that it is there."""


def drafts_below(held: Mandate) -> QuerySet[Paper]:
    """The drafts of plans of the offices below those that the holder of a mandate leads: what was sent up or signed; and what its office has
    in hand, where it was made from a template of one's own office or went up to it before.
    """
    given = Assignment.objects.filter(paper=OuterRef("pk"), template__office__in=held.led)
    went_up = Round.objects.filter(paper=OuterRef("pk"), office__in=held.led)
    known = Q(state__in=READ) | (Q(state=State.DRAFT) & (Exists(given) | Exists(went_up)))
    below = Paper.objects.filter(known, tree.within(*tree.ranges(led_paths(held))), kind__in=_PLANS, is_template=False)
    return below.exclude(office__in=held.office_ids)


def led_paths(held: Mandate) -> tuple[str, ...]:
    """The paths of the offices that the holder of a mandate leads."""
    return tuple(sorted({post.office.path for post in held.posts if post.office_id in held.led}))


def commentable(held: Mandate, papers: Iterable[Paper]) -> set[int]:
    """Those of some drafts on which the holder of a mandate comments, by their numbers: what `commenting_post` says of each."""
    review = [paper for paper in papers if paper.state == State.REVIEW]
    asked = set(AskedPost.objects.filter(paper__in=review, post__in=held.post_ids).values_list("paper", flat=True))
    given = dict(Assignment.objects.filter(paper__in=review).values_list("paper", "template__office"))
    return {each.pk for each in review if each.pk in asked or held.led & offices_over(each, given.get(each.pk))}
