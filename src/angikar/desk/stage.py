"""Where a paper stands: moved on to review or signature, or back to the draft; and a new draft that will replace it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from angikar.desk.front import attempt, number, officer, signed_in, today
from angikar.history.refusal import NotYours
from angikar.offices.access import mandate
from angikar.papers import access, actions
from angikar.papers.models import State


@signed_in
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Move the paper where the button says; going back takes a sentence along."""
    paper, held, to = access.paper(officer(request), pk), mandate(officer(request)), request.POST.get("to", "")
    if to not in access.moves(held, paper):
        raise NotYours
    words, version = request.POST.get("words", ""), number(request.POST, "version")
    done = attempt(
        request,
        lambda: actions.move(paper, to, by=officer(request), version=version, words=words),
        _("কাগজটি এখন “%(state)s” ধাপে।") % {"state": stages()[to]},
    )
    out_of_sight = done and to == State.DRAFT and paper.office_id not in held.office_ids
    return redirect("desk:papers") if out_of_sight else redirect("desk:paper", pk)


@signed_in
@require_POST
def supersede(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the draft that will replace an issued paper."""
    paper = access.paper(officer(request), pk, to="amend")
    attempt(
        request,
        lambda: actions.supersede(paper, by=officer(request), day=today()),
        _("নতুন খসড়া তৈরি হয়েছে; জারি হলে এটি আগেরটির জায়গা নেবে।"),
    )
    new = paper.successors.first()
    return redirect("desk:paper", new.pk if new else pk)


def stages() -> dict[str, str]:
    """Every place a paper may stand, in the reader's words."""
    return {
        "intake": _("আনা"), "draft": _("খসড়া"), "review": _("মতামত"), "signed": _("স্বাক্ষর"), "issued": _("জারি"),
        "superseded": _("প্রতিস্থাপিত"),
    }  # fmt: skip
