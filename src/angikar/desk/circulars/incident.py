"""One incident: what was reported, what was done about it step by step, giving it to a post to see to, closing it."""

from __future__ import annotations

from io import BytesIO

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from angikar.desk.base import attempt, day_of, in_bangla, officer, page, signed_in, today
from angikar.desk.circulars import sentences
from angikar.desk.circulars.incidents import age_of
from angikar.duties.incidents import access, actions
from angikar.duties.models import Incident, IncidentFile, IncidentStep, StepKind
from angikar.formats.file_names import file_name
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import mandate
from angikar.papers import store
from angikar.rules.forms.answers import text_of
from angikar.rules.forms.incident import FORM


@signed_in
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """What was reported and what followed."""
    return _screen(request, access.incident(officer(request), pk))


@signed_in
@require_POST
def step(request: HttpRequest, pk: int) -> HttpResponse:
    """A step of the follow-up: `do` is `done`, `correction`, `give`, `close` or `reopen`."""
    incident = access.incident(officer(request), pk, to="follow")
    if attempt(request, lambda: _do(request, incident), _("লেখা হয়েছে।")):
        return redirect("desk:incident", pk)
    return _screen(request, incident, status=422)


def _do(request: HttpRequest, incident: Incident) -> None:
    by, words, now = officer(request), request.POST.get("words", ""), timezone.now()
    what = request.POST.get("do", "")
    if what == "give":
        due = day_of(request.POST.get("due", ""))
        actions.assign(incident, by=by, to=request.POST.get("to", ""), words=words, due=due, now=now)
    elif what == "close":
        actions.close(incident, by=by, words=words, now=now)
    elif what == "reopen":
        actions.reopen(incident, by=by, words=words, now=now)
    elif what in (StepKind.DONE, StepKind.CORRECTION):
        actions.add_step(incident, by=by, kind=StepKind(what), words=words, now=now)
    else:
        raise Refused(sentences.STEP_NOT_CHOSEN)


def _screen(request: HttpRequest, incident: Incident, *, status: int = 200) -> HttpResponse:
    answers = [(each.label, text_of(each, incident.fields.get(each.name), bangla=in_bangla())) for each in FORM.fields]
    context = {
        "incident": incident,
        "answers": [(label, text) for label, text in answers if text],
        "steps": IncidentStep.objects.filter(incident=incident).select_related("by", "post__office"),
        "files": IncidentFile.objects.filter(incident=incident).select_related("file"),
        "age": age_of,
        "rights": access.rights(mandate(officer(request)), incident),
        "typed": request.POST,
        "day": today(),
    }
    return page(request, "circulars/incident", context, status=status)


@signed_in
@require_safe
def file(request: HttpRequest, pk: int, number: int) -> FileResponse:
    """A file that was handed in with an incident: to be saved, never to be opened by the browser."""
    incident = access.incident(officer(request), pk)
    wanted = IncidentFile.objects.filter(incident=incident, pk=number).select_related("file").first()
    if wanted is None:
        raise NotYours
    answer = FileResponse(
        BytesIO(store.get(wanted.file.sha256)),
        as_attachment=True,
        filename=file_name(wanted.name),
        content_type="application/octet-stream",
    )
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
