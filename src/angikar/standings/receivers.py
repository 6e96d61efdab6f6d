"""Updates the marks of a plan with every action that changes them, inside the transaction of the action.

A report changes three rows: the numbers of its plan (locked first, so that two reports never compute from old figures) with what
they earn, the score of the plan with how far its quarters are reported, the turnout of the quarter; and the same again for each plan it is linked into. Reports that change together cost as many statements as one. Receivers record no history: the action they follow has its own entry.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, QuerySet, When

from angikar.duties.events import DutiesChanged, DutyChanged, PaperIssued
from angikar.duties.models import Duty, DutyState, Line, Report, ReportState
from angikar.duties.queries import YEAR_END, DutyCell, counted_row
from angikar.papers.events import PlanLinked
from angikar.papers.links.queries import inside
from angikar.rules.schedule.fiscal import FiscalYear
from angikar.standings.models import LinkedLine, PlanScore, PlanTally, Turnout
from angikar.standings.plan_tallies import put_back, row_of_plan, tallies_of_lines
from angikar.standings.quarters.kept import kept_of
from angikar.standings.rebuild import (
    ALWAYS,
    REPORTED_STATES,
    PlanRows,
    compute,
    link_of,
    row_of_linked_plan,
    rows_by_line,
)
from angikar.standings.tally import (
    Contribution,
    Tally,
    counted,
    fill,
    is_excused,
    once,
    put,
)

Answers = dict[int, tuple[int, int]]
"""By quarter, whether a line is answered and whether it does not apply, as 1 or 0."""
Shifts = dict[str, Counter[int]]
"""By column of the turnout and quarter, by how much it changes."""


def create_marks(event: PaperIssued) -> None:
    """A plan was issued: create its rows, with the reports of the plan it replaces; the score of that plan no longer changes."""
    paper, replaced = event.paper, event.replaced
    if replaced is not None:
        PlanScore.objects.filter(paper=replaced).update(in_force=False)
        LinkedLine.objects.filter(inner=replaced).update(inner=paper)
    made = compute(paper, event.lines, event.duties, reported=replaced is not None)
    if made is not None:
        store(made)
        _carry_up(paper.pk)


def update_marks(event: DutyChanged) -> None:
    """A duty was answered, reviewed or excused: update its line, its plan and its quarter."""
    if event.duty.line_id is not None:
        _update([event])


def update_marks_together(event: DutiesChanged) -> None:
    """Duties of one plan changed in one act: update each line once, and their plan and its quarters once."""
    changes = [change for change in event.changes if change.duty.line_id is not None]
    if changes:
        _update(changes)


def _update(changes: Sequence[DutyChanged]) -> None:
    """Follow changes of duties of one plan, whose rows are all stored already."""
    plan = _locked(changes[0].duty.paper_id)
    tallies = tallies_of_lines(plan, {each.duty.line_id or 0 for each in changes}) if plan is not None else {}
    _read_lines([each.duty for each in changes])
    before = {line: counted(tally) for line, tally in tallies.items()}
    late = _late_before([each.duty for each in changes if _came_late(each.duty, each.report)])
    rows = cache(lambda: rows_by_line(changes[0].duty.paper))
    shifts: Shifts = defaultdict(Counter)
    for each in changes:
        duty, tally = each.duty, tallies.get(each.duty.line_id or 0)
        if duty.line is None or tally is None:
            _without_law(each, shifts)
            continue
        answers = _answers(tally, duty, each.before)
        row = counted_row(DutyCell(duty, report=each.report), ALWAYS)
        if row is None and tally.is_linked:
            link = LinkedLine.objects.select_related("inner__score").get(line=tally.line_id)
            row = row_of_linked_plan(link, getattr(link.inner, "score", None))
        if not put(tally, duty.quarter or YEAR_END, row):
            fill(tally, rows().get(duty.line.identity, {}))
        came_late = _came_late(duty, each.report) and duty.pk not in late
        _shift(shifts, duty, answers, _answers(tally, duty, duty.state), late=came_late)
    if plan is not None:
        _settle(plan, [(tally, before[line]) for line, tally in tallies.items()])
    _turn_out(changes[0].duty.paper_id, shifts)


def follow_link(event: PlanLinked) -> None:
    """A line of a plan in force was linked to another plan, or to none: update the line and its plan."""
    paper, to = event.paper, event.to
    line = Line.objects.filter(paper=paper, part=event.line.part, code=event.line.code).first()
    plan = _locked(paper.pk) if line is not None else None
    tally = tallies_of_lines(plan, [line.pk]).get(line.pk) if plan is not None and line is not None else None
    if plan is None or line is None or tally is None:
        return
    before = counted(tally)
    link = link_of(line, next((each for each in inside(paper) if to is not None and each.line == event.line), None))
    LinkedLine.objects.filter(line=line).delete()
    if link is not None:
        link.save(force_insert=True)
    tally.is_linked = link is not None
    fill(tally, rows_by_line(paper).get(line.identity, {}))
    _settle(plan, [(tally, before)])


def store(made: PlanRows) -> None:
    """Store the rows of one plan that has none yet."""
    made.plan.save(force_insert=True)
    row_of_plan(made.plan.paper_id, made.tallies).save(force_insert=True)
    LinkedLine.objects.bulk_create(made.links)
    Turnout.objects.bulk_create(made.turnouts)


def _locked(paper: int) -> PlanTally | None:
    """The numbers of a plan, locked; `is_inner` is true where lines of other plans are linked to it."""
    return _numbers().filter(paper=paper).first()


def _numbers() -> QuerySet[PlanTally]:
    linked = LinkedLine.objects.filter(inner=OuterRef("paper"), paper__score__in_force=True)
    return PlanTally.objects.select_for_update(of=("self",)).annotate(is_inner=Exists(linked))


def _read_lines(duties: Sequence[Duty]) -> None:
    """Read the lines of duties that were read without them: one query."""
    lacking = [duty for duty in duties if duty.line_id is not None and not Duty.line.is_cached(duty)]
    lines = Line.objects.in_bulk([duty.line_id for duty in lacking]) if lacking else {}
    for duty in lacking:
        duty.line = lines[duty.line_id]


def _late_before(duties: Sequence[Duty]) -> set[int]:
    """Which of these duties, answered late just now, were answered late before."""
    if not duties:
        return set()
    late = Report.objects.filter(duty__in=duties, late=True).exclude(state=ReportState.DRAFT).order_by()
    several = late.values("duty").annotate(times=Count("pk")).filter(times__gt=1)
    return set(several.values_list("duty", flat=True))


def _settle(plan: PlanTally, changed: Sequence[tuple[Tally, Contribution]]) -> None:
    """Store lines of a plan, each with what it counted before, in its row, and change the score of the plan by the difference."""
    if not changed:
        return
    law = plan.law
    put_back(plan, [tally for tally, _ in changed])
    blocks = {"figures": plan.figures, "scores": plan.scores} | ({} if plan.law is law else {"law": plan.law})
    PlanTally.objects.filter(paper=plan.paper_id).update(**blocks)
    changes = [counted(tally).less(before) for tally, before in changed]
    change = Contribution(*(sum(column) for column in zip(*changes, strict=True)))
    differing = {name: F(name) + number for name, number in change._asdict().items() if number}
    PlanScore.objects.filter(paper=plan.paper_id).update(version=F("version") + 1, **differing)
    if plan.is_inner:  # type: ignore[attr-defined]
        _carry_up(plan.paper_id)


def _carry_up(paper: int) -> None:
    """Give the score of a plan to the lines that are linked to it, unless they have reports of their own."""
    inner = PlanScore.objects.get(paper=paper)
    for link in LinkedLine.objects.filter(inner=paper, paper__score__in_force=True).order_by("paper", "pk"):
        closed = Duty.objects.filter(line=link.line_id, state__in=(*REPORTED_STATES, DutyState.EXCUSED))
        plan = _locked(link.paper_id)
        tally = tallies_of_lines(plan, [link.line_id]).get(link.line_id) if plan is not None else None
        if plan is None or tally is None or closed.exclude(quarter__in=(1, 2, 3)).exists():
            continue
        before = counted(tally)
        if put(tally, YEAR_END, row_of_linked_plan(link, inner)):
            _settle(plan, [(tally, before)])


def _answers(tally: Tally, duty: Duty, state: str) -> Answers:
    """The answers of a line while its duty is in a state: of one quarter, or of all where the line is done once."""
    if tally.is_once:
        return once(tally, FiscalYear.parse(duty.paper.fiscal_year))
    quarter = duty.quarter or YEAR_END
    excused = is_excused(tally, quarter)
    return {quarter: (int(state in REPORTED_STATES and not excused), int(excused))}


def _without_law(change: DutyChanged, shifts: Shifts) -> None:
    """Count the answer to a duty whose line has no law, and so no tally: what was answered before is read from its reports."""
    duty, was, report = change.duty, change.before, change.report
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
    after = {quarter: (int(duty.state in REPORTED_STATES and not now), int(now))}
    _shift(shifts, duty, before, after, late=late)


def _came_late(duty: Duty, report: Report | None) -> bool:
    return report is not None and report.late and duty.state == DutyState.SUBMITTED


def _shift(shifts: Shifts, duty: Duty, before: Answers, now: Answers, *, late: bool) -> None:
    """Add to what changes in the turnout of each quarter what one duty changes."""
    for quarter, (reported, excused) in now.items():
        shifts["reported"][quarter] += reported - before[quarter][0]
        shifts["excused"][quarter] += excused - before[quarter][1]
    quarter = duty.quarter or YEAR_END
    shifts["late"][quarter] += int(late and quarter in now)


def _turn_out(paper: int, shifts: Shifts) -> None:
    """Change the turnout of the quarters of a plan, and what the plan keeps of them: two queries, three where a state has changed."""
    changed = {name: _shifted(name, by_quarter) for name, by_quarter in shifts.items() if any(by_quarter.values())}
    quarters = {quarter for name in changed for quarter, number in shifts[name].items() if number}
    if changed:
        Turnout.objects.filter(paper=paper, quarter__in=quarters).update(**changed)
        now = list(Turnout.objects.filter(paper=paper).annotate(kept=F("paper__score__quarters")))
        if (fresh := kept_of(now)) not in {each.kept for each in now}:
            PlanScore.objects.filter(paper=paper).update(quarters=fresh)


def _shifted(name: str, by_quarter: Mapping[int, int]) -> Case:
    """A column of the turnout plus the change of its quarter."""
    cases = (When(quarter=quarter, then=F(name) + change) for quarter, change in by_quarter.items() if change)
    return Case(*cases, default=F(name), output_field=IntegerField())
