"""What is done with a body: form it, seat a member, give a role, let a member leave, dissolve it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from angikar.history.actions import record
from angikar.history.publishing import publish
from angikar.history.refusal import Refused, need_words
from angikar.offices import sentences as register
from angikar.offices import tree
from angikar.offices.access import posts_of
from angikar.offices.bodies import sentences
from angikar.offices.events import BodyFormed, LeaderChanged
from angikar.offices.models import Body, BodyKind, Member, Office, Officer, Post, Role
from angikar.offices.posts.rights import seconds_in


@dataclass(frozen=True, slots=True)
class NewMember:
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
    seats: Sequence[NewMember],
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
    need_words(name, sentences.BODY_NAME_MISSING)
    if not any(each.role == Role.CHAIR for each in seats):
        raise Refused(sentences.CHAIR_MISSING)
    with transaction.atomic():
        office = Office.objects.select_for_update().get(pk=office.pk)
        for each in seats:
            if each.role == Role.CHAIR:
                _refuse_own_chair(office, each.post, by)
        if Body.objects.filter(office=office, name=name.strip(), area=area.strip(), until=None).exists():
            raise Refused(sentences.BODY_EXISTS, name=name)
        body = Body.objects.create(
            office=office, name=name.strip(), area=area.strip(), kind=kind, tasks=list(tasks), since=day
        )
        for rank, each in enumerate(seats, 1):
            _add_member(body, each, rank, day)
        members = [_facts(member) for member in body.members.select_related("post__office")]
        record("body.form", body, by=by, now={"name": name, "area": area, "since": day.isoformat(), "members": members})
        publish(BodyFormed(body))
    return body


def seat(body: Body, who: NewMember, *, day: date, by: Officer | None) -> Member:
    """Let somebody sit in a body from a day on, after those who sit there.

    Raises `Refused` without post and name, for a post that sits there already, for a second chair or secretary, and when the body
    is no more.
    """
    with transaction.atomic():
        fresh = _locked(body, day)
        if who.role == Role.CHAIR:
            _refuse_own_chair(fresh.office, who.post, by)
        last = Member.objects.filter(body=fresh).order_by("-rank").values_list("rank", flat=True).first() or 0
        member = _add_member(fresh, who, last + 1, day)
        record("body.seat", fresh, by=by, now=_facts(member))
    return member


def give_role(member: Member, role: str, *, by: Officer | None) -> Member:
    """Make a member chair, secretary or plain member; who had that role before becomes a plain member."""
    with transaction.atomic():
        body = Body.objects.select_for_update(of=("self",)).select_related("office").get(pk=member.body_id)
        fresh = Member.objects.select_related("post__office").get(pk=member.pk)
        if fresh.until is not None:
            raise Refused(sentences.MEMBER_LEFT)
        was = _facts(fresh)
        if fresh.role == Role.CHAIR and role != Role.CHAIR:
            raise Refused(sentences.CHAIR_NEEDED)
        if role == Role.CHAIR:
            _refuse_own_chair(body.office, fresh.post, by)
        if role != Role.MEMBER:
            Member.objects.filter(body=body, role=role, until=None).update(role=Role.MEMBER)
        fresh.role = role
        fresh.save(update_fields=["role"])
        if role == Role.CHAIR:
            publish(LeaderChanged(body))
        record("body.role", body, by=by, was=was, now=_facts(fresh))
    return fresh


def leave(member: Member, *, day: date, by: Officer | None) -> Member:
    """Let a member leave on a day. Raises `Refused` for the chair, and for a day before he came."""
    with transaction.atomic():
        body = Body.objects.select_for_update().get(pk=member.body_id)
        fresh = Member.objects.select_related("post__office").get(pk=member.pk)
        if fresh.until is not None or day < fresh.since:
            raise Refused(sentences.NO_MEMBER_ON_DAY)
        if fresh.role == Role.CHAIR:
            raise Refused(sentences.CHAIR_NEEDED)
        fresh.until = day
        fresh.save(update_fields=["until"])
        record("body.leave", body, by=by, was=_facts(fresh), now={"until": day.isoformat()})
    return fresh


def dissolve(body: Body, *, day: date, by: Officer | None) -> Body:
    """End a body on a day, with all its seats. Raises `Refused` when it has ended, or began later."""
    with transaction.atomic():
        fresh = _locked(body, day)
        Member.objects.filter(body=fresh, until=None).update(until=day)
        fresh.until = day
        fresh.save(update_fields=["until"])
        record("body.dissolve", fresh, by=by, now={"until": day.isoformat()})
    return fresh


def _refuse_own_chair(office: Office, post: Post | None, by: Officer | None) -> None:
    """Who heads the office of a body, or one above it, may chair it by his own word; for anybody else it takes another person."""
    own = posts_of(by) if by is not None and post is not None else ()
    heads = any(each.is_head and tree.is_under(office.path, each.office.path) for each in own)
    if by is not None and post in own and not heads and seconds_in(office, by).exists():
        raise Refused(register.NOT_TO_ONESELF)


def _locked(body: Body, day: date) -> Body:
    fresh = Body.objects.select_for_update().get(pk=body.pk)
    if fresh.until is not None or day < fresh.since:
        raise Refused(sentences.NO_BODY_ON_DAY)
    return fresh


def _add_member(body: Body, who: NewMember, rank: int, day: date) -> Member:
    if who.post is None and not who.name.strip():
        raise Refused(sentences.MEMBER_MISSING)
    seated = Member.objects.filter(body=body, until=None)
    if who.post is not None and seated.filter(post=who.post).exists():
        raise Refused(sentences.MEMBER_ALREADY, title=who.post.title)
    if who.role != Role.MEMBER and seated.filter(role=who.role).exists():
        raise Refused(sentences.ROLE_TAKEN, role=(str(Role(who.role).label), who.role))
    name = "" if who.post else who.name.strip()
    reached = {"title": who.title.strip(), "mobile": who.mobile.strip(), "email": who.email.strip()}
    return Member.objects.create(body=body, post=who.post, name=name, role=who.role, rank=rank, since=day, **reached)


def _facts(member: Member) -> dict[str, object]:
    return {"post": member.post_id, "who": str(member), "role": member.role, "since": member.since.isoformat()}
