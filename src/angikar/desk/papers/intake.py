"""Intake: files are dropped here and read; what was taken in and not yet looked through waits in a list."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from angikar.desk.base import officer, page, sentence, signed_in
from angikar.formats import SIZE_LIMIT
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import offices_of
from angikar.offices.models import Office, Officer
from angikar.papers.access import papers_for
from angikar.papers.actions import take_in
from angikar.papers.doubts import still_open
from angikar.papers.models import Paper, State
from angikar.rules.kinds import KINDS

_MOST = 100  # papers in the list; more are not left lying


@dataclass(frozen=True, slots=True)
class Waiting:
    """A paper that was taken in, with how many of its doubts are open, errors by themselves."""

    paper: Paper
    errors: int
    others: int


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file: the sentence that says so, and the paper where it could be read."""

    message: str
    paper: Paper | None = None


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Take files in, each by itself; a file that cannot be read is answered with a sentence and not stored.

    Who accepts JSON alone gets the answer for one file: `said`, and the `address` of its review, empty without one.
    """
    offices = offices_of(officer(request))
    if request.method == "POST":
        office = _chosen(offices, request.POST.get("office", ""))
        outcomes = [_taken(request, file, office) for file in request.FILES.getlist("files")]
        return (
            _as_json(outcomes) if request.headers.get("Accept") == "application/json" else _as_page(request, outcomes)
        )
    return page(request, "papers/intake", {"offices": offices, "kinds": KINDS, "waiting": _waiting(officer(request))})


def _as_json(outcomes: list[FileOutcome]) -> JsonResponse:
    """The answer to a browser that sends its files one by one and shows what becomes of each."""
    each = outcomes[0] if outcomes else FileOutcome(_("আগে একটি ফাইল বাছুন।"))
    return JsonResponse(
        {"said": each.message, "address": reverse("desk:review", args=[each.paper.pk]) if each.paper else ""}
    )


def _as_page(request: HttpRequest, outcomes: list[FileOutcome]) -> HttpResponse:
    """The answer to a form: on to the review of the one file, or back to the list with a sentence for each."""
    if not outcomes:
        messages.error(request, _("আগে একটি ফাইল বাছুন।"))
    for each in outcomes:
        (messages.success if each.paper else messages.error)(request, each.message)
    only = outcomes[0].paper if len(outcomes) == 1 else None
    return redirect("desk:review", only.pk) if only else redirect("desk:intake")


def _chosen(offices: tuple[Office, ...], pk: str) -> Office:
    for office in offices:
        if pk in ("", str(office.pk)):
            return office
    raise NotYours


def _taken(request: HttpRequest, file: UploadedFile[bytes], office: Office) -> FileOutcome:
    data = file.read(SIZE_LIMIT + 1)  # one byte more is enough to be refused as too large
    try:
        paper = take_in(officer(request), file.name or "", data, office=office, kind=request.POST.get("kind") or None)
    except Refused as refused:
        return FileOutcome(_("“%(name)s” নেওয়া হয়নি: %(why)s") % {"name": file.name, "why": sentence(refused)})
    return FileOutcome(_("“%(name)s” পড়া হয়েছে; কিছুই খসড়ায় যায়নি, আগে দেখে নিন।") % {"name": file.name}, paper)


def _waiting(person: Officer) -> list[Waiting]:
    papers = papers_for(person).filter(state=State.INTAKE).select_related("source").defer("content")
    return [
        Waiting(paper, errors, len(still_open(paper.doubts)) - errors)
        for paper in papers.order_by("-pk")[:_MOST]
        for errors in (len(still_open(paper.doubts, "error")),)
    ]
