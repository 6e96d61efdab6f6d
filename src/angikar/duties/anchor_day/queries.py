"""Which day a circular counts from today, the one it was issued with or was moved to since, and what falls due on which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.db.models import Count, F, Q

from angikar.duties.models import OWED, Duty, DutyState, MovedDay
from angikar.papers.models import Paper


def anchor_of(paper: Paper) -> date | None:
    """The day everything leads to, as it is in force; `None` where the paper names none."""
    moved = MovedDay.objects.filter(paper=paper).order_by("-pk").values_list("day", flat=True).first()
    written = paper.content.get("anchor")
    return moved or (date.fromisoformat(written) if written else None)


def in_force(paper: Paper, *, formation: date | None = None) -> Any:
    """The content of a paper as its duties follow from it now: with the day it was moved to, and with the day on which a
    body was formed where one is given.
    """
    anchor = anchor_of(paper)
    days = {"anchor": anchor.isoformat() if anchor else None}
    if formation is not None:
        days["formation"] = formation.isoformat()
    return paper.value().model_copy(update=days)


def moves(paper: Paper) -> list[MovedDay]:
    """How the day was moved, the first move first."""
    return list(MovedDay.objects.filter(paper=paper).select_related("by", "post__office"))


@dataclass(frozen=True, slots=True)
class Falling:
    """What one directive asks at one moment: of how many, and how many have answered."""

    day: date
    at: time | None
    code: str
    text: str
    on_issue: bool
    asked: int
    answered: int


def calendar(paper: Paper) -> list[Falling]:
    """What a circular asks day by day and hour by hour, by any post: one query, however many they are."""
    rows = Duty.objects.filter(paper=paper, kind="report", due__isnull=False).exclude(state=DutyState.WITHDRAWN)
    moments = rows.values_list("due", "due_at", "text", "due_on_issue").annotate(
        asked=Count("pk"), done=Count("pk", filter=~Q(state__in=OWED))
    )
    found = []
    for day, at, text, on_issue, asked, done in moments.order_by("due", F("due_at").asc(nulls_last=True), "text"):
        code, _, words = text.partition(" ")
        found.append(Falling(day, at, code, words, on_issue, asked, done))
    return found
