"""Reading duties for the screens: the scorecard of a plan, the grid of its figures, a circular's board, counts of a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q

from angikar.duties.access import duties_of, owed_to
from angikar.duties.cells import rows
from angikar.duties.inner_plans import InnerScore, inner_score
from angikar.duties.models import OWED, Duty, DutyState, Line, Report, ReportState
from angikar.offices.access import User
from angikar.offices.models import Office, Post
from angikar.papers.links.queries import Inner, law_of_paper, plans_within
from angikar.papers.models import FROZEN, Paper, State
from angikar.rules.plan import IndicatorId, Part, Plan
from angikar.rules.scoring.reports import ReportRow
from angikar.rules.scoring.scorecard import Scorecard
from angikar.rules.scoring.scorecard import scorecard as score

YEAR_END = 4
"""The quarter under which a figure of the whole year is counted."""


@dataclass(frozen=True, slots=True)
class DutyCell:
    """One duty with its answers: the draft somebody types, the latest report that was submitted, and how many files prove it."""

    duty: Duty
    draft: Report | None = None
    report: Report | None = None
    proofs: int = 0

    @property
    def value(self) -> str | None:
        """What the cell shows: the draft, else what was reported."""
        shown = self.draft or self.report
        return shown.value if shown else None

    @property
    def is_unverified(self) -> bool:
        """Whether a figure was reported that no file proves."""
        return self.report is not None and self.report.value is not None and not self.proofs


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line of a plan and its cells by quarter (1-4)."""

    line: Line
    cells: dict[int, DutyCell] = field(default_factory=dict)


def scorecard(
    paper: Paper, on: date, *, through: int = YEAR_END, drafts: Container[int] = (), typed: ReportRow | None = None
) -> Scorecard | None:
    """The scorecard of an issued plan on a day, `through` a quarter (1-4); `None` for what is not a plan, is not issued
    or has no framework.

    To see what they would earn, the drafts of the duties named count as if they had been reported, and so does what
    is being `typed`.
    """
    rows = {(row.part, row.code, row.quarter): row for row in report_rows(paper, on, drafts)}
    if typed is not None:
        rows[typed.part, typed.code, typed.quarter] = typed
    return _card(paper, on, [row for row in rows.values() if row.quarter <= through])


def report_rows(paper: Paper, on: date, drafts: Container[int] = ()) -> tuple[ReportRow, ...]:
    """What was reported of each line and quarter by a day, as the rules count it, however often the post changed hands.

    A report that was sent back no longer counts, an excused duty is not applicable, and a line that counts a
    whole other plan takes that plan's score unless something was reported of it. A plan inside without any report
    gives no figure, not zero.
    """
    inner = plans_within(paper)
    if paper.state == State.SUPERSEDED:
        return _Reports.of_superseded(paper, inner, on).rows(paper)
    return _Reports.of(inner, on, drafts, papers=inner.keys()).rows(paper)


@dataclass(frozen=True, slots=True)
class ScoredPlan:
    """A plan on a day: its scorecard, what the plans inside it give, the `papers` of all of them, and its cells by line and quarter."""

    card: Scorecard | None
    inner: list[InnerScore]
    papers: Collection[int]
    cells: dict[IndicatorId, dict[int, DutyCell]]


def scored(paper: Paper, on: date, within: dict[int, tuple[Inner, ...]] | None = None) -> ScoredPlan:
    """What `scorecard`, `plans_inside` and the cells of `grid` say of a plan, in one reading; `within` are the plans inside it where they were
    read already.
    """
    inner = plans_within(paper) if within is None else within
    if paper.state == State.SUPERSEDED:
        reports = _Reports.of_superseded(paper, inner, on)
    else:
        reports = _Reports.of(inner, on, papers=inner.keys())
    by_line: dict[IndicatorId, dict[int, DutyCell]] = defaultdict(dict)
    for cell in reports.cells.get(paper.pk, ()):
        duty, line = cell.duty, cell.duty.line
        if line is not None and duty.paper_id == paper.pk:
            by_line[line.identity][duty.quarter or YEAR_END] = cell
    return ScoredPlan(_card(paper, on, reports.rows(paper)), reports.inner_scores(paper), inner.keys(), by_line)


def plans_inside(paper: Paper, on: date) -> list[InnerScore]:
    """The rows of a plan that count whole plans, with the status of each on a day and what it has earned."""
    inner = plans_within(paper)
    return _Reports.of(inner, on, papers=inner.keys() - {paper.pk}).inner_scores(paper) if inner[paper.pk] else []


@dataclass(frozen=True, slots=True)
class _Reports:
    """All that was reported of a plan and of the plans inside it, by paper; read at once, however many there are."""

    on: date
    drafts: Container[int]
    inner: dict[int, tuple[Inner, ...]]
    cells: dict[int, list[DutyCell]]

    @classmethod
    def of(
        cls, inner: dict[int, tuple[Inner, ...]], on: date, drafts: Container[int] = (), *, papers: Collection[int]
    ) -> _Reports:
        found: dict[int, list[DutyCell]] = defaultdict(list)
        for cell in _with_reports(rows.counted(papers), rows.answers(papers), on) if papers else ():
            found[cell.duty.paper_id].append(cell)
        return cls(on, drafts, inner, found)

    @classmethod
    def of_superseded(cls, paper: Paper, inner: dict[int, tuple[Inner, ...]], on: date) -> _Reports:
        """Like `of`, for a paper whose duties went over to those that took its place, as they were on the day the first of
        them was issued: its scorecard stays what it was.
        """
        later = [paper]
        while found := Paper.objects.filter(supersedes=later[-1], state__in=FROZEN).first():
            later.append(found)
        ended = [each.issued_at for each in later[1:2] if each.issued_at]
        known = {line.identity for line in Line.objects.filter(paper=paper)}
        reports = cls.of(inner, min([on, *ended]), papers={each.pk for each in later} | inner.keys())
        passed = [cell for each in later for cell in reports.cells.get(each.pk, ())]
        own = [cell for cell in passed if cell.duty.line is not None and cell.duty.line.identity in known]
        return cls(reports.on, (), inner, {**reports.cells, paper.pk: own})

    def rows(self, paper: Paper, above: frozenset[int] = frozenset()) -> tuple[ReportRow, ...]:
        """The rows of one plan; `above` are the plans it is inside of, which it must not contain again."""
        rows: dict[tuple[IndicatorId | None, int], ReportRow] = {}
        for cell in self.cells.get(paper.pk, ()):
            open_ = cell.draft is not None and cell.duty.pk in self.drafts
            row = row_of(cell, cell.draft.value) if cell.draft and open_ else counted_row(cell, self.on)
            if row is not None:
                rows[cell.duty.line.identity if cell.duty.line else None, row.quarter] = row
        for each in self.inner_scores(paper, above):
            if each.standing == "counted":
                row = ReportRow(each.inner.line.part, each.inner.line.code, YEAR_END, each.claimed, each.accepted)
                rows.setdefault((each.inner.line, YEAR_END), row)
        return tuple(rows.values())

    def inner_scores(self, paper: Paper, above: frozenset[int] = frozenset()) -> list[InnerScore]:
        """What the plans inside one plan give."""
        inside = above | {paper.pk}
        return [inner_score(each, self._card(each.paper, inside)) for each in self.inner.get(paper.pk, ())]

    def _card(self, plan: Paper | None, above: frozenset[int]) -> Scorecard | None:
        return _card(plan, self.on, self.rows(plan, above)) if plan and plan.pk not in above else None


def _card(paper: Paper, on: date, rows: Sequence[ReportRow]) -> Scorecard | None:
    plan = paper.value()
    if not isinstance(plan, Plan) or paper.state not in FROZEN:
        return None
    law = law_of_paper(paper, plan)
    return score(plan, law, rows, on) if law else None


def cells(duties: Iterable[Duty], on: date | None = None) -> list[DutyCell]:
    """Each duty with its draft and its latest report (of those submitted by the day `on`): one query for all of them."""
    duties = list(duties)
    return _with_reports(duties, rows.answers_to([duty.pk for duty in duties]), on)


def _with_reports(duties: Sequence[Duty], reports: Iterable[Any], on: date | None = None) -> list[DutyCell]:
    drafts: dict[int, Report] = {}
    latest: dict[int, Report] = {}
    proofs: dict[int, int] = {}
    for report in reports:
        if report.state == ReportState.DRAFT:
            drafts[report.duty_id] = report
        elif on is None or (report.on is not None and report.on <= on):
            latest[report.duty_id] = report
            proofs[report.duty_id] = report.files
    return [DutyCell(duty, drafts.get(pk := duty.pk), latest.get(pk), proofs.get(pk, 0)) for duty in duties]


def grid(paper: Paper) -> list[LineRow]:
    """Every line of a plan with its cells by quarter, in printed order."""
    found = {line.pk: LineRow(line) for line in rows.lines([paper.pk])}
    duties = rows.asked([paper.pk])
    posts = {post.pk: post for post in rows.posts({duty.post_id for duty in duties})}
    for duty in duties:
        duty.post = posts[duty.post_id]
    for cell in _with_reports(duties, rows.answers([paper.pk])):
        if cell.duty.line_id is not None:
            row = found[cell.duty.line_id]
            cell.duty.line = row.line
            row.cells[cell.duty.quarter or YEAR_END] = cell
    return list(found.values())


def around(duty: Duty, on: date) -> list[DutyCell]:
    """The duties that ask the same of the same post in other quarters or on other days, with this one, in order of day:
    what was answered last time.
    """
    if duty.line_id is not None:
        same = rows.of_line(duty.paper_id, duty.line_id)
    else:
        same = rows.of_text(duty.paper_id, duty.post_id, duty.text)
    for each in same:
        each.paper, each.line = duty.paper, duty.line
    return cells(same, on)


def board(paper: Paper) -> dict[Office, list[DutyCell]]:
    """Who has answered what: the duties of a circular or of minutes by office, each with its latest answer."""
    found: dict[Office, list[DutyCell]] = defaultdict(list)
    duties = (
        Duty.objects.filter(paper=paper).select_related("post__office", "owed_to").order_by("post__office__path", "pk")
    )
    for cell in cells(duties):
        found[cell.duty.post.office].append(cell)
    return dict(found)


def load(post: Post, today: date) -> dict[str, int]:
    """What a post has to do, whichever officer has it: duties `open` by now and how many of them `late`, answers `waiting` to be
    looked over, `drafts` begun, and how many reports were submitted, `reported`.
    """
    own = Duty.objects.filter(post=post)
    owed = Q(state__in=OWED) & (Q(opens=None) | Q(opens__lte=today))
    found: dict[str, int] = own.aggregate(
        open=Count("pk", filter=owed),
        late=Count("pk", filter=owed & Q(due__lt=today)),
        waiting=Count("pk", filter=Q(state=DutyState.SUBMITTED)),
    )
    reports = Report.objects.filter(duty__post=post)
    drafted = Q(state=ReportState.DRAFT)
    return {**found, **reports.aggregate(drafts=Count("pk", filter=drafted), reported=Count("pk", filter=~drafted))}


def counts(user: User, today: date) -> dict[str, int]:
    """How many duties of one's own are late, due within seven days, or later, and how many answers wait to be looked over."""
    week = today + timedelta(days=7)
    late, soon = Q(due__lt=today), Q(due__gte=today, due__lte=week)
    mine = duties_of(user, today).order_by()
    found: dict[str, int] = mine.aggregate(
        late=Count("pk", filter=late),
        soon=Count("pk", filter=soon),
        later=Count("pk", filter=~(late | soon) | Q(due=None)),
    )
    return {**found, "waiting": owed_to(user, today).filter(state=DutyState.SUBMITTED).count()}


def row_of(cell: DutyCell, value: str | None) -> ReportRow | None:
    """The row that a figure typed into a cell would be counted as; `None` where there is no figure or no line."""
    line = cell.duty.line
    if line is None or value is None:
        return None
    return ReportRow(_part(line.part), line.code, cell.duty.quarter or YEAR_END, value)


def counted_row(cell: DutyCell, on: date) -> ReportRow | None:
    """The row that one cell counts as on a day; `None` where it does not count."""
    duty, report = cell.duty, cell.report
    excused = duty.state == DutyState.EXCUSED
    line = duty.line if excused or report is not None else None
    if line is None:
        return None
    part, quarter = _part(line.part), duty.quarter or YEAR_END
    if excused or report is None:
        return ReportRow(part, line.code, quarter, None, not_applicable=True)
    reviewed = report.reviewed_on is not None and report.reviewed_on <= on
    if reviewed and report.state == ReportState.SENT_BACK:
        return None
    accepted = report.accepted_value if reviewed else None
    parts = report.numerator, report.denominator
    return ReportRow(
        part, line.code, quarter, report.value, accepted, report.not_applicable, *parts, words=report.words
    )


def _part(name: str) -> Part:
    return "own" if name == "own" else "governance"
