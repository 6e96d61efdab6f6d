"""Keeping: the marks of a plan follow every event that changes them, inside its transaction.

A report touches four rows: its line's tally (locked first, and all the rest reckoned from it, so that two reports of one
line never count from stale siblings), the line's score, the plan's score, the turnout of the quarter; and one more round
for each plan it is linked into. These are no verbs of an office: the action they follow has its own entry in the history.
"""

from __future__ import annotations

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, QuerySet, When

from angikar.duties.events import DutyChanged, PaperIssued
from angikar.duties.models import Duty, DutyState, Report, ReportState
from angikar.duties.queries import YEAR_END, Cell, counted_row
from angikar.papers.events import PlanLinked
from angikar.papers.links.queries import inside
from angikar.rules.schedule.fiscal import FiscalYear
from angikar.rules.scoring.figures import scaled
from angikar.standings.models import LineScore, PlanScore, Tally, Turnout
from angikar.standings.rebuild import ALWAYS, MARK_PLACES, TOLD, Reckoned, brought, reckon, rows_of_line
from angikar.standings.tally import REPORTED, SCORED, Share, counted, fill, is_excused, is_once, once, put, scored

Answers = dict[int, tuple[int, int]]
"""By quarter, whether a line is answered there and whether it does not apply."""


def create_marks(event: PaperIssued) -> None:
    """A plan was issued: its lines are tallied with what was reported of the plan it replaces, whose score stands still."""
    paper, replaced = event.paper, event.replaced
    if replaced is not None:
        PlanScore.objects.filter(paper=replaced).update(in_force=False)
        Tally.objects.filter(stands_for=replaced).update(stands_for=paper)
    made = reckon(paper, event.lines, event.duties, told=replaced is not None)
    if made is not None:
        store(made)
        _carry_up(paper.pk)


def update_marks(event: DutyChanged) -> None:
    """A duty was answered, looked over or excused: its quarter changes the line, the line the plan."""
    duty, was, told = event.duty, event.before, event.report
    if duty.line_id is None:
        return
    tally = _locked(duty).filter(line=duty.line_id).first()
    if tally is None:
        _without_law(duty, was, told)
        return
    quarter = duty.quarter or YEAR_END
    duty.line = tally.line
    before, answers = counted(tally), _answers(tally, duty, was)
    row = counted_row(Cell(duty, told=told), ALWAYS)
    if row is None and tally.stands_for_id is not None:
        row = brought(tally, PlanScore.objects.filter(paper=tally.stands_for_id).first())
    if not put(tally, quarter, row):
        fill(tally, rows_of_line(tally.line, duty.paper))
    _settle(tally, before)
    late = _came_late(duty, told) and not tally.late_before  # type: ignore[attr-defined]
    _turn_out(duty, answers, _answers(tally, duty, duty.state), late=late)


def follow_link(event: PlanLinked) -> None:
    """Another plan, or none, stands for a line of a plan that is in force."""
    paper, line, to = event.paper, event.line, event.to
    tally = _locked().filter(paper=paper, line__part=line.part, line__code=line.code).first()
    if tally is None:
        return
    before = counted(tally)
    row = next((each for each in inside(paper) if to is not None and each.line == line), None)
    tally.stands_for = row.paper if row else None
    tally.stands_full = scaled(row.form.full, MARK_PLACES) if row and row.form else None
    tally.save(update_fields=["stands_for", "stands_full"])
    fill(tally, rows_of_line(tally.line, paper))
    _settle(tally, before)


def store(made: Reckoned) -> None:
    """Store the rows of one plan that has none yet."""
    made.plan.save(force_insert=True)
    Tally.objects.bulk_create(made.tallies)
    LineScore.objects.bulk_create(made.scores)
    Turnout.objects.bulk_create(made.turnouts)


def _locked(duty: Duty | None = None) -> QuerySet[Tally]:
    """Tallies with their line, locked; `inner` tells whether their plan stands for lines of others,
    `late_before` whether the duty was answered late before.
    """
    late = Report.objects.filter(duty=duty, late=True).exclude(state=ReportState.DRAFT)
    several = late.values("duty").annotate(times=Count("pk")).filter(times__gt=1)
    rows = Tally.objects.select_for_update(of=("self",)).select_related("line")
    return rows.annotate(
        inner=Exists(Tally.objects.filter(stands_for=OuterRef("paper"), paper__score__in_force=True)),
        late_before=Exists(several),
    )


def _settle(tally: Tally, before: Share) -> None:
    """Mark a tally, store it, and let its plan change by as much."""
    tally.save(update_fields=REPORTED)
    LineScore.objects.bulk_create([scored(tally)], update_conflicts=True, update_fields=SCORED, unique_fields=["line"])
    change = counted(tally).less(before)
    changed = {name: F(name) + number for name, number in change._asdict().items() if number}
    PlanScore.objects.filter(paper=tally.paper_id).update(version=F("version") + 1, **changed)
    if tally.inner:  # type: ignore[attr-defined]
        _carry_up(tally.paper_id)


def _carry_up(paper: int) -> None:
    """Let the lines that a plan stands for take its score, unless something was reported of them."""
    inner = PlanScore.objects.get(paper=paper)
    for tally in _locked().filter(stands_for=paper, paper__score__in_force=True).order_by("pk"):
        spoken = Duty.objects.filter(line=tally.line_id, state__in=(*TOLD, DutyState.EXCUSED))
        if spoken.exclude(quarter__in=(1, 2, 3)).exists():
            continue
        before = counted(tally)
        if put(tally, YEAR_END, brought(tally, inner)):
            _settle(tally, before)


def _answers(tally: Tally, duty: Duty, state: str) -> Answers:
    """How the quarters of a line stand answered while its duty is in a state: of a line that is done once, all of them."""
    if is_once(tally):
        return once(tally, FiscalYear.parse(duty.paper.fiscal_year))
    quarter = duty.quarter or YEAR_END
    excused = is_excused(tally, quarter)
    return {quarter: (int(state in TOLD and not excused), int(excused))}


def _without_law(duty: Duty, was: str, told: Report | None) -> None:
    """Count the answer to a duty whose line has no law, so that no tally remembers what was said before."""
    earlier = Report.objects.filter(duty=duty).exclude(state=ReportState.DRAFT).order_by("pk")
    if told is not None and duty.state == DutyState.SUBMITTED:
        earlier = earlier.exclude(pk=told.pk)
    last = earlier.last()
    excused = was == DutyState.EXCUSED or (was in TOLD and last is not None and last.not_applicable)
    now = duty.state == DutyState.EXCUSED or (duty.state in TOLD and told is not None and told.not_applicable)
    late = _came_late(duty, told) and not earlier.filter(late=True).exists()
    quarter = duty.quarter or YEAR_END
    before = {quarter: (int(was in TOLD and not excused), int(excused))}
    _turn_out(duty, before, {quarter: (int(duty.state in TOLD and not now), int(now))}, late=late)


def _came_late(duty: Duty, told: Report | None) -> bool:
    return told is not None and told.late and duty.state == DutyState.SUBMITTED


def _turn_out(duty: Duty, before: Answers, now: Answers, *, late: bool) -> None:
    """Let the turnout of each quarter change by as much: one query."""
    own = duty.quarter or YEAR_END
    shifts = {
        quarter: {"told": told - before[quarter][0], "excused": excused - before[quarter][1], "late": int(late and quarter == own)}
        for quarter, (told, excused) in now.items()
    }  # fmt: skip
    changed = {
        name: Case(*(When(quarter=quarter, then=F(name) + shift[name]) for quarter, shift in shifts.items()), default=F(name), output_field=IntegerField())
        for name in ("told", "excused", "late")
        if any(shift[name] for shift in shifts.values())
    }  # fmt: skip
    if changed:
        Turnout.objects.filter(paper=duty.paper_id, quarter__in=shifts).update(**changed)
