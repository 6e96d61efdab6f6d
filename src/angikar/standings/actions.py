"""The actions of standings: count a plan again, and store the ranks of a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from angikar.duties.models import Duty, Line
from angikar.history.actions import record
from angikar.history.refusal import Refused
from angikar.offices.models import Officer
from angikar.papers.models import Paper, State
from angikar.standings.engine.numbers import DamagedNumbers
from angikar.standings.models import LinkedLine, PlanScore, PlanTally, Rank, Turnout
from angikar.standings.plan_tallies import scores_of, tallies_of
from angikar.standings.queries import Scope, rank, score_of
from angikar.standings.rebuild import PlanRows, compute
from angikar.standings.receivers import store
from angikar.standings.tally import LineScore, Tally, scored

_WHOLE = ("claimed", "accepted", "full", "unscored", "lines", "reported", "settled", "pending", "excused", "quarters")
_OF_QUARTER = ("quarter", "due", "asked", "reported", "late", "excused")


def recount(paper: Paper, *, by: Officer | None) -> int:
    """Compute the rows of an issued plan again from its reports and replace the stored rows where any differs. Returns how many
    rows differed: 0 unless there is an error. A paper that is no plan in force has no rows.
    """
    with transaction.atomic():
        kept = PlanTally.objects.select_for_update(of=("self",)).filter(paper=paper).first()
        fresh = Paper.objects.select_related("office", "counterpart").get(pk=paper.pk)
        lines, duties = Line.objects.filter(paper=fresh), list(_duties(fresh))
        made = compute(fresh, lines, duties) if fresh.state == State.ISSUED else None
        if made is None:
            return 0
        differing = _differing(made, kept)
        if differing:
            made.plan.version = 1 + max(
                PlanScore.objects.filter(paper=fresh).values_list("version", flat=True), default=0
            )
            for model in (LinkedLine, PlanTally, Turnout, PlanScore):
                model.objects.filter(paper=fresh).delete()
            store(made)
        record("standings.recount", fresh, by=by, now={"differed": differing})
    return differing


def keep_ranks(scope: Scope, *, by: Officer | None, day: date) -> int:
    """Store the places of a scope by its basis on a day, in place of those stored by the same basis for that day before. Returns how many plans were
    ranked.
    """
    with transaction.atomic():
        places = rank(scope.narrow(PlanScore.objects.filter(in_force=True)), scope.basis)
        Rank.objects.filter(day=day, scope=scope.name, basis=scope.basis).delete()
        rows = [
            Rank(
                day=day,
                scope=scope.name,
                basis=scope.basis,
                paper_id=each.what.pk,
                rank=each.rank,
                tied=each.tied,
                score=score_of(each.what, scope.basis) or 0,
                evaluated=scope.basis == "accepted",
            )
            for each in places
        ]
        Rank.objects.bulk_create(  # another may be storing the same day at the same moment
            rows,
            update_conflicts=True,
            unique_fields=("day", "scope", "basis", "paper"),
            update_fields=("rank", "tied", "score", "evaluated"),
        )
        if scope.under is not None:
            record(
                "standings.keep_ranks",
                scope.under,
                by=by,
                now={"scope": scope.name, "basis": scope.basis, "ranked": len(rows)},
            )
    return len(rows)


def _duties(paper: Paper) -> QuerySet[Duty]:
    return Duty.objects.filter(paper=paper, line__isnull=False).select_related("line")


def _differing(made: PlanRows, kept: PlanTally | None) -> int:
    """How many stored rows of a plan differ from the computed ones: lines, quarters and the plan itself."""
    paper = made.plan.paper_id
    stored, linked = _stored_lines(kept), _links(LinkedLine.objects.filter(paper=paper))
    wanted, to_link = {each.line_id: (each, scored(each)) for each in made.tallies}, _links(made.links)
    had = {tuple(getattr(each, name) for name in _OF_QUARTER) for each in Turnout.objects.filter(paper=paper)}
    have = {tuple(getattr(each, name) for name in _OF_QUARTER) for each in made.turnouts}
    quarters = {each[0] for each in had ^ have}
    plan = PlanScore.objects.filter(paper=paper).first()
    whole = plan is None or any(getattr(plan, name) != getattr(made.plan, name) for name in _WHOLE)
    lines = stored.keys() | wanted.keys() | linked.keys() | to_link.keys()
    differing = sum(stored.get(pk) != wanted.get(pk) or linked.get(pk) != to_link.get(pk) for pk in lines)
    return differing + len(quarters) + int(whole)


def _stored_lines(kept: PlanTally | None) -> dict[int, tuple[Tally, LineScore]]:
    """What is stored of each line, with what it earns; nothing where that cannot be read."""
    try:
        found = [] if kept is None else list(zip(tallies_of(kept), scores_of(kept), strict=True))
    except (Refused, DamagedNumbers, ValueError):
        return {}
    return {tally.line_id: (tally, score) for tally, score in found}


def _links(rows: Iterable[LinkedLine]) -> dict[int, tuple[int, int | None]]:
    return {each.line_id: (each.inner_id, each.full) for each in rows}
