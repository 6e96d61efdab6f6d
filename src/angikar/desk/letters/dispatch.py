"""The dispatch register of an office: what went out in a year, under which number, to which addressees; and the files its numbers come from."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from angikar.desk.base import attempt, number, officer, page, signed_in, today
from angikar.desk.prints import AskedPrint, Print, asked_by, hand_out
from angikar.formats import write_pdf
from angikar.history.refusal import NotYours
from angikar.offices.access import offices_of
from angikar.offices.models import Office, Officer
from angikar.papers.letters.actions import open_dossier
from angikar.papers.letters.queries import dispatched, dossiers, sent_to, years_of
from angikar.papers.models import Dispatch
from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.document import Cell, Document, Heading, Paragraph, Row, Table

_HEADS = ("প্রেরণ নম্বর", "তারিখ", "স্মারক নম্বর", "বিষয়", "কাকে")


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """The register of one of one's offices; a POST opens a file."""
    office, year = _asked(request)
    if request.method == "POST":
        sent = request.POST
        attempt(
            request,
            lambda: open_dossier(
                office, sent.get("number", ""), sent.get("subject", ""), by=officer(request), day=today()
            ),
            _("নথি নম্বর খোলা হয়েছে।"),
        )
        return redirect(f"{request.path}?office={office.pk}")
    rows = list(dispatched(office, year))
    context = {
        "office": office,
        "offices": offices_of(officer(request)),
        "year": year,
        "years": sorted({today().year, year, *years_of(office)}, reverse=True),
        "rows": rows,
        "sent_to": sent_to(row.paper_id for row in rows),
        "dossiers": dossiers(office),
    }
    return page(request, "letters/dispatch", context)


@signed_in
@require_GET
def print_out(request: HttpRequest) -> HttpResponse:
    """The register as a printed book; that of a busy year is made beside the pages."""
    office, year = _asked(request)
    cells, title = len(_HEADS) * dispatched(office, year).count(), f"{office.name}, {to_bangla(str(year))}"
    title = _("পত্র প্রেরণ রেজিস্টার: %(whose)s") % {"whose": title}
    return hand_out(
        request, DISPATCH, asked_by(request, "pdf"), cells=cells, title=title, back=reverse("desk:dispatch")
    )


def _print(asked: AskedPrint) -> tuple[bytes, str]:
    office, year = _may_print(asked)
    rows = list(dispatched(office, year))
    return write_pdf(_book(office, year, rows, sent_to(row.paper_id for row in rows))), f"dispatch-{year}.pdf"


def _may_print(asked: AskedPrint) -> tuple[Office, int]:
    return _chosen(asked.by, asked.choice, asked.choice)


def _asked(request: HttpRequest) -> tuple[Office, int]:
    """Which of one's offices, and which year; the first, and this one, without a choice."""
    return _chosen(officer(request), request.POST if request.method == "POST" else request.GET, request.GET)


def _chosen(by: Officer, sent: QueryDict, address: QueryDict) -> tuple[Office, int]:
    offices = offices_of(by)
    wanted = number(sent, "office")
    office = next((each for each in offices if each.pk == wanted or not wanted), None)
    if office is None:
        raise NotYours
    year = number(address, "year")
    return office, year if 1900 <= year <= 9999 else today().year


def _book(office: Office, year: int, rows: list[Dispatch], to: dict[int, list[str]]) -> Document:
    head = Row(tuple(Cell(each, align="center", strong=True) for each in _HEADS))
    body = [
        Row(
            (
                Cell(to_bangla(str(row.number)), align="center"),
                Cell(write_date(row.day)),
                Cell(to_bangla(row.paper.memo_number)),
                Cell(row.paper.title),
                Cell("; ".join(to.get(row.paper_id, ()))),
            )
        )
        for row in rows
    ]
    title = f"পত্র প্রেরণ রেজিস্টার, {to_bangla(str(year))}"
    table = Table((head, *body), 1, (1.2, 1.8, 3.4, 4.0, 4.0))
    none = () if rows else (Paragraph("এ বছর কোনো পত্র প্রেরণ করা হয়নি।"),)
    return Document((Paragraph(office.name, align="center", strong=True), Heading(title), table, *none), title, True)


DISPATCH = Print("dispatch", _may_print, _print)
