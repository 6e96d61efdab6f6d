"""What is kept of the quarters of plans, compared with their turnouts."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from angikar.standings.models import PlanScore, Turnout
from angikar.standings.quarters.kept import kept_of

_AT_ONCE = 2_000


def differing() -> list[int]:
    """The plans in force whose kept quarters do not say what their turnouts say, by the numbers of their papers: two queries."""
    in_force = PlanScore.objects.filter(in_force=True).order_by("paper").values_list("paper", "quarters")
    kept = dict(in_force.iterator(_AT_ONCE))
    rows = Turnout.objects.filter(paper__score__in_force=True).order_by("paper").iterator(_AT_ONCE)
    found = {paper: kept_of(turnouts) for paper, turnouts in groupby(rows, attrgetter("paper_id"))}
    empty = kept_of(())
    return [paper for paper, text in kept.items() if text != found.get(paper, empty)]
