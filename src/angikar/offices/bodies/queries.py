"""Reading bodies for the screens: who sits in one on a day and who holds these posts; who leads it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from angikar.offices.access import holders_of
from angikar.offices.models import Body, Member, Officer, Post, Role
from angikar.offices.prepared import DAYS, NUMBERS, Prepared


@dataclass(frozen=True, slots=True)
class Sitting:
    """A seat as it is on a day: no `officer` where the post is vacant or an outsider sits."""

    member: Member
    officer: Officer | None = None

    @property
    def name(self) -> str:
        """Who sits there, by name; empty where the post is vacant."""
        return self.member.name or (self.officer.name if self.officer else "")

    @property
    def title(self) -> str:
        """What he is: post and office, or an outsider's own title."""
        return str(self.member.post) if self.member.post else self.member.title

    @property
    def mobile(self) -> str:
        """His mobile number, where it is known."""
        return self.member.mobile or (self.officer.mobile if self.officer else "")


def sittings(body: Body, day: date) -> list[Sitting]:
    """Who sits in a body on a day, in the order of the list, the chair first: two queries."""
    members = _SEATS(body.pk, day)
    officers = holders_of([member.post for member in members if member.post], day)
    order = {Role.CHAIR: 0, Role.SECRETARY: 2}
    members.sort(key=lambda member: (order.get(Role(member.role), 1), member.rank, member.pk))
    return [Sitting(member, officers.get(member.post_id or 0)) for member in members]


_SEATS = Prepared(
    lambda body, day: Member.objects.on(day).filter(body=body).select_related("post__office"), NUMBERS[0], DAYS[0]
)


def leaders(bodies: Iterable[Body], day: date) -> dict[int, Post]:
    """The chair's post of each of several bodies, by the body's number; bodies that an outsider leads are missing."""
    chairs = Member.objects.on(day).filter(body__in=list(bodies), role=Role.CHAIR, post__isnull=False)
    return {chair.body_id: chair.post for chair in chairs.select_related("post__office") if chair.post}


def counted(bodies: QuerySet[Body], day: date) -> QuerySet[Body]:
    """Bodies with `seats`, how many sit in each on a day."""
    on = Q(members__since__lte=day) & (Q(members__until=None) | Q(members__until__gt=day))
    return bodies.annotate(seats=Count("members", filter=on))
