"""Papers: those an officer may read, by kind, year and state, and one of them whole, with its content and its doubts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from angikar.api.door import READ, officer
from angikar.api.operations.offices import OfficeName, office_name
from angikar.api.paging import NEXT, Number, Place, Size, following, rows_of
from angikar.offices.access import mandate
from angikar.papers import access
from angikar.papers.access import papers_for
from angikar.papers.models import Paper
from angikar.papers.queries import holding, page_of
from angikar.papers.stored_doubt import StoredDoubt
from angikar.rules.bangla.search import asked

router = Router(tags=["Papers"])
PaperState = Literal["intake", "draft", "review", "signed", "issued", "superseded"]


class PaperHead(Schema):
    """A paper without its content."""

    id: int
    kind: str = Field(examples=["integrity_plan"])
    framework: str | None = Field(examples=["integrity-2018-19"])
    title: str
    office: OfficeName
    counterpart: int | None = Field(description="The number of the other office of an agreement")
    fiscal_year: str = Field(examples=["2018-19"])
    state: str = Field(description="intake, draft, review, signed, issued or superseded", examples=["issued"])
    version: int = Field(description="What If-Match names where the paper is changed", examples=[3])
    memo_number: str
    issued: date | None
    hash: str = Field(description="Of an issued paper; empty before")
    changed: datetime


class PaperPage(Schema):
    """Some papers, the latest changed first."""

    items: list[PaperHead]
    next: str | None = NEXT


class DoubtPlace(Schema):
    """Where in its source a doubt is: line, page and cell count from where they begin there."""

    line: int | None
    page: int | None
    cell: int | None


class DoubtRow(Schema):
    """A doubt of a paper, open or settled."""

    key: str = Field(description="Names the doubt where it is settled", examples=["9f86d081884c7d65"])
    code: str = Field(examples=["area-weight-sum"])
    severity: Literal["error", "warning", "info"]
    path: str = Field(examples=["areas.1.weight"])
    place: DoubtPlace
    message: str
    message_en: str
    suggestion: str | None
    settled: Literal["take", "keep", "value"] | None
    words: str


class PaperWhole(PaperHead):
    """A paper with its content, as `angikar read --json` gives it, its doubts, and what the officer may do with it."""

    content: dict[str, Any]
    doubts: list[DoubtRow]
    rights: list[str] = Field(examples=[["amend", "read"]])


def head(paper: Paper) -> PaperHead:
    """A paper without its content."""
    return PaperHead(
        id=paper.pk,
        kind=paper.kind,
        framework=paper.framework,
        title=paper.title,
        office=office_name(paper.office),
        counterpart=paper.counterpart_id,
        fiscal_year=paper.fiscal_year,
        state=paper.state,
        version=paper.version,
        memo_number=paper.memo_number,
        issued=paper.issued_at,
        hash=paper.hash,
        changed=paper.changed_at,
    )


def doubt_row(doubt: StoredDoubt) -> DoubtRow:
    """A doubt as it is stored."""
    return DoubtRow(
        key=doubt.key,
        code=doubt.code,
        severity=doubt.severity,
        path=doubt.path,
        place=DoubtPlace(line=doubt.place.line, page=doubt.place.page, cell=doubt.place.cell),
        message=doubt.message,
        message_en=doubt.message_en,
        suggestion=doubt.suggestion,
        settled=doubt.settled,
        words=doubt.words,
    )


def whole(request: HttpRequest, paper: Paper) -> PaperWhole:
    """A paper whole, for who asks."""
    return PaperWhole(
        **head(paper).model_dump(),
        content=paper.content,
        doubts=[doubt_row(each) for each in paper.doubts],
        rights=sorted(access.rights(mandate(officer(request)), paper)),
    )


class PaperFilter(Schema):
    """Which papers are asked for."""

    q: str = Field("", max_length=200, description="Words of title, memo number, year or office")
    kind: str = Field("", max_length=40)
    year: str = Field("", max_length=7, description="The fiscal year, such as 2018-19")
    state: PaperState | Literal[""] = ""
    office: int = Field(0, ge=0, le=2**53 - 1, description="The number of an office")


@router.get("/papers", auth=READ, response=PaperPage, summary="The papers one may read")
def papers(request: HttpRequest, wanted: Query[PaperFilter], page: Place = "", limit: Size = 50) -> PaperPage:
    """The papers the officer may read, the latest changed first."""
    exactly = {"kind": wanted.kind, "fiscal_year": wanted.year, "state": wanted.state, "office": wanted.office}
    chosen = papers_for(officer(request)).filter(**{name: value for name, value in exactly.items() if value})
    found = page_of(holding(chosen, asked(wanted.q)), page, limit)
    return PaperPage(items=[head(each) for each in rows_of(found)], next=following(request, found))


@router.get("/papers/{int:pk}", auth=READ, response=PaperWhole, summary="One paper with its content and doubts")
def paper(request: HttpRequest, pk: Number) -> PaperWhole:
    """One paper that the officer may read."""
    return whole(request, access.paper(officer(request), pk))
