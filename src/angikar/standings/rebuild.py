"""Computes all rows of standings for one issued plan from its lines, its duties and its reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from angikar.duties.models import Duty, DutyState, Line, Report, ReportState
from angikar.duties.queries import YEAR_END, report_rows
from angikar.papers.access import reviewers
from angikar.papers.links.queries import Inner, inside, law_of_paper, subject_of
from angikar.papers.models import FROZEN, Link, Paper, State
from angikar.rules.frameworks.framework import Framework
from angikar.rules.plan import IndicatorId, Plan
from angikar.rules.reading import Doubt
from angikar.rules.schedule.fiscal import FiscalYear, canonical_year
from angikar.rules.scoring.figures import marks_text, scaled
from angikar.rules.scoring.flat import FlatLine, flat
from angikar.rules.scoring.inner import InnerMarks, inner_status
from angikar.rules.scoring.reports import ReportRow
from angikar.rules.scoring.whole.full import full_marks
from angikar.standings.models import LinkedLine, PlanScore, Turnout
from angikar.standings.quarters.kept import kept_of
from angikar.standings.tally import Contribution, Tally, counted, once, tally_of

ALWAYS = date.max
"""The day up to which reports count: stored marks include every report."""
REPORTED_STATES = (DutyState.SUBMITTED, DutyState.ACCEPTED)
"""The states of a duty that has a report."""
MARK_PLACES = 2
"""Decimal places of marks."""
Rows = Mapping[IndicatorId, Mapping[int, ReportRow]]


@dataclass(frozen=True, slots=True)
class PlanRows:
    """The rows of one plan, not yet stored."""

    tallies: list[Tally]
    links: list[LinkedLine]
    plan: PlanScore
    turnouts: list[Turnout]


def compute(paper: Paper, lines: Iterable[Line], duties: Iterable[Duty], *, reported: bool = True) -> PlanRows | None:
    """The rows of an issued plan; None for other papers and where no framework is known. `reported` is false where there
    cannot be any report yet.
    """
    plan = paper.value()
    law = law_of_paper(paper, plan) if isinstance(plan, Plan) and paper.state in FROZEN else None
    if law is None or not isinstance(plan, Plan):
        return None
    links = Link.objects.filter(paper=paper).exists()
    rows = rows_by_line(paper) if reported or links else {}
    laws = _laws(plan, law)
    lines = list(lines)
    flat_laws = {name: made for name, made in laws.items() if not isinstance(made, Doubt)}
    tallies = [
        tally_of(line, flat_laws[line.identity], rows.get(line.identity, {}))
        for line in lines
        if line.identity in flat_laws
    ]
    linked = _linked(paper, lines, tallies) if links else []
    counts = [counted(tally) for tally in tallies]
    whole = _plan_score(paper, plan, counts, marked=law.scoring != "none")
    whole.lines = len(lines)
    if law.scoring != "none":
        full = full_marks(plan, {name: made for name, made in laws.items() if isinstance(made, Doubt)})
        whole.full, whole.unscored = full.full, full.unscored
    turnouts = _turnouts(paper, tallies, duties, rows)
    whole.quarters = kept_of(turnouts)
    return PlanRows(tallies, linked, whole, turnouts)


def rows_by_line(paper: Paper) -> Rows:
    """The figures of a plan that count, by line and quarter, read from its reports and its links."""
    return _by_line(report_rows(paper, ALWAYS))


def row_of_linked_plan(link: LinkedLine, inner: PlanScore | None) -> ReportRow | None:
    """The figure a linked plan gives to a line; None while the linked plan has no report, where its form gives no marks, and
    where its full marks are not those the line counts from.
    """
    if inner is None or inner.claimed is None:
        return None
    marks = InnerMarks(inner.claimed, inner.accepted, inner.full, inner.reported > 0, inner.settled > 0)
    if inner_status(marks, link.full) != "counted":
        return None
    accepted = marks_text(inner.accepted or 0) if marks.settled else None
    return ReportRow("governance", "", YEAR_END, marks_text(inner.claimed), accepted)


def _by_line(rows: Iterable[ReportRow]) -> Rows:
    found: dict[IndicatorId, dict[int, ReportRow]] = defaultdict(dict)
    for row in rows:
        found[row.indicator][row.quarter] = row
    return found


def _laws(plan: Plan, law: Framework) -> dict[IndicatorId, FlatLine | Doubt]:
    """The law of every line, or what it lacks to have one, by indicator."""
    return {IndicatorId(area.part, row.code): flat(area, row, law) for _, area, _, row in plan.indicators()}


def link_of(line: Line, inner: Inner | None) -> LinkedLine | None:
    """The row of a line that takes the score of an inner plan; none where no plan is linked."""
    if inner is None or inner.paper is None:
        return None
    full = scaled(inner.form.full, MARK_PLACES) if inner.form else None
    return LinkedLine(line=line, paper_id=line.paper_id, inner=inner.paper, full=full)


def _linked(paper: Paper, lines: Iterable[Line], tallies: Iterable[Tally]) -> list[LinkedLine]:
    """The lines with a law that take the score of another plan; their tallies say so."""
    inner, counted_lines = {row.line: row for row in inside(paper)}, {tally.line_id: tally for tally in tallies}
    found = [link_of(line, inner.get(line.identity)) for line in lines if line.pk in counted_lines]
    links = [link for link in found if link is not None]
    for link in links:
        counted_lines[link.line_id].is_linked = True
    return links


def _plan_score(paper: Paper, plan: Plan, counts: Iterable[Contribution], *, marked: bool) -> PlanScore:
    whole = Contribution(*(sum(column) for column in zip(Contribution(), *counts, strict=True)))
    (superior,) = reviewers(paper)
    return PlanScore(
        paper=paper,
        fiscal_year=paper.fiscal_year,
        kind=paper.kind,
        subject=subject_of(plan),
        office_id=paper.office_id,
        office_path=paper.office_path,
        superior_id=superior if superior != paper.office_id else None,
        in_force=paper.state == State.ISSUED,
        claimed=whole.claimed if marked else None,
        accepted=whole.accepted if marked else None,
        reported=whole.reported,
        settled=whole.settled,
        pending=whole.pending,
        excused=whole.excused,
    )


def _turnouts(paper: Paper, tallies: Iterable[Tally], duties: Iterable[Duty], rows: Rows) -> list[Turnout]:
    asked = [duty for duty in duties if duty.line_id is not None and duty.state != DutyState.WITHDRAWN]
    late = _late(asked) if any(duty.state != DutyState.OPEN for duty in asked) else set()
    by_line = {tally.line_id: tally for tally in tallies}
    year = FiscalYear.parse(paper.fiscal_year) if canonical_year(paper.fiscal_year) else None
    made: dict[int, Turnout] = {}
    for duty in asked:
        quarter, tally = duty.quarter or YEAR_END, by_line.get(duty.line_id or 0)
        answered: tuple[int, int] | None = _answer(duty, rows)
        if tally is not None and year is not None and tally.is_once:
            answered = once(tally, year).get(quarter)
        if answered is None:
            continue
        turnout = made.setdefault(quarter, Turnout(paper=paper, quarter=quarter))
        turnout.asked += 1
        turnout.due = max(filter(None, (turnout.due, duty.due)), default=None)
        turnout.reported += answered[0]
        turnout.excused += answered[1]
        turnout.late += duty.pk in late
    return list(made.values())


def _answer(duty: Duty, rows: Rows) -> tuple[int, int]:
    """Whether a duty is answered and whether it does not apply, as 1 or 0."""
    row = rows.get(duty.line.identity, {}).get(duty.quarter or YEAR_END) if duty.line else None
    closed = duty.state in (*REPORTED_STATES, DutyState.EXCUSED)
    excused = closed and row is not None and row.not_applicable
    return int(duty.state in REPORTED_STATES and not excused), int(excused)


def _late(duties: Sequence[Duty]) -> set[int]:
    """The numbers of the duties with any late report."""
    late = Report.objects.filter(duty__in=duties, late=True).exclude(state=ReportState.DRAFT)
    return set(late.values_list("duty_id", flat=True))
