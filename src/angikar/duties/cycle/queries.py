"""Reading the cycle: the rows of a quarter as they are verified, and the calendar of a plan's year with what was done when."""

from __future__ import annotations

from dataclasses import dataclass, field

from angikar.duties.cycle import locks
from angikar.duties.cycle.models import Check, Evaluation, Feedback, Filing, Reopening
from angikar.duties.models import Duty, DutyState, Report, ReportState
from angikar.duties.queries import Cell, cells
from angikar.papers.models import Link, Paper
from angikar.rules.schedule.cycle import Step


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of a quarter: its cell, whether it is in the sample, who looked at it again, and what is doubtful."""

    cell: Cell
    sampled: bool = False
    check: Check | None = None
    doubtful: bool = False

    @property
    def identity(self) -> str:
        """The line's part and code."""
        return self.cell.duty.line.identity if self.cell.duty.line else ""

    @property
    def pairs(self) -> tuple[tuple[Duty, Report], ...]:
        """The duty with its latest report, or nothing."""
        return ((self.cell.duty, self.cell.told),) if self.cell.told else ()

    @property
    def is_typed(self) -> bool:
        """Whether a draft holds a figure, or says that the row does not apply, which was not reported yet."""
        draft, state = self.cell.draft, self.cell.duty.state
        return draft is not None and (draft.value is not None or draft.not_applicable) and state != DutyState.EXCUSED

    @property
    def is_told(self) -> bool:
        """Whether a report of it stands: neither sent back nor missing."""
        told = self.cell.told
        return told is not None and told.state in (ReportState.SUBMITTED, ReportState.ACCEPTED)

    @property
    def is_waiting(self) -> bool:
        """Whether a report waits to be looked over."""
        return self.cell.duty.state == DutyState.SUBMITTED

    @property
    def is_unreported(self) -> bool:
        """Whether nobody has reported it, or what was reported was sent back: which is not nought."""
        return not self.is_told and self.cell.duty.state != DutyState.EXCUSED

    @property
    def must_be_seen(self) -> bool:
        """Whether it is in the sample and nobody has looked at it again yet."""
        return self.sampled and self.is_told and self.check is None

    @property
    def is_plain(self) -> bool:
        """Whether it may be accepted as claimed without being opened: it waits, nothing is doubtful, nothing left to see."""
        return self.is_waiting and not self.doubtful and not self.must_be_seen


def rows_of(paper: Paper, quarter: int, *, filing: Filing | None = None, locked: bool = False) -> list[Row]:
    """The figures of a quarter in printed order, without those that linked plans bring; with `filing` also its sample and
    its checks. `locked` holds the duties until the transaction ends.

    Doubtful is what no file proves and what is said not to apply.
    """
    linked = set(Link.objects.filter(paper=paper).values_list("line", flat=True))
    duties = Duty.objects.filter(paper=paper, quarter=quarter, line__isnull=False).exclude(state=DutyState.WITHDRAWN)
    duties = duties.select_related("line", "paper", "post__office", "owed_to").order_by("line__order", "pk")
    if locked:
        duties = duties.select_for_update(of=("self",))
    asked = [duty for duty in duties if duty.line and duty.line.identity not in linked]
    checks = {check.report_id: check for check in filing.checks.select_related("by", "post")} if filing else {}
    sampled = set(filing.sample) if filing else set()
    return [
        Row(cell, cell.duty.pk in sampled, checks.get(cell.told.pk) if cell.told else None, _is_doubtful(cell))
        for cell in cells(asked)
    ]


def _is_doubtful(cell: Cell) -> bool:
    return cell.is_unverified or (cell.told is not None and cell.told.not_applicable)


@dataclass(frozen=True, slots=True)
class Year:
    """The cycle of one plan: its filings by quarter, what was asked and granted, the half-year's and the year's word, and
    every step of the calendar with the day it was done.
    """

    filings: dict[int, Filing] = field(default_factory=dict)
    reopenings: tuple[Reopening, ...] = ()
    feedback: Feedback | None = None
    evaluation: Evaluation | None = None
    steps: tuple[Step, ...] = ()


def year_of(paper: Paper) -> Year:
    """The cycle of an issued plan, in five queries; the calendar is empty where no framework is known."""
    filings = {each.quarter: each for each in Filing.objects.filter(paper=paper).select_related("by", "reviewer")}
    asked = Reopening.objects.filter(paper=paper).select_related("asked_by", "asked_as", "answered_by", "answered_as")
    feedback = Feedback.objects.filter(paper=paper).select_related("by", "post").first()
    evaluation = Evaluation.objects.filter(paper=paper).select_related("by", "post").first()
    steps = _steps(paper, filings, feedback, evaluation)
    return Year(filings, tuple(asked), feedback, evaluation, steps)


def _steps(
    paper: Paper, filings: dict[int, Filing], feedback: Feedback | None, evaluation: Evaluation | None
) -> tuple[Step, ...]:
    law, year = locks.law_of(paper), paper.fiscal_year
    if law is None or not year:
        return ()
    filed = {quarter: filings[quarter].on if quarter in filings else None for quarter in (1, 2, 3, 4)}
    reports = [Step("report", law.report_due(year, quarter), filed[quarter], quarter) for quarter in (1, 2, 3, 4)]
    amended = paper.issued_at if paper.supersedes_id else None
    steps = [Step("signing", law.day_of("signing", year), None if paper.supersedes_id else paper.issued_at)]
    if amended:
        steps.append(Step("amendment", law.day_of("amendment", year), amended))
    steps += [*reports[:2], Step("half_yearly", law.day_of("half_yearly", year), feedback.on if feedback else None)]
    steps += [*reports[2:], Step("evaluation", law.day_of("evaluation", year), evaluation.on if evaluation else None)]
    steps.append(Step("publication", law.day_of("evaluation", year), evaluation.published_on if evaluation else None))
    return tuple(steps)
