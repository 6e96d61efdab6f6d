"""Reading the cycle: the rows of a quarter as they are verified, and the calendar of a plan's year with what was done when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from django.db.models import Count, Q

from angikar.duties.access import has_linked_plan
from angikar.duties.cycle import locks
from angikar.duties.models import (
    CLOSED_FILINGS,
    OWED,
    Check,
    Duty,
    DutyState,
    Evaluation,
    Feedback,
    Filing,
    FilingState,
    Reopening,
    Report,
    ReportState,
)
from angikar.duties.queries import DutyCell, cells
from angikar.papers.models import Paper
from angikar.rules.bangla.dates import parse_date
from angikar.rules.plan import IndicatorId
from angikar.rules.schedule.cycle import CycleStep

Doubtful = Literal["unproven", "not_applicable", "fell"]


@dataclass(frozen=True, slots=True)
class QuarterRow:
    """One figure of a quarter: its cell, whether it is in the sample, who looked at it again, what is doubtful (that no
    file proves it, that it does not apply by its report, that a running figure fell), and what is wrong with its report
    (`mark`) where that is to be sent back.
    """

    cell: DutyCell
    sampled: bool = False
    check: Check | None = None
    doubts: tuple[Doubtful, ...] = ()
    mark: str = ""

    @property
    def identity(self) -> IndicatorId | None:
        """The indicator of the row."""
        return self.cell.duty.line.identity if self.cell.duty.line else None

    @property
    def pairs(self) -> tuple[tuple[Duty, Report], ...]:
        """The duty with its latest report; empty without one."""
        return ((self.cell.duty, self.cell.report),) if self.cell.report else ()

    @property
    def is_typed(self) -> bool:
        """Whether a draft holds a figure, or says that the row does not apply, which was not reported yet."""
        draft, state = self.cell.draft, self.cell.duty.state
        return draft is not None and (draft.value is not None or draft.not_applicable) and state != DutyState.EXCUSED

    @property
    def is_reported(self) -> bool:
        """Whether a report of it counts: neither sent back nor missing."""
        report = self.cell.report
        return report is not None and report.state in (ReportState.SUBMITTED, ReportState.ACCEPTED)

    @property
    def is_waiting(self) -> bool:
        """Whether a report waits to be looked over."""
        return self.cell.duty.state == DutyState.SUBMITTED

    @property
    def is_unreported(self) -> bool:
        """Whether it has no report, or its report was sent back: which is not zero."""
        return not self.is_reported and self.cell.duty.state != DutyState.EXCUSED

    @property
    def must_be_seen(self) -> bool:
        """Whether it is in the sample and was not looked at again yet."""
        return self.sampled and self.is_reported and self.check is None

    @property
    def is_plain(self) -> bool:
        """Whether it may be accepted as claimed without being opened: it waits, has no doubt and no mark, and needs no second look."""
        return self.is_waiting and not self.doubts and not self.mark and not self.must_be_seen


def rows_of(paper: Paper, quarter: int, *, filing: Filing | None = None, locked: bool = False) -> list[QuarterRow]:
    """The figures of a quarter in printed order, without those that linked plans give; with `filing` also its sample and
    its checks. `locked` locks the duties until the transaction ends.
    """
    asked = Duty.objects.filter(~has_linked_plan(), paper=paper, quarter=quarter, line__isnull=False)
    duties = asked.exclude(state=DutyState.WITHDRAWN)
    duties = duties.select_related("line", "paper", "post__office", "owed_to").order_by("line__order", "pk")
    if locked:
        duties = duties.select_for_update(of=("self",))
    found = list(duties)
    checks = {check.report_id: check for check in filing.checks.select_related("by", "post")} if filing else {}
    sampled, marks = (set(filing.sample), filing.marked) if filing else (set(), {})
    before = _running(paper, quarter) if any(duty.line and duty.line.counting == "cumulative" for duty in found) else {}
    reported = [(cell, cell.report.pk if cell.report else 0) for cell in cells(found)]
    return [
        QuarterRow(cell, cell.duty.pk in sampled, checks.get(pk), _doubts(cell, before), marks.get(str(pk), ""))
        for cell, pk in reported
    ]


def has_news(filing: Filing | None, rows: Sequence[QuarterRow]) -> bool:
    """Whether there is something to file: a draft that holds a figure; for a quarter that was not filed yet any report, for
    one that was returned or closed an answer since.
    """
    if any(row.is_typed for row in rows):
        return True
    return any(row.cell.report for row in rows) if filing is None else is_answered(filing, rows)


def is_answered(filing: Filing, rows: Sequence[QuarterRow]) -> bool:
    """Whether a quarter that was returned or closed got an answer since: a row waits to be looked over, or nothing of what
    was returned is left to be mended.
    """
    if filing.state not in (FilingState.SENT_BACK, *CLOSED_FILINGS):
        return False
    left = any(row.cell.duty.state == DutyState.SENT_BACK for row in rows)
    return any(row.is_waiting for row in rows) or (filing.state == FilingState.SENT_BACK and not left)


def _running(paper: Paper, quarter: int) -> dict[int, Decimal]:
    """The highest figure that earlier quarters reported, by line, of the rows that run on."""
    earlier = Report.objects.filter(duty__paper=paper, duty__quarter__lt=quarter, duty__line__counting="cumulative")
    reported = earlier.filter(state__in=(ReportState.SUBMITTED, ReportState.ACCEPTED)).values_list(
        "duty__line", "value"
    )
    found: dict[int, Decimal] = {}
    for line, value in reported:
        number = _number(value)
        if line is not None and number is not None:
            found[line] = max(number, found.get(line, number))
    return found


def _doubts(cell: DutyCell, before: dict[int, Decimal]) -> tuple[Doubtful, ...]:
    report = cell.report
    if report is None:
        return ()
    number, running = _number(report.value), before.get(cell.duty.line_id or 0)
    found: dict[Doubtful, bool] = {
        "unproven": cell.is_unverified,
        "not_applicable": report.not_applicable,
        "fell": number is not None and running is not None and number < running,
    }
    return tuple(name for name, holds in found.items() if holds)


def _number(value: str | None) -> Decimal | None:
    """A canonical figure as a number; `None` for a day and for no figure."""
    return None if value is None or parse_date(value) is not None else Decimal(value)


@dataclass(frozen=True, slots=True)
class Year:
    """The cycle of one plan: its filings by quarter, the feedback of the half-year, the evaluation of the year with those that
    were taken back, and every step of the calendar with the day it was done.
    """

    filings: dict[int, Filing] = field(default_factory=dict)
    feedback: Feedback | None = None
    evaluation: Evaluation | None = None
    taken_back: tuple[Evaluation, ...] = ()
    steps: tuple[CycleStep, ...] = ()


@dataclass(frozen=True, slots=True)
class QuarterLeft:
    """What is left of a quarter of a year that is to be fixed: whether it is still `open` (neither closed nor excused: not filed,
    returned, waiting to be verified, or opened for a while), and how many of its rows have no report or one that was sent
    back, which is not zero.
    """

    quarter: int
    open: bool
    unreported: int


def quarters_left(paper: Paper, today: date, filings: Iterable[Filing] | None = None) -> list[QuarterLeft]:
    """What is left of each quarter in which a plan asks for something on a day; what linked plans give is asked of nobody.
    Its `filings` are read where they are not given.
    """
    asked = Duty.objects.filter(~has_linked_plan(), paper=paper, line__isnull=False, quarter__isnull=False)
    owed = Count("pk", filter=Q(state__in=OWED))
    rows = asked.exclude(state=DutyState.WITHDRAWN).order_by("quarter").values("quarter").annotate(owed=owed)
    filed = Filing.objects.filter(paper=paper) if filings is None else filings
    states = {each.quarter: each.state for each in filed}
    found = []
    for quarter, unreported in ((row["quarter"] or 0, row["owed"]) for row in rows):
        on_way = states.get(quarter) in (FilingState.SUBMITTED, FilingState.VERIFYING)
        status = locks.QuarterStatus(states.get(quarter), None, evaluated=False)
        found.append(QuarterLeft(quarter, on_way or locks.closed(paper, quarter, today, status) is None, unreported))
    if all(each.open for each in found):
        return found
    opened = set(Reopening.objects.filter(paper=paper, until__gte=today).values_list("quarter", flat=True))
    return [replace(each, open=each.open or each.quarter in opened) for each in found]


def open_quarters(paper: Paper, today: date) -> list[int]:
    """The quarters (1-4) of a plan that are neither closed nor excused on a day."""
    return [each.quarter for each in quarters_left(paper, today) if each.open]


def reopenings_of(paper: Paper, quarter: int) -> list[Reopening]:
    """What was asked and answered about one quarter, the oldest first."""
    asked = Reopening.objects.filter(paper=paper, quarter=quarter)
    return list(asked.select_related("asked_by", "asked_as", "answered_by", "answered_as"))


def year_of(paper: Paper) -> Year:
    """The cycle of an issued plan, in three queries; the calendar is empty where no framework is known."""
    filings = {each.quarter: each for each in Filing.objects.filter(paper=paper).select_related("by", "reviewer")}
    feedback = Feedback.objects.filter(paper=paper).select_related("by", "post").first()
    fixed = list(Evaluation.objects.filter(paper=paper).select_related("by", "post", "taken_back_by", "taken_back_as"))
    evaluation = next((each for each in fixed if each.taken_back_on is None), None)
    taken_back = tuple(each for each in fixed if each.taken_back_on is not None)
    steps = _steps(paper, filings, feedback, evaluation)
    return Year(filings, feedback, evaluation, taken_back, steps)


def _steps(
    paper: Paper, filings: dict[int, Filing], feedback: Feedback | None, evaluation: Evaluation | None
) -> tuple[CycleStep, ...]:
    law, year = locks.law_of(paper), paper.fiscal_year
    if law is None or not year:
        return ()
    filed = {quarter: filings[quarter].on if quarter in filings else None for quarter in (1, 2, 3, 4)}
    reports = [CycleStep("report", law.report_due(year, quarter), filed[quarter], quarter) for quarter in (1, 2, 3, 4)]
    amended = paper.issued_at if paper.supersedes_id else None
    steps = [CycleStep("signing", law.day_of("signing", year), None if paper.supersedes_id else paper.issued_at)]
    if amended:
        steps.append(CycleStep("amendment", law.day_of("amendment", year), amended))
    steps += [
        *reports[:2],
        CycleStep("half_yearly", law.day_of("half_yearly", year), feedback.on if feedback else None),
    ]
    steps += [
        *reports[2:],
        CycleStep("evaluation", law.day_of("evaluation", year), evaluation.on if evaluation else None),
    ]
    steps.append(
        CycleStep("publication", law.day_of("evaluation", year), evaluation.published_on if evaluation else None)
    )
    return tuple(steps)
