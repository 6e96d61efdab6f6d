"""Reading the cycle: the rows of a quarter as they are verified, and the calendar of a plan's year with what was done when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
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
from angikar.duties.plausible import NOWHERE, around_all
from angikar.duties.queries import DutyCell, cells
from angikar.offices.prepared import NUMBERS, Prepared
from angikar.papers.models import Paper
from angikar.rules.plan import IndicatorId
from angikar.rules.plausible import Around, implausible
from angikar.rules.reading import Doubt
from angikar.rules.schedule.cycle import CycleStep

Doubtful = Literal["unproven", "not_applicable"]


@dataclass(frozen=True, slots=True)
class QuarterRow:
    """One figure of a quarter: its cell, whether it is in the sample, who looked at it again, what is doubtful (that no
    file proves it, that it does not apply by its report; by the laws of value of the figure reported and of the one that is
    `typed`), and what is wrong with its report (`mark`) where that is to be sent back.
    """

    cell: DutyCell
    sampled: bool = False
    check: Check | None = None
    doubts: tuple[Doubtful, ...] = ()
    mark: str = ""
    value_doubts: tuple[Doubt, ...] = ()
    typed_doubts: tuple[Doubt, ...] = ()

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
        doubtful = self.doubts or self.value_doubts or self.mark
        return self.is_waiting and not doubtful and not self.must_be_seen

    @property
    def is_unexplained(self) -> bool:
        """Whether what is typed breaks a law of value and gives no reason in words."""
        draft = self.cell.draft
        return self.is_typed and bool(self.typed_doubts) and draft is not None and not draft.words.strip()


def rows_of(paper: Paper, quarter: int, *, filing: Filing | None = None, locked: bool = False) -> list[QuarterRow]:
    """The figures of a quarter in printed order, without those that linked plans give; with `filing` also its sample and
    its checks. `locked` locks the duties until the transaction ends.
    """
    asked = Duty.objects.filter(~has_linked_plan(), paper=paper, quarter=quarter, line__isnull=False)
    duties = asked.exclude(state=DutyState.WITHDRAWN)
    duties = duties.select_related("line", "post__office", "owed_to").order_by("line__order", "pk")
    if locked:
        duties = duties.select_for_update(of=("self",))
    found = list(duties)
    for duty in found:
        duty.paper = paper
    checks = {check.report_id: check for check in filing.checks.select_related("by", "post")} if filing else {}
    around = around_all(found)
    reported = [(cell, cell.report.pk if cell.report else 0) for cell in cells(found)]
    return [_row(cell, filing, checks.get(pk), around.get(cell.duty.pk, NOWHERE)) for cell, pk in reported]


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


def _row(cell: DutyCell, filing: Filing | None, check: Check | None, around: Around) -> QuarterRow:
    """The row of a cell, with what is doubtful of its report and of its draft."""
    report, draft, ask = cell.report, cell.draft, cell.duty.ask
    found: dict[Doubtful, bool] = {
        "unproven": cell.is_unverified,
        "not_applicable": report is not None and report.not_applicable,
    }
    return QuarterRow(
        cell,
        filing is not None and cell.duty.pk in filing.sample,
        check,
        tuple(name for name, holds in found.items() if holds),
        filing.marked.get(str(report.pk), "") if filing and report else "",
        implausible(ask, report.value if report else None, around),
        implausible(ask, draft.value if draft else None, around),
    )


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
    """The cycle of an issued plan, in three queries and one for each plan it replaced; the calendar is empty where no framework is known."""
    filings = {each.quarter: each for each in _FILINGS(paper.pk)}
    feedback = next(iter(_FEEDBACK(paper.pk)), None)
    fixed = _EVALUATIONS(paper.pk)
    evaluation = next((each for each in fixed if each.taken_back_on is None), None)
    taken_back = tuple(each for each in fixed if each.taken_back_on is not None)
    steps = _steps(paper, filings, feedback, evaluation)
    return Year(filings, feedback, evaluation, taken_back, steps)


_FILINGS = Prepared(lambda paper: Filing.objects.filter(paper=paper).select_related("by", "reviewer"), NUMBERS[0])
_FEEDBACK = Prepared(lambda paper: Feedback.objects.filter(paper=paper).select_related("by", "post"), NUMBERS[0])
_EVALUATIONS = Prepared(
    lambda paper: Evaluation.objects.filter(paper=paper).select_related("by", "post", "taken_back_by", "taken_back_as"),
    NUMBERS[0],
)


def _first_issued(paper: Paper) -> date | None:
    """The day on which the plan was issued first, however often it was amended since."""
    first = paper
    while first.supersedes_id is not None:
        first = Paper.objects.only("supersedes", "issued_at").get(pk=first.supersedes_id)
    return first.issued_at


def _steps(
    paper: Paper, filings: dict[int, Filing], feedback: Feedback | None, evaluation: Evaluation | None
) -> tuple[CycleStep, ...]:
    law, year = locks.law_of(paper), paper.fiscal_year
    if law is None or not year:
        return ()
    filed = {quarter: filings[quarter].on if quarter in filings else None for quarter in (1, 2, 3, 4)}
    reports = [CycleStep("report", law.report_due(year, quarter), filed[quarter], quarter) for quarter in (1, 2, 3, 4)]
    amended = paper.issued_at if paper.supersedes_id else None
    steps = [CycleStep("signing", law.day_of("signing", year), _first_issued(paper))]
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
