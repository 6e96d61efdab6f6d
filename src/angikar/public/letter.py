"""A letter for an addressee outside: the page its link opens, and the button that acknowledges it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from angikar.duties.receipts.actions import acknowledge_outside
from angikar.formats import Unprintable, write_pdf
from angikar.history.signing import seals
from angikar.papers.models import State
from angikar.papers.queries import identity
from angikar.papers.receipts.access import opened
from angikar.papers.receipts.actions import see_outside
from angikar.public.front import page, public_view
from angikar.public.shown import shown
from angikar.rules.kinds import kind_named
from angikar.rules.reading import Reading


@public_view
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, token: str) -> HttpResponse:
    """The letter; only the button acknowledges it, once, because mail servers open links too."""
    now = timezone.now()
    outsider = opened(token, now)
    if request.method == "POST":
        acknowledge_outside(outsider, at=now)
        chosen = request.GET.get("language", "")
        return redirect(
            reverse("public:letter", args=[token]) + (f"?language={chosen}" if chosen in ("bn", "en") else "")
        )
    if request.method == "GET":
        see_outside(outsider, at=now)
    paper = outsider.paper
    response = page(
        request,
        "letter",
        {
            "outsider": outsider,
            "paper": paper,
            "pieces": shown(paper),
            "token": token,
            "replaced": paper.state == State.SUPERSEDED,
        },
    )
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


@public_view
@never_cache
@require_safe
def pdf(request: HttpRequest, token: str) -> HttpResponse:
    """The letter as it is printed."""
    paper = opened(token, timezone.now()).paper
    reading = Reading(paper.kind, paper.framework, paper.value())
    try:
        data = write_pdf(
            kind_named(paper.kind).write(reading.content), attachment=seals.attachment(reading, identity(paper))
        )
    except Unprintable as wrong:
        raise Http404 from wrong
    headers = {"Content-Disposition": 'inline; filename="letter.pdf"', "X-Robots-Tag": "noindex, nofollow"}
    return HttpResponse(data, content_type="application/pdf", headers=headers)
