"""Leaving e-mail of some kinds of notices: the page the link of a letter opens, and the button that ends them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from angikar.notices.channels.leaving import leave, opened
from angikar.notices.models import NoticeKind
from angikar.public.front import page, public_view

ENGLISH: dict[str, str] = {
    NoticeKind.REMINDER: "reminders",
    NoticeKind.LATE: "what is late",
    NoticeKind.ESCALATION: "what is outstanding below",
    NoticeKind.ALARM: "alarms",
    NoticeKind.INVITATION: "meetings",
    NoticeKind.URGENT: "urgent papers",
    NoticeKind.WORD: "other notices",
}


@csrf_exempt  # mail programs send the button's POST by themselves (RFC 8058); the signed link alone says for which officer
@public_view
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, token: str) -> HttpResponse:
    """What would end; only the button ends it, because mail servers open links too."""
    leaving = opened(token)
    with translation.override(leaving.officer.language):
        done = request.method == "POST"
        if done:
            leave(leaving)
        bangla = translation.get_language() == "bn"
        kinds = [str(kind.label) if bangla else ENGLISH[kind] for kind in leaving.kinds]
        response = page(request, "leave", {"kinds": kinds, "done": done, "token": token})
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
