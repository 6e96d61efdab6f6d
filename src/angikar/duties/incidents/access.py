"""Who may report an incident, see it, follow it up and close it: the only way from a person to an incident."""

from __future__ import annotations

from datetime import date
from typing import Literal

from django.db.models import Q, QuerySet

from angikar.duties.models import Incident
from angikar.history.refusal import NotYours
from angikar.offices.access import Mandate, User, mandate
from angikar.offices.models import Post
from angikar.papers.models import Addressee, Paper, State
from angikar.rules.kinds import WITH_DIRECTIVES

IncidentRight = Literal["see", "follow", "close"]


def circular_to_report(user: User, pk: int, on: date | None = None) -> tuple[Paper, Post]:
    """The issued circular under which `user` may report an incident, and the post he reports it as: one it is addressed to for
    action, or one that leads the office of such a post. Raises `NotYours`.
    """
    held = mandate(user, on)
    paper = Paper.objects.filter(pk=pk, kind__in=WITH_DIRECTIVES, state=State.ISSUED).select_related("office").first()
    post = reporting_post(held, paper) if paper else None
    if paper is None or post is None:
        raise NotYours
    return paper, post


def reporting_post(held: Mandate, paper: Paper) -> Post | None:
    """The post as which one reports an incident under a circular; `None` where it does not ask one's posts."""
    asked = Addressee.objects.filter(paper=paper, role="action", post__office__in=held.office_ids)
    offices = {}
    for post_id, office_id in asked.values_list("post", "post__office"):
        offices[post_id] = office_id
    mine = [post for post in held.posts if post.pk in offices]
    led = [post for post in held.posts if post.office_id in held.led and post.office_id in offices.values()]
    return next(iter([*mine, *led]), None)


def visible(held: Mandate) -> Q:
    """The condition on incidents one may see: of one's own offices and those below, and under circulars of one's office."""
    return held.below("office_path") | Q(paper__office__in=held.office_ids)


def incidents_for(user: User, paper: Paper, on: date | None = None) -> QuerySet[Incident]:
    """The incidents of a circular that `user` may see, the newest first."""
    found = Incident.objects.filter(visible(mandate(user, on)), paper=paper)
    return found.select_related("post__office", "by")


def incident(user: User, pk: int, to: IncidentRight = "see", on: date | None = None) -> Incident:
    """The incident, if `user` may do `to` with it; else `NotYours`, whether or not it exists."""
    held = mandate(user, on)
    found = Incident.objects.filter(visible(held), pk=pk)
    one = found.select_related("paper__office", "post__office", "by").defer("paper__content", "paper__doubts").first()
    if one is None or to not in rights(held, one):
        raise NotYours
    return one


def rights(held: Mandate, found: Incident) -> frozenset[IncidentRight]:
    """What one may do with an incident one may see: who reported it and who leads an office that sees it adds what was
    done; the head and the focal post of the office that issued the circular close it.
    """
    given: set[IncidentRight] = {"see"}
    if found.post_id in held.post_ids or held.led:
        given.add("follow")
    if found.paper.office_id in held.led:
        given.add("close")
    return frozenset(given)
