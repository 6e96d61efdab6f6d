"""Lists of the register: a file is given and compared; the register itself and the empty template are files to take."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from angikar.desk.base import day_of, in_bangla, officer, page, sentence, signed_in, today
from angikar.desk.jobs import handed_over
from angikar.desk.offices import sentences
from angikar.desk.prints import AskedPrint, Print, hand_out
from angikar.formats import SIZE_LIMIT, Unreadable
from angikar.formats.lists import ListSheet, ListTable, read_lists, write_csv, write_workbook
from angikar.history.refusal import NotYours, Refused
from angikar.jobs.lists import AT_ONCE, compare_later
from angikar.jobs.models import Job
from angikar.offices.bulk import access
from angikar.offices.bulk.actions import offer
from angikar.offices.bulk.columns import SHEETS
from angikar.offices.bulk.offered import OfferedList
from angikar.offices.bulk.queries import register_size, register_tables, template_tables
from angikar.offices.bulk.rights import ListRights
from angikar.offices.models import Officer, RegisterImport

_MOST = 20
_SMALL = 256 * 1024
"""Bytes of lists that are opened while somebody waits."""
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_COLUMNS = 10
_NAMES = tuple(sheet.name for sheet in SHEETS)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """The form that takes a list, and the lists given before; a POST compares a list and leads to its preview, a long one to the job
    that compares it.
    """
    person = access.keeper(officer(request))
    if request.method == "POST":
        made = _offered(request)
        if made is not None:
            return redirect("desk:list", made.pk) if isinstance(made, RegisterImport) else redirect("desk:jobs")
    context = {"lists": access.lists_for(person)[:_MOST], "day": today(), "typed": request.POST}
    return page(request, "offices/lists", context, status=422 if request.method == "POST" else 200)


def _offered(request: HttpRequest) -> RegisterImport | Job | None:
    by = officer(request)
    try:
        day = day_of(request.POST.get("day", ""))
        files = [(file.name or "", file.read(SIZE_LIMIT + 1)) for file in request.FILES.getlist("files")]
        if not files:
            raise Refused(sentences.LIST_MISSING)
        found = _read_at_once(files)
        if found is None:
            job = compare_later(by, files, day)
            messages.success(request, handed_over(job))
            return job
        listed = OfferedList.of(", ".join(name for name, _ in files), b"".join(data for _, data in files), found)
        return offer(listed, by=by, day=day)
    except (Refused, Unreadable) as why:
        messages.error(request, sentence(why))
        return None


def _read_at_once(files: Sequence[tuple[str, bytes]]) -> tuple[ListSheet, ...] | None:
    """The sheets of short lists; `None` for what takes long. Raises `Refused` for a long one where no worker could take it."""
    if settings.JOB_WORKERS and sum(len(data) for _, data in files) > _SMALL:
        return None
    found = tuple(sheet for _, data in files for sheet in read_lists(data, rows=AT_ONCE))
    if sum(len(sheet.rows) for sheet in found) <= AT_ONCE:
        return found
    if settings.JOB_WORKERS:
        return None
    raise Refused(sentences.LIST_TOO_LONG, most=AT_ONCE)


@signed_in
@require_GET
def register(request: HttpRequest, what: str, form: str) -> HttpResponse:
    """What a person keeps of the register as lists, or the empty `template`: a workbook, or one list of it as CSV."""
    person, english = access.keeper(officer(request)), not in_bangla()
    if what == "template":
        return as_file(template_tables(english=english), "template", "xlsx")
    if not ((form == "csv" and what in _NAMES) or (what, form) == ("register", "xlsx")):
        raise NotYours
    asked = AskedPrint(person, 0, form, QueryDict(urlencode({"what": what, "english": int(english)})))
    cells = _COLUMNS * register_size(ListRights.of(person))
    return hand_out(request, REGISTER, asked, cells=cells, title=_("নিবন্ধ"), back=reverse("desk:lists"))


def _may_print(asked: AskedPrint) -> Officer:
    return access.keeper(asked.by)


def _print(asked: AskedPrint) -> tuple[bytes, str]:
    what, english = asked.choice["what"], asked.choice["english"] == "1"
    tables = register_tables(ListRights.of(_may_print(asked)), english=english)
    if asked.form == "csv":
        return write_csv(tables[_NAMES.index(what)]), f"{what}.csv"
    return write_workbook(tables), "register.xlsx"


REGISTER = Print("register", _may_print, _print)


def as_file(tables: list[ListTable], name: str, form: str) -> HttpResponse:
    """Lists as a workbook to save, or one of them as CSV."""
    data = write_csv(tables[0]) if form == "csv" else write_workbook(tables)
    kind = "text/csv; charset=utf-8" if form == "csv" else _XLSX
    return HttpResponse(
        data, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    )
