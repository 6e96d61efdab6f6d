"""What is done with standings: a plan is counted anew, and the ranks of a day are kept."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from angikar.duties.models import Duty, Line
from angikar.history.actions import record
from angikar.offices.models import Officer
from angikar.papers.models import Paper, State
from angikar.standings.models import LineScore, PlanScore, Rank, Tally, Turnout
from angikar.standings.queries import Scope, is_evaluated, rank, score_of
from angikar.standings.rebuild import Reckoned, reckon
from angikar.standings.receivers import store
from angikar.standings.tally import SCORED

_WHOLE = ("claimed", "accepted", "full", "lines", "reported", "settled", "pending", "excused")
_ANSWERED = ("quarter", "due", "asked", "told", "late", "excused")


def recount(paper: Paper, *, by: Officer | None) -> int:
    """Count an issued plan anew from its reports, in place of what was kept as they came in; returns how many rows
    differed, which is none unless something is amiss. A paper that is no plan in force has none.
    """
    with transaction.atomic():
        tallies = list(Tally.objects.select_for_update(of=("self",)).filter(paper=paper).order_by("pk"))
        fresh = Paper.objects.select_related("office", "counterpart").get(pk=paper.pk)
        lines, duties = Line.objects.filter(paper=fresh), list(_duties(fresh))
        made = reckon(fresh, lines, duties) if fresh.state == State.ISSUED else None
        if made is None:
            return 0
        differing = _differing(made, tallies)
        if differing:
            for kept in (LineScore, Tally, Turnout, PlanScore):
                kept.objects.filter(paper=fresh).delete()
            store(made)
        record("standings.recount", fresh, by=by, now={"differed": differing})
    return differing


def keep_ranks(scope: Scope, *, by: Officer | None, day: date) -> int:
    """Keep the places of a scope as they stand on a day, in place of what was kept of that day before; returns how many
    plans were ranked.
    """
    with transaction.atomic():
        places = rank(scope.narrow(PlanScore.objects.filter(in_force=True)))
        Rank.objects.filter(day=day, scope=scope.name).delete()
        rows = [
            Rank(day=day, scope=scope.name, paper_id=each.what.pk, rank=each.rank, tied=each.tied,
                 score=score_of(each.what) or 0, evaluated=is_evaluated(each.what))
            for each in places
        ]  # fmt: skip
        Rank.objects.bulk_create(rows)
        if scope.under is not None:
            record("standings.keep_ranks", scope.under, by=by, now={"scope": scope.name, "ranked": len(rows)})
    return len(rows)


def _duties(paper: Paper) -> QuerySet[Duty]:
    return Duty.objects.filter(paper=paper, line__isnull=False).select_related("line")


def _differing(made: Reckoned, tallies: list[Tally]) -> int:
    """How many rows of a plan are not what they should be: lines, quarters and the plan itself."""
    paper = made.plan.paper_id
    said = {each.line_id: each for each in LineScore.objects.filter(paper=paper)}
    kept = {each.line_id: _line(each, said.get(each.line_id)) for each in tallies}
    wanted = {each.line_id: _line(each, score) for each, score in zip(made.tallies, made.scores, strict=True)}
    had = {tuple(getattr(each, name) for name in _ANSWERED) for each in Turnout.objects.filter(paper=paper)}
    have = {tuple(getattr(each, name) for name in _ANSWERED) for each in made.turnouts}
    quarters = {each[0] for each in had ^ have}
    plan = PlanScore.objects.filter(paper=paper).first()
    whole = plan is None or any(getattr(plan, name) != getattr(made.plan, name) for name in _WHOLE)
    lines = sum(kept.get(pk) != wanted.get(pk) for pk in kept.keys() | wanted.keys())
    return lines + len(quarters) + int(whole)


def _line(tally: Tally, score: LineScore | None) -> tuple[object, ...]:
    marks = tuple(getattr(score, name) for name in SCORED) if score else ()
    return (tally.excused, tally.unlike, tally.stands_for_id, *marks)
