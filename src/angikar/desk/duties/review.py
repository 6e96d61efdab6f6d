"""Looking an answer over: accepting it as it is or at another value, sending it back, or saying the duty does not apply."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from angikar.desk.base import attempt, number, officer, signed_in, today
from angikar.desk.duties.duty import screen
from angikar.duties import access, actions
from angikar.history.refusal import NotYours, Refused
from angikar.rules.duty import figure
from angikar.rules.reading import Doubt


@signed_in
@require_POST
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept the report that was looked at (`do` is `accept`) or send it back (`send_back`), and go on to the next
    answer that waits.
    """
    found = access.report(officer(request), number(request.POST, "report"), to="review")
    if found.duty_id != pk:
        raise NotYours
    words, by, day = request.POST.get("words", ""), officer(request), today()
    value = figure(found.duty.ask, request.POST.get("accepted", ""), day)
    try:
        if request.POST.get("do") == "send_back":
            actions.send_back(found, by=by, sentence=words, today=day)
            messages.success(request, _("ফেরত পাঠানো হয়েছে।"))
        elif isinstance(value, Doubt):
            return screen(request, found.duty, value, at="accepted")
        else:
            actions.accept(found, by=by, today=day, value=value, words=words)
            messages.success(request, _("গৃহীত হয়েছে।"))
    except Refused as refused:
        return screen(request, found.duty, refused)
    waiting = access.next_to_review(by, found.duty, day)
    return redirect("desk:duty", waiting.pk) if waiting else redirect("desk:today")


@signed_in
@require_POST
def excuse(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a duty does not apply, or (`do` is `again`) ask for it again; only the office that it is owed to may."""
    duty, words = access.duty(officer(request), pk, to="review"), request.POST.get("words", "")
    if request.POST.get("do") == "again":
        action, done = actions.ask_again, _("করণীয়টি আবার চাওয়া হয়েছে।")
    else:
        action, done = actions.excuse, _("করণীয়টি প্রযোজ্য নয় বলে লেখা হয়েছে।")
    attempt(request, lambda: action(duty, by=officer(request), sentence=words, today=today()), done)
    return redirect("desk:duty", pk)
