"""Papers: every paper one may read, by kind, year and state, found by the words of its title, the newest first."""

from __future__ import annotations

from urllib.parse import quote

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from angikar.desk.base import officer, page, signed_in
from angikar.offices.keyset import Keyset
from angikar.papers.access import papers_for
from angikar.papers.models import Paper, State
from angikar.rules.bangla.text import key
from angikar.rules.kinds import KINDS

_ON_A_PAGE = 25
_ORDER = Keyset("papers", "-changed_at", "-pk")
_FACE = ("pk", "title", "memo_number", "office__name", "fiscal_year")


@signed_in
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The list; the choice is in the address, so that it can be bookmarked and passed on."""
    wanted = {name: request.GET.get(name, "").strip() for name in ("q", "kind", "year", "state")}
    mine = papers_for(officer(request)).defer("content", "doubts")
    years = sorted({year for year in mine.order_by().values_list("fiscal_year", flat=True).distinct() if year})
    found = _matching(_filtered(mine, wanted), wanted["q"])
    return page(
        request,
        "papers/papers",
        {
            "papers": _ORDER.page(found, request.GET.get("page", ""), _ON_A_PAGE),
            "wanted": wanted,
            "query": "".join(f"{name}={quote(value)}&" for name, value in wanted.items() if value),
            "kinds": KINDS,
            "years": years[::-1],
            "states": State.values,
        },
    )


def _filtered(papers: QuerySet[Paper], wanted: dict[str, str]) -> QuerySet[Paper]:
    exactly = {"kind": wanted["kind"], "fiscal_year": wanted["year"], "state": wanted["state"]}
    return papers.filter(**{column: value for column, value in exactly.items() if value})


def _matching(papers: QuerySet[Paper], words: str) -> QuerySet[Paper]:
    """Those that hold every word in title, memo number, office or year, however the letters are encoded or misspelt."""
    keys = [key(word, fold=True) for word in words.split()]
    if not keys:
        return papers
    faces = papers.values_list(*_FACE)
    return papers.filter(
        pk__in=[pk for pk, *texts in faces if all(word in key(" ".join(texts), fold=True) for word in keys)]
    )
