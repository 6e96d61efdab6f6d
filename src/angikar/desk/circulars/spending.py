"""Spending watched: who has reported to spend how much of the limits a circular sets, with the reports behind each sum."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from angikar.desk.base import officer, page, signed_in
from angikar.duties.spending import watched
from angikar.history.refusal import NotYours
from angikar.papers import access
from angikar.papers.models import FROZEN
from angikar.rules.kinds import kind_named


@signed_in
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The spenders of one circular, the nearest to their limits first; one sees the reports of the duties one may see."""
    paper = access.paper(officer(request), pk)
    if not kind_named(paper.kind).has_directives or paper.state not in FROZEN:
        raise NotYours
    found = watched(paper, officer(request))
    return page(request, "circulars/spending", {"paper": paper, "watched": found.spenders, "limits": found.limits})
