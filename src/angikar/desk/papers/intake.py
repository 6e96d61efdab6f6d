"""Intake: files are dropped here and read; what was taken in and not yet looked through waits in a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from angikar.desk.base import either, now, officer, page, sentence, signed_in
from angikar.desk.jobs import JobRow, shown
from angikar.formats import SIZE_LIMIT
from angikar.formats.bundles import HeldFile
from angikar.formats.errors import OutOfTime
from angikar.history.refusal import NotYours, Refused
from angikar.jobs.access import jobs_of
from angikar.jobs.models import ACTIVE, Job, JobState
from angikar.offices.access import offices_of
from angikar.offices.models import Office, Officer
from angikar.papers.access import papers_for
from angikar.papers.actions import take_in_each
from angikar.papers.doubts import still_open
from angikar.papers.intake.taking import AT_ONCE, TAKE_IN, hand_over, opened, takes_long
from angikar.papers.models import Paper, State
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.kinds import KINDS

_MOST = 100  # papers in the list; more are not left lying
_QUOTED = 100
"""Letters of what is left out of an e-mail that are quoted."""
_FAILED_SHOWN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A paper that was taken in, with how many of its doubts are open, errors by themselves."""

    paper: Paper
    errors: int
    others: int


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file: the sentence that says so, and where it leads: to the review, or to the job that reads it."""

    message: str
    """Empty for the further papers of a file, of which the first says how many there are."""
    address: str = ""
    row: str = ""
    """Which row of the list tells from now on how far the file is, and what becomes of it."""
    is_note: bool = False
    """Whether it says what of a bundle is no file of its own."""


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Take files in, each by itself; a file that cannot be read is answered with a sentence and not stored.

    Who accepts JSON alone gets the answer for one file: `said`, and the `address` of its review, empty without one.
    """
    offices = offices_of(officer(request))
    if request.method == "POST":
        office = _chosen(offices, request.POST.get("office", ""))
        outcomes = [each for file in request.FILES.getlist("files") for each in _of_file(request, file, office)]
        return (
            _as_json(request, outcomes)
            if request.headers.get("Accept") == "application/json"
            else _as_page(request, outcomes)
        )
    context = {
        "offices": offices,
        "kinds": KINDS,
        "waiting": _waiting(officer(request)),
        "jobs": _being_read(officer(request)),
    }
    return page(request, "papers/intake", context)


def _as_json(request: HttpRequest, outcomes: list[FileOutcome]) -> JsonResponse:
    """The answer to a browser that sends its files one by one and shows what becomes of each; of a bundle, of all its files."""
    each = outcomes[0] if outcomes else FileOutcome(_("আগে একটি ফাইল বাছুন।"))
    if len(outcomes) > 1:
        _say(request, outcomes)  # the browser leaves the page on which it would show them
        said, taken = " ".join(one.message for one in outcomes if one.message), any(one.address for one in outcomes)
        each = FileOutcome(said, (_only(outcomes) or reverse("desk:intake")) if taken else "")
    row = {"row": each.row} if each.row else {}
    return JsonResponse({"said": each.message, "address": each.address, **row})


def _as_page(request: HttpRequest, outcomes: list[FileOutcome]) -> HttpResponse:
    """The answer to a form: on to the review of the one file, or back to the list with a sentence for each."""
    if not outcomes:
        messages.error(request, _("আগে একটি ফাইল বাছুন।"))
    _say(request, outcomes)
    return redirect(_only(outcomes) or reverse("desk:intake"))


def _say(request: HttpRequest, outcomes: list[FileOutcome]) -> None:
    for each in outcomes:
        if not each.message:
            continue
        (messages.success if each.address or each.is_note else messages.error)(request, each.message)


def _only(outcomes: list[FileOutcome]) -> str:
    """Where the one file leads, if there is only one."""
    files = [each for each in outcomes if not each.is_note]
    return files[0].address if len(files) == 1 else ""


def _chosen(offices: tuple[Office, ...], pk: str) -> Office:
    for office in offices:
        if pk in ("", str(office.pk)):
            return office
    raise NotYours


def _of_file(request: HttpRequest, file: UploadedFile[bytes], office: Office) -> list[FileOutcome]:
    """What became of one file, or of each file in an e-mail or a ZIP."""
    data, name = file.read(SIZE_LIMIT + 1), file.name or ""  # one byte more is enough to be refused as too large
    try:
        bundle = opened(data)
    except Refused as refused:
        return [_refused(name, refused)]
    if bundle is None:
        return _taken(request, HeldFile(name, data), office)
    outcomes = [each for part in bundle.parts for each in _taken(request, part, office)]
    left = ", ".join(f"“{each[:_QUOTED]}”" for each in bundle.left_out)
    said = _("“%(name)s”-এর এই অংশ নথি নয় বলে নেওয়া হয়নি: %(left)s।") % {"name": name, "left": left}
    return [*outcomes, FileOutcome(said, is_note=True)] if left else outcomes


def _refused(name: str, refused: Refused) -> FileOutcome:
    return FileOutcome(_("“%(name)s” নেওয়া হয়নি: %(why)s") % {"name": name, "why": sentence(refused)})


def _taken(request: HttpRequest, file: HeldFile, office: Office) -> list[FileOutcome]:
    """What became of a file that is no bundle: of each paper in it."""
    by, name, data, kind = officer(request), file.name, file.data, request.POST.get("kind") or None
    seconds = AT_ONCE if settings.JOB_WORKERS else None
    try:
        if seconds is not None and takes_long(data):
            return [_handed_over(hand_over(by, name, data, office=office, kind=kind))]
        papers = take_in_each(by, name, data, office=office, kind=kind, seconds=seconds)
    except OutOfTime:
        return [_handed_over(hand_over(by, name, data, office=office, kind=kind))]
    except Refused as refused:
        return [_refused(name, refused)]
    said = _("“%(name)s” পড়া হয়েছে; কিছুই খসড়ায় যায়নি, আগে দেখে নিন।") % {"name": file.name}
    if len(papers) > 1:
        count = either(to_bangla(str(len(papers))), str(len(papers)))
        said = _("“%(name)s” ফাইলে %(count)sটি কাগজ পাওয়া গেছে; প্রতিটি আলাদা দেখে নিন।") % {"name": file.name, "count": count}
    first, *others = (reverse("desk:review", args=[paper.pk]) for paper in papers)
    return [FileOutcome(said, first), *(FileOutcome("", address) for address in others)]


def _handed_over(job: Job) -> FileOutcome:
    said = _("“%(name)s” পড়া হচ্ছে; অন্য কাজে যেতে পারেন, শেষ হলে বিজ্ঞপ্তিতে জানানো হবে।") % {"name": job.title}
    return FileOutcome(said, reverse("desk:jobs"), f"#job-{job.pk}")


def _being_read(person: Officer) -> list[JobRow]:
    """The files that are being read, and for a day those that could not be."""
    failed = Q(state=JobState.REFUSED, ended_at__gt=now() - _FAILED_SHOWN)
    jobs = jobs_of(person).filter(Q(state__in=ACTIVE) | failed, work=TAKE_IN.name)[:_MOST]
    return [shown(job) for job in reversed(jobs)]


def _waiting(person: Officer) -> list[Waiting]:
    papers = papers_for(person).filter(state=State.INTAKE, part__isnull=False).select_related("source").defer("content")
    return [
        Waiting(paper, errors, len(still_open(paper.doubts)) - errors)
        for paper in papers.order_by("-pk")[:_MOST]
        for errors in (len(still_open(paper.doubts, "error")),)
    ]
