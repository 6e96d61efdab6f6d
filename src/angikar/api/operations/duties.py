"""Duties: what is owed, by which post, by when; and one of them with its reports and their evidence."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Final, Literal

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from angikar.api.clock import today
from angikar.api.door import READ, officer
from angikar.api.operations.offices import OfficeName, office_name
from angikar.api.paging import NEXT, Number, PaperNumber, Place, Size, following, rows_of
from angikar.duties import access
from angikar.duties.models import Duty, Report, ReportState
from angikar.offices.access import mandate
from angikar.offices.keyset import Keyset

router = Router(tags=["Duties and reports"])
_BY_DAY: Final = Keyset("api duties", "due", "pk", nullable=True)
_NEWEST: Final = Keyset("api reports", "-pk")
Which = Annotated[
    Literal["mine", "review", "all"],
    Query("mine", description="Owed by one's posts, waiting for one's review, or all one may see"),
]


class PostName(Schema):
    """A post by its number and title."""

    id: int
    title: str
    office: OfficeName


class DutyRow(Schema):
    """A duty: what a post owes because of a paper."""

    id: int
    kind: str = Field(examples=["figure"])
    text: str
    paper: int
    part: str | None = Field(description="Of an indicator", examples=["own"])
    code: str | None = Field(description="Of an indicator", examples=["1.1.1"])
    quarter: int | None
    post: PostName
    owed_to: OfficeName
    opens: date | None
    due: date | None
    due_at: str | None = Field(description="In Dhaka", examples=["14:00"])
    state: str = Field(description="open, submitted, accepted, sent_back, excused or withdrawn", examples=["open"])
    version: int


class DutyPage(Schema):
    """Some duties, the most urgent first."""

    items: list[DutyRow]
    next: str | None = NEXT


class ProofFile(Schema):
    """A file that proves a report."""

    id: int
    name: str
    size: int
    sha256: str


class ReportFacts(Schema):
    """A report: what was claimed, and what was accepted of it."""

    id: int
    duty: int
    state: str = Field(description="draft, submitted, accepted or sent_back", examples=["submitted"])
    value: str | None = Field(examples=["26"])
    numerator: str | None
    denominator: str | None
    words: str
    choice: str | None
    not_applicable: bool
    fields: dict[str, Any]
    on: date | None
    late: bool
    by: str
    accepted_value: str | None
    reviewed_on: date | None
    review_words: str


class ReportProven(ReportFacts):
    """A report with its evidence."""

    evidence: list[ProofFile]


class DutyWhole(DutyRow):
    """A duty with all that it asks, its reports and what the officer may do with it."""

    ask: dict[str, Any] = Field(description="Kind, unit, counting, target, choices, and the form that is filled in")
    reports: list[ReportProven]
    rights: list[str] = Field(examples=[["report", "see"]])


class ReportOfDuty(ReportFacts):
    """A report with the row it answers."""

    paper: int
    part: str | None
    code: str | None
    quarter: int | None
    office: OfficeName


class ReportPage(Schema):
    """Some reports, the latest first."""

    items: list[ReportOfDuty]
    next: str | None = NEXT


def duty_row(duty: Duty) -> DutyRow:
    """A duty as a list shows it."""
    return DutyRow(
        id=duty.pk,
        kind=duty.kind,
        text=duty.text,
        paper=duty.paper_id,
        part=duty.line.part if duty.line else None,
        code=duty.line.code if duty.line else None,
        quarter=duty.quarter,
        post=PostName(id=duty.post_id, title=duty.post.title, office=office_name(duty.post.office)),
        owed_to=office_name(duty.owed_to),
        opens=duty.opens,
        due=duty.due,
        due_at=duty.due_at.isoformat("minutes") if duty.due_at else None,
        state=duty.state,
        version=duty.version,
    )


def report_row(report: Report) -> ReportFacts:
    """A report without its evidence."""
    return ReportFacts(
        id=report.pk,
        duty=report.duty_id,
        state=report.state,
        value=report.value,
        numerator=report.numerator,
        denominator=report.denominator,
        words=report.words,
        choice=report.choice,
        not_applicable=report.not_applicable,
        fields=report.fields,
        on=report.on,
        late=report.late,
        by=report.by.name,
        accepted_value=report.accepted_value,
        reviewed_on=report.reviewed_on,
        review_words=report.review_words,
    )


@router.get("/duties", auth=READ, response=DutyPage, summary="What is owed")
def duties(
    request: HttpRequest,
    which: Which = "mine",
    paper: PaperNumber = 0,
    page: Place = "",
    limit: Size = 50,
) -> DutyPage:
    """Duties by their last day, the earliest first; those without a day last."""
    rows = _of(request, which)
    found = _BY_DAY.page(rows.filter(paper=paper) if paper else rows, page, limit)
    return DutyPage(items=[duty_row(each) for each in rows_of(found)], next=following(request, found))


def _of(request: HttpRequest, which: str) -> QuerySet[Duty]:
    if which == "mine":
        return access.duties_of(officer(request), today())
    return access.owed_to(officer(request), today()) if which == "review" else access.duties_for(officer(request))


@router.get("/duties/{int:pk}", auth=READ, response=DutyWhole, summary="One duty with its reports")
def duty(request: HttpRequest, pk: Number) -> DutyWhole:
    """What it asks, and what was answered; a draft is shown to who may report."""
    return whole_duty(request, access.duty(officer(request), pk))


def whole_duty(request: HttpRequest, found: Duty) -> DutyWhole:
    """A duty whole, for who asks."""
    rights = access.rights(mandate(officer(request)), found)
    rows = Report.objects.filter(duty=found).select_related("by").prefetch_related("evidence__file").order_by("pk")
    shown = rows if "report" in rights else rows.exclude(state=ReportState.DRAFT)
    reports = [ReportProven(**report_row(each).model_dump(), evidence=_evidence(each)) for each in shown]
    return DutyWhole(**duty_row(found).model_dump(), ask=found.asked, reports=reports, rights=sorted(rights))


def _evidence(report: Report) -> list[ProofFile]:
    return [
        ProofFile(id=each.pk, name=each.called, size=each.file.size, sha256=each.file.sha256)
        for each in report.evidence.all()
    ]


@router.get("/reports", auth=READ, response=ReportPage, summary="What was reported")
def reports(
    request: HttpRequest,
    paper: PaperNumber = 0,
    state: Literal["submitted", "accepted", "sent_back", ""] = "",
    page: Place = "",
    limit: Size = 50,
) -> ReportPage:
    """Reports that were submitted, of all duties the officer may see, the latest first."""
    seen = access.duties_for(officer(request))
    seen = seen.filter(paper=paper) if paper else seen
    rows = Report.objects.filter(duty__in=seen.order_by().values("pk")).exclude(state=ReportState.DRAFT)
    rows = (rows.filter(state=state) if state else rows).select_related("by", "duty__line", "duty__post__office")
    found = _NEWEST.page(rows, page, limit)
    return ReportPage(items=[_with_row(each) for each in rows_of(found)], next=following(request, found))


def _with_row(report: Report) -> ReportOfDuty:
    duty = report.duty
    return ReportOfDuty(
        **report_row(report).model_dump(),
        paper=duty.paper_id,
        part=duty.line.part if duty.line else None,
        code=duty.line.code if duty.line else None,
        quarter=duty.quarter,
        office=office_name(duty.post.office),
    )
