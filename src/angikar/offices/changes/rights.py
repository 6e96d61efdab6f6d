"""Which acts on an office take two people, who may confirm them, and from which day they may hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import QuerySet
from django.utils import timezone

from angikar.history.models import Entry
from angikar.history.refusal import Refused
from angikar.offices import sentences, tree
from angikar.offices.access import known_today, may_entrust, posts_of
from angikar.offices.models import ApprovalKind, Office, Officer, Tenure
from angikar.offices.posts.rights import last_acts, refuse_acted, seconds_in

_SHUTS = frozenset({ApprovalKind.MERGE.value, ApprovalKind.SHUT.value})
"""What ends the posts of an office."""


@dataclass(frozen=True, slots=True)
class OfficeAct:
    """What somebody is about to do with an office: who, what (of `ApprovalKind`), which office, from which day, and the other one below
    which it is to stand or of which it becomes part.
    """

    by: Officer
    kind: str
    office: Office
    day: date
    other: Office | None = None


def seconds_for(act: OfficeAct) -> QuerySet[Officer]:
    """Who could confirm it: who could settle what concerns the office, its own head among them; neither who acts nor who serves where
    more would come to by it.
    """
    found = seconds_in(act.office, act.by)
    if (heir := _heir(act)) is None:
        return found
    return found.exclude(pk__in=Tenure.objects.on(known_today()).filter(post__office=heir).values("officer"))


def needs_second_for(act: OfficeAct) -> bool:
    """Whether it waits until somebody else confirms it: there is somebody who could."""
    return seconds_for(act).exists()


def settled_for(act: OfficeAct, second: Officer | None) -> dict[str, object]:
    """Hold an act against the rights of who does it, and say for the history who confirmed it, or that there was nobody who could.
    Raises `Refused`.
    """
    if not may_entrust(act.by, act.office):
        raise Refused(sentences.PLACE_FROM_ABOVE)
    others = seconds_for(act)
    alone = not others.exists()
    if act.kind == ApprovalKind.MERGE and not alone and _serves(act.by, act.other):
        raise Refused(sentences.NOT_TO_ONESELF)
    _refuse_backward(act)
    if second is not None and others.filter(pk=second.pk).exists():
        return {"confirmed_by": second.pk, "confirmed_by_name": second.name}
    if not alone:
        raise Refused(sentences.SECOND_NEEDED_FOR_OFFICE)
    return {"alone": True}


def has_acted_since(act: OfficeAct) -> bool:
    """Whether it would be refused because somebody has acted since its day for a post that it ends."""
    try:
        _refuse_backward(act)
    except Refused:
        return True
    return False


def _heir(act: OfficeAct) -> Office | None:
    """The office that more comes to: it takes another over, or gets one below itself that was not there."""
    if act.other is None or act.kind not in (ApprovalKind.MERGE, ApprovalKind.MOVE):
        return None
    if act.kind == ApprovalKind.MOVE and act.other.path in tree.ancestors(act.office.path):
        return None
    return act.other


def _serves(person: Officer, office: Office | None) -> bool:
    return office is not None and office.pk in {post.office_id for post in posts_of(person)}


def _refuse_backward(act: OfficeAct) -> None:
    """Refuse to end posts on a day in the past since which somebody has acted for one of them."""
    if act.kind not in _SHUTS or act.day >= known_today():
        return
    begun = timezone.make_aware(datetime.combine(act.day, time()))
    posts = list(act.office.posts.values_list("pk", flat=True))
    for acts in last_acts(Entry.objects.filter(post_id__in=posts, at__gte=begun)).values():
        refuse_acted(acts, act.day, None)
