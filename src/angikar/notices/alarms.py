"""Alarms: an incident told to everybody above at once, and a late report told after the hours its circular names."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from angikar.duties.incidents.queries import alarmed
from angikar.duties.models import OWED, Duty, Incident
from angikar.notices.actions import Word, tell
from angikar.notices.models import NoticeKind
from angikar.offices.addressing import Register
from angikar.offices.models import Officer, Post
from angikar.papers.models import Paper, State
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.schedule.reminding import Escalation, hours_late, reached

_SHORT = 160  # characters of what happened that a notice holds


def raised(incident: Incident, by: Officer, on: date, **_: Any) -> None:
    """Tell everybody who is alarmed by an incident, on the page and by SMS where it is open."""
    fields, where = incident.fields, incident.post.office.name
    what, against = str(fields.get("what", ""))[:_SHORT], str(fields.get("against", ""))[:_SHORT]
    word = Word(
        f"incident:{incident.pk}",
        NoticeKind.ALARM,
        f"আচরণবিধি লঙ্ঘন, {where}: {against}: {what}",
        f"Breach of the code, {where}: {against}: {what}",
        f"/incidents/{incident.pk}/",
        incident.paper,
    )
    tell(word.to(alarmed(incident)), day=on, by=by)


def escalate(now: datetime) -> int:
    """Tell those whom a circular names of the reports that have been late for so many hours; each post's late day and each
    step is told once. Returns how many were told.
    """
    here = timezone.localtime(now)
    papers = Paper.objects.filter(
        kind="circular", state=State.ISSUED, duties__state__in=OWED, duties__due__lte=here.date()
    )
    words: list[tuple[Word, Post]] = []
    for paper in papers.select_related("office").distinct():
        steps = tuple(Escalation.model_validate(each) for each in paper.content.get("escalation", ()))
        words += _late(paper, steps, here) if steps else []
    return tell(words, day=here.date()) if words else 0


def _late(paper: Paper, steps: tuple[Escalation, ...], now: datetime) -> list[tuple[Word, Post]]:
    """What is to be told of one circular's late reports, and to whom."""
    owed = Duty.objects.filter(paper=paper, state__in=OWED, due__lte=now.date()).exclude(kind="acknowledge")
    late: dict[tuple[str, int, int], list[Duty]] = defaultdict(list)
    hours: dict[int, int] = {}
    for duty in owed.select_related("post__office"):
        hours[duty.pk] = hours_late(duty.due or now.date(), duty.due_at, now)
        for step in reached(steps, hours[duty.pk]):
            late[step.to, step.after, duty.post_id].append(duty)
    told = _Told(paper, [duties[0].post for duties in late.values()])
    return [
        pair
        for (to, after, _), duties in late.items()
        for duty in duties
        for pair in _word(paper, duty, after, hours[duty.pk]).to(told.posts(to, duty.post))
    ]


def _word(paper: Paper, duty: Duty, after: int, late: int) -> Word:
    key = f"late:{duty.pk}:{after}"
    text = f"{duty.post}: {to_bangla(str(late))} ঘণ্টা দেরি: {duty.text[:_SHORT]} ({paper.title})"
    text_en = f"{duty.post}: {late} hours late: {duty.text[:_SHORT]} ({paper.title})"
    return Word(key, NoticeKind.ESCALATION, text, text_en, f"/duties/{duty.pk}/", paper)


class _Told:
    """Whom the steps of one circular lead to; read at once for all the posts that are late."""

    def __init__(self, paper: Paper, late: list[Post]) -> None:
        above = {post.office.parent_id for post in late if post.office.parent_id}
        heads = Post.objects.filter(office__in={*above, paper.office_id}, is_head=True).select_related("office")
        self._heads = {post.office_id: post for post in heads}
        self._issuer = paper.office
        self._named: dict[str, tuple[Post, ...]] = {}

    def posts(self, to: str, late: Post) -> tuple[Post, ...]:
        """The posts a step tells of a post that is late."""
        if to in ("superior", "issuer"):
            head = self._heads.get(late.office.parent_id or 0 if to == "superior" else self._issuer.pk)
            return (head,) if head else ()
        if to not in self._named:
            self._named[to] = Register(self._issuer).expand(to).posts
        return self._named[to]
