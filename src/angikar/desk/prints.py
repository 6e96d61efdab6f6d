"""Prints: a small one is the answer at once, a long one is made beside the pages as a job and waits to be taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import get_language, override

from angikar.desk import sentences
from angikar.desk.base import officer, sentence, today
from angikar.desk.jobs import handed_over
from angikar.desk.papers.printing import file_of, mime_of
from angikar.formats import Unprintable
from angikar.history.refusal import NotYours
from angikar.jobs import waiting
from angikar.jobs.actions import begin
from angikar.jobs.models import Job
from angikar.jobs.works import Watch, Work
from angikar.offices.access import mandate
from angikar.offices.models import Officer

AT_ONCE = {"pdf": 2_000, "docx": 2_000, "xlsx": 8_000, "csv": 40_000}
"""Cells of a table that are printed while somebody waits, by form: about half a second."""


@dataclass(frozen=True, slots=True)
class AskedPrint:
    """What is to be printed: by which officer, of which row (0 is none), in which form, with the choice of the page."""

    by: Officer
    pk: int
    form: str
    choice: QueryDict


@dataclass(frozen=True, slots=True)
class Print:
    """A kind of print. `may` raises `NotYours` or `Http404` where an officer does not get it; `make` gives its bytes and the name of the
    file, and raises `Unprintable`.
    """

    name: str
    may: Callable[[AskedPrint], object]
    make: Callable[[AskedPrint], tuple[bytes, str]]


_PRINTS: dict[str, Print] = {}


def register(*kinds: Print) -> None:
    """Let jobs make these prints."""
    _PRINTS.update({kind.name: kind for kind in kinds})


def asked_by(request: HttpRequest, form: str, pk: int = 0) -> AskedPrint:
    """What a request asks to be printed."""
    return AskedPrint(officer(request), pk, form, request.GET)


def hand_out(
    request: HttpRequest, kind: Print, asked: AskedPrint, *, cells: int, title: str, back: str
) -> HttpResponse:
    """The print as the answer, or, where it holds many cells, the way to the job that makes it; where it cannot be printed a sentence,
    and the way back.
    """
    if settings.JOB_WORKERS and cells > AT_ONCE[asked.form]:
        messages.success(request, handed_over(_later(kind, asked, title)))
        return redirect("desk:jobs")
    try:
        data, name = kind.make(asked)
    except Unprintable as wrong:
        messages.error(request, sentence(wrong))
        return redirect(back)
    return file_of(data, name, mime_of(name), inline=asked.form == "pdf")


def _later(kind: Print, asked: AskedPrint, title: str) -> Job:
    choice, language = asked.choice.urlencode(), (get_language() or "bn")[:2]
    args = {"print": kind.name, "pk": asked.pk, "form": asked.form, "choice": choice, "language": language}
    key = ":".join(map(str, (PRINT.name, asked.by.pk, today(), *args.values())))[:200]
    post = next(iter(mandate(asked.by).posts), None)
    return begin(PRINT.name, f"{title} ({asked.form.upper()})", key=key, args=args, by=asked.by, post=post)[0]


def _asked(job: Job) -> AskedPrint:
    return AskedPrint(job.by, job.args["pk"], job.args["form"], QueryDict(job.args["choice"]))


def _may(job: Job) -> None:
    try:
        _PRINTS[job.args["print"]].may(_asked(job))
    except Http404 as gone:
        raise NotYours from gone


def _make(job: Job, _: Watch) -> tuple[bytes, str]:
    with override(job.args["language"]):
        return _PRINTS[job.args["print"]].make(_asked(job))


def _store(job: Job, made: tuple[bytes, str]) -> str:
    data, job.file = made
    job.stored = waiting.put(data)
    return f"/jobs/{job.pk}/file/"


PRINT = Work(
    "print",
    _make,
    _store,
    may=_may,
    unit="step",
    done=sentences.PRINT_DONE,
    failed=sentences.PRINT_FAILED,
)
