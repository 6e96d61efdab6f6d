"""Drafts of the offices below, side by side: who has each since when, its doubts, its soft rows; the same comment on several at once."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from angikar.desk.base import either, officer, page, row_number, sentence, signed_in, today
from angikar.duties.softness.queries import softness
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import Mandate, mandate
from angikar.offices.models import OfficeKind
from angikar.papers.comments.several.access import READ, commentable, drafts_below, led_paths
from angikar.papers.comments.several.actions import comment_several
from angikar.papers.comments.several.queries import argued, of_choice, states_of, years_of
from angikar.papers.models import State
from angikar.rules.bangla.digits import to_bangla

_ON_A_PAGE = 25
_STATES = (State.DRAFT, *READ)


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """The list; the choice is in the address. A POST comments on the drafts that are chosen; what was typed stays where it is refused."""
    held = mandate(officer(request))
    wanted = {name: request.GET.get(name, "").strip() for name in ("year", "state", "level")}
    wrong = ""
    if request.method == "POST":
        try:
            return _commented(request, held)
        except Refused as refused:
            wrong = sentence(refused)
    return page(
        request, "plans/below", {**_context(request, held, wanted), "wrong": wrong}, status=422 if wrong else 200
    )


def _context(request: HttpRequest, held: Mandate, wanted: dict[str, str]) -> dict[str, Any]:
    below, asked = drafts_below(held), request.GET.get("page", "")
    drafts, rows = argued(of_choice(below, **wanted), asked, _ON_A_PAGE, today())
    papers = [each.paper for each in rows]
    return {
        "drafts": drafts,
        "rows": rows,
        "commentable": commentable(held, papers),
        "soft": softness([each for each in papers if each.state in READ], led_paths(held)),
        "counts": states_of(below),
        "years": years_of(below),
        "states": _STATES,
        "levels": OfficeKind.choices,
        "wanted": wanted,
        "query": "".join(f"{name}={quote(value)}&" for name, value in wanted.items() if value),
        "asked_page": asked,
        "chosen": {row_number(each) for each in request.POST.getlist("draft")},
        "typed": request.POST.get("words", ""),
    }


def _commented(request: HttpRequest, held: Mandate) -> HttpResponse:
    """Say the same of the chosen drafts. Raises `NotYours` where one of them is none that is seen here, and what the action raises."""
    numbers = {number for each in request.POST.getlist("draft") if (number := row_number(each))}
    chosen = list(drafts_below(held).filter(pk__in=numbers))
    if len(chosen) < len(numbers):
        raise NotYours
    made = comment_several(chosen, request.POST.get("words", ""), by=officer(request))
    count = either(to_bangla(str(len(made))), str(len(made)))
    messages.success(request, _("%(count)sটি খসড়ায় মতামত রাখা হয়েছে; দপ্তরগুলো বিজ্ঞপ্তি পেয়েছে।") % {"count": count})
    return redirect(request.get_full_path())
