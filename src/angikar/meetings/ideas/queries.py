"""Reading ideas: found by their words, counted by state and by office, and every step with its word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from angikar.history.models import Entry
from angikar.meetings.models import Idea, IdeaState
from angikar.offices import tree
from angikar.offices.models import Body, Office
from angikar.rules.bangla.search import asked


@dataclass(frozen=True, slots=True)
class IdeaStep:
    """One step of an idea: its new state, the officer and his post, the day and the words."""

    state: str
    who: str
    on: str
    words: str


def found(ideas: QuerySet[Idea], question: str) -> QuerySet[Idea]:
    """Those that hold every word of a question, however it is spelt."""
    for word in asked(question):
        ideas = ideas.filter(folded__contains=word)
    return ideas


def states(ideas: QuerySet[Idea]) -> list[tuple[str, int]]:
    """How many ideas are in each state, every state in its order: one query."""
    counts = dict(ideas.order_by().values_list("state").annotate(Count("pk")))
    return [(state, counts.get(state, 0)) for state in IdeaState.values]


def silent(ideas: QuerySet[Idea], under: QuerySet[Office]) -> QuerySet[Office]:
    """The offices that have none of these ideas."""
    return under.exclude(pk__in=ideas.order_by().values("office"))


def teams(office: Office) -> QuerySet[Body]:
    """The bodies an office may submit to: those of its own and of the offices above it, the nearest first."""
    above = (*tree.ancestors(office.path), office.path)
    return (
        Body.objects.filter(until=None, office__path__in=above)
        .select_related("office")
        .order_by("-office__path", "name")
    )


def steps(idea: Idea) -> Iterator[IdeaStep]:
    """Every step of an idea from its submission on: one query."""
    entries = Entry.objects.filter(kind=idea._meta.label_lower, object_id=idea.pk).order_by("pk")
    for entry in entries:
        now = entry.now or {}
        who = ", ".join(part for part in (entry.officer_name, entry.post_title) if part)
        yield IdeaStep(
            now.get("state", IdeaState.SUBMITTED), who, now.get("day") or f"{entry.at:%Y-%m-%d}", now.get("words", "")
        )
