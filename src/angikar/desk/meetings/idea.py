"""One idea: what it is, whose it is, every step it took and with which word; who decides takes the next step here."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from angikar.desk.base import attempt, number, officer, page, signed_in, today
from angikar.meetings import access
from angikar.meetings.ideas.actions import step
from angikar.meetings.ideas.queries import steps
from angikar.meetings.models import Idea
from angikar.meetings.states import STEPS
from angikar.offices.access import mandate


@signed_in
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The idea."""
    return _screen(request, access.idea(officer(request), pk))


@signed_in
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Move it to the state that `to` names, with a reason."""
    by, sent = officer(request), request.POST
    idea = access.idea(by, pk, "decide")

    def action() -> None:
        step(idea, sent.get("to", ""), sent.get("words", ""), version=number(sent, "version"), day=today(), by=by)

    if attempt(request, action, _("লেখা হয়েছে।")):
        return redirect("desk:idea", pk)
    return _screen(request, idea, status=422)


def _screen(request: HttpRequest, idea: Idea, *, status: int = 200) -> HttpResponse:
    may_decide = access.may_decide(mandate(officer(request)), idea)
    context = {
        "idea": idea,
        "steps": list(steps(idea)),
        "next": STEPS[idea.state] if may_decide else (),
        "typed": request.POST,
    }
    return page(request, "meetings/idea", context, status=status)
