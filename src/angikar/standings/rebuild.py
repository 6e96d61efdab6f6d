"""Reckoning: all the rows that standings keep of one issued plan, made from its lines, its duties and what was reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from angikar.duties.models import Duty, DutyState, Line, Report, ReportState
from angikar.duties.queries import YEAR_END, report_rows
from angikar.papers.access import reviewers
from angikar.papers.links.queries import inside, law_of_paper, subject_of
from angikar.papers.models import FROZEN, Link, Paper, State
from angikar.rules.frameworks.framework import Framework
from angikar.rules.plan import IndicatorId, Plan
from angikar.rules.reading import Doubt
from angikar.rules.schedule.fiscal import FiscalYear, canonical_year
from angikar.rules.scoring.figures import marks_text, scaled
from angikar.rules.scoring.flat import FlatLine, flat
from angikar.rules.scoring.reports import ReportRow
from angikar.standings.models import LineScore, PlanScore, Tally, Turnout
from angikar.standings.tally import Share, counted, is_once, once, scored, tally_of

ALWAYS = date.max
"""Everything that was ever reported counts here: what is kept asks no clock."""
TOLD = (DutyState.SUBMITTED, DutyState.ACCEPTED)
"""In these states a duty has been answered with a report."""
MARK_PLACES = 2
Rows = Mapping[IndicatorId, Mapping[int, ReportRow]]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The rows of one plan, none of them stored."""

    tallies: list[Tally]
    scores: list[LineScore]
    plan: PlanScore
    turnouts: list[Turnout]


def reckon(paper: Paper, lines: Iterable[Line], duties: Iterable[Duty], *, told: bool = True) -> Reckoned | None:
    """What standings keep of an issued plan; `None` for other papers and where no framework is known. `told` is false
    where nothing can have been reported yet.
    """
    plan = paper.value()
    law = law_of_paper(paper, plan) if isinstance(plan, Plan) and paper.state in FROZEN else None
    if law is None or not isinstance(plan, Plan):
        return None
    links = Link.objects.filter(paper=paper).exists()
    rows = _by_line(report_rows(paper, ALWAYS)) if told or links else {}
    laws = _laws(plan, law)
    lines = list(lines)
    tallies = [
        tally_of(line, laws[line.identity], rows.get(line.identity, {})) for line in lines if line.identity in laws
    ]
    if links:
        _point(paper, tallies)
    counts = [counted(tally) for tally in tallies]
    whole = _plan_score(paper, plan, counts, marked=law.scoring != "none")
    whole.lines, whole.full = len(lines), sum(laws[name].weight for name in laws) // 100
    return Reckoned(tallies, [scored(tally) for tally in tallies], whole, _turnouts(paper, tallies, duties, rows))


def rows_of_line(line: Line, paper: Paper) -> dict[int, ReportRow]:
    """What counts of one line, by quarter, read from its reports and its links."""
    return dict(_by_line(report_rows(paper, ALWAYS)).get(line.identity, {}))


def brought(tally: Tally, inner: PlanScore | None) -> ReportRow | None:
    """What the plan that stands for a line gives it: nothing while nobody has reported on that plan, where its form gives
    no marks, and where its full marks are not those the line counts from.
    """
    if inner is None or inner.claimed is None or not inner.reported:
        return None
    if tally.stands_full is not None and tally.stands_full != inner.full:
        return None
    accepted = marks_text(inner.accepted or 0) if inner.settled else None
    return ReportRow("governance", "", YEAR_END, marks_text(inner.claimed), accepted)


def _by_line(rows: Iterable[ReportRow]) -> Rows:
    found: dict[IndicatorId, dict[int, ReportRow]] = defaultdict(dict)
    for row in rows:
        found[row.indicator][row.quarter] = row
    return found


def _laws(plan: Plan, law: Framework) -> dict[IndicatorId, FlatLine]:
    """The law of every line that has one, by indicator."""
    found = {}
    for _, area, _, row in plan.indicators():
        made = flat(area, row, law)
        if not isinstance(made, Doubt):
            found[IndicatorId(area.part, row.code)] = made
    return found


def _point(paper: Paper, tallies: Iterable[Tally]) -> None:
    """Say of each line that stands for a plan which plan that is now, and from how many marks it counts."""
    inner = {row.line: row for row in inside(paper)}
    for tally in tallies:
        row = inner.get(tally.line.identity)
        if row is not None and row.paper is not None:
            tally.stands_for = row.paper
            tally.stands_full = scaled(row.form.full, MARK_PLACES) if row.form else None


def _plan_score(paper: Paper, plan: Plan, counts: Iterable[Share], *, marked: bool) -> PlanScore:
    whole = Share(*(sum(column) for column in zip(Share(), *counts, strict=True)))
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
    late = _late(asked) if rows else set()
    kept = {tally.line_id: tally for tally in tallies}
    year = FiscalYear.parse(paper.fiscal_year) if canonical_year(paper.fiscal_year) else None
    made: dict[int, Turnout] = {}
    for duty in asked:
        quarter, tally = duty.quarter or YEAR_END, kept.get(duty.line_id or 0)
        answered: tuple[int, int] | None = _answer(duty, rows)
        if tally is not None and year is not None and is_once(tally):
            answered = once(tally, year).get(quarter)
        if answered is None:
            continue
        turnout = made.setdefault(quarter, Turnout(paper=paper, quarter=quarter))
        turnout.asked += 1
        turnout.due = max(filter(None, (turnout.due, duty.due)), default=None)
        turnout.told += answered[0]
        turnout.excused += answered[1]
        turnout.late += duty.pk in late
    return list(made.values())


def _answer(duty: Duty, rows: Rows) -> tuple[int, int]:
    """Whether a duty was answered, and whether it does not apply."""
    row = rows.get(duty.line.identity, {}).get(duty.quarter or YEAR_END) if duty.line else None
    spoken = duty.state in (*TOLD, DutyState.EXCUSED)
    excused = spoken and row is not None and row.not_applicable
    return int(duty.state in TOLD and not excused), int(excused)


def _late(duties: Sequence[Duty]) -> set[int]:
    """The duties of which any report came late."""
    told = Report.objects.filter(duty__in=duties, late=True).exclude(state=ReportState.DRAFT)
    return set(told.values_list("duty_id", flat=True))
