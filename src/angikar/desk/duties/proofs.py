"""Proofs: the files handed in with a report, what is doubtful of their day while it is typed, and giving one out again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO

from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from angikar.desk.base import officer, page, sentence, signed_in, today
from angikar.desk.duties import sentences
from angikar.duties import access
from angikar.duties.actions import EvidenceFile
from angikar.duties.evidence_limits import MOST_FILES, MOST_MEGABYTES, refuse_programs, refuse_unfit
from angikar.duties.models import Duty, Evidence, Report, ReportState
from angikar.duties.proofs import promised, proofs_of, quarter_of
from angikar.formats.file_names import file_name
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import Mandate
from angikar.papers import store
from angikar.rules.bangla.dates import parse_date
from angikar.rules.schedule.dated import outside


def proven(duty: Duty, report: Report | None, held: Mandate, day: date) -> dict[str, object]:
    """What the page of a duty shows of its evidence: what was promised, what proves the last report and may be taken
    over into the next, and how much may be handed in.
    """
    shown = proofs_of(report, duty, held, day)
    return {
        "proofs": shown,
        "carried": [each.evidence for each in shown],
        "promise": promised(duty),
        "most_files": MOST_FILES,
        "most_size": MOST_MEGABYTES,
    }


def handed_in(request: HttpRequest) -> list[EvidenceFile]:
    """The files of a form, with the kind, the day and the note that it gives for them. Raises `Refused` for too many
    files, an empty file, one that is too large or of a type that is no evidence, and a day that cannot be read.
    """
    kind, typed_day = request.POST.get("proof_kind", "").strip(), request.POST.get("proof_date", "").strip()
    note = request.POST.get("proof_note", "").strip()
    day = parse_date(typed_day) if typed_day else None
    if typed_day and day is None:
        raise Refused(sentences.EVIDENCE_DATE_UNREADABLE, text=typed_day)
    return [
        EvidenceFile(name=name, data=data, kind=kind, date=day, note=note)
        for name, data in taken(request.FILES.getlist("files"))
    ]


def taken(files: Sequence[UploadedFile[bytes]]) -> list[tuple[str, bytes]]:
    """Files that were handed in, by name and content. Raises `Refused` for too many of them, an empty one, one that is too
    large or of a type that is no evidence.
    """
    refuse_unfit([(file.name or "", file.size or 0) for file in files])
    read = [(file.name or "", _content(file)) for file in files]
    refuse_programs(read)
    return read


def _content(file: UploadedFile[bytes]) -> bytes:
    file.seek(0)
    data: bytes = file.read()
    return data


@signed_in
@require_GET
def dated(request: HttpRequest, pk: int) -> HttpResponse:
    """What is doubtful about the day of a proof that is being typed; no file is refused for it."""
    duty = access.duty(officer(request), pk, to="report")
    typed = request.GET.get("proof_date", "").strip()
    day = parse_date(typed) if typed else None
    doubt = outside(day, quarter_of(duty), today()) if day else None
    wrong = _("এই তারিখ পড়া যায় না।") if typed and day is None else sentence(doubt) if doubt else ""
    return page(request, "duties/dated", {"wrong": wrong})


@signed_in
@require_GET
def show(request: HttpRequest, pk: int, evidence: int) -> FileResponse:
    """A file that proves a report of this duty: to be saved, never to be opened by the browser."""
    duty = access.duty(officer(request), pk)
    reported = Evidence.objects.filter(report__duty=duty).exclude(report__state=ReportState.DRAFT)
    wanted = reported.filter(pk=evidence).select_related("file").first()
    if wanted is None:
        raise NotYours
    answer = FileResponse(
        BytesIO(store.get(wanted.file.sha256)),
        as_attachment=True,
        filename=file_name(wanted.called),
        content_type="application/octet-stream",
    )
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
