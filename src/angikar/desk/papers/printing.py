"""Printing: a paper in its official form as PDF, DOCX or XLSX, its content as JSON, and the file it came in."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from angikar.desk.base import officer, sentence, signed_in
from angikar.formats import Unprintable, write_docx, write_pdf, write_xlsx
from angikar.formats.file_names import file_name
from angikar.history.signing import seals
from angikar.offices.access import mandate
from angikar.papers import access, store
from angikar.papers.models import Paper
from angikar.papers.queries import identity
from angikar.papers.receipts.actions import see
from angikar.papers.signatures.printed import signed_line
from angikar.rules.content import Content
from angikar.rules.document import Document
from angikar.rules.kinds import kind_named
from angikar.rules.reading import Reading

_OFFICE = "application/vnd.openxmlformats-officedocument"
MIME = {
    "pdf": "application/pdf",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "json": "application/json",
}


@signed_in
@require_safe
def show(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The paper in one of its forms; a character no official typeface has is named instead of printed as a box."""
    by = officer(request)
    paper = access.paper(by, pk)
    if form not in MIME:
        raise Http404
    see(paper, mandate(by), by=by, at=timezone.now())
    try:
        data = printed(paper, form)
    except Unprintable as wrong:
        messages.error(request, sentence(wrong))
        return redirect("desk:paper", pk)
    name = f"{paper.kind}-{paper.fiscal_year or paper.memo_number or paper.pk}.{form}".replace("/", "-")
    return file_of(data, name, MIME[form], inline=form == "pdf")


@signed_in
@require_safe
def source(request: HttpRequest, pk: int) -> HttpResponse:
    """The file as it came in, always to be saved, never to be shown by the browser."""
    paper = access.paper(officer(request), pk)
    if paper.source is None:
        raise Http404
    return file_of(store.get(paper.source.sha256), paper.source.name, "application/octet-stream")


def printed(paper: Paper, form: str) -> bytes:
    """The bytes of a paper in a form of `MIME`. Raises `Unprintable`."""
    return written(Reading(paper.kind, paper.framework, paper.value()), form, identity(paper), stamp=signed_line(paper))


def written(reading: Reading[Content], form: str, paper: dict[str, object] | None = None, *, stamp: str = "") -> bytes:
    """The bytes of any content in a form of `MIME`, `paper` says of which; what PDF and JSON carry bears the seal of the house.

    Raises `Unprintable`.
    """
    if form == "json":
        return seals.export(reading, paper)
    document = kind_named(reading.kind).write(reading.content)
    writers: dict[str, Callable[[Document], bytes]] = {"docx": write_docx, "xlsx": write_xlsx}
    return (
        write_pdf(document, attachment=seals.attachment(reading, paper), stamp=stamp)
        if form == "pdf"
        else writers[form](document)
    )


def mime_of(name: str) -> str:
    """The media type of a file that was printed, by its name."""
    return {**MIME, "csv": "text/csv; charset=utf-8"}[name.rpartition(".")[2]]


def file_of(data: bytes, name: str, mime: str, *, inline: bool = False) -> HttpResponse:
    """A file as the answer to a request, to be saved unless it may be shown by the browser."""
    disposition = content_disposition_header(not inline, file_name(name)) or "attachment"
    return HttpResponse(data, headers={"Content-Type": mime, "Content-Disposition": disposition})
