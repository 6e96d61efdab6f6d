"""The set form by which an addressee of a circular reports a breach at once to every office above."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from angikar.desk.base import officer, page, sentence, signed_in, today
from angikar.desk.duties.forms import TOKEN, filled_in, shown
from angikar.duties.incidents import access, actions
from angikar.history.refusal import Refused
from angikar.papers.models import Paper
from angikar.rules.forms.form import Filled
from angikar.rules.forms.incident import FORM


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The set form of a breach; a POST reports it at once, and the same sending twice is one incident."""
    paper, _post = access.circular_to_report(officer(request), pk, today())
    if request.method != "POST":
        return _form(request, paper)
    try:
        filled, files = filled_in(request, FORM)
        if filled.doubts:
            return _form(request, paper, trouble=filled)
        token = request.POST.get("token", "")[:TOKEN]
        incident = actions.report_incident(
            paper, by=officer(request), fields=filled.values, now=timezone.now(), token=token, files=files
        )
    except Refused as refused:
        return _form(request, paper, trouble=refused)
    messages.success(request, _("ঘটনার প্রতিবেদন পৌঁছেছে; ঊর্ধ্বতন সব দপ্তরকে এখনই জানানো হয়েছে।"))
    return redirect("desk:incident", incident.pk)


def _form(request: HttpRequest, paper: Paper, trouble: Filled | Refused | None = None) -> HttpResponse:
    wrongs = trouble.wrongs() if isinstance(trouble, Filled) else {}
    refusal = sentence(trouble) if isinstance(trouble, Refused) else ""
    context = {**shown(FORM, request.POST.dict(), wrongs), "paper": paper, "trouble": refusal}
    return page(request, "circulars/incident_report", context, status=422 if trouble else 200)
