"""Alarms: an incident goes to every post above at once, and a late report after the hours its circular names."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime

from django.utils import timezone

from angikar.duties.incidents.queries import alarmed
from angikar.duties.models import OWED, Duty, Incident
from angikar.history.queries import known_since
from angikar.notices import sentences
from angikar.notices.actions import Message, notify
from angikar.notices.models import NoticeKind
from angikar.offices.addressing import Register
from angikar.offices.models import Officer, Post
from angikar.papers.models import Paper, State
from angikar.rules.kinds import WITH_DIRECTIVES
from angikar.rules.schedule.reminding import Escalation, hours_late, reached

_LONGEST = 160
"""Characters of what happened that a notice holds."""


def raise_alarm(incident: Incident, by: Officer, on: date) -> None:
    """Notify every post that an incident alarms, on the page and by SMS where it is open."""
    fields = incident.fields
    both = sentences.BREACH_REPORTED.both(
        office=incident.post.office.name,
        against=str(fields.get("against", ""))[:_LONGEST],
        what=str(fields.get("what", ""))[:_LONGEST],
    )
    message = Message(f"incident:{incident.pk}", NoticeKind.ALARM, *both, f"/incidents/{incident.pk}/", incident.paper)
    notify(message.to(alarmed(incident)), day=on, by=by)


def escalate(now: datetime) -> int:
    """Notify the posts a circular names of the reports that have been late for so many hours: once for each late day of a post
    and each step. Returns how many notices were new.
    """
    here = timezone.localtime(now)
    since = known_since(here.date())
    papers = Paper.objects.filter(
        kind__in=WITH_DIRECTIVES, state=State.ISSUED, duties__state__in=OWED, duties__due__range=(since, here.date())
    )
    messages: list[tuple[Message, Post]] = []
    for paper in papers.select_related("office").distinct():
        steps = tuple(Escalation.model_validate(each) for each in paper.content.get("escalation", ()))
        messages += _late(paper, steps, since, here) if steps else []
    return notify(messages, day=here.date()) if messages else 0


def _late(paper: Paper, steps: tuple[Escalation, ...], since: date, now: datetime) -> list[tuple[Message, Post]]:
    """The messages about one circular's late reports, each with its receiver."""
    owed = Duty.objects.filter(paper=paper, state__in=OWED, due__range=(since, now.date())).exclude(kind="acknowledge")
    late: dict[tuple[str, int, int], list[Duty]] = defaultdict(list)
    hours: dict[int, int] = {}
    for duty in owed.select_related("post__office"):
        hours[duty.pk] = hours_late(duty.due or now.date(), duty.due_at, now)
        for step in reached(steps, hours[duty.pk]):
            late[step.to, step.after, duty.post_id].append(duty)
    receivers = _Receivers(paper, [duties[0].post for duties in late.values()])
    return [
        pair
        for (to, after, _), duties in late.items()
        for duty in duties
        for pair in _message(paper, duty, after, hours[duty.pk]).to(receivers.of(to, duty.post))
    ]


def _message(paper: Paper, duty: Duty, after: int, late: int) -> Message:
    both = sentences.REPORT_HOURS_LATE.both(
        post=str(duty.post), hours=late, duty=duty.text[:_LONGEST], paper=paper.title
    )
    return Message(f"late:{duty.pk}:{after}", NoticeKind.ESCALATION, *both, f"/duties/{duty.pk}/", paper, at_once=True)


class _Receivers:
    """The posts that the escalation steps of one circular name; read at once for all the posts that are late."""

    def __init__(self, paper: Paper, late: list[Post]) -> None:
        above = {post.office.parent_id for post in late if post.office.parent_id}
        heads = Post.objects.filter(office__in={*above, paper.office_id}, is_head=True).select_related("office")
        self._heads = {post.office_id: post for post in heads}
        self._issuer = paper.office
        self._named: dict[str, tuple[Post, ...]] = {}

    def of(self, to: str, late: Post) -> tuple[Post, ...]:
        """The posts that a step (`superior`, `issuer`, or words for posts) names for a post that is late."""
        if to in ("superior", "issuer"):
            head = self._heads.get(late.office.parent_id or 0 if to == "superior" else self._issuer.pk)
            return (head,) if head else ()
        if to not in self._named:
            self._named[to] = Register(self._issuer).expand(to).posts
        return self._named[to]
