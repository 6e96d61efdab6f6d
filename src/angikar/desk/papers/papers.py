"""Papers: every paper one may read, by kind, year and state, found by the words of its title, the newest first."""

from __future__ import annotations

from urllib.parse import quote

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from angikar.desk.base import officer, page, signed_in
from angikar.offices.access import mandate
from angikar.papers.access import papers_for
from angikar.papers.models import Paper, State
from angikar.papers.queries import holding, page_of, years_of
from angikar.rules.bangla.search import asked
from angikar.rules.kinds import KINDS

_ON_A_PAGE = 25


@signed_in
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The list; the choice is in the address, so that it can be bookmarked and passed on."""
    wanted = {name: request.GET.get(name, "").strip() for name in ("q", "kind", "year", "state")}
    mine = papers_for(officer(request))
    found = holding(_filtered(mine, wanted), asked(wanted["q"]))
    return page(
        request,
        "papers/papers",
        {
            "papers": page_of(found, request.GET.get("page", ""), _ON_A_PAGE),
            "wanted": wanted,
            "query": "".join(f"{name}={quote(value)}&" for name, value in wanted.items() if value),
            "kinds": KINDS,
            "years": years_of(mine),
            "states": State.values,
            "leads": bool(mandate(officer(request)).led),
        },
    )


def _filtered(papers: QuerySet[Paper], wanted: dict[str, str]) -> QuerySet[Paper]:
    exactly = {"kind": wanted["kind"], "fiscal_year": wanted["year"], "state": wanted["state"]}
    shown = papers if wanted["state"] else papers.exclude(state=State.DISCARDED)
    return shown.filter(**{column: value for column, value in exactly.items() if value})
