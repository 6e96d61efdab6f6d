"""The published plans of all offices, by year and office: as a page, and as open data."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from angikar.duties.cycle.published import published, years
from angikar.offices.keyset import Keyset
from angikar.public.data import COLUMNS, csv_of, fulls_of, summary
from angikar.public.front import page, public_view
from angikar.rules.kinds import KINDS
from angikar.rules.scoring.whole.marks import WORDS

_ON_A_PAGE = 100
_ORDER = Keyset("published", "-paper__fiscal_year", "paper__office_path", "paper__kind", "pk")
_LONGEST_NUMBER = 9
"""Digits of the number of an office."""


@public_view
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The list."""
    asked, year, office = request.GET, request.GET.get("year", ""), _office(request)
    plans = published(year=year, office=office)
    found = _ORDER.page(plans, asked.get("page", ""), _ON_A_PAGE)
    context = {
        "found": found,
        "fulls": fulls_of(found.rows),
        "final": WORDS["final"],
        "count": plans.count(),
        "years": years(),
        "year": year,
        "office": office or "",
        "kinds": KINDS,
    }
    return page(request, "plans", context)


@public_view
@require_safe
def data(request: HttpRequest, form: str) -> HttpResponse:
    """The same as JSON or CSV, one row a plan."""
    found = list(published(year=request.GET.get("year", ""), office=_office(request)))
    fulls = fulls_of(found)
    rows = [summary(each, fulls.get(each.paper_id)) for each in found]
    if form == "csv":
        return csv_of("plans", COLUMNS, rows)
    return JsonResponse({"plans": rows}, json_dumps_params={"ensure_ascii": False})


def _office(request: HttpRequest) -> int | None:
    text = request.GET.get("office", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER else None
