"""Updates the marks of a plan with every action that changes them, inside the transaction of the action.

A report changes four rows: the tally of its line (locked first, so that two reports of one line never compute from old
figures), the score of the line, the score of the plan, the turnout of the quarter; and the same again for each plan it is
linked into. Receivers record no history: the action they follow has its own entry.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, QuerySet, When

from angikar.duties.events import DutyChanged, PaperIssued
from angikar.duties.models import Duty, DutyState, Report, ReportState
from angikar.duties.queries import YEAR_END, DutyCell, counted_row
from angikar.papers.events import PlanLinked
from angikar.papers.links.queries import inside
from angikar.rules.schedule.fiscal import FiscalYear
from angikar.rules.scoring.figures import scaled
from angikar.standings.models import LineScore, PlanScore, Tally, Turnout
from angikar.standings.rebuild import (
    ALWAYS,
    MARK_PLACES,
    REPORTED_STATES,
    PlanRows,
    compute,
    row_of_linked_plan,
    rows_of_line,
)
from angikar.standings.tally import (
    REPORTED,
    SCORED,
    Contribution,
    counted,
    fill,
    is_excused,
    is_once,
    once,
    put,
    scored,
)

Answers = dict[int, tuple[int, int]]
"""By quarter, whether a line is answered and whether it does not apply, as 1 or 0."""


def create_marks(event: PaperIssued) -> None:
    """A plan was issued: create its rows, with the reports of the plan it replaces; the score of that plan no longer changes."""
    paper, replaced = event.paper, event.replaced
    if replaced is not None:
        PlanScore.objects.filter(paper=replaced).update(in_force=False)
        Tally.objects.filter(linked_plan=replaced).update(linked_plan=paper)
    made = compute(paper, event.lines, event.duties, reported=replaced is not None)
    if made is not None:
        store(made)
        _carry_up(paper.pk)


def update_marks(event: DutyChanged) -> None:
    """A duty was answered, reviewed or excused: update its line, its plan and its quarter."""
    duty, report = event.duty, event.report
    if duty.line_id is None:
        return
    tally = _locked(duty).filter(line=duty.line_id).first()
    if tally is None:
        _without_law(duty, event.before, report)
        return
    quarter = duty.quarter or YEAR_END
    duty.line = tally.line
    before, answers = counted(tally), _answers(tally, duty, event.before)
    row = counted_row(DutyCell(duty, report=report), ALWAYS)
    if row is None and tally.linked_plan_id is not None:
        row = row_of_linked_plan(tally, PlanScore.objects.filter(paper=tally.linked_plan_id).first())
    if not put(tally, quarter, row):
        fill(tally, rows_of_line(tally.line, duty.paper))
    _settle(tally, before)
    late = _came_late(duty, report) and not tally.late_before  # type: ignore[attr-defined]
    _turn_out(duty, answers, _answers(tally, duty, duty.state), late=late)


def follow_link(event: PlanLinked) -> None:
    """A line of a plan in force was linked to another plan, or to none: update the line and its plan."""
    paper, line, to = event.paper, event.line, event.to
    tally = _locked().filter(paper=paper, line__part=line.part, line__code=line.code).first()
    if tally is None:
        return
    before = counted(tally)
    row = next((each for each in inside(paper) if to is not None and each.line == line), None)
    tally.linked_plan = row.paper if row else None
    tally.linked_full = scaled(row.form.full, MARK_PLACES) if row and row.form else None
    tally.save(update_fields=["linked_plan", "linked_full"])
    fill(tally, rows_of_line(tally.line, paper))
    _settle(tally, before)


def store(made: PlanRows) -> None:
    """Store the rows of one plan that has none yet."""
    made.plan.save(force_insert=True)
    Tally.objects.bulk_create(made.tallies)
    LineScore.objects.bulk_create(made.scores)
    Turnout.objects.bulk_create(made.turnouts)


def _locked(duty: Duty | None = None) -> QuerySet[Tally]:
    """Tallies with their line, locked; `inner` is true where lines of other plans are linked to their plan, `late_before`
    where the duty was answered late before.
    """
    late = Report.objects.filter(duty=duty, late=True).exclude(state=ReportState.DRAFT)
    several = late.values("duty").annotate(times=Count("pk")).filter(times__gt=1)
    rows = Tally.objects.select_for_update(of=("self",)).select_related("line")
    return rows.annotate(
        inner=Exists(Tally.objects.filter(linked_plan=OuterRef("paper"), paper__score__in_force=True)),
        late_before=Exists(several),
    )


def _settle(tally: Tally, before: Contribution) -> None:
    """Store a tally and its score, and change the score of its plan by the difference."""
    tally.save(update_fields=REPORTED)
    LineScore.objects.bulk_create([scored(tally)], update_conflicts=True, update_fields=SCORED, unique_fields=["line"])
    change = counted(tally).less(before)
    changed = {name: F(name) + number for name, number in change._asdict().items() if number}
    PlanScore.objects.filter(paper=tally.paper_id).update(version=F("version") + 1, **changed)
    if tally.inner:  # type: ignore[attr-defined]
        _carry_up(tally.paper_id)


def _carry_up(paper: int) -> None:
    """Give the score of a plan to the lines that are linked to it, unless they have reports of their own."""
    inner = PlanScore.objects.get(paper=paper)
    for tally in _locked().filter(linked_plan=paper, paper__score__in_force=True).order_by("pk"):
        closed = Duty.objects.filter(line=tally.line_id, state__in=(*REPORTED_STATES, DutyState.EXCUSED))
        if closed.exclude(quarter__in=(1, 2, 3)).exists():
            continue
        before = counted(tally)
        if put(tally, YEAR_END, row_of_linked_plan(tally, inner)):
            _settle(tally, before)


def _answers(tally: Tally, duty: Duty, state: str) -> Answers:
    """The answers of a line while its duty is in a state: of one quarter, or of all where the line is done once."""
    if is_once(tally):
        return once(tally, FiscalYear.parse(duty.paper.fiscal_year))
    quarter = duty.quarter or YEAR_END
    excused = is_excused(tally, quarter)
    return {quarter: (int(state in REPORTED_STATES and not excused), int(excused))}


def _without_law(duty: Duty, was: str, report: Report | None) -> None:
    """Count the answer to a duty whose line has no law, and so no tally: what was answered before is read from its reports."""
    earlier = Report.objects.filter(duty=duty).exclude(state=ReportState.DRAFT).order_by("pk")
    if report is not None and duty.state == DutyState.SUBMITTED:
        earlier = earlier.exclude(pk=report.pk)
    last = earlier.last()
    excused = was == DutyState.EXCUSED or (was in REPORTED_STATES and last is not None and last.not_applicable)
    now = duty.state == DutyState.EXCUSED or (
        duty.state in REPORTED_STATES and report is not None and report.not_applicable
    )
    late = _came_late(duty, report) and not earlier.filter(late=True).exists()
    quarter = duty.quarter or YEAR_END
    before = {quarter: (int(was in REPORTED_STATES and not excused), int(excused))}
    _turn_out(duty, before, {quarter: (int(duty.state in REPORTED_STATES and not now), int(now))}, late=late)


def _came_late(duty: Duty, report: Report | None) -> bool:
    return report is not None and report.late and duty.state == DutyState.SUBMITTED


def _turn_out(duty: Duty, before: Answers, now: Answers, *, late: bool) -> None:
    """Change the turnout of each quarter by the difference: one query."""
    own = duty.quarter or YEAR_END
    shifts = {
        "reported": {quarter: reported - before[quarter][0] for quarter, (reported, _) in now.items()},
        "excused": {quarter: excused - before[quarter][1] for quarter, (_, excused) in now.items()},
        "late": {quarter: int(late and quarter == own) for quarter in now},
    }
    changed = {name: _shifted(name, by_quarter) for name, by_quarter in shifts.items() if any(by_quarter.values())}
    if changed:
        Turnout.objects.filter(paper=duty.paper_id, quarter__in=now).update(**changed)


def _shifted(name: str, by_quarter: Mapping[int, int]) -> Case:
    """A column of the turnout plus the change of its quarter."""
    cases = (When(quarter=quarter, then=F(name) + change) for quarter, change in by_quarter.items())
    return Case(*cases, default=F(name), output_field=IntegerField())
