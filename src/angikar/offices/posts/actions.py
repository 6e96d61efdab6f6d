"""What is done with posts: change their facts, close them, give rights for them to an officer and take them back."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from angikar.history.actions import record
from angikar.history.once import once
from angikar.history.refusal import NotYours, Refused, need_words
from angikar.offices import sentences
from angikar.offices.access import mandate, may_entrust
from angikar.offices.models import Delegation, Officer, Post, Tenure
from angikar.offices.posts.facts import PostFacts, doubled_post
from angikar.offices.posts.rights import refuse_power


@dataclass(frozen=True, slots=True)
class Given:
    """What an officer may do for a post: report, draft, verify; and from which day up to which."""

    since: date
    until: date
    reports: bool = False
    drafts: bool = False
    verifies: bool = False


def edit_post(post: Post, facts: PostFacts, *, by: Officer) -> Post:
    """Change the facts of a post. Raises `Refused` for an empty or repeated title, for a second head, for power over an
    office that `by` may not give, and for what would give him more on his own post.
    """
    title = need_words(" ".join(facts.title.split()), sentences.POST_TITLE_MISSING)
    with transaction.atomic():
        known = Post.objects.select_for_update(of=("self",)).select_related("office").get(pk=post.pk)
        facts = PostFacts(**{**asdict(facts), "title": title})
        was = PostFacts.of(known)
        changed = facts.changed_from(was)
        refuse_power(known, changed, by)
        others = Post.objects.filter(office=known.office, until=None).exclude(pk=known.pk)
        if "title" in changed and others.filter(title=title).exists():
            raise Refused(sentences.POST_EXISTS, title=title)
        if changed.get("is_head") and others.filter(is_head=True).exists():
            raise Refused(sentences.ONE_HEAD)
        for name, value in changed.items():
            setattr(known, name, value)
        with once(Post, **doubled_post(title)):
            known.save(update_fields=list(changed) or ["rank"])
        record("post.edit", known, by=by, was={name: getattr(was, name) for name in changed}, now=changed)
    return known


def close_post(post: Post, *, day: date, by: Officer) -> Post:
    """Close a post from a day on; its duties and its history stay, and the head and focal post of its office see to them.
    Raises `Refused` while somebody holds it.
    """
    with transaction.atomic():
        known = Post.objects.select_for_update(of=("self",)).select_related("office").get(pk=post.pk)
        if known.until is not None:
            raise Refused(sentences.POST_CLOSED, title=known.title)
        if (known.is_head or known.keeps_register) and not may_entrust(by, known.office):
            raise Refused(sentences.ONLY_FROM_ABOVE)
        holding = Tenure.objects.filter(post=known).exclude(until__lte=day).select_related("officer").first()
        if holding is not None:
            raise Refused(sentences.POST_STILL_HELD, name=holding.officer.name)
        Delegation.objects.filter(post=known, until__gt=day, since__lte=day).update(until=day)
        known.until = day
        known.save(update_fields=["until"])
        record("post.close", known, by=by, now={"until": day.isoformat()})
    return known


def delegate(post: Post, officer: Officer, given: Given, *, by: Officer) -> Delegation:
    """The holder of a post lets an officer report, draft or verify for it for some days; signing stays with him. Raises `NotYours`
    for anybody else, `Refused` for a right the holder has not, for oneself, and for days that do not fit.
    """
    with transaction.atomic():
        known = Post.objects.select_for_update(of=("self",)).select_related("office").get(pk=post.pk)
        if known.pk not in mandate(by).post_ids:
            raise NotYours
        if officer.pk == by.pk:
            raise Refused(sentences.NOT_TO_ONESELF)
        if given.until <= given.since:
            raise Refused(sentences.DELEGATION_DAYS)
        if not (given.reports or given.drafts or given.verifies):
            raise Refused(sentences.DELEGATION_EMPTY)
        if (given.drafts or given.verifies) and not (known.is_head or known.is_focal):
            raise Refused(sentences.DELEGATION_BEYOND)
        rights = asdict(given)
        made = Delegation.objects.create(post=known, officer=officer, **rights)
        days = {"since": given.since.isoformat(), "until": given.until.isoformat()}
        now = {**rights, **days, "officer": officer.pk, "name": officer.name}
        record("post.delegate", known, by=by, post=known, now=now)
    return made


def withdraw(delegation: Delegation, *, day: date, by: Officer) -> Delegation:
    """The rights given for a post end on a day. Raises `Refused` where they have ended."""
    with transaction.atomic():
        known = (
            Delegation.objects.select_for_update(of=("self",)).select_related("post", "officer").get(pk=delegation.pk)
        )
        if known.until <= day:
            raise Refused(sentences.DELEGATION_OVER)
        was, known.until = known.until, max(day, known.since)
        known.save(update_fields=["until"])
        now = {"until": known.until.isoformat(), "name": known.officer.name}
        record("post.withdraw", known.post, by=by, was={"until": was.isoformat()}, now=now)
    return known
