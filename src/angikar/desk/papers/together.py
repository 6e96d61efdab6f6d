"""Doubts of one cause, settled together: each is shown with its place and its box, and one button keeps what the boxes hold."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from angikar.desk.base import either, number, officer, page, sentence, signed_in
from angikar.desk.papers.fields import text_of
from angikar.desk.papers.review import Note, note_of
from angikar.desk.papers.sheet import in_order
from angikar.history.refusal import Refused
from angikar.papers import access
from angikar.papers.content import figure
from angikar.papers.doubts import still_open
from angikar.papers.models import Paper, State
from angikar.papers.naming import place_in_words
from angikar.papers.settling.actions import Settlement, settle_several
from angikar.papers.settling.causes import Cause, cause_named, of_cause
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.tracing.sentences import CARRIED_DIFFERS


@dataclass(frozen=True, slots=True)
class DoubtBox:
    """One doubt with the place it is about and what its box holds."""

    note: Note
    place: str
    text: str


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int, cause: str) -> HttpResponse:
    """The doubts of one cause; a POST settles those that are ticked. What was typed stays where a value is refused."""
    paper = access.paper(officer(request), pk, to="amend")
    chosen = cause_named(cause)
    if chosen is None:
        raise Http404
    boxes = _boxes(paper, chosen)
    if request.method != "POST":
        return _screen(request, paper, chosen, boxes)
    sent = request.POST
    settlements = [each for box in boxes if (each := _settlement(request, box)) is not None]
    if not settlements:
        messages.error(request, _("কিছুই মীমাংসা হয়নি: টিক দিন, ঘরে মান লিখুন, অথবা ভুলগুলো কেন থাকবে তা লিখুন।"))
        return _screen(request, paper, chosen, boxes, status=422)
    try:
        paper, count = settle_several(
            paper, settlements, version=number(sent, "version"), by=officer(request), words=sent.get("words", "")
        )
    except Refused as refused:
        messages.error(request, sentence(refused))
        return _screen(request, paper, chosen, boxes, status=422)
    done = ngettext("%(count)sটি সন্দেহ মীমাংসা হয়েছে।", "%(count)sটি সন্দেহ মীমাংসা হয়েছে।", count)
    messages.success(request, done % {"count": either(to_bangla(str(count)), str(count))})
    if of_cause(still_open(paper.doubts, "error"), chosen):
        return redirect("desk:settle_together", pk, cause)
    return redirect(reverse("desk:review" if paper.state == State.INTAKE else "desk:paper", args=[pk]))


def _boxes(paper: Paper, cause: Cause) -> list[DoubtBox]:
    notes = [note_of(paper, each) for each in in_order(of_cause(still_open(paper.doubts), cause))]
    return [DoubtBox(each, either(*place_in_words(paper.content, each.doubt.path)), _text(each)) for each in notes]


def _text(note: Note) -> str:
    """What the box of a doubt holds at first: what is suggested; but what the pages print where a file carries something else,
    because that is never taken many at a time unseen.
    """
    if note.field is None:
        return ""
    if note.doubt.code == CARRIED_DIFFERS.name:
        return note.field.text
    suggestion, path = note.doubt.suggestion, note.field.path
    if suggestion is None or note.field.choices:
        return suggestion or note.field.text
    return text_of(figure(path, suggestion), path)


def _settlement(request: HttpRequest, box: DoubtBox) -> Settlement | None:
    """How a ticked doubt is settled: by its suggestion, by what was typed, or kept; `None` where it stays open."""
    doubt, field, sent = box.note.doubt, box.note.field, request.POST
    if doubt.key not in sent.getlist("key"):
        return None
    typed = sent.get(f"value:{doubt.key}", "").strip()
    if field is not None and typed != field.text.strip():
        as_suggested = doubt.suggestion is not None and typed == box.text.strip()
        return Settlement(doubt.key, "take") if as_suggested else Settlement(doubt.key, "value", field.value(typed))
    is_free = doubt.severity != "error" or bool(sent.get("words", "").strip())
    return Settlement(doubt.key, "keep") if is_free else None


def _screen(
    request: HttpRequest, paper: Paper, cause: Cause, boxes: list[DoubtBox], *, status: int = 200
) -> HttpResponse:
    typed = request.POST if request.method == "POST" else {}
    ticked = request.POST.getlist("key") if request.method == "POST" else [box.note.doubt.key for box in boxes]
    context = {"paper": paper, "cause": cause, "boxes": boxes, "typed": typed, "ticked": ticked}
    return page(request, "papers/together", context, status=status)
