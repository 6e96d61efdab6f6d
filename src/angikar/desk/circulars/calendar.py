"""The calendar of a circular: what falls due on which day and at which hour; the day it counts from is moved here."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from angikar.desk.base import attempt, day_of, officer, page, signed_in, today
from angikar.duties.anchor_day.actions import move
from angikar.duties.anchor_day.queries import anchor_of, calendar, moves
from angikar.duties.formations.access import circular
from angikar.history.refusal import NotYours
from angikar.offices.access import mandate
from angikar.papers.models import Paper, State


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Day by day; a POST moves the day everything leads to."""
    paper, by = circular(officer(request), pk), officer(request)
    if request.method != "POST":
        return _screen(request, paper)
    if not _may_move(request, paper):
        raise NotYours

    def action() -> None:
        move(paper, day_of(request.POST.get("day", "")), by=by, today=today(), words=request.POST.get("words", ""))

    if attempt(request, action, _("দিনটি সরানো হয়েছে; যা সামনে ছিল তা নতুন দিন অনুযায়ী বসেছে।")):
        return redirect("desk:calendar", pk)
    return _screen(request, paper, status=422)


def _may_move(request: HttpRequest, paper: Paper) -> bool:
    return paper.state == State.ISSUED and paper.office_id in mandate(officer(request)).led


def _screen(request: HttpRequest, paper: Paper, *, status: int = 200) -> HttpResponse:
    context = {
        "paper": paper,
        "anchor": anchor_of(paper),
        "days": [(day, list(rows)) for day, rows in groupby(calendar(paper), key=lambda each: each.day)],
        "moves": moves(paper),
        "may_move": _may_move(request, paper),
        "typed": request.POST,
        "day": today(),
    }
    return page(request, "circulars/calendar", context, status=status)
