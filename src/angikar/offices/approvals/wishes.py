"""What is wished of a post, an office or an account, and the act that does it, in the name of one and confirmed by another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from angikar.history.refusal import Refused
from angikar.offices import sentences as register
from angikar.offices.access import known_today, may_entrust, may_manage
from angikar.offices.accounts import actions as accounts
from angikar.offices.accounts.access import may_keep
from angikar.offices.actions import appoint, hand_over, release
from angikar.offices.approvals import sentences
from angikar.offices.changes import actions as changes
from angikar.offices.changes.rights import OfficeAct, has_acted_since
from angikar.offices.models import Approval, ApprovalKind, Charge, Office, Officer, Post, Tenure
from angikar.offices.posts.rights import PostAct, has_acted


@dataclass(frozen=True, slots=True)
class PostWish:
    """What is to become of a post: the kind of act, who is to hold it, from which day, and up to which."""

    kind: str
    post: Post
    since: date
    officer: Officer | None = None
    charge: str = Charge.REGULAR
    until: date | None = None

    def do(self, by: Officer, second: Officer | None) -> Tenure:
        """Do it. Raises `Refused`."""
        if self.kind == ApprovalKind.RELEASE or self.officer is None:
            return release(self.post, day=self.since, by=by, second=second)
        if not self.officer.is_active:
            raise Refused(sentences.CLOSED_ACCOUNT, name=self.officer.name)
        if self.kind == ApprovalKind.HAND_OVER:
            return hand_over(self.post, self.officer, day=self.since, by=by, charge=self.charge, second=second)
        substitute = self.kind == ApprovalKind.SUBSTITUTE
        charge, until = (Charge.SUBSTITUTE.value, self.until) if substitute else (self.charge, None)
        return appoint(self.officer, self.post, since=self.since, until=until, by=by, charge=charge, second=second)


@dataclass(frozen=True, slots=True)
class OfficeWish:
    """What is to become of an office: the kind of act, from which day, the other office it concerns, and the names of new ones."""

    kind: str
    office: Office
    since: date
    other: Office | None = None
    names: tuple[str, ...] = ()

    def do(self, by: Officer, second: Officer | None) -> object:
        """Do it. Raises `Refused`."""
        office, day = self.office, self.since
        if self.kind == ApprovalKind.MOVE:
            return changes.move(office, self.other, day=day, by=by, second=second)
        if self.kind == ApprovalKind.SPLIT:
            return changes.split(office, self.names, day=day, by=by, second=second)
        if self.kind == ApprovalKind.SHUT:
            return changes.close(office, day=day, by=by, second=second)
        if self.other is None:
            raise Refused(register.OFFICE_NAME_MISSING)
        return changes.merge(office, self.other, day=day, by=by, second=second)


def do_account(kind: str, officer: Officer, by: Officer, second: Officer | None, now: datetime) -> str:
    """Do something with an account. Returns the code where one is given. Raises `Refused`."""
    if kind == ApprovalKind.CODE:
        return accounts.give_code(officer, now=now, by=by, second=second)
    if kind == ApprovalKind.CLOSE:
        accounts.close_account(officer, by=by, second=second)
    else:
        accounts.make_administrator(officer, kind == ApprovalKind.ADMINISTRATOR, by=by, second=second)
    return ""


def post_wish(known: Approval, post: Post) -> PostWish:
    """What was asked of a post, from the day that was asked or, where somebody acted for it since, from today."""
    today = known_today()
    since = known.since or today
    if since < today and has_acted(PostAct(known.asked_by, post, since, known.officer)):
        since = today
    return PostWish(known.kind, post, since, known.officer, known.charge, known.until)


def office_wish(known: Approval, office: Office) -> OfficeWish:
    """What was asked of an office, from the day in the same way."""
    today = known_today()
    since = known.since or today
    if since < today and has_acted_since(OfficeAct(known.asked_by, known.kind, office, since, known.other)):
        since = today
    return OfficeWish(known.kind, office, since, known.other, tuple(known.names.splitlines()))


def refuse_stale(known: Approval) -> None:
    """Refuse what no longer is what was asked: who asked may not any more, or somebody else has come to the post since."""
    by, post = known.asked_by, known.post
    if post is not None:
        may = may_manage(by, post.office)
    elif known.office is not None:
        may = may_entrust(by, known.office)
    else:
        may = known.officer is not None and may_keep(by, known.officer)
    if not (by.is_active and may):
        raise Refused(sentences.ASKER_MAY_NOT, name=by.name)
    if post is not None and holding(post) != known.holder_id:
        raise Refused(sentences.OTHER_HOLDER)


def holding(post: Post) -> int | None:
    """The number of who holds a post without an end, not as a substitute."""
    held = Tenure.objects.filter(post=post, until=None).order_by("pk").values_list("officer", flat=True)
    return held.first()
