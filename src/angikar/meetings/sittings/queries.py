"""Reading a meeting that runs: its rows, who came and who did not, what the rows become as minutes, and its stamp."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from django.db.models import QuerySet, Value

from angikar.meetings.models import Attendance, Item, Meeting, Resolution
from angikar.offices.bodies.queries import Sitting, sittings
from angikar.offices.models import Member, Role
from angikar.offices.prepared import NUMBERS, Prepared
from angikar.rules.kinds.minutes.compose import MeetingFacts, TypedDecision, TypedItem, compose
from angikar.rules.kinds.minutes.content import Minutes, Present
from angikar.rules.letters.values import Signatory


@dataclass(frozen=True, slots=True)
class WrittenItem:
    """An item with the decisions that stand under it."""

    item: Item
    resolutions: tuple[Resolution, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written: such an item does not enter the minutes."""
        return not self.item.discussion.strip() and not self.resolutions


def rows_of(meeting: Meeting) -> list[WrittenItem]:
    """The items of a meeting that were not struck, in order, with the decisions that were not struck: two queries."""
    items = _ITEMS(meeting.pk)
    under: dict[int, list[Resolution]] = {item.pk: [] for item in items}
    for row in _RESOLUTIONS(meeting.pk):
        under[row.item_id].append(row)
    return [WrittenItem(item, tuple(under[item.pk])) for item in items]


_ITEMS = Prepared(
    lambda meeting: Item.objects.filter(meeting=meeting, dropped=False).order_by("order", "pk"), NUMBERS[0]
)
_RESOLUTIONS = Prepared(
    lambda meeting: (
        Resolution.objects.filter(item__meeting=meeting, item__dropped=False, dropped=False)
        .select_related("continues")
        .order_by("order", "pk")
    ),
    NUMBERS[0],
)


def signed(meeting: Meeting) -> list[Attendance]:
    """Who came, in the order of signing."""
    return _SIGNED(meeting.pk)


_SIGNED = Prepared(
    lambda meeting: (
        Attendance.objects.filter(meeting=meeting)
        .select_related("member", "instead_of__post__office")
        .order_by("order", "pk")
    ),
    NUMBERS[0],
)


def absent(seats: list[Sitting], came: list[Attendance]) -> list[Sitting]:
    """The seats nobody came for, neither the member nor a substitute."""
    there = {each.member_id for each in came} | {each.instead_of_id for each in came}
    return [seat for seat in seats if seat.member.pk not in there]


def presiding(seats: list[Sitting], came: list[Attendance]) -> Attendance | None:
    """The chair where he came, or who came in his stead."""
    chairs = {seat.member.pk for seat in seats if seat.member.role == Role.CHAIR}
    return next((each for each in came if chairs & {each.member_id, each.instead_of_id}), None)


def minutes_of(meeting: Meeting, chair: Attendance) -> Minutes:
    """What was written while the meeting ran, in the official form; items nobody wrote anything about stay out."""
    met = meeting.date or date.max
    seats, came = sittings(meeting.body, met), signed(meeting)
    secretary = next((seat for seat in seats if seat.member.role == Role.SECRETARY), None)
    frame = MeetingFacts(
        body=meeting.body.name,
        met=met,
        time=f"{meeting.time:%H:%M}" if meeting.time else None,
        place=meeting.place.strip() or None,
        chair=_signatory(chair.name, chair.title, "body"),
        secretary=_signatory(secretary.name, secretary.title, "copies") if secretary and secretary.name else None,
    )
    talks = [_talk(each) for each in rows_of(meeting) if not each.is_empty]
    present = [
        Present(name=each.name, post=each.title or None, mobile=each.mobile or None, signed=True) for each in came
    ]
    return compose(frame, talks, present, [seat.title for seat in seats if _gets_copy(seat.member)])


def said_of(row: Resolution) -> TypedDecision:
    """A decision as the rules take it."""
    return TypedDecision(row.text, tuple(row.implementers), row.when, again=row.continues_id is not None)


def stamp(meeting: Meeting) -> str:
    """What changes whenever anything of a meeting changes, and never otherwise: one small query."""
    return sha256(repr(sorted(_STAMPED.rows(meeting.pk))).encode()).hexdigest()[:24]


def _stamped(meeting: int) -> QuerySet[Meeting, Any]:
    items = Item.objects.filter(meeting=meeting).order_by()
    rows = Resolution.objects.filter(item__meeting=meeting).order_by()
    came = Attendance.objects.filter(meeting=meeting).order_by()
    frame = Meeting.objects.filter(pk=meeting).order_by()
    parts: list[Any] = [
        each.annotate(of=Value(number)).values_list("of", "pk", *columns)
        for number, (each, columns) in enumerate(
            (
                (frame, ("version", "body_id")),
                (items, ("version", "order")),
                (rows, ("version", "order")),
                (came, ("order", "meeting_id")),
            )
        )
    ]
    united: QuerySet[Meeting, Any] = parts[0].union(*parts[1:], all=True)
    return united


_STAMPED = Prepared(_stamped, NUMBERS[0])


def _talk(written: WrittenItem) -> TypedItem:
    return TypedItem(written.item.title, written.item.discussion, tuple(map(said_of, written.resolutions)))


def _signatory(name: str, title: str, role: str) -> Signatory:
    post, _comma, office = title.partition(", ")
    return Signatory(name=name, post=post or None, office=office or None, role=role)


def _gets_copy(member: Member) -> bool:
    """Whether a member gets a copy: everybody with a post of the register; an outsider gets none."""
    return member.post_id is not None
