"""Writing a letter: which form, for which office, about what, in which file; then the sheet opens."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from angikar.desk.base import attempt, number, officer, page, signed_in
from angikar.history.refusal import NotYours
from angikar.offices.access import offices_of
from angikar.papers.letters.actions import begin
from angikar.papers.letters.blank import FORMS
from angikar.papers.models import Dossier, Paper
from angikar.rules.letters.urgency import MARKS


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """The few questions before the sheet; a POST begins the letter. What was typed stays where it is refused."""
    person = officer(request)
    offices = offices_of(person)
    if request.method == "POST":
        chosen = [each for each in offices if each.pk == number(request.POST, "office")] or list(offices[:1])
        form = FORMS.get(request.POST.get("form", ""))
        if not chosen or form is None:
            raise NotYours
        files = Dossier.objects.filter(pk=number(request.POST, "dossier"), office__in=[each.pk for each in offices])
        marks = [mark for mark in MARKS if mark in request.POST.getlist("mark")]
        made: list[Paper] = []

        def action() -> None:
            subject = request.POST.get("subject", "")
            made.append(begin(person, chosen[0], form, subject=subject, marks=marks, dossier=files.first()))

        if attempt(request, action, _("খসড়া শুরু হয়েছে; নথির ওপরেই লিখুন।")):
            return redirect("desk:paper", made[0].pk)
    context = {
        "forms": FORMS.values(),
        "offices": offices,
        "dossiers": Dossier.objects.filter(office__in=[each.pk for each in offices]).select_related("office"),
        "marks": MARKS,
        "typed": request.POST,
        "marked": request.POST.getlist("mark"),
    }
    return page(request, "letters/write", context, status=422 if request.method == "POST" else 200)
