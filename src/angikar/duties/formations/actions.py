"""What is done with the bodies of a circular: an office forms one, or names one it has already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Concat

from angikar.duties.events import DutiesPlaced
from angikar.duties.formations import sentences
from angikar.duties.formations.queries import asked_of, leading_post
from angikar.duties.models import OWED, Duty, Formation
from angikar.duties.rescheduling import reschedule
from angikar.history.actions import record
from angikar.history.publishing import publish
from angikar.history.refusal import Refused
from angikar.offices.bodies import actions as bodies
from angikar.offices.bodies.actions import NewMember
from angikar.offices.models import Body, BodyKind, Office, Officer
from angikar.papers.models import Paper, State
from angikar.rules import duty_key
from angikar.rules.bangla.text import key

_KINDS = ((BodyKind.TEAM, ("টিম", "দল")), (BodyKind.CELL, ("সেল",)))


def form(
    paper: Paper,
    name: str,
    office: Office,
    seats: Sequence[NewMember],
    *,
    day: date,
    by: Officer,
    today: date,
    area: str = "",
) -> Formation:
    """Form the body that a circular calls `name` in an office, from a day on, with its first members; its tasks are those of
    the circular. What the circular asks of it rests from now on with the post that leads it, counted from that day.

    Raises `Refused` as `bodies.form` does, for a name the circular does not form, for a circular that is not in force, and
    for a day that has not come.
    """
    with transaction.atomic():
        fresh = Paper.objects.select_for_update(of=("self",)).select_related("office").get(pk=paper.pk)
        described = _described(fresh, name, day, today)
        tasks = [str(task) for task in described.get("tasks", ())]
        body = bodies.form(office, name, seats, day=day, by=by, kind=_kind(name), area=area, tasks=tasks)
        formation = _enter(fresh, name, body, today)
        record("formation.form", formation, by=by, now={"paper": fresh.pk, "body": body.pk, "day": day.isoformat()})
    return formation


def adopt(paper: Paper, name: str, body: Body, *, by: Officer, today: date) -> Formation:
    """Say that a body the office has already is the one a circular calls `name`. Raises `Refused` like `form`, for a body that
    is entered already, and for one that has ended.
    """
    with transaction.atomic():
        fresh = Paper.objects.select_for_update(of=("self",)).select_related("office").get(pk=paper.pk)
        _described(fresh, name, body.since, today)
        if body.until is not None or Formation.objects.filter(paper=fresh, body=body).exists():
            raise Refused(sentences.BODY_ENTERED_OR_ENDED)
        formation = _enter(fresh, name, body, today)
        record("formation.adopt", formation, by=by, now={"paper": fresh.pk, "body": body.pk})
    return formation


def order(formation: Formation, letter: Paper, *, by: Officer) -> Formation:
    """Remember the letter that was drafted as the order of formation."""
    with transaction.atomic():
        fresh = Formation.objects.select_for_update().get(pk=formation.pk)
        was, fresh.order = fresh.order_id, letter
        fresh.save(update_fields=["order"])
        record("formation.order", fresh, by=by, was=was, now=letter.pk)
    return fresh


def _described(fresh: Paper, name: str, day: date, today: date) -> dict[str, Any]:
    """How the circular describes a body."""
    named = [each for each in fresh.content.get("bodies", ()) if each["name"] == name]
    if fresh.state != State.ISSUED or not named:
        raise Refused(sentences.BODY_NOT_IN_CIRCULAR)
    if day > today:
        raise Refused(sentences.FORMATION_AHEAD)
    return dict(named[0])


def _kind(name: str) -> str:
    words = key(name)
    return next((kind for kind, ends in _KINDS if words.endswith(tuple(map(key, ends)))), BodyKind.COMMITTEE)


def _enter(fresh: Paper, name: str, body: Body, today: date) -> Formation:
    """Enter the body under its name: it takes over what its office owed in its place, and the days count from its own."""
    formation = Formation.objects.create(paper=fresh, name=name, body=body)
    _take_over(
        Duty.objects.filter(paper=fresh, kind="report", body=None, post__office=body.office_id, asked__body=name), body
    )
    reschedule(
        fresh, asked_of(fresh, name, body), Duty.objects.filter(paper=fresh, kind="report", body=body), today, body
    )
    publish(DutiesPlaced(fresh))
    return formation


def _take_over(rows: QuerySet[Duty], body: Body) -> None:
    """What was answered before stays with the post that answered; what is owed goes to the post that leads the body."""
    numbers, leader = list(rows.values_list("pk", flat=True)), leading_post(body)
    taken = Duty.objects.filter(pk__in=numbers)
    taken.update(body=body, key=Concat("key", Value(duty_key.ending(body.pk))), version=F("version") + 1)
    if leader is not None:
        taken.filter(state__in=OWED).update(post=leader)
