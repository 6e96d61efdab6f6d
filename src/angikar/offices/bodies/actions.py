"""What is done with a body: form it, seat a member, give a role, let a member leave, dissolve it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from angikar.history.actions import record
from angikar.history.publishing import publish
from angikar.history.refusal import Refused
from angikar.offices.events import LeaderChanged
from angikar.offices.models import Body, BodyKind, Member, Office, Officer, Post, Role


@dataclass(frozen=True, slots=True)
class Seat:
    """Who is to sit: a post, or an outsider by name."""

    post: Post | None = None
    name: str = ""
    title: str = ""
    mobile: str = ""
    email: str = ""
    role: str = Role.MEMBER


def form(
    office: Office,
    name: str,
    seats: Sequence[Seat],
    *,
    day: date,
    by: Officer | None,
    kind: str = BodyKind.COMMITTEE,
    area: str = "",
    tasks: Sequence[str] = (),
) -> Body:
    """Form a body of an office from a day on, with its first members in the order given.

    Raises `Refused` without a name, without anybody to lead it, for a second one of that name and area, and as `seat`
    does.
    """
    if not name.strip():
        raise Refused("কমিটি বা টিমের নাম লিখুন।", "Write the name of the body.")
    if not any(each.role == Role.CHAIR for each in seats):
        raise Refused("কে নেতৃত্ব দেবেন (সভাপতি), তা বলুন।", "Say who leads it: a body needs a chair.")
    with transaction.atomic():
        office = Office.objects.select_for_update().get(pk=office.pk)
        if Body.objects.filter(office=office, name=name.strip(), area=area.strip(), until=None).exists():
            raise Refused(f"“{name}” নামে একটি এই দপ্তরে আছে।", f"The office has a body “{name}” already.")
        body = Body.objects.create(
            office=office, name=name.strip(), area=area.strip(), kind=kind, tasks=list(tasks), since=day
        )
        for rank, each in enumerate(seats, 1):
            _sit(body, each, rank, day)
        said = [_said(member) for member in body.members.select_related("post__office")]
        record("body.form", body, by=by, now={"name": name, "area": area, "since": day.isoformat(), "members": said})
    return body


def seat(body: Body, who: Seat, *, day: date, by: Officer | None) -> Member:
    """Let somebody sit in a body from a day on, after those who sit there.

    Raises `Refused` for nobody, for a post that sits there already, for a second chair or secretary, and when the body
    is no more.
    """
    with transaction.atomic():
        fresh = _living(body, day)
        last = Member.objects.filter(body=fresh).order_by("-rank").values_list("rank", flat=True).first() or 0
        member = _sit(fresh, who, last + 1, day)
        record("body.seat", fresh, by=by, now=_said(member))
    return member


def give_role(member: Member, role: str, *, by: Officer | None) -> Member:
    """Make a member chair, secretary or plain member; who had that role before becomes a plain member."""
    with transaction.atomic():
        body = Body.objects.select_for_update().get(pk=member.body_id)
        fresh = Member.objects.select_related("post__office").get(pk=member.pk)
        if fresh.until is not None:
            raise Refused("তিনি আর সদস্য নন।", "This member has left.")
        was = _said(fresh)
        if fresh.role == Role.CHAIR and role != Role.CHAIR:
            raise Refused("আগে অন্য কাউকে সভাপতি করুন।", "Make somebody else chair first.")
        if role != Role.MEMBER:
            Member.objects.filter(body=body, role=role, until=None).update(role=Role.MEMBER)
        fresh.role = role
        fresh.save(update_fields=["role"])
        if role == Role.CHAIR:
            publish(LeaderChanged(body))
        record("body.role", body, by=by, was=was, now=_said(fresh))
    return fresh


def leave(member: Member, *, day: date, by: Officer | None) -> Member:
    """Let a member leave on a day. Raises `Refused` for the chair, and for a day before he came."""
    with transaction.atomic():
        body = Body.objects.select_for_update().get(pk=member.body_id)
        fresh = Member.objects.select_related("post__office").get(pk=member.pk)
        if fresh.until is not None or day < fresh.since:
            raise Refused("এই তারিখে তিনি সদস্য নন।", "He is no member on that day.")
        if fresh.role == Role.CHAIR:
            raise Refused("আগে অন্য কাউকে সভাপতি করুন।", "Make somebody else chair first.")
        fresh.until = day
        fresh.save(update_fields=["until"])
        record("body.leave", body, by=by, was=_said(fresh), now={"until": day.isoformat()})
    return fresh


def dissolve(body: Body, *, day: date, by: Officer | None) -> Body:
    """End a body on a day, with all its seats. Raises `Refused` when it has ended, or began later."""
    with transaction.atomic():
        fresh = _living(body, day)
        Member.objects.filter(body=fresh, until=None).update(until=day)
        fresh.until = day
        fresh.save(update_fields=["until"])
        record("body.dissolve", fresh, by=by, now={"until": day.isoformat()})
    return fresh


def _living(body: Body, day: date) -> Body:
    fresh = Body.objects.select_for_update().get(pk=body.pk)
    if fresh.until is not None or day < fresh.since:
        raise Refused("এই তারিখে কমিটি বা টিমটি নেই।", "There is no such body on that day.")
    return fresh


def _sit(body: Body, who: Seat, rank: int, day: date) -> Member:
    if who.post is None and not who.name.strip():
        raise Refused("সদস্যের পদ বা নাম দিন।", "Give the member's post or name.")
    seated = Member.objects.filter(body=body, until=None)
    if who.post is not None and seated.filter(post=who.post).exists():
        raise Refused(f"{who.post.title} এখানে আগে থেকেই সদস্য।", f"{who.post.title} is a member already.")
    if who.role != Role.MEMBER and seated.filter(role=who.role).exists():
        raise Refused(f"{Role(who.role).label} একজনই হন।", f"There is a {who.role} already; there can be one only.")
    name = "" if who.post else who.name.strip()
    reached = {"title": who.title.strip(), "mobile": who.mobile.strip(), "email": who.email.strip()}
    return Member.objects.create(body=body, post=who.post, name=name, role=who.role, rank=rank, since=day, **reached)


def _said(member: Member) -> dict[str, object]:
    return {"post": member.post_id, "who": str(member), "role": member.role, "since": member.since.isoformat()}
