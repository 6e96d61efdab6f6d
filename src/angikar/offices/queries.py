"""Reading the register for the screens: how many posts of an office are filled, who holds which, who held one before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet

from angikar.offices.models import Office, Post, Tenure


@dataclass(frozen=True, slots=True)
class Seat:
    """A post and how it is held on a day; nobody when it is vacant."""

    post: Post
    tenure: Tenure | None = None


def counted(offices: QuerySet[Office], day: date) -> QuerySet[Office]:
    """Offices in the order of the tree, each with `seats`, its number of posts, and `vacant`, how many of them nobody
    holds on a day.
    """
    posts = Count("posts", distinct=True)
    on = Q(posts__tenures__since__lte=day) & (Q(posts__tenures__until=None) | Q(posts__tenures__until__gt=day))
    held = Count("posts", filter=on, distinct=True)
    return offices.annotate(seats=posts, vacant=F("seats") - held).order_by("path")


def seats(posts: Iterable[Post], day: date) -> list[Seat]:
    """Each post with who holds it on a day: one query for all."""
    posts = list(posts)
    held = Tenure.objects.on(day).filter(post__in=posts).select_related("officer")
    tenures = {tenure.post_id: tenure for tenure in held}
    return [Seat(post, tenures.get(post.pk)) for post in posts]


def tenures_of(post: Post) -> QuerySet[Tenure]:
    """Who has held a post, the latest first."""
    return Tenure.objects.filter(post=post).select_related("officer")
