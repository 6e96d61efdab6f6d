"""Proofs: the files handed in with a report, and giving one of them out again."""

from __future__ import annotations

from io import BytesIO

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_GET

from angikar.desk.front import officer, signed_in
from angikar.duties import access
from angikar.duties.actions import Proof
from angikar.duties.models import Evidence, ReportState
from angikar.formats import SIZE_LIMIT
from angikar.history.refusal import NotYours, Refused
from angikar.papers import store
from angikar.rules.bangla.dates import parse_date
from angikar.rules.bangla.digits import to_bangla

_MEGABYTE = 1024 * 1024


def handed_in(request: HttpRequest) -> list[Proof]:
    """The files of a form, with the kind and the day that it gives for them. Raises `Refused` for an empty file, one
    that is too large, and a day that cannot be read.
    """
    kind, said = request.POST.get("proof_kind", "").strip(), request.POST.get("proof_date", "").strip()
    day = parse_date(said) if said else None
    if said and day is None:
        raise Refused(f"প্রমাণকের তারিখ পড়া যায় না: “{said}”।", f"The date of the evidence cannot be read: “{said}”.")
    files = request.FILES.getlist("files")
    for file in files:
        if not file.size:
            raise Refused(f"“{file.name}” ফাইলটি খালি।", f"The file “{file.name}” is empty.")
        if file.size > SIZE_LIMIT:
            most = SIZE_LIMIT // _MEGABYTE
            raise Refused(
                f"“{file.name}” ফাইলটি বেশি বড়; সর্বোচ্চ {to_bangla(str(most))} মেগাবাইট।",
                f"The file “{file.name}” is too large; {most} megabytes at most.",
            )
    return [Proof(name=file.name or "", data=file.read(), kind=kind, date=day) for file in files]


@signed_in
@require_GET
def show(request: HttpRequest, pk: int, evidence: int) -> FileResponse:
    """A file that proves a report of this duty: to be kept, never to be run in the browser."""
    duty = access.duty(officer(request), pk)
    told = Evidence.objects.filter(report__duty=duty).exclude(report__state=ReportState.DRAFT)
    wanted = told.filter(pk=evidence).select_related("file").first()
    if wanted is None:
        raise NotYours
    return FileResponse(BytesIO(store.get(wanted.file.sha256)), as_attachment=True, filename=wanted.file.name)
