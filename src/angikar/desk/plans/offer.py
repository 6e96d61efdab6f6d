"""What changed in the template that a draft was made from: shown row by row, and taken over by one button."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from angikar.desk.base import attempt, number, officer, page, signed_in
from angikar.desk.papers.difference import rows_of
from angikar.papers import access
from angikar.papers.assigning.actions import take_offer
from angikar.papers.assigning.queries import changes_of, offer_to


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The changes that are offered to a draft; a POST takes them over."""
    paper = access.paper(officer(request), pk, to="amend")
    if request.method == "POST":
        version = number(request.POST, "version")
        if attempt(request, lambda: take_offer(paper, version=version, by=officer(request)), _("নমুনার বদল খসড়ায় বসেছে।")):
            return redirect("desk:paper", paper.pk)
        return redirect("desk:template_offer", paper.pk)
    offer = offer_to(paper)
    rows = rows_of(changes_of(offer), {}) if offer else []
    return page(request, "plans/offer", {"paper": paper, "offer": offer, "rows": rows})
