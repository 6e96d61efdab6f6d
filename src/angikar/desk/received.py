"""A form that is sent several times, by an impatient finger or over a line that breaks, is done once and answered as the first time.

Which form it is says the secret of its page, which is another on every page, with all that was typed: what was changed is another form.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from angikar.history.once import is_doubled
from angikar.history.received import ArrivingForm, ReceivedBefore, answer, arriving, received

_PAGE = "csrfmiddlewaretoken"
_OWN = "token"
"""The name under which a form that a script sends again and again tells its sendings apart by itself."""
_PATIENCE, _GLANCE = 3.0, 0.05
"""Seconds to wait for the answer that another request is about to give, and between two looks."""
_LONGEST = 4000


class ReceivedOnce:
    """The middleware; it stands within those of sessions, persons and messages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        form = _form(request)
        if form is None:
            return self._get_response(request)
        if received(form) is not None:
            return _again(request, form)
        with arriving(form):
            response = self._get_response(request)
        if form.taken:
            answer(form, _kept(response))
        elif not _went_well(request, response) and received(form) is not None:  # another request did it meanwhile
            return _again(request, form)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """The answer to a form whose action found that another request has done it, or that what it creates is there by now."""
        doubled = isinstance(exception, IntegrityError) and is_doubled(exception)
        form = _form(request) if doubled or isinstance(exception, ReceivedBefore) else None
        return _again(request, form) if form is not None and received(form) is not None else None


def _form(request: HttpRequest) -> ArrivingForm | None:
    """The form that is sent, where it is one of a page and by a person; what htmx saves in its place has versions of its own."""
    if request.method != "POST" or "HX-Request" in request.headers or not request.user.is_authenticated:
        return None
    sent = request.POST
    if not sent.get(_PAGE) or _OWN in sent:
        return None
    fields = sorted((name, values) for name, values in sent.lists() if name != _PAGE)
    files = sorted((name, each.name or "", each.size or 0) for name, all_ in request.FILES.lists() for each in all_)
    said = repr((sent[_PAGE], request.get_full_path(), fields, files))
    return ArrivingForm(request.user.pk, hashlib.sha256(said.encode()).hexdigest())


def _kept(response: HttpResponseBase) -> dict[str, Any]:
    """What is kept of an answer: where it leads, or the few words for a script; never a page, which may show a secret once."""
    if 300 <= response.status_code < 400:
        return {"to": response["Location"]}
    if isinstance(response, JsonResponse) and len(response.content) <= _LONGEST:
        return {"words": response.content.decode(), "status": response.status_code}
    return {"to": ""}


def _again(request: HttpRequest, form: ArrivingForm) -> HttpResponseBase:
    """The answer that the form was given when it was done."""
    getattr(messages.get_messages(request), "_queued_messages", []).clear()
    kept = _awaited(form)
    if "words" in kept:
        return HttpResponse(kept["words"], status=kept["status"], content_type="application/json")
    if not kept.get("to"):
        messages.info(request, _("এটি আগেই পৌঁছেছে এবং একবারই করা হয়েছে।"))
    return HttpResponseRedirect(kept.get("to") or request.get_full_path())


def _awaited(form: ArrivingForm) -> dict[str, Any]:
    until = time.monotonic() + _PATIENCE
    while True:
        known = received(form)
        kept = known.answer if known else None
        waited = known is None or timezone.now() - known.at > timedelta(seconds=_PATIENCE)
        if kept is not None or waited or time.monotonic() > until:
            return kept or {}
        time.sleep(_GLANCE)


def _went_well(request: HttpRequest, response: HttpResponseBase) -> bool:
    waiting = getattr(messages.get_messages(request), "_queued_messages", [])
    return response.status_code < 400 and not any(message.level >= messages.ERROR for message in waiting)
