"""What is done while a meeting runs: open it, sign, raise an item, write what is said and decided, strike a row.

Rows never disturb one another; of two who write in the same row the later one is shown both texts. What a page sends bears a
token, and a token writes once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from django.db import transaction
from django.db.models import Max

from angikar.history.actions import record
from angikar.history.queries import history_of
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.meetings.models import Attendance, Decision, Item, ItemKind, Meeting, MeetingState, Resolution
from angikar.meetings.sittings import sentences
from angikar.offices.access import holder_of, mandate
from angikar.offices.models import Member, Officer, Post

LONGEST = 20_000
"""Signs a row may hold at most."""

Row = TypeVar("Row", Item, Resolution)


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signs: a `member` himself, somebody `instead_of` a member, or a guest; the last two by name."""

    member: Member | None = None
    instead_of: Member | None = None
    name: str = ""
    title: str = ""
    mobile: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """A decision as it is typed: its text, its implementers as papers write them, the words of its day, and the earlier
    decision that it takes up.
    """

    text: str
    implementers: Sequence[str] = ()
    when: str = ""
    continues: Decision | None = None


def begin(meeting: Meeting, *, by: Officer, today: date) -> Meeting:
    """Open a meeting on its day, or later where it was entered late; one without a day is held today.

    Raises `Refused` before its day and for one that was opened, closed or cancelled already.
    """
    with transaction.atomic():
        fresh = Meeting.objects.select_for_update(of=("self",)).select_related("body").get(pk=meeting.pk)
        if fresh.state not in (MeetingState.PLANNED, MeetingState.CALLED):
            raise Refused(sentences.NOT_OPENABLE)
        if fresh.date is not None and fresh.date > today:
            raise Refused(sentences.DAY_AHEAD)
        was, fresh.state = fresh.state, MeetingState.HELD
        fresh.date = fresh.date or today
        fresh.version += 1
        fresh.save()
        record("meeting.begin", fresh, by=by, post=_seat(by, fresh), was=was, now={"date": fresh.date.isoformat()})
    return fresh


def sign(meeting: Meeting, who: Signing, *, by: Officer, at: datetime, token: str = "") -> Attendance:
    """Enter who came, after those who signed before him.

    Raises `Refused` for a member who is there already or is stood in for, for one without a name, and when the meeting does
    not run.
    """
    with transaction.atomic():
        fresh = _running(meeting)
        known = Attendance.objects.filter(meeting=fresh, token=token).first() if token else None
        if known is not None:
            return known
        row = _signed(fresh, who)
        last = Attendance.objects.filter(meeting=fresh).aggregate(last=Max("order"))["last"] or 0
        row.meeting, row.order, row.signed_at, row.token = fresh, last + 1, at, token
        row.save()
        now = {"name": row.name, "title": row.title, "order": row.order}
        record("meeting.sign", fresh, by=by, post=_seat(by, fresh), now=now)
    return row


def unsign(attendance: Attendance, *, by: Officer) -> None:
    """Take back a signature that was entered by mistake; the others keep their order."""
    with transaction.atomic():
        fresh = _running(attendance.meeting)
        row = Attendance.objects.filter(meeting=fresh, pk=attendance.pk).first()
        if row is None:
            raise Refused(sentences.NOT_ON_LIST)
        was = {"name": row.name, "title": row.title, "order": row.order}
        Attendance.objects.filter(pk=row.pk).delete()
        record("meeting.unsign", fresh, by=by, post=_seat(by, fresh), was=was)


def raise_item(meeting: Meeting, title: str, *, by: Officer, token: str = "") -> Item:
    """Put something on the agenda while the meeting runs: before বিবিধ, after all else."""
    with transaction.atomic():
        fresh = _running(meeting)
        known = Item.objects.filter(meeting=fresh, token=token).first() if token else None
        if known is not None:
            return known
        if not title.strip():
            raise Refused(sentences.TITLE_MISSING)
        order = _room_before_misc(fresh)
        item = Item.objects.create(meeting=fresh, kind=ItemKind.PROPOSED, order=order, title=title.strip(), token=token)
        record("item.raise", item, by=by, post=_seat(by, fresh), now={"title": item.title, "version": 1})
    return item


def discuss(item: Item, discussion: str, *, version: int, by: Officer) -> Item:
    """Write what was said on an item. Raises `Conflict` when somebody wrote there since `version`."""
    with transaction.atomic():
        fresh = _row(Item, item.pk, item.meeting, version, {"discussion": _short(discussion)})
        if fresh.discussion != discussion.strip():
            was, fresh.discussion = fresh.discussion, discussion.strip()
            _keep(
                fresh, "item.discuss", by, item.meeting, was={"discussion": was}, now={"discussion": fresh.discussion}
            )
    return fresh


def resolve(item: Item, typed: Typed, *, by: Officer, token: str = "") -> Resolution:
    """Enter a decision under an item. Raises `Refused` without a text, and when the meeting does not run."""
    with transaction.atomic():
        meeting = _running(item.meeting)
        known = Resolution.objects.filter(item=item, token=token).first() if token else None
        if known is not None:
            return known
        last = Resolution.objects.filter(item=item).aggregate(last=Max("order"))["last"] or 0
        row = Resolution(item=item, order=last + 1, by=by, token=token, **_fields(typed, meeting))
        row.save()
        now = {**_said(row), "version": row.version}
        record("resolution.enter", row, by=by, post=_seat(by, meeting), now=now)
    return row


def rewrite(row: Resolution, typed: Typed, *, version: int, by: Officer) -> Resolution:
    """Put a decision differently. Raises `Conflict` when somebody wrote there since `version`, else as `resolve` does."""
    with transaction.atomic():
        meeting = row.item.meeting
        wanted = _fields(typed, meeting)
        fresh = _row(Resolution, row.pk, meeting, version, wanted)
        if any(getattr(fresh, name) != value for name, value in wanted.items()):
            was = _said(fresh)
            for name, value in wanted.items():
                setattr(fresh, name, value)
            _keep(fresh, "resolution.rewrite", by, meeting, was=was, now=_said(fresh))
    return fresh


def drop(row: Resolution, *, version: int, by: Officer) -> Resolution:
    """Strike a decision; it stays on record. Raises `Conflict` when somebody wrote there since `version`."""
    with transaction.atomic():
        meeting = row.item.meeting
        fresh = _row(Resolution, row.pk, meeting, version, {"dropped": True})
        if not fresh.dropped:
            fresh.dropped = True
            _keep(fresh, "resolution.drop", by, meeting, was=_said(fresh), now={"dropped": True})
    return fresh


def _running(meeting: Meeting) -> Meeting:
    """The meeting as it stands now, its row locked, while it runs."""
    fresh = Meeting.objects.select_for_update(of=("self",)).select_related("body__office").get(pk=meeting.pk)
    if fresh.state != MeetingState.HELD:
        raise Refused(sentences.NOT_RUNNING)
    return fresh


def _row(table: type[Row], pk: int, meeting: Meeting, version: int, wanted: dict[str, object]) -> Row:
    """A row of a running meeting, locked; the same words sent twice are no conflict."""
    _running(meeting)
    fresh = table.objects.select_for_update(of=("self",)).get(pk=pk)
    same = all(getattr(fresh, name) == value for name, value in wanted.items())
    if fresh.version != version and not same:
        last = history_of(fresh).last()
        theirs = {name: getattr(fresh, name) for name in wanted}
        raise Conflict(mine=wanted, theirs=theirs, who=last.officer_name if last else "", version=fresh.version)
    return fresh


def _keep(
    row: Item | Resolution, verb: str, by: Officer, meeting: Meeting, *, was: object, now: dict[str, object]
) -> None:
    row.version += 1
    row.save()
    record(verb, row, by=by, post=_seat(by, meeting), was=was, now={**now, "version": row.version})


def _fields(typed: Typed, meeting: Meeting) -> dict[str, object]:
    if not typed.text.strip():
        raise Refused(sentences.DECISION_EMPTY)
    if typed.continues is not None and typed.continues.body_id != meeting.body_id:
        raise NotYours
    return {
        "text": _short(typed.text),
        "implementers": [name for each in typed.implementers if (name := each.strip())],
        "when": typed.when.strip()[:300],
        "continues": typed.continues,
    }


def _short(text: str) -> str:
    if len(text) > LONGEST:
        raise Refused(sentences.TEXT_TOO_LONG)
    return text.strip()


def _said(row: Resolution) -> dict[str, object]:
    return {"text": row.text, "implementers": row.implementers, "when": row.when, "continues": row.continues_id}


def _signed(meeting: Meeting, who: Signing) -> Attendance:
    seat = who.member or who.instead_of
    if seat is not None:
        if seat.body_id != meeting.body_id:
            raise NotYours
        there = Attendance.objects.filter(meeting=meeting)
        if there.filter(member=seat).exists() or there.filter(instead_of=seat).exists():
            raise Refused(sentences.ATTENDANCE_ENTERED)
    if who.member is not None:
        return _of_member(meeting, who.member)
    if not who.name.strip():
        raise Refused(sentences.NAME_MISSING)
    reached = {"title": who.title.strip()[:300], "mobile": who.mobile.strip()[:20]}
    return Attendance(instead_of=who.instead_of, name=who.name.strip()[:200], **reached)


def _of_member(meeting: Meeting, member: Member) -> Attendance:
    post: Post | None = member.post
    if post is None:
        return Attendance(member=member, name=member.name, title=member.title, mobile=member.mobile)
    holder = holder_of(post, meeting.date)
    if holder is None:
        raise Refused(sentences.POST_VACANT)
    return Attendance(member=member, post=post, name=holder.name, title=str(post), mobile=holder.mobile)


def _room_before_misc(meeting: Meeting) -> int:
    """The order of a new item: the place of বিবিধ where there is one, which moves on by one."""
    items = Item.objects.filter(meeting=meeting)
    misc = items.filter(kind=ItemKind.MISC, dropped=False).order_by("order").first()
    if misc is None:
        return (items.aggregate(last=Max("order"))["last"] or 0) + 1
    order = misc.order
    Item.objects.filter(pk=misc.pk).update(order=(items.aggregate(last=Max("order"))["last"] or order) + 1)
    return order


def _seat(by: Officer, meeting: Meeting) -> Post | None:
    """The post that `by` acts as in a meeting: one of the body's office, else the highest he holds."""
    held = mandate(by)
    return held.post_in(meeting.body.office_id) or next(iter(held.posts), None)
