"""What formations follow: what a body owes goes to the post that leads it from now on, and to the circular that takes the place
of the one it was formed for, in the same transaction.

These are no verbs of an office: the actions they follow have their own entries in the history.
"""

from __future__ import annotations

from angikar.duties.events import DutiesPlaced, PaperIssued
from angikar.duties.formations.queries import asked_of, leading_post
from angikar.duties.models import OWED, Duty, DutyState, Formation
from angikar.duties.rescheduling import reschedule
from angikar.history.publishing import publish
from angikar.offices.events import LeaderChanged
from angikar.papers.models import Paper


def give_duties_to_leader(event: LeaderChanged) -> None:
    """Move what the body still owes to the post of its new leader."""
    body = event.body
    leader = leading_post(body)
    if leader is None:
        return
    owed = Duty.objects.filter(body=body, state__in=OWED)
    papers = list(Paper.objects.filter(pk__in=owed.values("paper")))
    owed.update(post=leader)
    for paper in papers:
        publish(DutiesPlaced(paper))


def move_formations(event: PaperIssued) -> None:
    """Where a circular replaces another, move the bodies that both name to the new one, with all they have answered."""
    paper, replaced = event.paper, event.replaced
    if replaced is None or paper.issued_at is None:
        return
    names = {each["name"] for each in paper.content.get("bodies", ())}
    own = Duty.objects.filter(kind="report")
    for formation in Formation.objects.filter(paper=replaced, name__in=names).select_related("body"):
        body = formation.body
        Formation.objects.filter(pk=formation.pk).update(paper=paper)
        own.filter(paper=replaced, body=body).update(paper=paper)
        own_duties = own.filter(paper=paper, body=None, post__office=body.office_id, asked__body=formation.name)
        own_duties.filter(state=DutyState.OPEN).update(state=DutyState.WITHDRAWN)
        reschedule(
            paper, asked_of(paper, formation.name, body), own.filter(paper=paper, body=body), paper.issued_at, body
        )
    own.filter(paper=replaced, body__isnull=False, state__in=OWED).update(state=DutyState.WITHDRAWN)
