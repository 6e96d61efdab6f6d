"""Who learns that a post has another holder, that something waits for a second person, and that an account was changed."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from angikar.notices import sentences
from angikar.notices.actions import Message, notify, notify_officer
from angikar.notices.models import NoticeKind
from angikar.offices.access import heads_of, posts_of
from angikar.offices.approvals.access import answerers
from angikar.offices.events import AccountChanged, ApprovalChanged, HolderChange, HoldersChanged, OfficeChanged
from angikar.offices.models import ApprovalKind, ApprovalState, Officer, Post
from angikar.offices.posts.rights import has_power
from angikar.rules.sentence import Both, Fact

_VACANT: Both = ("শূন্য", "vacant")
_HOUSE: Both = ("সিস্টেম", "the system")
_VERBS: dict[str, Both] = {
    "officer.give_code": ("পাসওয়ার্ডের নতুন কোড দেওয়া হয়েছে", "a new code for the password was given"),
    "officer.close_account": ("হিসাব বন্ধ করা হয়েছে", "it was closed"),
    "officer.make_administrator": ("নিবন্ধের প্রশাসকের ক্ষমতা বদলানো হয়েছে", "the rights of an administrator were changed"),
    "officer.edit_card": ("ই-মেইল বা মোবাইল বদলানো হয়েছে", "the e-mail address or mobile number was changed"),
    "officer.set_password": ("কোড দিয়ে পাসওয়ার্ড ঠিক করা হয়েছে", "a password was set by a code"),
    "officer.change_password": ("পাসওয়ার্ড বদলানো হয়েছে", "the password was changed"),
    "officer.open_account": ("হিসাব আবার চালু করা হয়েছে", "it was opened again"),
    "officer.make_token": ("প্রোগ্রামের জন্য একটি টোকেন করা হয়েছে", "a token for a program was made"),
}


def notify_holders(event: HoldersChanged) -> None:
    """Notify who lost a post, who came to a post of power, the head of its office and that of the office above."""
    changes = [each for each in event.changes if each.left is not None or (event.by and has_power(each.post))]
    by: str | Both = event.by.name if event.by else _HOUSE
    for each in changes:
        day, key = (each.tenure.since if _is_new(each) else each.tenure.until or each.tenure.since), _key(each)
        facts: dict[str, Fact] = {"post": str(each.post), "day": day.isoformat(), "by": by}
        if each.left is not None and each.left != event.by:
            _inform(each.left, _message(key, sentences.HOLDER_LEFT.both(**facts), f"/posts/{each.post.pk}/"), event.by)
        if _is_new(each) and has_power(each.post):
            _inform(
                each.tenure.officer,
                _message(key, sentences.HOLDER_CAME.both(**facts), f"/posts/{each.post.pk}/"),
                event.by,
            )
    _inform_heads(changes, event.by, by)


def _inform_heads(changes: Iterable[HolderChange], actor: Officer | None, by: str | Both) -> None:
    listed = list(changes)
    heads = heads_of({office for each in listed for office in (each.post.office_id, each.post.office.parent_id)})
    own = {post.pk for post in posts_of(actor)} if actor else set[int]()
    pairs = []
    for each in listed:
        came: str | Both = each.tenure.officer.name if _is_new(each) else _VACANT
        day = each.tenure.since if _is_new(each) else each.tenure.until or each.tenure.since
        left: str | Both = each.left.name if each.left else _VACANT
        both = sentences.HOLDER_CHANGED.both(post=str(each.post), day=day.isoformat(), left=left, came=came, by=by)
        message = Message(_key(each), NoticeKind.ALARM, *both, f"/posts/{each.post.pk}/", at_once=True)
        above = [heads.get(each.post.office_id), heads.get(each.post.office.parent_id)]
        pairs += message.to(head for head in above if head and head.pk not in own and head.pk != each.post.pk)
    if pairs:
        notify(pairs, day=timezone.localdate(), by=actor)


def _is_new(change: HolderChange) -> bool:
    """Whether somebody came; else the post is vacant."""
    return change.left is None or change.tenure.officer_id != change.left.pk


def _key(change: HolderChange) -> str:
    return f"holder:{change.post.pk}:{change.tenure.pk}:{change.tenure.until or ''}"


def notify_office(event: OfficeChanged) -> None:
    """Notify who lost a post with an office, and the heads of that office, of those above it before and now, and of those that came below
    another.
    """
    office, what = event.office, _kind(event.kind)
    key = f"office:{office.pk}:{event.kind}:{timezone.now():%Y%m%d%H%M%S%f}"
    facts: dict[str, Fact] = {"office": str(office), "day": event.day.isoformat(), "what": what, "by": event.by.name}
    for tenure in event.ended:
        if tenure.officer_id != event.by.pk:
            both = sentences.OFFICE_LOST.both(**facts, post=tenure.post.title)
            _inform(tenure.officer, _message(f"{key}:{tenure.pk}", both, f"/offices/{office.pk}/"), event.by)
    own = {post.pk for post in posts_of(event.by)}
    heads = heads_of([office.pk, *(each.pk for each in event.others)])
    posts = [head for head in heads.values() if head.pk not in own]
    if posts:
        message = _message(key, sentences.OFFICE_CHANGED.both(**facts), f"/offices/{office.pk}/")
        notify(message.to(posts), day=timezone.localdate(), by=event.by)


def _kind(kind: str) -> Both:
    return str(ApprovalKind(kind).label), kind.replace("_", " ")


def notify_approval(event: ApprovalChanged) -> None:
    """Notify who could confirm, and who it is about; later also who asked, how it was answered."""
    approval = event.approval
    concerned = {each.pk: each for each in (approval.officer, *_holding(approval.post)) if each}
    about = [str(each) for each in (approval.post, approval.office, approval.other, approval.officer) if each]
    facts: dict[str, Fact] = {"what": _kind(approval.kind), "person": ": ".join(about)}
    if approval.state == ApprovalState.WAITING:
        both = sentences.APPROVAL_ASKED.both(**facts, by=approval.asked_by.name)
        people = {each.pk: each for each in answerers(approval)} | concerned
    else:
        state = (str(ApprovalState(approval.state).label), str(approval.state))
        who = approval.answered_by.name if approval.answered_by else ""
        both = sentences.APPROVAL_ANSWERED.both(**facts, state=state, by=who, words=approval.reason)
        people = concerned | {approval.asked_by.pk: approval.asked_by}
    for person in people.values():
        _inform(person, _message(f"approval:{approval.pk}:{approval.state}", both, "/approvals/"), approval.answered_by)


def notify_account(event: AccountChanged) -> None:
    """Notify an officer at the addresses he had before, and, where he holds a post of power, the head of the office above."""
    by: str | Both = event.by.name if event.by else _HOUSE
    both = sentences.ACCOUNT_CHANGED.both(name=event.officer.name, what=_VERBS[event.verb], by=by)
    key = f"account:{event.officer.pk}:{event.verb}:{timezone.now():%Y%m%d%H%M%S%f}"
    _inform(event.officer, _message(key, both, f"/officers/{event.officer.pk}/"), event.by, event.reached)
    if event.post is None:
        return
    heads = heads_of([event.post.office_id, event.post.office.parent_id])
    own = {post.pk for post in posts_of(event.by)} if event.by else set[int]()
    message = Message(key, NoticeKind.ALARM, *both, f"/posts/{event.post.pk}/", at_once=True)
    posts = [head for head in heads.values() if head.pk not in own]
    if posts:
        notify(message.to(posts), day=timezone.localdate(), by=event.by)


def _inform(officer: Officer, message: Message, by: Officer | None, also: tuple[str, ...] = ()) -> None:
    notify_officer(message, officer, day=timezone.localdate(), by=by, also=also)


def _message(key: str, both: Both, page: str) -> Message:
    return Message(key, NoticeKind.ALARM, *both, page, at_once=True)


def _holding(post: Post | None) -> list[Officer]:
    if post is None:
        return []
    held = post.tenures.on(timezone.localdate()).select_related("officer")
    return [each.officer for each in held]
