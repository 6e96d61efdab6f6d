"""What changes who is who: founding an office, creating a post, enrolling an officer, appointing, handing over."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import F

from angikar.history.actions import record
from angikar.history.once import once
from angikar.history.publishing import publish
from angikar.history.refusal import NotYours, Refused, need_words
from angikar.offices import sentences
from angikar.offices.access import may_entrust
from angikar.offices.changes.paths import locked_place, next_path
from angikar.offices.events import HolderChange, HoldersChanged
from angikar.offices.models import Charge, Delegation, Office, OfficeKind, Officer, Post, Tenure
from angikar.offices.posts.facts import doubled_post
from angikar.offices.posts.rights import PostAct, refuse_unfit, seconds, takes_two


def found_office(
    name: str,
    *,
    by: Officer | None,
    parent: Office | None = None,
    kind: str = OfficeKind.OTHER,
    name_en: str = "",
    memo_prefix: str = "",
) -> Office:
    """Found an office below `parent`, or a root. Raises `Refused` for an empty name or a second office of that
    name in one place.
    """
    need_words(name, sentences.OFFICE_NAME_MISSING)
    with transaction.atomic():
        parent = locked_place(parent)
        siblings = Office.objects.filter(parent=parent)
        if siblings.open().filter(name=name).exists():
            raise Refused(sentences.OFFICE_EXISTS, name=name)
        path = next_path(parent)
        with once(Office, path=Refused(sentences.OFFICE_FOUNDED_MEANWHILE)):
            office = Office.objects.create(
                path=path, parent=parent, name=name, name_en=name_en, kind=kind, memo_prefix=memo_prefix
            )
        record("office.found", office, by=by, now={"name": name, "path": path})
    return office


def create_post(
    office: Office,
    title: str,
    *,
    by: Officer | None,
    title_en: str = "",
    is_head: bool = False,
    is_focal: bool = False,
    may_report: bool = True,
    keeps_register: bool = False,
    rank: int | None = None,
) -> Post:
    """Create a post. Raises `Refused` for an empty or repeated title, for a second head, and for a post of power over the office
    that `by` may not give.
    """
    need_words(title, sentences.POST_TITLE_MISSING)
    with transaction.atomic():
        there = Post.objects.open().filter(office=Office.objects.select_for_update().get(pk=office.pk))
        if there.filter(title=title).exists():
            raise Refused(sentences.POST_EXISTS, title=title)
        if is_head and there.filter(is_head=True).exists():
            raise Refused(sentences.ONE_HEAD)
        if (is_head or keeps_register) and by is not None and not may_entrust(by, office):
            raise Refused(sentences.ONLY_FROM_ABOVE)
        rank = (10 if is_head else 100) if rank is None else rank
        flags = {
            "is_head": is_head,
            "is_focal": is_focal,
            "may_report": may_report,
            "keeps_register": keeps_register,
        }
        with once(Post, **doubled_post(title)):
            post = Post.objects.create(office=office, title=title, title_en=title_en, rank=rank, **flags)
        record("post.create", post, by=by, now={"title": title, "office": office.name, **flags})
    return post


def enrol(
    username: str,
    name: str,
    *,
    by: Officer | None,
    password: str | None = None,
    mobile: str = "",
    administrator: bool = False,
    home: Office | None = None,
) -> Officer:
    """Make an account for an officer; without a password it cannot sign in yet. An `administrator` maintains the
    register of offices; `home` is the office whose keeper enrols him.

    Raises `Refused` for a name that is taken.
    """
    with transaction.atomic():
        if Officer.objects.filter(username=username).exists():
            raise Refused(sentences.USERNAME_TAKEN, username=username)
        with once(Officer, username=Refused(sentences.USERNAME_TAKEN, username=username)):
            officer = Officer.objects.create(
                username=username,
                name=name,
                mobile=mobile,
                is_staff=administrator,
                home=home,
                password=make_password(password),
            )
        now = {"username": username, "name": name, "administrator": administrator}
        record("officer.enrol", officer, by=by, now=now)
    return officer


def appoint(
    officer: Officer,
    post: Post,
    *,
    since: date,
    by: Officer | None,
    charge: str = Charge.REGULAR,
    until: date | None = None,
    second: Officer | None = None,
) -> Tenure:
    """Put an officer on a vacant post from a day on, or as a substitute beside its holder up to the day `until`. Raises
    `Refused` while somebody holds it (then it is a hand-over), for a substitute without a last day, and, for a post that takes a
    second person, where there is none.
    """
    with transaction.atomic():
        post = _locked(post)
        settled = _settled(by, post, since, officer, second)
        if charge == Charge.SUBSTITUTE:
            _refuse_unbounded(post, since, until)
        else:
            _refuse_held(post, since)
        tenure = Tenure.objects.create(officer=officer, post=post, since=since, until=until, charge=charge)
        publish(HoldersChanged((HolderChange(post, tenure, _beside(post, tenure)),), by))
        record("post.appoint", post, by=by, now=_facts(tenure) | settled)
    return tenure


def hand_over(
    post: Post,
    to: Officer,
    *,
    day: date,
    by: Officer | None,
    charge: str = Charge.REGULAR,
    second: Officer | None = None,
) -> Tenure:
    """The holder leaves the post on `day`, and `to` holds it from that day on; every duty stays with the post.

    Raises `Refused` when it is vacant, when `to` already does, when the holder came after `day`, and as `appoint` without a second
    person."""
    with transaction.atomic():
        post = _locked(post)
        settled = _settled(by, post, day, to, second)
        old = Tenure.objects.filter(post=post, until=None).select_related("officer").first()
        if old is None:
            raise Refused(sentences.POST_VACANT)
        if old.officer_id == to.pk:
            raise Refused(sentences.POST_HELD_BY_SAME, name=to.name)
        if day < old.since:
            raise Refused(sentences.HOLDER_CAME_LATER)
        was = _facts(old)
        Tenure.objects.filter(pk=old.pk).update(until=day)
        _end_delegations(post, day)
        new = Tenure.objects.create(officer=to, post=post, since=day, charge=charge)
        publish(HoldersChanged((HolderChange(post, new, old.officer),), by))
        record("post.hand_over", post, by=by, was=was, now=_facts(new) | settled)
    return new


def release(post: Post, *, day: date, by: Officer | None, second: Officer | None = None) -> Tenure:
    """The holder leaves, and the post is vacant from `day` on. Raises `Refused` when it is vacant or the holder
    came later, and as `appoint` without a second person.
    """
    with transaction.atomic():
        post = _locked(post)
        settled = _settled(by, post, day, None, second)
        old = Tenure.objects.filter(post=post, until=None).select_related("officer").first()
        if old is None or day < old.since:
            raise Refused(sentences.POST_WITHOUT_HOLDER)
        was = _facts(old)
        old.until = day
        old.save(update_fields=["until"])
        _end_delegations(post, day)
        publish(HoldersChanged((HolderChange(post, old, old.officer),), by))
        record("post.release", post, by=by, was=was, now=_facts(old) | settled)
    return old


def leave_note(post: Post, words: str, *, by: Officer, day: date) -> Tenure:
    """The holder of a post leaves words for the next holder; they can be written again as long as he holds it, and
    stay with his time on the post. Raises `NotYours` for anybody else.
    """
    with transaction.atomic():
        post = Post.objects.select_for_update().get(pk=post.pk)
        held = Tenure.objects.on(day).filter(post=post, officer=by).select_related("officer").first()
        if held is None:
            raise NotYours
        was, held.note = held.note, words.strip()
        held.save(update_fields=["note"])
        record("post.leave_note", post, by=by, post=post, was={"words": was}, now={"words": held.note})
    return held


def _locked(post: Post) -> Post:
    """The post, held until the action is done. Raises `Refused` for a closed one."""
    known = Post.objects.select_for_update(of=("self",)).select_related("office").get(pk=post.pk)
    if known.until is not None:
        raise Refused(sentences.POST_CLOSED, title=known.title)
    return known


def _settled(
    by: Officer | None, post: Post, day: date, to: Officer | None, second: Officer | None
) -> dict[str, object]:
    """Hold what somebody does against his rights, and say for the history who confirmed it, or that there was nobody who could; the
    system itself (`by` is none) writes what it is given.
    """
    if by is None:
        return {}
    act = PostAct(by, post, day, to)
    refuse_unfit(act)
    if not takes_two(act):
        return {}
    others = seconds(act)
    if second is not None and others.filter(pk=second.pk).exists():
        return {"confirmed_by": second.pk, "confirmed_by_name": second.name}
    if others.exists():
        raise Refused(sentences.SECOND_NEEDED)
    return {"alone": True}


def _beside(post: Post, tenure: Tenure) -> Officer | None:
    """Whose place a substitute takes for a while."""
    if tenure.charge != Charge.SUBSTITUTE:
        return None
    held = Tenure.objects.filter(post=post, until=None).select_related("officer").first()
    return held.officer if held else None


def _end_delegations(post: Post, day: date) -> None:
    """What the leaver has given ends with his time on the post."""
    given = Delegation.objects.filter(post=post, until__gt=day)
    given.filter(since__gte=day).update(until=F("since"))
    given.filter(since__lt=day).update(until=day)


def _refuse_held(post: Post, since: date) -> None:
    holding = Tenure.objects.filter(post=post).exclude(charge=Charge.SUBSTITUTE).exclude(until__lte=since)
    held = holding.select_related("officer").first()
    if held is not None:
        raise Refused(sentences.POST_HELD, name=held.officer.name)


def _refuse_unbounded(post: Post, since: date, until: date | None) -> None:
    if until is None or until <= since:
        raise Refused(sentences.SUBSTITUTE_WITHOUT_END)
    standing_in = Tenure.objects.filter(post=post, charge=Charge.SUBSTITUTE, since__lt=until, until__gt=since)
    if (other := standing_in.select_related("officer").first()) is not None:
        raise Refused(sentences.SUBSTITUTED_ALREADY, name=other.officer.name)


def _facts(tenure: Tenure) -> dict[str, object]:
    return {
        "officer": tenure.officer_id,
        "name": tenure.officer.name,
        "since": tenure.since.isoformat(),
        "until": tenure.until.isoformat() if tenure.until else None,
        "charge": tenure.charge,
    }
