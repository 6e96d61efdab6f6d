"""Reading standings: plans ranked in a scope, which quarter is reported, the years of one office, one's own place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.db.models import QuerySet

from angikar.offices.models import Office
from angikar.rules.scoring.ranks import Ranked, ranked
from angikar.standings.models import PlanScore, Rank, Turnout

QUARTERS = (1, 2, 3, 4)
Reach = Literal["below", "direct"]
QuarterStateName = Literal["reported", "late", "missing", "not_due", "not_applicable", "not_asked"]


@dataclass(frozen=True, slots=True)
class Scope:
    """The plans that are ranked together: those of one year and kind (with `subject` one of the reform plans), `under` an
    office. Reach `below` means the office and all below it, `direct` those it looks over; `level` limits the kind of office.
    """

    fiscal_year: str
    kind: str
    subject: str = ""
    under: Office | None = None
    reach: Reach = "below"
    level: str = ""

    @property
    def name(self) -> str:
        """The scope as the history of ranks stores it."""
        where = f"{self.reach}:{self.under.path}" if self.under else "all"
        return "|".join((self.fiscal_year, self.kind, self.subject, where, self.level))

    def narrow(self, rows: QuerySet[PlanScore]) -> QuerySet[PlanScore]:
        """The rows that lie in the scope."""
        rows = rows.filter(fiscal_year=self.fiscal_year, kind=self.kind, subject=self.subject)
        if self.under is not None and self.reach == "direct":
            rows = rows.filter(superior=self.under)
        elif self.under is not None:
            rows = rows.filter(office__in=Office.objects.under(self.under.path))
        return rows.filter(office__kind=self.level) if self.level else rows


@dataclass(frozen=True, slots=True)
class QuarterState:
    """The state of one quarter of a plan on a day: `reported` of `asked` figures, how many came `late`, how many are `excused`."""

    state: QuarterStateName
    asked: int = 0
    reported: int = 0
    late: int = 0
    excused: int = 0


@dataclass(frozen=True, slots=True)
class PlanStanding:
    """One plan in its scope: the ranked score in hundredths, and whether it is the accepted one. Without a report, or where the
    form gives no marks, `score` and `place` are None.
    """

    plan: PlanScore
    score: int | None
    evaluated: bool
    quarters: tuple[QuarterState, ...]
    place: Ranked[PlanScore] | None = None


def standings(rows: QuerySet[PlanScore], scope: Scope, today: date) -> list[PlanStanding]:
    """The plans of a scope: the ranked ones first, then those without a score, by office. Two queries."""
    plans = list(scope.narrow(rows))
    answered = turnouts(plans, today)
    places = rank(plans)
    listed = [each.what for each in places]
    rest = sorted((plan for plan in plans if score_of(plan) is None), key=lambda plan: plan.office_path)
    by_plan = {each.what.pk: each for each in places}
    return [
        PlanStanding(plan, score_of(plan), is_evaluated(plan), answered[plan.pk], by_plan.get(plan.pk))
        for plan in (*listed, *rest)
    ]


def rank(plans: Iterable[PlanScore]) -> list[Ranked[PlanScore]]:
    """The plans that have a score, the best first; in a tie by the path of the office."""
    having = [plan for plan in plans if score_of(plan) is not None]
    return ranked(having, lambda plan: score_of(plan) or 0, lambda plan: f"{plan.office_path} {plan.pk:09}")


def is_evaluated(plan: PlanScore) -> bool:
    """Whether all that was reported of a plan has been looked over and accepted."""
    return plan.settled > 0 and plan.pending == 0


def score_of(plan: PlanScore) -> int | None:
    """The score a plan is ranked by: the accepted one once it is evaluated, the claimed one before; None without a report or
    where the form gives no marks.
    """
    if plan.claimed is None or not plan.reported:
        return None
    return plan.accepted if is_evaluated(plan) else plan.claimed


def turnouts(plans: Iterable[PlanScore], today: date) -> dict[int, tuple[QuarterState, ...]]:
    """The state of every quarter of each plan, by the number of the plan: one query for all."""
    plans = list(plans)
    found: dict[int, dict[int, Turnout]] = defaultdict(dict)
    for each in Turnout.objects.filter(paper__in=[plan.pk for plan in plans]):
        found[each.paper_id][each.quarter] = each
    return {plan.pk: tuple(answered(found[plan.pk].get(quarter), today) for quarter in QUARTERS) for plan in plans}


def answered(turnout: Turnout | None, today: date) -> QuarterState:
    """The state of a quarter on a day. A report is missing once the day is over; before, it is not due."""
    if turnout is None or not turnout.asked:
        return QuarterState("not_asked")
    numbers = turnout.asked, turnout.reported, turnout.late, turnout.excused
    if turnout.excused == turnout.asked:
        return QuarterState("not_applicable", *numbers)
    if turnout.reported + turnout.excused >= turnout.asked:
        return QuarterState("late" if turnout.late else "reported", *numbers)
    over = turnout.due is not None and today > turnout.due
    return QuarterState("missing" if over else "not_due", *numbers)


def years_of(rows: QuerySet[PlanScore], office: Office, kind: str, subject: str = "") -> list[PlanScore]:
    """The plans of one office and kind in all years, the oldest first."""
    return list(rows.filter(office=office, kind=kind, subject=subject).order_by("fiscal_year", "pk"))


def own_places(peers: QuerySet[PlanScore], offices: Iterable[int], scope: Scope) -> list[tuple[Ranked[PlanScore], int]]:
    """The places of one's own offices among all that the same office looks over, each with the number of ranked plans."""
    wanted = set(offices)
    groups: dict[int | None, list[PlanScore]] = defaultdict(list)
    for plan in peers.filter(fiscal_year=scope.fiscal_year, kind=scope.kind, subject=scope.subject):
        groups[plan.superior_id].append(plan)
    found = []
    for plans in groups.values():
        places = rank(plans)
        found += [(each, len(places)) for each in places if each.what.office_id in wanted]
    return found


def ranks_of(paper: int, scope: Scope) -> QuerySet[Rank]:
    """The stored places of a plan in a scope, by day."""
    return Rank.objects.filter(paper=paper, scope=scope.name).order_by("day")
