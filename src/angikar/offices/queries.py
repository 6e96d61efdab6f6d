"""Reading the register for the screens: how many posts of an office are filled, who holds which, who held one before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet

from angikar.offices.models import Charge, Office, Post, Tenure
from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import key


@dataclass(frozen=True, slots=True)
class PostHolder:
    """A post and who holds it on a day; no tenure when it is vacant. `substitute` stands in for the holder on that day."""

    post: Post
    tenure: Tenure | None = None
    substitute: Tenure | None = None


def counted(offices: QuerySet[Office], day: date) -> QuerySet[Office]:
    """Offices in the order of the tree, each with `seats`, its number of posts, and `vacant`, how many of them are
    vacant on a day.
    """
    posts = Count("posts", distinct=True)
    on = Q(posts__tenures__since__lte=day) & (Q(posts__tenures__until=None) | Q(posts__tenures__until__gt=day))
    held = Count("posts", filter=on, distinct=True)
    return offices.annotate(seats=posts, vacant=F("seats") - held).order_by("path")


def named(text: str) -> list[Office]:
    """The offices a text means: the one with that path, memo prefix or name in either language; where there is none, all
    whose name holds its words, however they are spelt.
    """
    text = " ".join(to_latin(text).split())
    if not text:
        return []
    if found := list(Office.objects.filter(Q(path=text) | Q(memo_prefix=text)).order_by("path")):
        return found
    words = [key(word, fold=True) for word in text.split()]
    faces = [(office, key(f"{office.name} {office.name_en}", fold=True)) for office in Office.objects.order_by("path")]
    whole = key(text, fold=True)
    same = [office for office, _ in faces if whole in (key(office.name, fold=True), key(office.name_en, fold=True))]
    return same or [office for office, face in faces if all(word in face for word in words)]


def seats(posts: Iterable[Post], day: date) -> list[PostHolder]:
    """Each post with who holds it on a day: one query for all."""
    posts = list(posts)
    held = Tenure.objects.on(day).filter(post__in=posts).select_related("officer")
    tenures = {(tenure.post_id, tenure.charge == Charge.SUBSTITUTE): tenure for tenure in held}
    return [PostHolder(post, tenures.get((post.pk, False)), tenures.get((post.pk, True))) for post in posts]


def tenures_of(post: Post) -> QuerySet[Tenure]:
    """Who has held a post, the latest first."""
    return Tenure.objects.filter(post=post).select_related("officer")
