"""Answering a duty: the figure, the words and the files of a report, or the receipt of a paper; then on to the next duty."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from angikar.desk.base import attempt, clock, number, officer, signed_in, today
from angikar.desk.duties.duty import screen
from angikar.desk.duties.forms import TOKEN, filled_in
from angikar.desk.duties.proofs import handed_in
from angikar.duties import access, actions
from angikar.duties.cells.actions import Pair
from angikar.duties.cells.saving import save_cell
from angikar.duties.models import Duty
from angikar.duties.plausible import unexplained
from angikar.duties.submission import Sending
from angikar.history.refusal import Refused
from angikar.rules.duty import Answer, judge
from angikar.rules.forms.form import Form
from angikar.rules.reading import Doubt


@signed_in
@require_POST
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Submit an answer and go on (`do` is `submit`), or save a figure as a draft (`keep`)."""
    duty = access.duty(officer(request), pk, to="report")
    form = duty.ask.form
    if form is not None:
        return _form(request, duty, form)
    answer = judge(duty.ask, request.POST.dict(), today())
    if isinstance(answer, Doubt):
        return screen(request, duty, answer, at=answer.path)
    keeps = request.POST.get("do") == "keep"
    if not keeps and (doubt := unexplained(duty, answer)) is not None:
        return screen(request, duty, doubt)
    try:
        if keeps:
            _keep(request, duty, answer)
            messages.success(request, _("খসড়া রাখা হয়েছে; প্রতিবেদন দেওয়া হয়নি।"))
            return redirect("desk:duty", pk)
        carry = bool(request.POST.get("carry"))
        actions.report(duty, by=officer(request), answer=answer, today=today(), files=handed_in(request), carry=carry)
    except Refused as refused:
        return screen(request, duty, refused)
    messages.success(request, _("প্রতিবেদন দেওয়া হয়েছে।"))
    return onward(request, duty)


def _form(request: HttpRequest, duty: Duty, form: Form) -> HttpResponse:
    """Submit what was filled in; the same sending twice, from a line that was cut, is one report."""
    try:
        filled, files = filled_in(request, form)
        if filled.doubts:
            return screen(request, duty, filled)
        answer = Answer(words=request.POST.get("words", "").strip(), fields=filled.values)
        sending = Sending(request.POST.get("token", "")[:TOKEN], number(request.POST, "version") or None, clock())
        person, carry = officer(request), bool(request.POST.get("carry"))
        actions.report(duty, by=person, answer=answer, today=today(), files=files, carry=carry, sending=sending)
    except Refused as refused:
        return screen(request, duty, refused)
    messages.success(request, _("প্রতিবেদন দেওয়া হয়েছে।"))
    return onward(request, duty)


def _keep(request: HttpRequest, duty: Duty, answer: Answer) -> None:
    version = number(request.POST, "version")
    save_cell(
        duty,
        by=officer(request),
        value=answer.value,
        version=version,
        today=today(),
        words=answer.words,
        pair=Pair(answer.numerator, answer.denominator),
    )


@signed_in
@require_POST
def acknowledge(request: HttpRequest, pk: int) -> HttpResponse:
    """Acknowledge the receipt of the paper."""
    duty = access.duty(officer(request), pk, to="report")
    done = _("প্রাপ্তি স্বীকার করা হয়েছে।")
    if attempt(request, lambda: actions.acknowledge(duty, by=officer(request), today=today()), done):
        return onward(request, duty)
    return redirect("desk:duty", pk)


def onward(request: HttpRequest, duty: Duty) -> HttpResponse:
    """What the officer answers next; today when nothing is left."""
    left = access.next_to_report(officer(request), duty, today())
    return redirect("desk:duty", left.pk) if left else redirect("desk:today")
