"""Intake: files are dropped here and read; what was taken in and not yet looked through waits in a list."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from angikar.desk.front import officer, page, sentence, signed_in
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
    """A paper that was taken in, with how many of its doubts are open, errors apart."""

    paper: Paper
    errors: int
    others: int


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Take files in, each by itself; a file that cannot be read leaves nothing behind but its sentence."""
    offices = offices_of(officer(request))
    if request.method == "POST":
        office = _chosen(offices, request.POST.get("office", ""))
        files = request.FILES.getlist("files")
        if not files:
            messages.error(request, _("আগে একটি ফাইল বাছুন।"))
        taken = [paper for file in files if (paper := _taken(request, file, office))]
        return redirect("desk:review", taken[0].pk) if len(taken) == 1 == len(files) else redirect("desk:intake")
    return page(request, "intake", {"offices": offices, "kinds": KINDS, "waiting": _waiting(officer(request))})


def _chosen(offices: tuple[Office, ...], pk: str) -> Office:
    for office in offices:
        if pk in ("", str(office.pk)):
            return office
    raise NotYours


def _taken(request: HttpRequest, file: UploadedFile[bytes], office: Office) -> Paper | None:
    data = file.read(SIZE_LIMIT + 1)  # one byte more is enough to be refused as too large
    try:
        paper = take_in(
            officer(request), file.name or "", data, office=office, kind=request.POST.get("kind") or None
        )  # fmt: skip
    except Refused as refused:
        messages.error(request, _("“%(name)s” নেওয়া হয়নি: %(why)s") % {"name": file.name, "why": sentence(refused)})
        return None
    messages.success(request, _("“%(name)s” পড়া হয়েছে; কিছুই খসড়ায় যায়নি, আগে দেখে নিন।") % {"name": file.name})
    return paper


def _waiting(person: Officer) -> list[Waiting]:
    papers = papers_for(person).filter(state=State.INTAKE).select_related("source").defer("content")
    return [
        Waiting(paper, errors, len(still_open(paper.doubts)) - errors)
        for paper in papers.order_by("-pk")[:_MOST]
        for errors in (len(still_open(paper.doubts, "error")),)
    ]
