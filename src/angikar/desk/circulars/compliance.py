"""Compliance: the directives of a circular against the offices it went to, by district; on paper as well."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from angikar.desk.base import either, number, officer, page, signed_in, today
from angikar.desk.prints import AskedPrint, Print, asked_by, hand_out
from angikar.formats import write_pdf, write_xlsx
from angikar.offices.models import Officer
from angikar.papers import access
from angikar.papers.models import FROZEN, Paper, Right
from angikar.rules.bangla.dates import parse_date
from angikar.rules.kinds import kind_named
from angikar.standings.circulars.queries import AsOf, days_of
from angikar.standings.compliance import Matrix, matrix
from angikar.standings.matrix_sheet import WORDS, heading, sheet


@dataclass(frozen=True, slots=True)
class MatrixChoice:
    """What was chosen on the page: the day whose reports are looked at, the silent alone, the district that is opened or
    shut (0 is none).
    """

    due: date | None
    silent: bool
    under: int
    shut: bool

    @property
    def query(self) -> str:
        """The choice as the query of an address, without the district that is open."""
        due = self.due.isoformat() if self.due else ""
        return urlencode({name: value for name, value in (("due", due), ("silent", int(self.silent))) if value})


def circular_of(request: HttpRequest, pk: int, to: Right = "read") -> Paper:
    """An issued circular that the officer may read, or do `to` with."""
    return circular_for(officer(request), pk, to)


def circular_for(by: Officer, pk: int, to: Right = "read") -> Paper:
    """An issued circular that somebody may read, or do `to` with. Raises `NotYours`, and `Http404` where there is none."""
    paper = access.paper(by, pk, to)
    if not kind_named(paper.kind).has_directives or paper.state not in FROZEN:
        raise Http404
    return paper


def now() -> AsOf:
    """The day and the hour in Dhaka; the hour counts on the day itself alone."""
    clock = timezone.localtime()
    return AsOf(today(), clock.time() if clock.date() == today() else None)


def asked_of(request: HttpRequest) -> MatrixChoice:
    """What the address chooses."""
    return _chosen(request.GET)


def _chosen(sent: QueryDict) -> MatrixChoice:
    return MatrixChoice(
        parse_date(sent.get("due", "")), bool(sent.get("silent")), number(sent, "under"), bool(sent.get("shut"))
    )


@signed_in
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The districts summed up; one of them opened is answered as its rows alone where the page itself asks for them."""
    paper, asked = circular_of(request, pk), asked_of(request)
    found = matrix(paper, now(), due=asked.due, silent=asked.silent)
    context = {"paper": paper, "found": found, "asked": asked, "words": words(), "heading": heading, "day": today()}
    if request.headers.get("HX-Target", "").startswith("fold-"):
        fold = next((fold for fold in found.districts if fold.total.office.pk == asked.under), None)
        if fold is None:
            raise Http404
        return page(request, "circulars/compliance_fold", {**context, "fold": fold, "open": not asked.shut})
    return page(request, "circulars/compliance", {**context, "days": days_of(paper.pk)})


def words() -> dict[str, str]:
    """The states of a cell in the language of the page."""
    return {state: either(*title) for state, title in WORDS.items()}


@signed_in
@require_GET
def printed(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The whole matrix, or one district of it, as PDF or as a workbook; that of many offices is made beside the pages."""
    if form not in ("pdf", "xlsx"):
        raise Http404
    asked = asked_by(request, form, pk)
    paper = _may_print(asked)
    offices = 1 if number(request.GET, "under") else paper.addressees.filter(role="action").count()
    cells = offices * (1 + len(paper.content.get("directives", ())))
    title = f"প্রতিপালনের ছক: {paper.title}"
    return hand_out(request, MATRIX, asked, cells=cells, title=title, back=reverse("desk:compliance", args=[pk]))


def _may_print(asked: AskedPrint) -> Paper:
    return circular_for(asked.by, asked.pk)


def _print(asked: AskedPrint) -> tuple[bytes, str]:
    paper, chosen = _may_print(asked), _chosen(asked.choice)
    found = matrix(paper, now(), due=chosen.due, silent=chosen.silent)
    folds = (
        [fold for fold in found.districts if fold.total.office.pk == chosen.under] if chosen.under else found.districts
    )
    if chosen.under and folds:
        found = Matrix(found.columns, folds, folds[0].total)
    document = sheet(paper, found, today())
    data = write_pdf(document) if asked.form == "pdf" else write_xlsx(document)
    return data, f"compliance-{paper.pk}.{asked.form}"


MATRIX = Print("matrix", _may_print, _print)
