"""The state of a paper: moved on to review or signature, or back to the draft; discarded; addressed again; a new draft to replace it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from angikar.desk.base import attempt, in_bangla, number, officer, sentence, signed_in, today
from angikar.duties.readdressing.actions import readdress as readdress_letter
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import mandate
from angikar.papers import access, actions
from angikar.papers.discarding.actions import discard as discard_draft
from angikar.papers.discarding.actions import restore as restore_draft
from angikar.papers.models import State
from angikar.rules.bangla.digits import to_bangla


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
        _("নথিটি এখন “%(state)s” ধাপে।") % {"state": stages()[to]},
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


@signed_in
@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Discard a draft, or restore (`restore`) what was discarded."""
    paper, by = access.paper(officer(request), pk, to="amend"), officer(request)
    version, words = number(request.POST, "version"), request.POST.get("words", "")
    if "restore" in request.POST:
        attempt(request, lambda: restore_draft(paper, by=by, version=version), _("খসড়াটি ফিরে এসেছে।"))
    else:
        said = _("খসড়াটি বাতিল হয়েছে; যা লেখা হয়েছিল সব আছে, এখান থেকেই ফিরিয়ে আনা যায়।")
        attempt(request, lambda: discard_draft(paper, by=by, version=version, words=words), said)
    return redirect("desk:paper", pk)


@signed_in
@require_POST
def readdress(request: HttpRequest, pk: int) -> HttpResponse:
    """Find the posts of the addressees of an issued letter again, as offices are today."""
    paper = access.paper(officer(request), pk, to="amend")
    try:
        found = readdress_letter(paper, by=officer(request), today=today())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        counts = {name: _figures(count) for name, count in (("added", found.added), ("withdrawn", found.withdrawn))}
        messages.success(request, _("প্রাপক আবার মেলানো হয়েছে: %(added)sটি করণীয় যোগ, %(withdrawn)sটি প্রত্যাহার।") % counts)
    return redirect("desk:paper", pk)


def _figures(count: int) -> str:
    return to_bangla(str(count)) if in_bangla() else str(count)


def stages() -> dict[str, str]:
    """Every state of a paper, in the reader's words."""
    return {
        "intake": _("প্রাপ্ত"),
        "draft": _("খসড়া"),
        "review": _("মতামত"),
        "signed": _("স্বাক্ষর"),
        "issued": _("জারি"),
        "superseded": _("প্রতিস্থাপিত"),
        "discarded": _("বাতিল খসড়া"),
    }
