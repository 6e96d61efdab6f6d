"""Circulars and receipts: how each office stands to each directive, and who has acknowledged a paper."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Router, Schema
from pydantic import Field

from angikar.api.clock import today
from angikar.api.door import READ, officer
from angikar.api.paging import Number
from angikar.duties.receipts.queries import receipts as receipts_of
from angikar.papers import access
from angikar.papers.models import FROZEN, Paper
from angikar.rules.kinds import kind_named
from angikar.standings.circulars.queries import AsOf
from angikar.standings.compliance import MatrixRow, matrix

router = Router(tags=["Circulars and receipts"])


class ReceiptRow(Schema):
    """A post that a paper goes to, and how far it has come: seen is not acknowledged."""

    post: int
    title: str
    office: int
    office_name: str
    role: str = Field(description="action or copy", examples=["action"])
    standing: Literal["acknowledged", "excused", "seen", "sent"]
    asked: bool
    duty: int | None
    seen_at: datetime | None
    on: date | None
    by: str
    late: bool


class ReceiptList(Schema):
    """The addressees of an issued paper."""

    items: list[ReceiptRow]


class DirectiveColumn(Schema):
    """A directive that asks for something, or `receipt` for the paper itself."""

    code: str = Field(examples=["2(খ)"])
    text: str


class ComplianceRow(Schema):
    """An office and, by directive, how many of its duties are in which state."""

    office: int
    name: str
    counts: dict[str, dict[str, int]] = Field(examples=[{"2(খ)": {"reported": 3, "late": 1}}])


class Compliance(Schema):
    """The offices of a circular against its directives."""

    paper: int
    columns: list[DirectiveColumn]
    items: list[ComplianceRow]


@router.get("/papers/{int:pk}/receipts", auth=READ, response=ReceiptList, summary="Who has acknowledged a paper")
def receipts(request: HttpRequest, pk: Number) -> ReceiptList:
    """Every post an issued paper names, in the order of the offices; nobody before it is issued."""
    paper = access.paper(officer(request), pk)
    found = receipts_of(paper, today()) if paper.state in FROZEN else []
    rows = [
        ReceiptRow(
            post=each.post,
            title=each.title,
            office=each.home.pk,
            office_name=each.home.name,
            role=each.role,
            standing=each.standing,
            asked=each.asked,
            duty=each.duty or None,
            seen_at=each.seen_at,
            on=each.on,
            by=each.by,
            late=each.late,
        )
        for each in found
    ]
    return ReceiptList(items=rows)


@router.get("/papers/{int:pk}/compliance", auth=READ, response=Compliance, summary="A circular office by office")
def compliance(request: HttpRequest, pk: Number) -> Compliance:
    """The directives of an issued circular against the offices it went to, as of now."""
    paper = _circular(request, pk)
    found = matrix(paper, AsOf(today(), timezone.localtime().time()))
    return Compliance(
        paper=paper.pk,
        columns=[DirectiveColumn(code=each.code, text=each.text) for each in found.columns],
        items=[_row(row) for district in found.districts for row in district.rows],
    )


def _circular(request: HttpRequest, pk: int) -> Paper:
    paper = access.paper(officer(request), pk)
    if not kind_named(paper.kind).has_directives or paper.state not in FROZEN:
        raise Http404
    return paper


def _row(row: MatrixRow) -> ComplianceRow:
    counts = {code: {str(state): count for state, count in cell.shown} for code, cell in row.cells.items()}
    return ComplianceRow(office=row.office.pk, name=row.office.name, counts=counts)
