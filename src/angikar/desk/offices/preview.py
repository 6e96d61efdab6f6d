"""The preview of a list: what it would change and which lines are refused; it is carried out, or put back by another list."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from angikar.desk.base import attempt, in_bangla, officer, page, signed_in
from angikar.desk.jobs import handed_over
from angikar.desk.offices.lists import as_file
from angikar.history.refusal import NotYours
from angikar.jobs.lists import AT_ONCE, carry_out_later
from angikar.offices.bulk import access
from angikar.offices.bulk.actions import carry_out
from angikar.offices.bulk.columns import SHEETS
from angikar.offices.bulk.packing import unpacked
from angikar.offices.bulk.preview import VERBS
from angikar.offices.bulk.queries import stored_tables
from angikar.offices.models import RegisterImport


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """What a list would change, or has changed; a POST carries it out, or lets a job do that where it is much."""
    found = access.offered_list(officer(request), pk)
    if request.method == "POST":
        without = bool(request.POST.get("without_refused"))
        if settings.JOB_WORKERS and found.carried_out_at is None and _changes(found) > AT_ONCE:
            job = carry_out_later(found, by=officer(request), without_refused=without)
            messages.success(request, handed_over(job))
            return redirect("desk:jobs")
        attempt(
            request, lambda: carry_out(found, by=officer(request), without_refused=without), _("তালিকা নিবন্ধে লেখা হয়েছে।")
        )
        return redirect("desk:list", pk)
    headings = {
        sheet.name: {column.field: column.bangla if in_bangla() else column.english for column in sheet.columns}
        for sheet in SHEETS
    }
    labels = {
        column.field: {value: label if in_bangla() else value for value, label in column.choices}
        for sheet in SHEETS
        for column in sheet.columns
        if column.choices
    }
    titles = {sheet.name: sheet.bangla if in_bangla() else sheet.english for sheet in SHEETS}
    context = {
        "list": found,
        "verbs": VERBS,
        "titles": titles,
        "headings": headings,
        "total": _changes(found),
        "labels": labels,
    }
    return page(request, "offices/preview", context)


def _changes(found: RegisterImport) -> int:
    return sum(count for verbs in found.seen["counts"].values() for count in verbs.values())


@signed_in
@require_GET
def counter(request: HttpRequest, pk: int) -> HttpResponse:
    """The list that puts back what a list changed, as a workbook."""
    found = access.offered_list(officer(request), pk)
    if found.counter is None:
        raise NotYours
    return as_file(stored_tables(unpacked(found.counter)), f"counter-{pk}", "xlsx")
