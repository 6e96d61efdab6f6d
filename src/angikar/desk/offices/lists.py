"""Lists of the register: a file is given and compared; the register itself and the empty template are files to take."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from angikar.desk.base import day_of, in_bangla, officer, page, sentence, signed_in, today
from angikar.desk.offices import sentences
from angikar.formats import SIZE_LIMIT, Unreadable
from angikar.formats.lists import ListTable, read_lists, write_csv, write_workbook
from angikar.history.refusal import NotYours, Refused
from angikar.offices.bulk import access
from angikar.offices.bulk.actions import OfferedList, offer
from angikar.offices.bulk.columns import SHEETS
from angikar.offices.bulk.queries import register_tables, template_tables
from angikar.offices.bulk.rights import ListRights
from angikar.offices.models import RegisterImport

_MOST = 20
_LONGEST = 3000
"""Rows that are compared and written while somebody waits; longer lists are taken by the command."""
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NAMES = tuple(sheet.name for sheet in SHEETS)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """The form that takes a list, and the lists given before; a POST compares a list and leads to its preview."""
    person = access.keeper(officer(request))
    if request.method == "POST":
        made = _offered(request)
        if made is not None:
            return redirect("desk:list", made.pk)
    context = {"lists": access.lists_for(person)[:_MOST], "day": today(), "typed": request.POST}
    return page(request, "offices/lists", context, status=422 if request.method == "POST" else 200)


def _offered(request: HttpRequest) -> RegisterImport | None:
    files = request.FILES.getlist("files")
    try:
        if not files:
            raise Refused(sentences.LIST_MISSING)
        data = [file.read(SIZE_LIMIT + 1) for file in files]
        found = tuple(sheet for each in data for sheet in read_lists(each, rows=_LONGEST))
        if sum(len(sheet.rows) for sheet in found) > _LONGEST:
            raise Refused(sentences.LIST_TOO_LONG, most=_LONGEST)
        listed = OfferedList.of(", ".join(file.name or "" for file in files), b"".join(data), found)
        return offer(listed, by=officer(request), day=day_of(request.POST.get("day", "")))
    except (Refused, Unreadable) as why:
        messages.error(request, sentence(why))
        return None


@signed_in
@require_GET
def register(request: HttpRequest, what: str, form: str) -> HttpResponse:
    """What a person keeps of the register as lists, or the empty `template`: a workbook, or one list of it as CSV."""
    person, english = access.keeper(officer(request)), not in_bangla()
    if what == "template":
        return as_file(template_tables(english=english), "template", "xlsx")
    tables = register_tables(ListRights.of(person), english=english)
    if form == "csv" and what in _NAMES:
        return as_file([tables[_NAMES.index(what)]], what, "csv")
    if what == "register" and form == "xlsx":
        return as_file(tables, "register", "xlsx")
    raise NotYours


def as_file(tables: list[ListTable], name: str, form: str) -> HttpResponse:
    """Lists as a workbook to save, or one of them as CSV."""
    data = write_csv(tables[0]) if form == "csv" else write_workbook(tables)
    kind = "text/csv; charset=utf-8" if form == "csv" else _XLSX
    return HttpResponse(
        data, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    )
