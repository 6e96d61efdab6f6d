"""Files of programs: one is read into readings that are stored nowhere, or taken in as papers of an office; what takes long is a job."""

from __future__ import annotations

from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest
from ninja import File, Form, Router, Schema, Status, UploadedFile
from pydantic import Field

from angikar.api.door import PAPERS, READ, officer
from angikar.api.operations.papers import PaperHead, head
from angikar.api.paging import Number
from angikar.formats import SIZE_LIMIT
from angikar.formats.errors import OutOfTime
from angikar.history.refusal import NotYours
from angikar.jobs import access as jobs
from angikar.jobs.models import Job
from angikar.offices.access import offices_of
from angikar.offices.models import Office
from angikar.papers.actions import take_in_each
from angikar.papers.intake.taking import AT_ONCE, hand_over, takes_long
from angikar.papers.reading import understood
from angikar.rules.kinds import as_json

router = Router(tags=["Files"])
Kind = Annotated[str, Form("", max_length=40, description="The kind of paper, where it is known")]
Own = Annotated[int, Form(0, ge=0, le=2**53 - 1, description="One's own office; 0 for the first")]


class ReadingRow(Schema):
    """What was understood of one paper, as `angikar read --json` gives it."""

    kind: str
    framework: str | None
    content: dict[str, Any]
    doubts: list[dict[str, Any]]


class ReadingList(Schema):
    """The papers of a file."""

    items: list[ReadingRow]


class TakenIn(Schema):
    """The papers that were taken in, each with its doubts to be looked at; or the job that reads the file."""

    items: list[PaperHead]
    job: int | None = Field(description="GET /api/v1/jobs/{id} says how far it is")


class JobProgress(Schema):
    """What is done beside the requests."""

    id: int
    work: str
    title: str
    state: str = Field(description="waiting, running, done, refused or cancelled", examples=["done"])
    leads: str = Field(description="The page of what came of it", examples=["/intake/12/"])


@router.post("/readings", auth=READ, response=ReadingList, summary="Read a file without storing it")
def read_file(request: HttpRequest, file: File[UploadedFile], kind: Kind = "") -> ReadingList:
    """What each paper in the file says, and what is doubtful of it. The file is read in a process of its own and kept nowhere."""
    found = understood(file.name or "", _bytes(file), kind or None, None, seconds=_seconds())
    return ReadingList(items=[ReadingRow.model_validate(as_json(reading)) for reading, _checked in found])


@router.post("/intake", auth=PAPERS, response={201: TakenIn, 202: TakenIn}, summary="Take a file in")
def take_in(
    request: HttpRequest,
    file: File[UploadedFile],
    office: Own = 0,
    kind: Kind = "",
) -> Status[TakenIn]:
    """Store a file with what was understood of it, as papers in intake; what takes long is read beside the requests (202)."""
    person, data, name = officer(request), _bytes(file), file.name or ""
    own, seconds = _own(request, office), _seconds()
    if seconds is not None and takes_long(data):
        return _handed_over(request, name, data, own, kind)
    try:
        papers = take_in_each(person, name, data, office=own, kind=kind or None, seconds=seconds)
    except OutOfTime:
        return _handed_over(request, name, data, own, kind)
    return Status(201, TakenIn(items=[head(each) for each in papers], job=None))


@router.get("/jobs/{int:pk}", auth=READ, response=JobProgress, summary="How far a job is")
def job(request: HttpRequest, pk: Number) -> JobProgress:
    """One of one's own jobs."""
    return _job(jobs.job_of(officer(request), pk))


def _handed_over(request: HttpRequest, name: str, data: bytes, own: Office, kind: str) -> Status[TakenIn]:
    job = hand_over(officer(request), name, data, office=own, kind=kind or None)
    return Status(202, TakenIn(items=[], job=job.pk))


def _job(found: Job) -> JobProgress:
    return JobProgress(id=found.pk, work=found.work, title=found.title, state=found.state, leads=found.page)


def _seconds() -> float | None:
    return AT_ONCE if settings.JOB_WORKERS else None


def _bytes(file: UploadedFile) -> bytes:
    """What came, and one byte more than is taken, which is enough to be refused as too large."""
    data: bytes = file.read(SIZE_LIMIT + 1)
    return data


def _own(request: HttpRequest, pk: int) -> Office:
    for office in offices_of(officer(request)):
        if pk in (0, office.pk):
            return office
    raise NotYours
