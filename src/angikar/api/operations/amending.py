"""Papers changed by programs: a place amended, a doubt settled, a reading made a draft, a draft moved on, a paper issued."""

from __future__ import annotations

from typing import Annotated, Literal

from django.conf import settings
from django.http import HttpRequest
from ninja import Path, Router, Status
from pydantic import Field

from angikar.api.clock import today
from angikar.api.door import PAPERS, officer
from angikar.api.operations.papers import DoubtRow, PaperHead, doubt_row, head
from angikar.api.operations.reporting import Text
from angikar.api.paging import Number
from angikar.api.problems import Sent
from angikar.api.seen import VersionSeen, version_of
from angikar.duties.issue import issue
from angikar.duties.later.issuing import issue_later
from angikar.history.refusal import NotYours
from angikar.offices.access import mandate
from angikar.papers import access, actions
from angikar.papers.settling.actions import settle

router = Router(tags=["Papers changed"])
Key = Annotated[str, Path(..., pattern="^[0-9a-f]{16}$")]


class AmendIn(Sent):
    """A value for one place of the content, as a person types it."""

    path: str = Field(max_length=400, examples=["areas.0.activities.0.indicators.0.weight"])
    value: Text | list[Text] | None = Field(examples=["4"])


class SettleIn(Sent):
    """How a doubt is settled: its suggestion taken, what is printed kept, or another value; keeping an error takes words."""

    choice: Literal["take", "keep", "value"]
    value: Text | None = None
    words: Text = ""


class MoveIn(Sent):
    """Where a paper goes: for comment, for signature, or back to the draft with words."""

    to: Literal["draft", "review", "signed"]
    words: Text = ""


class IssueIn(Sent):
    """Whether the focal post answers where the words of the paper lead to no post; why what both parties must sign goes out unsigned."""

    focal: bool = False
    unsigned: Text = ""


class PaperChanged(PaperHead):
    """A paper after a change, with the doubts that are open."""

    open_doubts: list[DoubtRow]
    job: int | None = Field(None, description="What issues it beside the requests: GET /api/v1/jobs/{id}")


def _changed(request: HttpRequest, pk: int, job: int | None = None) -> PaperChanged:
    paper = access.paper(officer(request), pk)
    doubts = [doubt_row(each) for each in paper.doubts if each.settled is None]
    return PaperChanged(**head(paper).model_dump(), open_doubts=doubts, job=job)


@router.post("/papers/{int:pk}/amend", auth=PAPERS, response=PaperChanged, summary="Change one place of a draft")
def amend_paper(request: HttpRequest, pk: Number, sent: AmendIn, if_match: VersionSeen = "") -> PaperChanged:
    """Put another value at a place of the content; it is checked again. Changes of others to other places do not disturb."""
    person, version = officer(request), version_of(if_match)
    paper = access.paper(person, pk, to="amend")
    actions.amend(paper, sent.path, sent.value, version=version, by=person)
    return _changed(request, pk)


@router.post(
    "/papers/{int:pk}/doubts/{key}/settle", auth=PAPERS, response=PaperChanged, summary="Settle a doubt of a paper"
)
def settle_doubt(
    request: HttpRequest, pk: Number, key: Key, sent: SettleIn, if_match: VersionSeen = ""
) -> PaperChanged:
    """Take the suggestion of a doubt, keep what is printed, or put another value."""
    person, version = officer(request), version_of(if_match)
    paper = access.paper(person, pk, to="amend")
    settle(paper, key, sent.choice, version=version, by=person, value=sent.value, words=sent.words)
    return _changed(request, pk)


@router.post("/papers/{int:pk}/accept", auth=PAPERS, response=PaperChanged, summary="Make a draft of what was read")
def accept_reading(request: HttpRequest, pk: Number, if_match: VersionSeen = "") -> PaperChanged:
    """Make a draft of a paper in intake; doubts that are open stay with it."""
    person, version = officer(request), version_of(if_match)
    actions.accept_intake(access.paper(person, pk, to="amend"), by=person, version=version)
    return _changed(request, pk)


@router.post("/papers/{int:pk}/move", auth=PAPERS, response=PaperChanged, summary="Move a paper on, or back")
def move_paper(request: HttpRequest, pk: Number, sent: MoveIn, if_match: VersionSeen = "") -> PaperChanged:
    """Send a draft for comment or signature, or back with words."""
    person, version = officer(request), version_of(if_match)
    paper = access.paper(person, pk)
    if sent.to not in access.moves(mandate(person), paper):
        raise NotYours
    actions.move(paper, sent.to, by=person, version=version, words=sent.words)
    return _changed(request, pk)


@router.post(
    "/papers/{int:pk}/issue", auth=PAPERS, response={200: PaperChanged, 202: PaperChanged}, summary="Issue a paper"
)
def issue_paper(request: HttpRequest, pk: Number, sent: IssueIn, if_match: VersionSeen = "") -> Status[PaperChanged]:
    """Issue a paper today: it is frozen under its hash and its duties are created; with workers that is done beside the requests (202)."""
    person, version = officer(request), version_of(if_match)
    paper = access.paper(person, pk, to="issue")
    paper.version = version
    if settings.JOB_WORKERS:
        job = issue_later(paper, by=person, day=today(), focal=sent.focal, unsigned=sent.unsigned)
        return Status(202, _changed(request, pk, job.pk))
    issue(paper, by=person, day=today(), focal=sent.focal, unsigned=sent.unsigned)
    return Status(200, _changed(request, pk))
