"""Who may put somebody on a post: never oneself, never backward over days on which somebody acted for it, and where power goes with the
post, or it stands above one's own, only with a second person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from angikar.history.models import Entry
from angikar.history.refusal import Refused
from angikar.offices import sentences, tree
from angikar.offices.access import known_today, may_entrust, posts_of
from angikar.offices.models import Office, Officer, Post, Tenure

_POWER = frozenset({"is_head", "keeps_register"})
"""Flags that give power over the office; only who stands above it sets them."""


@dataclass(frozen=True, slots=True)
class PostAct:
    """What somebody is about to do with a post: who, which post, with which day, and who is to hold it (none where it is left vacant)."""

    by: Officer
    post: Post
    day: date
    to: Officer | None = None


def refuse_unfit(act: PostAct) -> None:
    """Refuse what nobody may do: settle a post of power without standing above it, give a post to oneself, change who held it on days
    on which somebody acted for it.
    """
    if has_power(act.post) and not may_entrust(act.by, act.post.office):
        raise Refused(sentences.ONLY_FROM_ABOVE)
    if act.to is not None and act.to.pk == act.by.pk and seconds(act).exists():
        raise Refused(sentences.NOT_TO_ONESELF)
    refuse_backward(act)


def refuse_backward(act: PostAct) -> None:
    """Refuse a day in the past since which somebody else has acted for the post."""
    if act.day < known_today():
        begun = timezone.make_aware(datetime.combine(act.day, time()))
        acts = last_acts(Entry.objects.filter(post_id=act.post.pk, at__gte=begun))
        refuse_acted(acts.get(act.post.pk, {}), act.day, act.to)


def has_acted(act: PostAct) -> bool:
    """Whether that would be refused."""
    try:
        refuse_backward(act)
    except Refused:
        return True
    return False


def refuse_acted(acts: Mapping[int | None, tuple[date, str]], day: date, to: Officer | None) -> None:
    """Refuse a day since which somebody else than who is to hold the post has acted for it."""
    others = [(last, name) for who, (last, name) in acts.items() if last >= day and (to is None or who != to.pk)]
    if others:
        last, name = max(others)
        raise Refused(sentences.ACTED_SINCE, name=name, day=last.isoformat())


def refuse_power(post: Post, changed: Mapping[str, object], by: Officer) -> None:
    """Refuse power over an office to who does not stand above it, to a post that is held, and more for one's own post."""
    power = _POWER & changed.keys()
    if power and not may_entrust(by, post.office):
        raise Refused(sentences.ONLY_FROM_ABOVE)
    holding = Tenure.objects.filter(post=post).exclude(until__lte=known_today()).select_related("officer")
    own = next((each for each in holding if each.officer_id == by.pk), None)
    if own is None and power and (held := holding.first()):
        raise Refused(sentences.HEAD_SERVES, name=held.officer.name)
    if own is None or not seconds(PostAct(by, post, known_today(), by)).exists():
        return
    raised = {name for name in ("is_focal", "may_report") if changed.get(name) and not post.is_head}
    raised |= {"second_factor"} if changed.get("second_factor") is False else set()
    raised |= {"rank"} if int(str(changed.get("rank", post.rank))) < post.rank else set()
    if power or raised:
        raise Refused(sentences.NOT_TO_ONESELF)


def takes_two(act: PostAct) -> bool:
    """Whether what one is about to do takes a second person: the post has power over its office, or stands above one's own there."""
    return has_power(act.post) or is_above(act.post, act.by)


def needs_second(act: PostAct) -> bool:
    """Whether it waits until somebody else confirms it: it takes two, and there is somebody."""
    return takes_two(act) and seconds(act).exists()


def has_power(post: Post) -> bool:
    """Whether power over its office goes with a post: that of its head and of who keeps its register."""
    return post.is_head or post.keeps_register


def is_above(post: Post, person: Officer | None) -> bool:
    """Whether a post stands above all that somebody holds in its office, where he neither heads it nor settles its head."""
    if person is None:
        return False
    here = [own for own in posts_of(person) if own.office_id == post.office_id]
    if not here or any(own.is_head for own in here) or may_entrust(person, post.office):
        return False
    return post.rank < min(own.rank for own in here)


def seconds(act: PostAct) -> QuerySet[Officer]:
    """Who could confirm an act on a post: who could settle it in its office, and who holds it; somebody else than who acts and who is
    to hold it.
    """
    holding = Tenure.objects.on(known_today()).filter(post=act.post)
    found = Q(pk__in=holding.values("officer")) | _settling(act.post.office)
    return _others(found, act.by, act.to)


def seconds_in(office: Office, by: Officer) -> QuerySet[Officer]:
    """Who besides somebody could settle what concerns an office."""
    return _others(_settling(office), by, None)


def _settling(office: Office) -> Q:
    """A condition on officers: the head and the keeper of an office and of those above it, and administrators of the register."""
    paths = [office.path, *tree.ancestors(office.path)]
    deciding = Q(post__is_head=True) | Q(post__keeps_register=True)
    serving = Tenure.objects.on(known_today()).filter(deciding, post__office__path__in=paths)
    return Q(is_staff=True) | Q(pk__in=serving.values("officer"))


def _others(found: Q, by: Officer, to: Officer | None) -> QuerySet[Officer]:
    involved = {by.pk, to.pk} if to else {by.pk}
    return Officer.objects.filter(found & can_sign_in(), is_active=True).exclude(pk__in=involved).distinct()


def seconds_of(person: Officer, by: Officer) -> QuerySet[Officer]:
    """Who could confirm an act on somebody's account: who could settle the posts for which he acts, and administrators."""
    found = Q(is_staff=True)
    for tenure in Tenure.objects.on(known_today()).filter(officer=person).select_related("post__office"):
        found |= _settling(tenure.post.office)
    return _others(found, by, person)


def power_of(person: Officer, by: Officer) -> Post | None:
    """The post of somebody that has power over its office or stands above one's own there; who acts in his name acts for it."""
    held = [tenure.post for tenure in _held(person)]
    return next((post for post in held if has_power(post)), None) or next(
        (post for post in held if is_above(post, by)), None
    )


def _held(person: Officer) -> QuerySet[Tenure]:
    lasting = Tenure.objects.filter(officer=person).exclude(until__lte=known_today())
    return lasting.select_related("post__office").order_by("post__rank", "pk")


def can_sign_in() -> Q:
    """A condition on officers: somebody has a password, or has signed in by other means."""
    return ~Q(password="") & ~Q(password__startswith=UNUSABLE_PASSWORD_PREFIX) | Q(last_login__isnull=False)


def last_acts(entries: QuerySet[Entry]) -> dict[int, dict[int | None, tuple[date, str]]]:
    """Who has acted for which post by these entries: by the number of the post and of the officer the last day and the name."""
    found: dict[int, dict[int | None, tuple[date, str]]] = defaultdict(dict)
    rows = entries.order_by("post_id").values_list("post_id", "officer_id", "officer_name").annotate(last=Max("at"))
    for post, who, name, at in rows:
        found[post or 0][who] = (timezone.localtime(at).date(), name)
    return found
