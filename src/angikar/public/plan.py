"""A published plan as it was issued, its results row by row, and both as open data."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from angikar.duties.cycle.fixed import fixed_marks
from angikar.duties.cycle.published import evaluation
from angikar.public.data import LINES, csv_of, fulls_of, lines, summary
from angikar.public.front import page, public_view
from angikar.public.shown import shown


@public_view
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The plan."""
    fixed = evaluation(pk)
    return page(request, "plan", {"fixed": fixed, "paper": fixed.paper, "pieces": shown(fixed.paper)})


@public_view
@require_safe
def results(request: HttpRequest, pk: int) -> HttpResponse:
    """The marks as the office above fixed them."""
    fixed = evaluation(pk)
    return page(
        request,
        "results",
        {"fixed": fixed, "marks": fixed_marks(fixed), "paper": fixed.paper, "areas": fixed.card["areas"]},
    )


@public_view
@require_safe
def data(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """As JSON (the plan's content and its scorecard) or CSV (one row an indicator)."""
    fixed = evaluation(pk)
    if form == "csv":
        return csv_of(f"plan-{pk}", LINES, lines(fixed))
    published = {
        **summary(fixed, fulls_of([fixed]).get(fixed.paper_id)),
        "framework": fixed.paper.framework,
        "plan": fixed.paper.content,
        "scorecard": fixed.card,
    }
    return JsonResponse(published, json_dumps_params={"ensure_ascii": False})
