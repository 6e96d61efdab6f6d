"""The first office of an empty house with its head, and new officers put on new posts: several actions as one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from angikar.history.refusal import Refused
from angikar.offices import sentences
from angikar.offices.accounts import card as cards
from angikar.offices.actions import appoint, create_post, enrol, found_office
from angikar.offices.approvals.actions import settle
from angikar.offices.approvals.wishes import PostWish
from angikar.offices.models import ApprovalKind, Charge, Office, OfficeKind, Officer, Post
from angikar.rules.bangla.digits import to_latin


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is asked of who begins: the office, its head's post, and who holds it."""

    office: str
    level: str
    post: str
    name: str
    username: str
    password: str
    again: str
    memo_prefix: str = ""


@dataclass(frozen=True, slots=True)
class NewSeat:
    """A new post and who is to hold it: a new officer by name and user name, or one who is known (`officer`)."""

    title: str
    name: str = ""
    username: str = ""
    officer: Officer | None = None
    is_head: bool = False
    is_focal: bool = False
    keeps_register: bool = False


def is_empty() -> bool:
    """Whether this house has no office yet."""
    return not Office.objects.exists()


def begin_house(wanted: Beginning, *, day: date) -> tuple[Office, Officer]:
    """Found the first office, create its head's post and put there an officer who keeps the register too. All or
    nothing. Raises `Refused` where there is an office already, and for what is missing or does not fit.
    """
    username = cards.username(wanted.username)
    name = cards.written(cards.Card(wanted.name)).name
    password = cards.password(wanted.password, wanted.again, Officer(username=username, name=name))
    with transaction.atomic():
        if not is_empty():
            raise Refused(sentences.HOUSE_FOUNDED)
        head = enrol(username, name, by=None, password=password, administrator=True)
        try:
            office = found_office(
                " ".join(wanted.office.split()),
                by=head,
                kind=wanted.level if wanted.level in OfficeKind.values else OfficeKind.OTHER,
                memo_prefix=memo_prefix(wanted.memo_prefix),
            )
        except Refused as refused:
            if refused.sentence in (sentences.OFFICE_EXISTS, sentences.OFFICE_FOUNDED_MEANWHILE):
                raise Refused(sentences.HOUSE_FOUNDED) from refused
            raise
        if Office.objects.exclude(pk=office.pk).exists():  # somebody else began it at the same moment
            raise Refused(sentences.HOUSE_FOUNDED)
        post = create_post(office, " ".join(wanted.post.split()), by=head, is_head=True)
        appoint(head, post, since=day, by=None)
    return office, head


def seat(
    office: Office, wanted: NewSeat, *, day: date, by: Officer, now: datetime, charge: str = Charge.REGULAR
) -> tuple[Post, Officer]:
    """Create a post and put somebody there, enrolling him where he is new; a post of power waits for a second person. All or nothing.
    Raises `Refused`.
    """
    with transaction.atomic():
        post = create_post(
            office,
            " ".join(wanted.title.split()),
            by=by,
            is_head=wanted.is_head,
            is_focal=wanted.is_focal,
            keeps_register=wanted.keeps_register,
        )
        officer = wanted.officer or enrol(
            cards.username(wanted.username), cards.written(cards.Card(wanted.name)).name, by=by, home=office
        )
        settle(PostWish(ApprovalKind.APPOINT, post, day, officer, charge), by=by, now=now)
    return post, officer


def memo_prefix(typed: str) -> str:
    """The beginning of memo numbers as it is stored: Latin digits between dots. Raises `Refused`."""
    text = to_latin(typed).replace(" ", "").strip(".-")
    if len(text) > 30 or not all(each.isdecimal() or each in ".-" for each in text):
        raise Refused(sentences.MEMO_PREFIX_UNFIT, text=typed)
    return text
