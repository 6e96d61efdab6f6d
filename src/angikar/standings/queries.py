"""Reading standings: plans ranked in a scope by one basis, which quarter is reported, the years of one office, one's own place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.db.models import QuerySet

from angikar.duties.models import Evaluation
from angikar.offices.models import Office
from angikar.rules.scoring.ranks import Ranked, ranked
from angikar.rules.scoring.whole.marks import BY_DEFAULT, Basis, PlanMark, PlanMarks
from angikar.standings.models import PlanScore, Rank, Turnout

QUARTERS = (1, 2, 3, 4)
Reach = Literal["below", "direct"]
QuarterStateName = Literal["reported", "late", "missing", "not_due", "not_applicable", "not_asked"]


@dataclass(frozen=True, slots=True)
class Scope:
    """The plans that are ranked together: those of one year and kind (with `subject` one of the reform plans), `under` an
    office. Reach `below` means the office and all below it, `direct` those it looks over; `level` limits the kind of office. They are
    ranked by the marks of one `basis`, never by claimed and accepted ones together.
    """

    fiscal_year: str
    kind: str
    subject: str = ""
    under: Office | None = None
    reach: Reach = "below"
    level: str = ""
    basis: Basis = BY_DEFAULT

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
    """One plan in its scope with its marks, and its place by those of the `basis` that is ranked by. Without such marks there is no place."""

    plan: PlanScore
    marks: PlanMarks
    basis: Basis
    quarters: tuple[QuarterState, ...]
    place: Ranked[PlanScore] | None = None

    @property
    def mark(self) -> PlanMark:
        """The mark it is ranked by, or why there is none."""
        return self.marks.of(self.basis)

    @property
    def score(self) -> int | None:
        """The mark it is ranked by, in hundredths."""
        return self.mark.mark


def standings(rows: QuerySet[PlanScore], scope: Scope, today: date) -> list[PlanStanding]:
    """The plans of a scope: the ranked ones first, then those without a score, by office. Three queries."""
    plans = list(scope.narrow(rows))
    places = rank(plans, scope.basis)
    listed = [each.what for each in places]
    unranked = (plan for plan in plans if score_of(plan, scope.basis) is None)
    rest = sorted(unranked, key=lambda plan: plan.office_path)
    by_plan = {each.what.pk: each for each in places}
    return with_marks([*listed, *rest], by_plan, scope, today)


def with_marks(
    plans: Sequence[PlanScore], places: Mapping[int, Ranked[PlanScore]], scope: Scope, today: date
) -> list[PlanStanding]:
    """Plans in this order with their marks, their quarters and their places: two queries."""
    answered, fixed = turnouts(plans, today), finals(plan.pk for plan in plans)
    return [
        PlanStanding(plan, marks_of(plan, final=plan.pk in fixed), scope.basis, answered[plan.pk], places.get(plan.pk))
        for plan in plans
    ]


def rank(plans: Iterable[PlanScore], basis: Basis) -> list[Ranked[PlanScore]]:
    """The plans that have marks of a basis, the best first; in a tie by the path of the office."""
    having = [plan for plan in plans if score_of(plan, basis) is not None]
    return ranked(having, lambda plan: score_of(plan, basis) or 0, lambda plan: f"{plan.office_path} {plan.pk:09}")


def marks_of(plan: PlanScore, *, final: bool = False) -> PlanMarks:
    """The marks of a plan as they are kept; the accepted ones are `final` once its year is evaluated."""
    return PlanMarks(
        claimed=plan.claimed or 0,
        accepted=plan.accepted or 0,
        full=plan.full,
        unscored=plan.unscored,
        has_marks=plan.claimed is not None,
        is_reported=plan.reported > 0,
        is_settled=plan.settled > 0,
        is_final=final,
    )


def finals(plans: Iterable[int]) -> set[int]:
    """Which of these plans have an evaluation in force: one query."""
    fixed = Evaluation.objects.in_force().filter(paper__in=list(plans))
    return set(fixed.values_list("paper", flat=True))


def score_of(plan: PlanScore, basis: Basis) -> int | None:
    """The score by which a plan is ranked, in hundredths; none without such marks."""
    return marks_of(plan).of(basis).mark


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
        places = rank(plans, scope.basis)
        found += [(each, len(places)) for each in places if each.what.office_id in wanted]
    return found


def ranks_of(paper: int, scope: Scope) -> QuerySet[Rank]:
    """The stored places of a plan in a scope by its basis, by day."""
    return Rank.objects.filter(paper=paper, scope=scope.name, basis=scope.basis).order_by("day")
